//! What the tables say about the words of a block.

use super::{
    tables::{BodyClass, Class, Grammar, OfficialClass, OfficialTables, TenureRow},
    tokens::{Head, HeadMatch, Token, Tokens},
    word_parts::WordPart,
};
use crate::{
    kind::guard::ClassSet,
    lexicon::{Entry, Lexicon, Table, TableSet},
    value::Country,
};

use std::ops::Range;

/// A row found, with the tokens `first..end` it covers and whether a genitive ending follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct EntryMatch {
    pub(super) row: usize,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) genitive: bool,
}

/// A body found.
#[derive(Debug, Clone, Copy)]
pub(super) struct BodyMatch {
    pub(super) body: BodyClass,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) genitive: bool,
}

/// Words that one entry of a table may have.
const WORDS: usize = 8;

/// Characters of a genitive ending.
const GENITIVE: usize = 2;

const BODIES: TableSet = TableSet::of(&[Table::Bodies]);
const COUNTRIES: TableSet = TableSet::of(&[Table::Countries]);

/// The tables of which the longest entry of whole words is asked for most.
const FREQUENT: [Table; 3] = [Table::Bodies, Table::Countries, Table::NameWords];

/// All tables that are asked about words from their start.
const HEADS: TableSet =
    TableSet::of(&[Table::Bodies, Table::Countries, Table::NameWords, Table::GivenNames, Table::Parties]);

/// All tables that are asked about words from their end, before titles.
const TAILS: TableSet = TableSet::of(&[Table::Bodies, Table::Countries, Table::Tenures]);

/// The words of one block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage<'a> {
    pub(super) tables: &'a OfficialTables,
    pub(super) lexicon: &'a Lexicon,
    pub(super) tokens: &'a Tokens<'a>,
}

