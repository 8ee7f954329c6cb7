//! What the words beside a quantity are: the classes of the guards of amounts.

use crate::{
    kind::guard::{Neighbour, classes},
    value::{Basis, Direction, Modifier},
};

classes! {
    /// The classes of the table `amount-guards`.
    AmountClass {
        Approx "approx", MoreThan "more-than", LessThan "less-than", AtLeast "at-least", AtMost "at-most",
        /// Make a multiplier a figure: 上亿元.
        Bare "bare", BareLeast "bare-least",
        /// May stand between a verb and its number; a verb further left may belong to it too.
        Glue "glue", Reach "reach",
        Up "up", Down "down",
        /// Up or down, where something is compared: 比去年高5%.
        More "more", Less "less", Compares "compares",
        /// A verb of change that may go either way.
        Change "change",
        /// A word of numbers that lie apart: *varierar från 30 till 50*.
        Spreads "spreads",
        /// The size of a rise or fall, which the noun before it tells apart: 跌幅扩大至5%.
        Size "size",
        OverYear "over-year", OverQuarter "over-quarter", OverMonth "over-month", OverWeek "over-week",
        OverDay "over-day", OverPeriod "over-period",
        Minus "minus",
        /// Stand between two numbers; the second with a word before or after both.
        Range "range", RangeBoth "range-both", Both "both",
        List "list", EndsList "ends-list",
        /// Gives each of two its own number.
        Respectively "respectively",
        From "from", To "to",
        /// A word of paying, before a price; one that may follow a price.
        Pays "pays", Closes "closes",
        /// A word of spending, which only money follows; what may stand before a price in a sentence about prices.
        Spends "spends", Leads "leads", Price "price",
        Each "each",
        /// Beside a cent that means any money at all: 每一分钱.
        Any "any",
        /// Counts something else than money: 3 of 人民币3种.
        Counter "counter",
        /// What a person does: 王三成说; only after a surname that does not begin the clause, shares may do it too.
        Says "says", Does "does",
        /// A word of which 数 is part: 总数.
        Counts "counts",
        /// A word that ends in a numeral: 之一, 周五.
        NumberWord "number-word",
        /// What shares are taken of.
        Group "group",
        /// The points of an index beside the same change in percent: 跌421点或1.73%.
        Points "points",
        /// A comparison that a denial turns round, a denial, and what begins another clause.
        Deniable "deniable", Denies "denies", Opens "opens",
        /// A part of the main unit behind an amount, and what joins the two.
        Part "part", And "and",
        /// Of a number of years, that it lasts: 60年来.
        Lasting "lasting",
        Half "half", Fringe "fringe",
        /// Makes a share with 负 one that is borne: 负三成责任.
        Duty "duty",
        /// The rest of a compound that holds an amount.
        Tail "tail",
        /// An English multiplier.
        Scale "scale",
        /// What a price is the price of.
        Per "price-of", Piece "piece", Times "times", Measure "measure",
        /// What the points of a rate stand with, and other points.
        Rate "rate", Index "index", Length "length",
        /// Another word that begins with the unit: always; after a single numeral; unless the number is bounded; the adverb 八成;
        /// 九成新; after 半.
        Word "word", Term "term", Verb "verb", Likely "likely", Grade "grade", HalfWord "half-word",
    }
}

/// Bounds on either side of a number.
pub(super) const BOUNDS: &[AmountClass] = &[
    AmountClass::Approx,
    AmountClass::MoreThan,
    AmountClass::LessThan,
    AmountClass::AtLeast,
    AmountClass::AtMost,
];

/// What a change is compared with.
pub(super) const BASES: &[AmountClass] = &[
    AmountClass::OverYear,
    AmountClass::OverQuarter,
    AmountClass::OverMonth,
    AmountClass::OverWeek,
    AmountClass::OverDay,
    AmountClass::OverPeriod,
];

pub(super) fn modifier(word: &Neighbour<AmountClass>) -> Option<Modifier> {
    let modifier = |class: &AmountClass| match class {
        AmountClass::Approx => Modifier::Approx,
        AmountClass::MoreThan => Modifier::MoreThan,
        AmountClass::LessThan => Modifier::LessThan,
        AmountClass::AtLeast => Modifier::AtLeast,
        _ => Modifier::AtMost,
    };
    BOUNDS.iter().find(|&&class| word.has(class)).map(modifier)
}

pub(super) fn direction(word: &Neighbour<AmountClass>) -> Option<Direction> {
    match (word.has(AmountClass::Up), word.has(AmountClass::Down)) {
        (true, false) => Some(Direction::Up),
        (false, true) => Some(Direction::Down),
        _ => None,
    }
}

pub(super) fn basis(word: &Neighbour<AmountClass>) -> Option<Basis> {
    let basis = |class: &AmountClass| match class {
        AmountClass::OverYear => Basis::Year,
        AmountClass::OverQuarter => Basis::Quarter,
        AmountClass::OverMonth => Basis::Month,
        AmountClass::OverWeek => Basis::Week,
        AmountClass::OverDay => Basis::Day,
        _ => Basis::Period,
    };
    BASES.iter().find(|&&class| word.has(class)).map(basis)
}
