//! The names that pages use: of elements, classes, metadata, types and keys. The words that readers see are in the tables of
//! the languages (see `words`).

use crate::tsv;

/// Elements whose content is no text of the page.
pub(super) const UNREAD: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "video", "audio", "canvas",
    "input", "select", "option", "optgroup", "datalist", "textarea", "progress", "meter", "map",
];

/// Elements beside the story, by name or by role.
pub(super) const FURNITURE: &[&str] = &["nav", "aside", "footer", "dialog", "menu"];
pub(super) const FURNITURE_ROLES: &[&str] =
    &["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu"];

/// Elements that stand on lines of their own.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Blocks that hold a part of a story at most, never the whole.
pub(super) const SMALL: &[&str] = &[
    "p",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "dt",
    "dd",
    "legend",
    "summary",
    "caption",
    "html",
    "pre",
    "figcaption",
    "address",
];

/// What the class or id of an element says that it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Comments of readers.
    Comment,
    /// Cookie and copyright notices, feet of pages.
    Legal,
    /// Other stories, advertisements, players, offers.
    Side,
    /// Tools, and boxes whose names say little: sites wrap whole stories in them.
    Tool,
    /// The text under a picture.
    Caption,
    /// Who wrote it.
    Byline,
    /// The lead of the story.
    Lead,
}

impl Mark {
    fn read(name: &str) -> Option<Self> {
        Some(match name {
            "comment" => Self::Comment,
            "legal" => Self::Legal,
            "side" => Self::Side,
            "tool" => Self::Tool,
            "caption" => Self::Caption,
            "byline" => Self::Byline,
            "lead" => Self::Lead,
            _ => return None,
        })
    }
}

/// Longest word of [`names`].
pub(super) const LONGEST_NAME: usize = 16;

/// Words in classes and ids, with what they say.
pub(super) fn names() -> impl Iterator<Item = (&'static str, Mark)> {
    let rows = tsv::rows(include_str!("../lang/page-names.tsv"), ["form", "mark"]);
    rows.filter_map(|(_, [form, mark])| Some((form, Mark::read(mark)?)))
}

/// Metadata that state when a page was published, the most explicit first; compared without regard to case.
pub(super) const PUBLISHED_METAS: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "weibo: article:create_at",
    "weibo:article:create_at",
    "firstpublishedtime",
    "publishdate",
    "publish_date",
    "publish-date",
    "publish_time",
    "publishtime",
    "publisheddate",
    "published_date",
    "published-date",
    "publishedtime",
    "pubdate",
    "pub_date",
    "publication_date",
    "publication-date",
    "publicationdate",
    "article.published",
    "article:published",
    "ptime",
    "pubtime",
    "og:release_date",
    "og:pubdate",
    "og:time",
    "article_date_original",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "dc.date.issued",
    "dc.date",
    "dc.date.created",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "date",
    "dateupdate",
];

/// Metadata that state when a page was last changed.
pub(super) const MODIFIED_METAS: &[&str] = &[
    "article:modified_time",
    "og:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmodifiedtime",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
];

pub(super) const AUTHOR_METAS: &[&str] = &[
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
];

pub(super) const SECTION_METAS: &[&str] =
    &["article:section", "og:section", "section", "parsely-section", "channel", "category"];

/// Types of JSON-LD objects that are the story itself.
pub(super) const ARTICLE_TYPES: &[&str] = &[
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "AdvertiserContentArticle",
    "SatiricalArticle",
    "ScholarlyArticle",
    "TechArticle",
    "Report",
    "BlogPosting",
    "LiveBlogPosting",
    "SocialMediaPosting",
];

/// Types of JSON-LD objects that are the page around a story.
pub(super) const PAGE_TYPES: &[&str] = &["WebPage", "ItemPage", "AboutPage", "MedicalWebPage"];

/// Keys in scripts that belong to the story: whatever their number, the first counts.
pub(super) const SCRIPT_KEYS: &[&str] = &[
    "newsTime",
    "publish_time",
    "publishTime",
    "pubtime",
    "pub_time",
    "pubTime",
    "pubDate",
    "publishdate",
    "publishDate",
    "pagepubtime",
    "ptime",
    "datePublished",
];

/// Keys in scripts that lists of other stories have too: they count where all of them state one day.
pub(super) const SHARED_SCRIPT_KEYS: &[&str] = &[
    "publishedAt",
    "published_at",
    "publishedDate",
    "published_date",
    "publicationDate",
    "publishedTime",
    "published_time",
    "firstPublished",
    "firstPublishedAt",
    "first_published_at",
    "publishAt",
    "createTime",
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_name_has_a_mark_and_stands_once() {
        let mut seen = HashSet::new();
        for (line, [form, mark]) in tsv::rows(include_str!("../lang/page-names.tsv"), ["form", "mark"]) {
            assert!(Mark::read(mark).is_some(), "line {line}: no mark `{mark}`");
            let short = (1..=LONGEST_NAME).contains(&form.len());
            assert!(short && form.bytes().all(|b| b.is_ascii_lowercase()), "line {line}: `{form}`");
            assert!(seen.insert(form), "line {line}: `{form}` stands twice");
        }
        assert_eq!(names().count(), seen.len());
    }
}
