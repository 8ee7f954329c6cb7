//! What the head of a page says: metadata, title, address, JSON-LD, scripts.

use super::{
    element::Tag,
    jsonld,
    letters::{bare, floor},
    page::Page,
    tables::{AUTHOR_METAS, SECTION_METAS},
    tree::Tree,
};
use once_cell::unsync::OnceCell;

/// So much of a title is read, in bytes.
const LONGEST_TITLE: usize = 1000;
/// Longest script that is looked at, in bytes; longer ones are programs.
const LONGEST_SCRIPT: usize = 1 << 20;

/// For so many names of metadata there is room from the start.
const METAS: usize = 16;

pub(super) struct Metadata<'p> {
    /// Name, content, element.
    metas: Vec<(&'p str, &'p str, usize)>,
    title: Option<(usize, String)>,
    canonical: Option<&'p str>,
    lang: Option<&'p str>,
    /// Scripts of JSON-LD, and what they say; read when it is asked for.
    linked_data: Vec<&'p str>,
    objects: OnceCell<Vec<jsonld::Object>>,
    pub(super) scripts: Vec<&'p str>,
}

impl<'p> Metadata<'p> {
    pub(super) fn new(page: &Page<'p>, tree: &'p Tree) -> Self {
        let mut meta = Self {
            metas: Vec::with_capacity(METAS),
            title: None,
            canonical: None,
            lang: None,
            linked_data: Vec::new(),
            objects: OnceCell::new(),
            scripts: Vec::new(),
        };
        for (tag, n) in page.tags() {
            let attribute = |name: &str| page.attribute(n, name).map(str::trim).filter(|v| !v.is_empty());
            match tag {
                Tag::Meta => {
                    let Some(content) = attribute("content") else { continue };
                    let names =
                        ["property", "name", "itemprop", "http-equiv"].into_iter().filter_map(attribute);
                    meta.metas.extend(names.map(|name| (name, content, n)));
                }
                Tag::Link if attribute("rel").is_some_and(|r| r.eq_ignore_ascii_case("canonical")) => {
                    meta.canonical = meta.canonical.or_else(|| attribute("href"));
                }
                Tag::Html => meta.lang = attribute("lang").or_else(|| attribute("xml:lang")),
                Tag::Title if meta.title.is_none() => {
                    let text = tree.text(page.nodes[n].id).unwrap_or("");
                    let mut title = String::with_capacity(text.len());
                    for word in text.split_whitespace() {
                        title.push_str(if title.is_empty() { "" } else { " " });
                        title.push_str(word);
                    }
                    meta.title = (!title.is_empty()).then_some((n, title));
                }
                Tag::Script => {
                    let Some(text) = tree.text(page.nodes[n].id) else { continue };
                    if attribute("type").is_some_and(|t| t.to_ascii_lowercase().contains("ld+json")) {
                        meta.linked_data.push(text);
                    } else if text.len() <= LONGEST_SCRIPT {
                        meta.scripts.push(text);
                    }
                }
                _ => {}
            }
        }
        meta
    }

    /// What the page's JSON-LD says.
    pub(super) fn objects(&self) -> &[jsonld::Object] {
        self.objects.get_or_init(|| self.linked_data.iter().flat_map(|script| jsonld::read(script)).collect())
    }

    fn of_story(&self, key: fn(&jsonld::Object) -> Option<&str>) -> Option<&str> {
        self.objects().iter().filter(|o| !o.page).find_map(key)
    }

    /// All contents of the metadata of a name, each with its element.
    pub(super) fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = (&'p str, usize)> + 's {
        self.metas
            .iter()
            .filter(move |(n, ..)| n.eq_ignore_ascii_case(name))
            .map(|&(_, content, node)| (content, node))
    }

    pub(super) fn first(&self, names: &[&str]) -> Option<&'p str> {
        names.iter().find_map(|name| self.all(name).next()).map(|(content, _)| content)
    }

    /// Who wrote the story; addresses of their pages are no names.
    pub(super) fn author(&self) -> Option<&str> {
        let is_name = |text: &&str| !text.contains("://");
        let meta =
            AUTHOR_METAS.iter().flat_map(|name| self.all(name)).map(|(content, _)| content).find(is_name);
        meta.or_else(|| self.of_story(|o| o.author.as_deref()).filter(is_name))
    }

    pub(super) fn section(&self) -> Option<&str> {
        self.first(SECTION_METAS).or_else(|| self.of_story(|o| o.section.as_deref()))
    }

    pub(super) fn site_name(&self) -> Option<&'p str> {
        self.first(&["og:site_name", "application-name"])
    }

    /// What the page says that its headline is, with the elements that say so.
    pub(super) fn titles(&self) -> impl Iterator<Item = (usize, &str)> {
        let stated = self.all("og:title").take(1).map(|(text, node)| (node, text));
        let all = stated.chain(self.title.iter().map(|(node, text)| (*node, text.as_str())));
        all.map(|(node, text)| (node, &text[..floor(text, LONGEST_TITLE)]))
    }

    /// The address of the page.
    pub(super) fn addresses(&self) -> impl Iterator<Item = &'p str> {
        self.canonical.into_iter().chain(self.all("og:url").map(|(url, _)| url).take(1))
    }

    /// The host in the page's address, letters and digits only.
    pub(super) fn host(&self) -> Option<String> {
        let url = self.addresses().find_map(|u| u.split_once("//"))?.1;
        Some(bare(url.split('/').next().unwrap_or("")))
    }

    /// The last label of the page's host: `se`, `tw`.
    pub(super) fn top_level(&self) -> Option<&'p str> {
        let host = self.addresses().find_map(|u| u.split_once("//"))?.1.split(['/', ':', '?']).next()?;
        host.rsplit('.').next()
    }

    /// The tag of the page's language.
    pub(super) fn language(&self) -> Option<&'p str> {
        self.lang.or_else(|| self.first(&["content-language", "og:locale"]))
    }
}