impl<'a> Passage<'a> {
    /// The entries of the tables that start with token `k`, shortest first. Most words are in none.
    fn entries(&self, k: usize, tables: TableSet) -> impl Iterator<Item = Entry> + use<'a> {
        let any = self.head(k).tables.meets(tables);
        let start = self.tokens.get(k).start;
        any.then(|| self.lexicon.starts_at(self.tokens.chars, start, tables)).into_iter().flatten()
    }

    /// What of the tables starts with token `k`.
    #[inline]
    fn head(&self, k: usize) -> Head {
        self.tokens.head(k, |token| self.look(k, token))
    }

    /// The same, looked up; apart from the many who ask again.
    #[inline(never)]
    fn look(&self, k: usize, token: Token) -> Head {
        let mut head = Head::default();
        self.lexicon.starts_at(self.tokens.chars, token.start, HEADS).for_each(|entry| {
            head.tables.add(entry.table);
            match entry.table {
                Table::NameWords if entry.at == token.end => _ = head.name_word.get_or_insert(entry.row),
                Table::NameWords if entry.at < token.end => {
                    let class = self.tables.classes[entry.row as usize];
                    head.prefixed |= matches!(class, Class::Prefix | Class::Preposition | Class::Adverb);
                }
                Table::GivenNames => {
                    let hyphened = || entry.at < token.end && self.tokens.chars[entry.at] == '-';
                    head.given |= entry.at == token.end || hyphened();
                }
                _ => {}
            }
            if let Some(of) = FREQUENT.iter().position(|&table| table == entry.table)
                && let Some((words, genitive)) = self.whole_words(k, token, entry)
            {
                head.longest[of] = Some(HeadMatch { row: entry.row, words, genitive });
            }
        });
        head
    }

    /// The tables that have an entry which ends with token `k`, or before its genitive ending. Most words end in none.
    #[inline]
    fn tail(&self, k: usize) -> TableSet {
        self.tokens.tail(k, |token| self.look_back(token))
    }

    /// The same, looked up.
    #[inline(never)]
    fn look_back(&self, token: Token) -> TableSet {
        let mut tables = TableSet::default();
        for (end, _) in self.ends_of(token.start, token.end) {
            let entries = self.lexicon.ends_at(self.tokens.chars, end, TAILS);
            entries.for_each(|entry| tables.add(entry.table));
        }
        tables
    }

    /// How many words an entry that starts with token `k` covers, and whether its last is in the genitive; `None` if it ends
    /// inside of one, or is no entry of words.
    fn whole_words(&self, k: usize, token: Token, entry: Entry) -> Option<(u8, bool)> {
        let mut last = k;
        let mut end = token;
        while end.end < entry.at {
            last += 1;
            end = self.tokens.get(last);
        }
        if token.mark.is_some() || last >= k + WORDS || end.mark.is_some() {
            return None;
        }
        Some(((last + 1 - k) as u8, self.ending(entry.at, end.end)?))
    }

    /// The longest entry of a table that starts with token `k` and ends with a token, or before its genitive ending.
    fn starting(&self, k: usize, table: Table) -> Option<EntryMatch> {
        let head = self.head(k);
        let found = match FREQUENT.iter().position(|&of| of == table) {
            Some(of) => head.longest[of]?,
            None => {
                let token = self.tokens.get(k);
                let whole = |e: Entry| Some((e.row, self.whole_words(k, token, e)?));
                let (row, (words, genitive)) =
                    self.entries(k, TableSet::of(&[table])).filter_map(whole).last()?;
                HeadMatch { row, words, genitive }
            }
        };
        let HeadMatch { row, words, genitive } = found;
        Some(EntryMatch { row: row as usize, first: k, end: k + usize::from(words), genitive })
    }

    /// Whether `at..end` is nothing (not a genitive) or a genitive ending.
    fn ending(&self, at: usize, end: usize) -> Option<bool> {
        match end.checked_sub(at)? {
            0 => Some(false),
            1..=GENITIVE => self.tables.is_genitive(self.tokens.chars.get(at..end)?).then_some(true),
            _ => None,
        }
    }

    /// Where a word `start..end` may end a form of a table: at its own end, or before its genitive ending.
    pub(super) fn ends_of(&self, start: usize, end: usize) -> impl Iterator<Item = (usize, bool)> + use<'a> {
        let (words, chars) = (self.tables, self.tokens.chars);
        let word = chars.get(start..end).unwrap_or(&[]);
        let longest = if words.parts.may_end(word, WordPart::Genitive) { GENITIVE } else { 0 };
        (0..=longest).filter_map(move |cut| {
            let at = end.checked_sub(cut).filter(|&at| at > start)?;
            (cut == 0 || words.is_genitive(chars.get(at..end)?)).then_some((at, cut > 0))
        })
    }

    /// The longest entry of the tables that ends with token `k`, or before its genitive ending, and starts with a token.
    /// A part after a hyphen counts for bodies that are no heads.
    fn ending_with(&self, k: usize, tables: TableSet) -> Option<EntryMatch> {
        let token = self.tokens.get(k);
        if token.mark.is_some() || !self.tail(k).meets(tables) {
            return None;
        }
        self.ends_of(token.start, token.end).find_map(|(end, genitive)| {
            let entries = self.lexicon.ends_at(self.tokens.chars, end, tables);
            let whole = entries.filter_map(|e| {
                let first = self.tokens.starting_near(k, e.at)?;
                (first + WORDS > k && self.tokens.is_word(first)).then_some(EntryMatch {
                    row: e.row as usize,
                    first,
                    end: k + 1,
                    genitive,
                })
            });
            whole.last()
        })
    }

    /// What the word at `k` is to names.
    pub(super) fn class(&self, k: usize) -> Option<Class> {
        let found = self.starting(k, Table::NameWords)?;
        (!found.genitive).then(|| self.tables.classes[found.row])
    }

    /// What the word at `k` alone is to names.
    pub(super) fn class_of_word(&self, k: usize) -> Option<Class> {
        self.head(k).name_word.map(|row| self.tables.classes[row as usize])
    }

    /// Whether a row holds the whole name that ends with token `k`, or its last word.
    pub(super) fn is_whole_name(&self, k: usize) -> bool {
        let end = self.tokens.get(k).end;
        let whole = |first: usize| {
            let mut entries = self.entries(first, TableSet::of(&[Table::NameWords]));
            entries.any(|e| e.at == end && self.tables.classes[e.row as usize] == Class::Whole)
        };
        whole(k) || k > 0 && whole(k - 1)
    }

    /// What the word after token `k` makes of a name or title that ends there.
    pub(super) fn beside_after(&self, k: usize) -> ClassSet<OfficialClass> {
        let at = self.tokens.get(k).end;
        self.tables.beside.after(self.lexicon, self.tokens.block, at).classes
    }

    /// What the word before token `k` makes of a title that begins there.
    pub(super) fn beside_before(&self, k: usize) -> ClassSet<OfficialClass> {
        let at = self.tokens.get(k).start;
        self.tables.beside.before(self.lexicon, self.tokens.block, at).classes
    }

    /// The token after the words that join a title with its body: *för*, *med ansvar för*.
    pub(super) fn joint_at(&self, k: usize) -> Option<usize> {
        let may = |token: Token| self.tables.joints.start(self.tokens.block, token.start);
        if !self.tokens.is_word(k) || !may(self.tokens.get(k)) {
            return None;
        }
        if self.is_joint(k) {
            return Some(k + 1);
        }
        let found = self.starting(k, Table::NameWords)?;
        let joint = !found.genitive && self.tables.grammar[found.row].has(Grammar::Joint);
        joint.then_some(found.end)
    }

    /// What the word at `k` alone does around titles.
    pub(super) fn grammar(&self, k: usize) -> ClassSet<Grammar> {
        let row = if self.tokens.is_word(k) { self.head(k).name_word } else { None };
        row.map_or(ClassSet::default(), |row| self.tables.grammar[row as usize])
    }

    pub(super) fn is_and(&self, k: usize) -> bool {
        self.grammar(k).has(Grammar::And)
    }

    pub(super) fn is_joint(&self, k: usize) -> bool {
        self.grammar(k).has(Grammar::Joint)
    }

    pub(super) fn is_article(&self, k: usize) -> bool {
        self.grammar(k).has(Grammar::Article)
    }

    /// Whether the word at `k` says that the title after it is a deputy's.
    pub(super) fn is_deputy(&self, k: usize) -> bool {
        self.tables.deputies.iter().any(|word| self.tokens.is(k, word))
    }

    /// Whether a local body stands at `k`.
    pub(super) fn is_local(&self, k: usize) -> bool {
        self.starting(k, Table::Bodies).is_some_and(|f| f.end == k + 1 && self.tables.bodies[f.row].local)
    }

    /// Whether a local body in the genitive stands at `k`.
    pub(super) fn is_local_owner(&self, k: usize) -> bool {
        self.starting(k, Table::Bodies)
            .is_some_and(|f| f.genitive && f.end == k + 1 && self.tables.bodies[f.row].local)
    }

    /// Whether the word at `k` ends in a part of a class.
    pub(super) fn ends_in(&self, k: usize, part: WordPart) -> bool {
        self.tables.parts.ends(self.tokens.chars(k), part)
    }

    /// Whether the word at `k` alone is a part of names: a particle, an honorific or a suffix.
    pub(super) fn is_name_part(&self, k: usize, class: Class) -> bool {
        self.tables.name_parts.may_be(self.tokens.chars(k)) && self.class_of_word(k) == Some(class)
    }

    /// Whether a verb stands at `k`: a known one, or one with a known beginning before it (*avgav*).
    pub(super) fn is_verb(&self, k: usize) -> bool {
        if self.class_of_word(k) == Some(Class::Verb) {
            return true;
        }
        if !self.head(k).prefixed {
            return false;
        }
        let token = self.tokens.get(k);
        let words = TableSet::of(&[Table::NameWords]);
        let class = |row: u32| self.tables.classes[row as usize];
        let mut prefixes = self.entries(k, words);
        token.mark.is_none()
            && prefixes.any(|p| {
                matches!(class(p.row), Class::Prefix | Class::Preposition | Class::Adverb)
                    && (self.lexicon.starts_at(self.tokens.chars, p.at, words))
                        .any(|v| v.at == token.end && class(v.row) == Class::Verb)
            })
    }

    /// Whether the word at `k`, or its part before a hyphen, is a given name.
    pub(super) fn is_given_name(&self, k: usize) -> bool {
        self.tokens.is_word(k) && self.head(k).given
    }

    /// Whether the characters are a given name.
    pub(super) fn is_given(&self, chars: &Range<usize>) -> bool {
        let names = TableSet::of(&[Table::GivenNames]);
        self.lexicon.starts_at(self.tokens.chars, chars.start, names).any(|e| e.at == chars.end)
    }

    /// The word before a title that ends with token `k`.
    pub(super) fn tenure_before(&self, k: usize) -> Option<(TenureRow, usize)> {
        if !self.tables.tenure_ends.end(self.tokens.block, self.tokens.get(k).end) {
            return None;
        }
        let found = self.ending_with(k, TableSet::of(&[Table::Tenures]))?;
        (!found.genitive).then(|| (self.tables.tenures[found.row], found.first))
    }

    /// The country of the adjective at `k`.
    pub(super) fn adjective(&self, k: usize) -> Option<Option<Country>> {
        let found = self.starting(k, Table::Countries)?;
        let (country, adjective, _) = self.tables.countries[found.row];
        (adjective && found.end == k + 1 && !found.genitive).then_some(country)
    }

    fn place(&self, country: Option<EntryMatch>, body: Option<EntryMatch>) -> Option<BodyMatch> {
        let country = country.filter(|f| !self.tables.countries[f.row].1);
        let len = |f: EntryMatch| f.end - f.first;
        match (country, body) {
            (Some(c), b) if b.is_none_or(|b| len(c) >= len(b)) => Some(BodyMatch {
                body: BodyClass::Country(self.tables.countries[c.row].0),
                first: c.first,
                end: c.end,
                genitive: c.genitive,
            }),
            (_, Some(b)) => Some(BodyMatch {
                body: self.tables.bodies[b.row].body,
                first: b.first,
                end: b.end,
                genitive: b.genitive,
            }),
            _ => None,
        }
    }

    /// The body or country that starts with token `k`, with its own name behind it: *region Mitt*.
    pub(super) fn body_at(&self, k: usize) -> Option<BodyMatch> {
        let body = self.starting(k, Table::Bodies);
        let place = self.place(self.starting(k, Table::Countries), body);
        let mut place = place.or_else(|| self.compound_body(k))?;
        let named = body.is_some_and(|f| f.end == place.end && self.tables.bodies[f.row].named);
        let next = place.end;
        if named
            && !place.genitive
            && self.tokens.spaced(next - 1)
            && self.tokens.is_capital(next)
            && !(self.is_given_name(next) && self.tokens.is_capital(next + 1))
        {
            place.end += 1;
        }
        Some(place)
    }

    /// Whether the word at `k` is a later word of a body's name: *Sveriges Lärare*.
    pub(super) fn is_in_body(&self, k: usize) -> bool {
        (k.saturating_sub(3)..k).any(|first| {
            let may = self.tables.long_bodies.start(self.tokens.block, self.tokens.get(first).start);
            let found = if may { self.starting(first, Table::Bodies) } else { None };
            found.is_some_and(|f| f.end > k && self.tables.bodies[f.row].proper && !f.genitive)
        })
    }

    /// Whether a country or a body with a proper name starts with token `k`.
    pub(super) fn is_proper_body(&self, k: usize) -> bool {
        let country = self.starting(k, Table::Countries).is_some_and(|f| !self.tables.countries[f.row].1);
        country || self.starting(k, Table::Bodies).is_some_and(|f| self.tables.bodies[f.row].proper)
    }

    /// Whether a whole country's name ends with token `k`.
    pub(super) fn is_country(&self, k: usize) -> bool {
        self.ending_with(k, COUNTRIES)
            .is_some_and(|f| !f.genitive && matches!(self.tables.countries[f.row], (_, false, false)))
    }

    /// The body or country that ends with token `k`.
    pub(super) fn body_before(&self, k: usize) -> Option<BodyMatch> {
        self.place(self.ending_with(k, COUNTRIES), self.ending_with(k, BODIES))
            .or_else(|| self.compound_body(k))
    }

    /// A body known by the end of a word: *justitieutskottet*, *Skånepolisen*, *Madrid-regionen*.
    fn compound_body(&self, k: usize) -> Option<BodyMatch> {
        let token = self.tokens.get(k);
        if token.mark.is_some() {
            return None;
        }
        let ending = |(end, genitive)| {
            let (body, _) = self.body_ending(token.start, end)?;
            Some(BodyMatch { body, first: k, end: k + 1, genitive })
        };
        let may_end = self.tail(k).meets(BODIES);
        let ending = if may_end { self.ends_of(token.start, token.end).find_map(ending) } else { None };
        // What a body has: *FN-styrkan*.
        ending.or_else(|| {
            let hyphen = self.tokens.chars(k).iter().position(|&c| c == '-')? + token.start;
            let mut bodies = self.entries(k, BODIES);
            let known = bodies.find(|e| e.at == hyphen).map(|e| self.tables.bodies[e.row as usize])?;
            let public = known.proper && known.body == BodyClass::Public;
            public.then_some(BodyMatch { body: known.body, first: k, end: k + 1, genitive: false })
        })
    }

    /// The body that the word `start..end` ends in, and where that begins; the whole word too, if it is one.
    pub(super) fn body_ending(&self, start: usize, end: usize) -> Option<(BodyClass, usize)> {
        let entries = self.lexicon.ends_at(self.tokens.chars, end, BODIES);
        let fits = entries.filter(|e| {
            let hyphen = e.at > start && self.tokens.chars[e.at - 1] == '-';
            e.at == start || hyphen || e.at >= start + 2 && self.tables.bodies[e.row as usize].head
        });
        fits.filter(|e| e.at >= start).last().map(|e| (self.tables.bodies[e.row as usize].body, e.at))
    }

    /// What the first part `start..end` of a compound title names (a party, a body, a country), and where that begins. The
    /// joint may have an -s-.
    pub(super) fn prefix(&self, start: usize, end: usize) -> Option<(BodyClass, usize)> {
        let chars = self.tokens.chars;
        let end = if end > start && chars[end - 1] == '-' { end - 1 } else { end };
        let joint = chars.get(start..end).and_then(|part| self.tables.parts.end(part, WordPart::Joint));
        let joint = end - joint.unwrap_or(0);
        // A body of two words may be written together with the title after it: *Vita hustalesmannen*.
        let whole = |at: usize| {
            at == start || self.tokens.starting(at).is_some_and(|k| self.tokens.get(k + 1).start == start)
        };
        let known = [end, joint].into_iter().find_map(|end| {
            let countries = self.lexicon.ends_at(chars, end, COUNTRIES);
            if let Some(e) =
                countries.filter(|e| whole(e.at) && !self.tables.countries[e.row as usize].1).last()
            {
                return Some((BodyClass::Country(self.tables.countries[e.row as usize].0), e.at));
            }
            let bodies = self.lexicon.ends_at(chars, end, BODIES);
            if let Some(e) = bodies.filter(|e| whole(e.at)).last() {
                return Some((self.tables.bodies[e.row as usize].body, e.at));
            }
            self.body_ending(start, end).map(|(body, _)| (body, start))
        });
        // UD-press|chefen
        known.or_else(|| {
            let hyphen = chars.get(start..end)?.iter().position(|&c| c == '-')? + start;
            let mut bodies = self.lexicon.starts_at(chars, start, BODIES);
            bodies.find(|e| e.at == hyphen).map(|e| (self.tables.bodies[e.row as usize].body, start))
        })
    }

    /// Whether the word at `k` stands for a party in parentheses: a party's name, or its letter.
    pub(super) fn is_party(&self, k: usize) -> bool {
        let letter = self.starting(k, Table::Parties);
        letter.is_some_and(|f| f.end == k + 1)
            || self
                .starting(k, Table::Bodies)
                .is_some_and(|f| f.end == k + 1 && self.tables.bodies[f.row].body == BodyClass::Party)
    }
}
