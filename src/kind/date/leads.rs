//! How far before the word of an anchor dates may begin, computed from the patterns and from what slots say of themselves.

use super::{glance::SlotReaders, grammar::Grammar, slot::SlotReader, text::TABLES};
use crate::{
    lexicon::{Entry, Form, Lexicon, Table, TableSet},
    pattern::{Element, Patterns},
    text::{folded, inside_word_or_number, lower},
};

/// How many characters before the word of an anchor a date may begin, by table and row.
#[derive(Debug)]
pub(super) struct Leads {
    tables: Vec<TableLeads>,
    /// The most of all.
    most: usize,
}

/// Those of a table: of all its words, and of each row.
#[derive(Debug)]
struct TableLeads {
    table: Table,
    all: Option<usize>,
    rows: Box<[Lead]>,
}

/// That of a word.
#[derive(Debug, Clone, Copy, Default)]
struct Lead {
    before: Option<usize>,
    /// Whether it stands elsewhere than at the beginning of a pattern's own characters.
    elsewhere: bool,
}

/// An anchor's word, and how many characters of a slot stand before it at most.
type Inside = (Entry, usize);

/// How long a slot is, in characters.
struct SlotLeads {
    /// The words before the word of its tables, and both.
    lead: usize,
    words: usize,
    /// What it reads by code.
    code: usize,
    inside: Vec<Inside>,
    /// Whether all that it reads holds the word of an anchor.
    anchored: bool,
}

/// The way to a part of a pattern.
#[derive(Debug, Clone, Copy, Default)]
struct Way {
    /// How many characters lie before it.
    before: usize,
    /// The word of an anchor on it that is none of a slot. Such words are frequent (*den*): it is one to start from only where
    /// no slot that holds an anchor for sure follows.
    word: Option<Inside>,
    /// Whether it stands behind others of the pattern's own characters.
    elsewhere: bool,
}

impl Leads {
    pub(super) fn new(
        lexicon: &Lexicon,
        anchors: &[Table],
        patterns: &Patterns,
        readers: &SlotReaders,
        grammar: &Grammar,
    ) -> Self {
        let none = |&table: &Table| {
            let rows = vec![Lead::default(); lexicon.rows(table).len()].into();
            TableLeads { table, all: None, rows }
        };
        let mut leads = Self { tables: anchors.iter().map(none).collect(), most: 0 };
        let all = TableSet::of(anchors);
        let words: Vec<&Form> = lexicon.forms(TABLES.join(all)).collect();
        let within = within(lexicon, &words, all);
        let longest = |tables: TableSet| {
            words.iter().filter(|f| tables.has(f.table)).map(|f| f.len()).max().unwrap_or(0)
        };
        let of = |words: &[&str]| words.iter().map(|w| w.chars().count()).max().unwrap_or(0);
        let before_words =
            |reader: &SlotReader| reader.lead_words(grammar).map(|w| w.len()).max().unwrap_or(0);
        let slot = |reader: &Option<SlotReader>| {
            let reader = reader.as_ref()?;
            let (lead, code) = (before_words(reader), of(reader.examples));
            let inside = inside(lexicon, &words, &within, all, reader, (lead, code));
            // jan. holds the word jan
            let holds = |f: &Form| all.has(f.table) || lexicon.longest_at(lexicon.chars(f), 0, all).is_some();
            let own = |f: &Form| !reader.tables.has(f.table) || holds(f);
            let anchored = reader.is_word() && words.iter().all(|form| own(form));
            Some(SlotLeads { lead, words: lead + longest(reader.tables), code, inside, anchored })
        };
        let slots: Vec<Option<SlotLeads>> = readers.iter().map(slot).collect();
        let mut step = |element: Option<&Element>, way: Way| {
            // Where no spaces are written there may be one before each part but the first.
            let gap = usize::from(!patterns.spaced() && way.before > 0 && element.is_some());
            let before = way.before + gap;
            let on = |len: usize| Some(Way { before: before + len, ..way });
            match element {
                None => {
                    way.word.into_iter().for_each(|word| leads.reach(word, way.elsewhere));
                    None
                }
                Some(Element::Space | Element::MaybeSpace) => on(1),
                Some(Element::Word(word)) => {
                    let anchor = |i| Some((anchor_at(lexicon, word, i, all)?, before + i));
                    let word_at = way.word.or_else(|| (0..word.len()).find_map(anchor));
                    let elsewhere = match way.word {
                        Some(_) => way.elsewhere,
                        None => word_at.is_some_and(|(_, at)| at > before),
                    };
                    Some(Way { before: before + word.len(), word: word_at, elsewhere })
                }
                Some(Element::Slot(slot)) => {
                    let (Some(reader), Some(own)) =
                        (&readers[usize::from(*slot)], &slots[usize::from(*slot)])
                    else {
                        return None;
                    };
                    if way.word.is_none() || own.anchored {
                        leads.reach_tables(reader.tables, before + own.lead);
                        own.inside.iter().for_each(|&(entry, at)| leads.reach((entry, before + at), true));
                    }
                    match () {
                        () if own.anchored => None,
                        () if all.holds(reader.tables) => on(own.code),
                        () => on(own.words.max(own.code)),
                    }
                }
            }
        };
        patterns.walk(Way::default(), &mut step);
        leads.fill();
        leads
    }

