//! The words beside titles, bodies and names that decide how far they reach and what they are.

use crate::{
    Error,
    kind::{
        guard::{Class, ClassSet, Guards, class_set, classes},
        official::{TermSide, TermWord},
    },
    lexicon::{Lexicon, Table},
    text::{Beginnings, Block, CharSet, Pairs, lower},
    value::TermSense,
};

classes! {
    /// What a word is to the title, the body's name or the person's name beside it.
    OfficialClass {
        /// Before: a word that is no part of a body's name.
        Stop "stop",
        /// Before: a word of a body's name, though it holds one that is none: 对外, 自然.
        Inside "inside",
        /// Before: a word that ends like a word of tenure and is another: 目前, 平原.
        Joined "joined",
        /// Before: a word that ends like a level and is another: 城市.
        Unlevel "unlevel",
        /// Before a title: what says that somebody holds it: 担任.
        Holds "holds",
        /// Before the one character that stands for a country: what a country may follow: 与, 访.
        Meets "meets",
        /// Before: what a person is called after the name: 先生.
        Honorific "honorific",
        /// Before: a character that no foreign name without dots holds.
        Unspelt "unspelt",
        /// Before: a character that no foreign name with dots holds.
        Undotted "undotted",
        /// Before: what may stand between a name and what its bearer does: 也.
        Adverb "adverb",
        /// Before: a word of one character between the names of a list: 和.
        Lists "lists",
        /// Before: a word of one character that joins another to it: 若 in 若不.
        Links "links",
        /// After: the other: 不 in 若不.
        Linked "linked",
        /// After: what makes a character before it a verb: 了.
        Aspect "aspect",
        /// After: a word that may end a phrase, so that a sign after it does not part it from a name: 说, 后.
        Closes "closes",
        /// After a preposition: persons whom something is said to, or done by: 街坊, 记者.
        Addressee "addressee",
        /// After a name: what persons do: 说.
        Acts "acts",
        /// After the second of two names: what two do with each other: 会谈.
        With "with",
        /// After a number: what is counted: 岁.
        Counter "counter",
        /// After an office: a word that makes both the one office of another person: 顾问.
        Serves "serves",
        /// After an office: the word of somebody who wants it: 候选人.
        Seeks "seeks",
        /// After: a word that begins with the 长 before it: 长期, 长江.
        TakesHead "takes-head",
        /// Before a title: a word that says what its holder is in charge of: 分管日常工作的.
        Charge "charge",
        /// After a title that stands alone for its holder: what makes it another's, or a thing: 府, 夫人.
        Turns "turns",
        /// Between an office and a date: what says nothing of either: 于.
        Between "between",
        /// The same: the office is or was held then: 任.
        During "during",
        /// The same: it began then: 上任.
        Since "since",
        /// The same: it ended then: 卸任.
        Until "until",
    }
}

/// The guards of officials, with the characters of some classes.
#[derive(Debug)]
pub(super) struct OfficialGuards {
    pub(super) table: Guards<OfficialClass>,
    /// Characters that a body's name stops at, unless a longer word holds them.
    stops: CharSet,
    unspelt: CharSet,
    undotted: CharSet,
    lists: CharSet,
    /// Words of one character that join another to them, and those that make a verb of the character before them.
    links: CharSet,
    aspects: CharSet,
    /// What words of somebody who wants an office end in.
    seekers: CharSet,
    /// For each class what its words before something end in, and those after something begin with.
    endings: Vec<Beginnings>,
    beginnings: Vec<Beginnings>,
    /// The same of the many words of a term of office.
    terms_before: Pairs,
    terms_after: Pairs,
}

/// The classes of words of a term of office, with what they are to it.
const TERMS: [(OfficialClass, TermWord); 4] = [
    (OfficialClass::During, TermWord::Says(TermSense::During)),
    (OfficialClass::Since, TermWord::Says(TermSense::Since)),
    (OfficialClass::Until, TermWord::Says(TermSense::Until)),
    (OfficialClass::Between, TermWord::Between),
];

/// A word of the table, with its classes on a side.
type Word<'a> = (&'a [char], ClassSet<OfficialClass>);

/// The words of a class.
fn of<'a>(words: &[Word<'a>], class: OfficialClass) -> impl Iterator<Item = &'a [char]> {
    words.iter().filter(move |(_, classes)| classes.has(class)).map(|&(word, _)| word)
}

/// The one character of a word.
fn only(word: &[char]) -> Option<char> {
    if let [c] = *word { Some(c) } else { None }
}

/// What the words of a term of office begin with, as they are read.
fn terms<'a, C: Iterator<Item = char>>(words: &[Word<'a>], read: fn(&'a [char]) -> C) -> Pairs {
    let mut begins = Pairs::new();
    TERMS.iter().flat_map(|&(class, _)| of(words, class)).for_each(|word| begins.add(read(word)));
    begins
}

