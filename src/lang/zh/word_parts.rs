//! What the characters tell that words of office, body and place begin with or end in, and those beside names.

use crate::{
    Error,
    kind::{
        guard::{ClassSet, classes},
        official::word_parts::WordParts,
    },
    lexicon::Lexicon,
    text::CharSet,
};

classes! {
    /// What such a part tells.
    WordPart {
        /// Several persons may hold an office that ends so: 委员.
        Many "many",
        /// One person holds it, though it ends like those: 总理.
        One "one",
        /// A member, if the body is a parliament: 代表.
        Member "member",
        /// The same if the office is a civil servant's: 顾问.
        Adviser "adviser",
        /// What a legislator is called after the name: 委员.
        Legislator "legislator",
        /// What members of a council are to each other: 召集人.
        Council "council",
        /// Who leads others: 主任.
        Chief "chief",
        /// The chief of a level, by a sign alone: 长 of 县长.
        Head "head",
        /// A sign that other words begin with too: 长 of 长江, 警 of 警告.
        Opens "opens",
        /// A chief whose word does not name all that is led: 局长.
        Heads "heads",
        /// In the word of a deputy's office: 副.
        Deputy "deputy",
        /// Before a title: it was held once: 曾任.
        Once "once",
        /// Before a body it is the body that is for a time, not the office: 临时.
        Provisional "provisional",
        /// Behind a quotation a time, and no word of tenure: “会晤”前.
        Time "time",
        /// An office of countries that one character names: 日前首相.
        Premier "premier",
        /// What the name of a place ends in: 市.
        Level "level",
        /// A level that no name of a place ends in: 地 of 地委.
        Prefecture "prefecture",
        /// The end of a street's name: 路.
        Street "street",
        /// A level that names of places abroad end in too: 州.
        State "state",
        /// Behind the number of a term: 第三次.
        Term "term",
        /// A term whose number needs no 第: 十四届.
        Session "session",
        /// A unit of an army, behind its number: 师.
        Unit "unit",
        /// Before a number that tells which: 第.
        Ordinal "ordinal",
        /// Where the post is, not whose it is: 驻.
        Abroad "abroad",
        /// The end of a dateline: 电.
        Wire "wire",
        /// A day, as datelines have it: 日.
        Day "day",
        /// Between two offices of one person: 兼.
        Also "also",
        /// What names are counted with: 位 of 两位.
        Counts "counts",
        /// A number without figures that is more than one: 两, 几.
        Several "several",
        /// What sums up names: 等.
        Others "others",
        /// It makes one word with a conjunction behind it: 以 of 以及.
        Joins "joins",
        /// Between words and what they say more of: 的.
        Of "of",
        /// After a surname: somebody who is not named: 王某.
        Nobody "nobody",
        /// Behind the number of a date: 月.
        Date "date",
        /// Behind a name and before a sign: 后.
        Post "post",
        /// Behind the number of a ruler it counts something instead: 次.
        Counted "counted",
        /// A name does not end in it, though names hold it: 任.
        Unended "unended",
        /// The last character of words for persons, before a name: 员.
        Person "person",
        /// The end of the name of a place whose people are named with it: 村.
        Village "village",
        /// Women of Vietnam have it between their names: 氏.
        Woman "woman",
        /// Before a sign it joins nothing: 和.
        Dangling "dangling",
    }
}

/// The parts, with what makes an answer quick where most are no.
#[derive(Debug)]
pub(crate) struct OfficeParts {
    all: WordParts<WordPart>,
    /// The last characters of last parts.
    last: Vec<Last>,
    lasts: CharSet,
    /// Where each of them is there, by the character.
    places: Vec<u16>,
    pub(crate) levels: CharSet,
    pub(crate) deputies: CharSet,
    pub(crate) opens: CharSet,
}

/// What last parts end in.
#[derive(Debug)]
struct Last {
    c: char,
    /// What it is by itself.
    sign: ClassSet<WordPart>,
    /// What parts are that end in it.
    any: ClassSet<WordPart>,
}

impl OfficeParts {
    pub(crate) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let all = WordParts::new(lexicon)?;
        let mut last: Vec<Last> = Vec::new();
        for (c, alone, classes) in all.last_characters() {
            let at = last.iter().position(|last| last.c == c).unwrap_or(last.len());
            if at == last.len() {
                last.push(Last { c, sign: ClassSet::default(), any: ClassSet::default() });
            }
            let last = &mut last[at];
            last.any = last.any.join(classes);
            if alone {
                last.sign = last.sign.join(classes);
            }
        }
        let mut places = vec![0; last.iter().map(|last| last.c as usize + 1).max().unwrap_or(0)];
        (0..).zip(&last).for_each(|(at, last)| places[last.c as usize] = at);
        let [levels, deputies, opens] =
            [WordPart::Level, WordPart::Deputy, WordPart::Opens].map(|class| of_class(&last, class));
        let lasts = last.iter().map(|last| last.c).collect();
        Ok(Self { all, last, lasts, places, levels, deputies, opens })
    }

    /// The last parts of one character that are of a class.
    pub(crate) fn of(&self, class: WordPart) -> CharSet {
        of_class(&self.last, class)
    }

    fn last(&self, c: char) -> Option<&Last> {
        if !self.lasts.has(c) {
            return None;
        }
        self.last.get(usize::from(*self.places.get(c as usize)?))
    }

    /// Whether a character is a last part of a class.
    pub(crate) fn is_sign(&self, c: char, class: WordPart) -> bool {
        self.last(c).is_some_and(|last| last.sign.has(class))
    }

    /// How many characters the longest ending of a class at the end of a word has.
    pub(crate) fn end(&self, word: &[char], class: WordPart) -> Option<usize> {
        self.last(*word.last()?).filter(|last| last.any.has(class)).and_then(|_| self.all.end(word, class))
    }

    /// Whether a word ends in a part of a class.
    pub(crate) fn ends(&self, word: &[char], class: WordPart) -> bool {
        self.end(word, class).is_some()
    }

    /// Whether the longest ending of two classes at the end of a word is one of the first.
    pub(crate) fn ends_rather(&self, word: &[char], class: WordPart, than: WordPart) -> bool {
        self.all.ends_rather(word, class, than)
    }

    /// Whether a part of a class begins a word and the word goes on after it.
    pub(crate) fn begins(&self, word: &[char], class: WordPart) -> bool {
        self.all.begins(word, class).is_some()
    }
}

fn of_class(last: &[Last], class: WordPart) -> CharSet {
    last.iter().filter(|last| last.sign.has(class)).map(|last| last.c).collect()
}