    /// A word that stands in no part alone goes over the end of one (天前): as far as any.
    fn fill(&mut self) {
        for TableLeads { all, rows, .. } in &mut self.tables {
            let most = rows.iter().filter_map(|lead| lead.before).max().max(*all);
            for lead in rows.iter_mut() {
                lead.elsewhere |= all.is_some() || lead.before.is_none();
                lead.before = lead.before.max(*all).or(most);
            }
            self.most = self.most.max(most.unwrap_or(0));
        }
    }

    /// Notes that a word may stand so many characters from where a date begins, and whether at the beginning of a pattern's own
    /// characters or elsewhere.
    fn reach(&mut self, (entry, before): Inside, elsewhere: bool) {
        for of in self.tables.iter_mut().filter(|of| of.table == entry.table) {
            let lead = &mut of.rows[entry.row as usize];
            lead.before = lead.before.max(Some(before));
            lead.elsewhere |= elsewhere;
        }
    }

    /// The same for all words of some tables.
    fn reach_tables(&mut self, tables: TableSet, before: usize) {
        for of in self.tables.iter_mut().filter(|of| tables.has(of.table)) {
            of.all = of.all.max(Some(before));
        }
    }

    /// The most of all words.
    pub(super) fn most(&self) -> usize {
        self.most
    }

    /// That of a word of the anchored tables.
    pub(super) fn of(&self, entry: Entry) -> usize {
        self.lead(entry).and_then(|lead| lead.before).unwrap_or(0)
    }

    /// Whether dates hold a word of the anchored tables only where a pattern's own characters begin with it, so that what stands
    /// from it on opens such characters.
    pub(super) fn opens(&self, entry: Entry) -> bool {
        self.lead(entry).is_some_and(|lead| !lead.elsewhere)
    }

    fn lead(&self, entry: Entry) -> Option<&Lead> {
        self.tables.iter().find(|of| of.table == entry.table)?.rows.get(entry.row as usize)
    }
}

/// The word of an anchor at a place, unless that lies inside a word or number, where none is looked for.
fn anchor_at(lexicon: &Lexicon, chars: &[char], at: usize, anchors: TableSet) -> Option<Entry> {
    let inside = at > 0 && inside_word_or_number(chars[at - 1], chars[at]);
    if inside { None } else { lexicon.longest_at(chars, at, anchors) }
}

/// The words of anchors in those of the other tables, each with the other's table.
fn within(lexicon: &Lexicon, words: &[&Form], anchors: TableSet) -> Vec<(Table, Inside)> {
    let others = words.iter().filter(|f| !anchors.has(f.table)).map(|f| (f.table, lexicon.chars(f)));
    let places = others.flat_map(|(table, chars)| (0..chars.len()).map(move |i| (table, chars, i)));
    let found = |(table, chars, i)| Some((table, (anchor_at(lexicon, chars, i, anchors)?, i)));
    places.filter_map(found).collect()
}

/// The words of anchors in what a slot reads, beside those of its own anchored tables: in the words of its other tables
/// (*jan*), and in what it reads by code (1980-talet, 20/5), where one number stands for all.
fn inside(
    lexicon: &Lexicon,
    words: &[&Form],
    within: &[(Table, Inside)],
    anchors: TableSet,
    reader: &SlotReader,
    (lead, code): (usize, usize),
) -> Vec<Inside> {
    let own = within.iter().filter(|(table, _)| reader.tables.has(*table));
    let mut found: Vec<Inside> = own.map(|&(_, (entry, at))| (entry, lead + at)).collect();
    let shape = |chars: &[char]| -> Vec<char> {
        chars.iter().map(|&c| if c.is_ascii_digit() { '0' } else { lower(c) }).collect()
    };
    for text in reader.examples {
        let text: Vec<char> = folded(text).collect();
        for i in 0..text.len() {
            let Some(entry) = anchor_at(lexicon, &text, i, anchors) else { continue };
            found.push((entry, code));
            let own = shape(&text[i..entry.at]);
            if own.contains(&'0') {
                let same = |f: &&&Form| f.table == entry.table && shape(lexicon.chars(f)) == own;
                let forms = words.iter().filter(same);
                found.extend(forms.map(|f| (Entry { row: f.row, ..entry }, code)));
            }
        }
    }
    // The farthest for each word is enough.
    found.sort_by_key(|&(entry, at)| (entry.table as usize, entry.row, std::cmp::Reverse(at)));
    found.dedup_by_key(|(entry, _)| (entry.table as usize, entry.row));
    found
}