/// What the words of each class begin with, as they are read.
fn glances<'a, C: Iterator<Item = char>>(words: &[Word<'a>], read: fn(&'a [char]) -> C) -> Vec<Beginnings> {
    let glance = |&class: &OfficialClass| {
        let mut begins = Beginnings::default();
        of(words, class).for_each(|word| begins.add(read(word).map(lower)));
        begins
    };
    OfficialClass::ALL.iter().map(glance).collect()
}

impl OfficialGuards {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let table = Table::OfficialGuards;
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for form in lexicon.forms_of(table) {
            let row = lexicon.rows(table).row(form.row);
            let chars = lexicon.chars(form);
            before.push((chars, class_set(&row, "before", row.get("before"))?));
            after.push((chars, class_set(&row, "after", row.get("after"))?));
        }
        let single = |words: &[Word<'_>], class| of(words, class).filter_map(only).collect();
        Ok(Self {
            table: Guards::new(lexicon, table, false)?,
            stops: single(&before, OfficialClass::Stop),
            unspelt: single(&before, OfficialClass::Unspelt),
            undotted: single(&before, OfficialClass::Undotted),
            lists: single(&before, OfficialClass::Lists),
            links: single(&before, OfficialClass::Links),
            aspects: single(&after, OfficialClass::Aspect),
            seekers: of(&before, OfficialClass::Seeks).filter_map(|word| word.last().copied()).collect(),
            endings: glances(&before, |word| word.iter().rev().copied()),
            beginnings: glances(&after, |word| word.iter().copied()),
            terms_before: terms(&before, |word| word.iter().rev().copied()),
            terms_after: terms(&after, |word| word.iter().copied()),
        })
    }

    /// Whether a word of a class may end before a place: a glance that spares most looks. The table passes over spaces.
    fn may_end(&self, block: &Block<'_>, at: usize, class: OfficialClass) -> bool {
        let (last, other) = (block.before(at), block.before(at.saturating_sub(1)));
        last == ' ' || self.endings[class as usize].has(lower(last), lower(other))
    }

    /// Whether a word of a class may start at a place.
    fn may_start(&self, block: &Block<'_>, at: usize, class: OfficialClass) -> bool {
        let (first, second) = (block.get(at), block.get(at + 1));
        first == ' ' || self.beginnings[class as usize].has(lower(first), lower(second))
    }

    /// Whether the longest word before a place is of a class, and where it starts.
    pub(super) fn before(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: usize,
        class: OfficialClass,
    ) -> Option<usize> {
        if !self.may_end(block, at, class) {
            return None;
        }
        let word = self.table.before(lexicon, block, at);
        word.has(class).then_some(word.edge)
    }

    /// Whether the longest word after a place is of a class, and where it ends.
    pub(super) fn after(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: usize,
        class: OfficialClass,
    ) -> Option<usize> {
        if !self.may_start(block, at, class) {
            return None;
        }
        let word = self.table.after(lexicon, block, at);
        word.has(class).then_some(word.edge)
    }

    /// The word of a term of office after a place, or before it, and its far edge.
    pub(super) fn term_word(
        &self,
        lexicon: &Lexicon,
        block: &Block<'_>,
        at: usize,
        side: TermSide,
    ) -> Option<(usize, TermWord)> {
        let table = &self.table;
        let word = if side == TermSide::Before {
            let may = block.before(at) == ' ' || self.terms_before.end(block, at);
            may.then(|| table.before(lexicon, block, at))
        } else {
            let may = block.get(at) == ' ' || self.terms_after.start(block, at);
            may.then(|| table.after(lexicon, block, at))
        }?;
        let said = TERMS.into_iter().find(|&(class, _)| word.has(class))?;
        Some((word.edge, said.1))
    }

    /// Whether a body's name cannot go on to the left over the character before `at`.
    pub(super) fn stops(&self, lexicon: &Lexicon, block: &Block<'_>, at: usize) -> bool {
        self.stops.has(block.before(at)) && self.before(lexicon, block, at, OfficialClass::Inside).is_none()
    }

    /// Whether an office that ends before a place is wanted, not held.
    pub(super) fn seeks(&self, lexicon: &Lexicon, block: &Block<'_>, at: usize) -> bool {
        self.seekers.has(block.before(at)) && self.before(lexicon, block, at, OfficialClass::Seeks).is_some()
    }

    pub(super) fn is_unspelt(&self, c: char) -> bool {
        self.unspelt.has(c)
    }

    /// Whether a character joins the names of a list: 、 and words such as 和.
    pub(super) fn is_list_sign(&self, c: char) -> bool {
        c == '、' || self.lists.has(c)
    }

    /// Whether a character is a word that joins another to it, unless a longer one holds it.
    pub(super) fn may_link(&self, c: char) -> bool {
        self.links.has(c)
    }

    /// Whether a character makes a verb of the one before it, unless a longer word holds it.
    pub(super) fn may_be_aspect(&self, c: char) -> bool {
        self.aspects.has(c)
    }

    pub(super) fn is_undotted(&self, c: char) -> bool {
        self.undotted.has(c)
    }
}
