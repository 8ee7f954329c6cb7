//! How an official is named again: by a part of the name, or by a title.

use super::{
    SpacedOfficials,
    passage::Passage,
    tables::Class,
    titles::Title,
    tokens::{TokenBuffers, Tokens},
};
use crate::{
    Span,
    kind::official::{BareTitle, Linker},
    lexicon::Lexicon,
    scan::Hit,
    text::Block,
    value::{Link, Office, Tenure},
};
use std::ops::Range;

impl Linker for SpacedOfficials {
    /// The last words of the name; of a name that begins with the surname (*Wei Haiping*) that.
    fn short_names(&self, lexicon: &Lexicon, name: &str) -> Vec<String> {
        let mut block = Block::new(name);
        block.read(Span::new(0, name.len()));
        let mut buffers = TokenBuffers::default();
        let tokens = Tokens::within(&mut buffers, &block);
        let passage = Passage { tables: &self.tables, lexicon, tokens: &tokens };
        let words: Vec<&str> = name.split(' ').collect();
        if words.len() < 2 || words.iter().any(|w| w.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))) {
            return Vec::new();
        }
        if passage.class_of_word(0) == Some(Class::East) {
            return vec![words[0].to_owned()];
        }
        let mut all = Vec::new();
        for from in 1..words.len() {
            let first = words[from].chars().next().unwrap_or(' ');
            if first.is_uppercase() && words[from].chars().count() > 2 || from + 1 == words.len() {
                all.push(words[from..].join(" "));
            }
        }
        all
    }

    fn fixed_titles(&self, _office: &Office) -> Vec<String> {
        Vec::new()
    }

    fn key(&self, lexicon: &Lexicon, title: &str) -> Option<String> {
        let mut block = Block::new(title);
        block.read(Span::new(0, title.len()));
        let mut buffers = TokenBuffers::default();
        let tokens = Tokens::within(&mut buffers, &block);
        let passage = Passage { tables: &self.tables, lexicon, tokens: &tokens };
        let noun = (0..tokens.len()).find_map(|k| passage.title_ending(k).filter(|n| !n.genitive))?;
        Some(passage.title_key(&passage.title(noun)))
    }

    fn standing(&self, lexicon: &Lexicon, block: &Block<'_>, matches: &[(Range<usize>, Link)]) -> Vec<bool> {
        let mut buffers = TokenBuffers::default();
        let tokens = Tokens::within(&mut buffers, block);
        let passage = Passage { tables: &self.tables, lexicon, tokens: &tokens };
        matches.iter().map(|(range, link)| passage.stands(range, *link)).collect()
    }

    fn bare_titles(&self, lexicon: &Lexicon, block: &Block<'_>, hits: &[Hit]) -> Vec<BareTitle> {
        let hits = self.promising(block, hits, lexicon);
        if hits.is_empty() {
            return Vec::new();
        }
        let mut buffers = TokenBuffers::default();
        let tokens = Tokens::within(&mut buffers, block);
        let passage = Passage { tables: &self.tables, lexicon, tokens: &tokens };
        let mut all = Vec::new();
        for noun in passage.nouns(hits) {
            let chars = noun.chars.clone();
            let title = passage.title(noun);
            let owned = title.country.is_some() && !title.noun.definite;
            if title.noun.plural
                || !(title.noun.definite || owned)
                || title.tenure != Tenure::Current
                || title.noun.tokens.end < title.end
                || title.body.is_some() && title.country.is_none()
                || tokens.is_capital(title.noun.tokens.end)
            {
                continue;
            }
            let start =
                if title.country.is_some() { title.chars.start } else { chars.start.min(title.chars.start) };
            all.push(BareTitle {
                range: start..chars.end,
                key: passage.title_key(&title),
                country: title.country,
            });
        }
        all
    }
}

impl Passage<'_> {
    /// The base form of the noun, with the rank before it.
    fn title_key(&self, title: &Title) -> String {
        let noun = &title.noun;
        let chars = self.tokens.chars;
        let first = chars.get(noun.chars.start..noun.head).unwrap_or(&[]);
        let rank = (title.outer..noun.tokens.start).any(|k| self.is_deputy(k));
        let mut key = String::from(if rank { "deputy " } else { "" });
        key.extend(first.iter().flat_map(|c| c.to_lowercase()));
        key.extend(&self.office(noun).base);
        key
    }

    /// Whether a name stands for itself at a place.
    fn stands(&self, range: &Range<usize>, link: Link) -> bool {
        let tokens = self.tokens;
        let Some(first) = tokens.starting(range.start) else { return false };
        let last = tokens.at(range.end.saturating_sub(1));
        let token = tokens.get(last);
        if !self.ends_of(range.start, token.end).any(|(end, _)| end == range.end) {
            return false;
        }
        if link != Link::ShortName {
            return true;
        }
        // Beside another capital it is a part of another name: *Maria Lindholm*, *Lindholm Bygg*.
        let next = tokens.spaced(last) && tokens.is_capital(last + 1);
        let before = first > 0 && tokens.spaced(first - 1) && self.is_name_word(first - 1);
        !next && !before
    }
}
