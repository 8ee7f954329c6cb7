//! What the characters tell that words of office, body and place begin with or end in.

use crate::{
    Error,
    kind::{guard::classes, official::word_parts::WordParts},
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
    }
}

/// The parts, with the characters of those that are asked for at every step.
#[derive(Debug)]
pub(super) struct OfficeParts {
    pub(super) all: WordParts<WordPart>,
    pub(super) levels: CharSet,
    pub(super) deputies: CharSet,
}

impl OfficeParts {
    pub(super) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let all = WordParts::new(lexicon)?;
        Ok(Self {
            levels: all.last_characters(WordPart::Level),
            deputies: all.last_characters(WordPart::Deputy),
            all,
        })
    }
}
