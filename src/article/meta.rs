//! What the head of a page says: metadata, title, address, JSON-LD, scripts.

use super::{
    jsonld,
    letters::{bare, floor},
    page::Page,
    tables::{AUTHOR_METAS, SECTION_METAS},
};
use ego_tree::NodeId;
use scraper::{Html, Node};

/// So much of a title is read, in bytes.
const LONGEST_TITLE: usize = 1000;
/// Longest script that is looked at, in bytes; longer ones are programs.
const LONGEST_SCRIPT: usize = 1 << 20;

pub(super) struct Metadata<'p> {
    /// Name in small letters, content, element.
    metas: Vec<(String, &'p str, usize)>,
    title: Option<(usize, String)>,
    canonical: Option<&'p str>,
    lang: Option<&'p str>,
    pub(super) objects: Vec<jsonld::Object>,
    pub(super) scripts: Vec<&'p str>,
}

impl<'p> Metadata<'p> {
    pub(super) fn new(page: &Page<'p>, html: &'p Html) -> Self {
        let mut meta = Self {
            metas: Vec::new(),
            title: None,
            canonical: None,
            lang: None,
            objects: Vec::new(),
            scripts: Vec::new(),
        };
        for n in 0..page.nodes.len() {
            let attribute = |name: &str| page.attribute(n, name).map(str::trim).filter(|v| !v.is_empty());
            match page.name(n) {
                "meta" => {
                    let Some(content) = attribute("content") else { continue };
                    for key in ["property", "name", "itemprop", "http-equiv"] {
                        if let Some(name) = attribute(key) {
                            meta.metas.push((name.to_lowercase(), content, n));
                        }
                    }
                }
                "link" if attribute("rel").is_some_and(|r| r.eq_ignore_ascii_case("canonical")) => {
                    meta.canonical = meta.canonical.or_else(|| attribute("href"));
                }
                "html" => meta.lang = attribute("lang").or_else(|| attribute("xml:lang")),
                "title" if meta.title.is_none() => {
                    let text = text_of(html, page.nodes[n].id).unwrap_or("");
                    let words: Vec<&str> = text.split_whitespace().collect();
                    meta.title = (!words.is_empty()).then(|| (n, words.join(" ")));
                }
                "script" => {
                    let Some(text) = text_of(html, page.nodes[n].id) else { continue };
                    if attribute("type").is_some_and(|t| t.to_ascii_lowercase().contains("ld+json")) {
                        jsonld::read(text, &mut meta.objects);
                    } else if text.len() <= LONGEST_SCRIPT {
                        meta.scripts.push(text);
                    }
                }
                _ => {}
            }
        }
        meta
    }

    /// All contents of the metadata of a name, each with its element.
    pub(super) fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = (&'p str, usize)> + 's {
        self.metas.iter().filter(move |(n, ..)| n == name).map(|&(_, content, node)| (content, node))
    }

    pub(super) fn first(&self, names: &[&str]) -> Option<&'p str> {
        names.iter().find_map(|name| self.all(name).next()).map(|(content, _)| content)
    }

    /// Who wrote the story; addresses of their pages are no names.
    pub(super) fn author(&self) -> Option<&str> {
        let object = self.objects.iter().filter(|o| !o.page).find_map(|o| o.author.as_deref());
        let meta = AUTHOR_METAS.iter().flat_map(|name| self.all(name)).map(|(content, _)| content);
        meta.chain(object).find(|text| !text.contains("://"))
    }

    pub(super) fn section(&self) -> Option<&str> {
        let object = self.objects.iter().filter(|o| !o.page).find_map(|o| o.section.as_deref());
        self.first(SECTION_METAS).or(object)
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

/// The text of an element that holds nothing else.
fn text_of(html: &Html, id: NodeId) -> Option<&str> {
    match html.tree.get(id)?.first_child()?.value() {
        Node::Text(text) => Some(&**text),
        _ => None,
    }
}
