//! Amounts of money.

use super::{
    Candidate, Finder, Scope,
    quantity::{Flag, Found, Units},
};
use crate::{
    Error, Fact, Kind, Language, Region,
    lexicon::{Lexicon, Row, Table, TableSet},
    scan::Hit,
    text::{Block, Pairs},
    value::{Currency, Money},
};
use once_cell::sync::Lazy;
use std::cell::OnceCell;

/// Finds them.
#[derive(Debug)]
pub(super) struct Amounts {
    language: Language,
    units: Units,
    names: Vec<Name>,
}

/// What currency a row names.
#[derive(Debug)]
struct Name {
    /// None where only the country tells.
    currency: Option<Currency>,
    /// Other currencies of the name, by country.
    shared: Vec<(Box<str>, Currency)>,
}

impl Amounts {
    pub(super) fn new(language: Language, lexicon: &Lexicon) -> Result<Self, Error> {
        let name = |row: Row<'_>| {
            let code = |column: &str, code: &str| {
                Currency::from_code(code).ok_or_else(|| row.error(column, format!("no currency `{code}`")))
            };
            let currency = match row.get("code") {
                "" => None,
                known => Some(code("code", known)?),
            };
            let pair = |pair: &str| {
                let (country, currency) =
                    pair.split_once(':').ok_or_else(|| row.error("shared", "country:currency expected"))?;
                Ok((country.into(), code("shared", currency)?))
            };
            let shared = row.get("shared").split_whitespace().map(pair).collect::<Result<_, Error>>()?;
            Ok(Name { currency, shared })
        };
        Ok(Self {
            language,
            units: Units::new(language, lexicon, Table::Currencies, "code")?,
            names: lexicon.rows(Table::Currencies).iter().map(name).collect::<Result<_, Error>>()?,
        })
    }

    /// The currency of a quantity, and whether it is assumed.
    fn currency(
        &self,
        block: &Block<'_>,
        scope: &Scope<'_, '_>,
        found: &Found,
        local: &OnceCell<Option<(Currency, bool)>>,
    ) -> Option<(Currency, bool)> {
        let (unit, name) = (self.units.rows.get(found.row)?, self.names.get(found.row)?);
        if unit.has(Flag::Region) {
            return *local.get_or_init(|| region(block, scope));
        }
        let assumed = unit.has(Flag::Assumed);
        if !name.shared.is_empty()
            && let Some(country) = adjective(block, scope, found)
            && let Some((_, currency)) = name.shared.iter().find(|(c, _)| **c == *country)
        {
            return Some((*currency, false));
        }
        if name.shared.is_empty() || unit.has(Flag::Firm) {
            return Some((name.currency?, assumed));
        }
        let mut countries = countries(block, scope, found);
        countries.retain(|c| name.shared.iter().any(|(country, _)| **country == **c));
        if let [country] = &countries[..] {
            let other = name.shared.iter().find(|(c, _)| **c == **country)?;
            return Some((other.1, true));
        }
        Some((name.currency?, true))
    }

    fn per(&self, block: &Block<'_>, end: usize) -> Option<Box<str>> {
        let word = |from: usize| {
            let mut to = from;
            while block.get(to).is_alphabetic()
                && to < from + 24
                && !(self.language == Language::Chinese && to >= from + 4)
            {
                to += 1;
            }
            (to > from).then(|| block.spelt(from, to).into())
        };
        if block.get(end) == '/' {
            return word(end + 1);
        }
        if self.language == Language::Swedish {
            let per = block.chars.get(end..end + 5) == Some(&[' ', 'p', 'e', 'r', ' ']);
            if per {
                return word(end + 5);
            }
        }
        None
    }
}

impl Finder for Amounts {
    fn kind(&self) -> Kind {
        Kind::Money
    }

    fn tables(&self) -> TableSet {
        TableSet::of(&[Table::Currencies])
    }

    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Candidate>) {
        // Asked once a block, if at all.
        let local = OnceCell::new();
        for quantity in self.units.find(block, hits, scope) {
            let Some((currency, assumed)) = self.currency(block, scope, &quantity, &local) else { continue };
            found.push(Candidate {
                start: quantity.start,
                end: quantity.end,
                fact: Fact::Money(Money {
                    amount: quantity.low,
                    max: quantity.high,
                    currency,
                    assumed,
                    per: self.per(block, quantity.end),
                    context: quantity.context,
                }),
            });
        }
    }
}

/// What 元 is: by the region of the document if that is known, else by the block. In Traditional characters a text that
/// speaks of Taiwan, Hong Kong or Macau, or of their money, means that money; all else means the yuan.
fn region(block: &Block<'_>, scope: &Scope<'_, '_>) -> Option<(Currency, bool)> {
    if let Some(region) = scope.document.published_in() {
        let code = match region {
            Region::Taiwan => "TWD",
            Region::HongKong => "HKD",
            Region::Macau => "MOP",
            _ => "CNY",
        };
        return Some((Currency::from_code(code)?, false));
    }
    const TRADITIONAL: &str =
        "億萬圓個這來們對為說時會國與從區後開關學經過還進發點體實業應內兩總統報處長億參";
    let traditional = || block.source(0, block.len()).chars().any(|c| TRADITIONAL.contains(c));
    let code = if block.traditional && traditional() { spoken_of(block) } else { "CNY" };
    Some((Currency::from_code(code)?, true))
}

/// Words that tell whose money a text in Traditional characters speaks of, the surest first.
const PLACES: [(&str, &str); 23] = [
    ("人民币", "CNY"),
    ("台币", "TWD"),
    ("NT$", "TWD"),
    ("台湾", "TWD"),
    ("台北", "TWD"),
    ("行政院", "TWD"),
    ("立法院", "TWD"),
    ("立委", "TWD"),
    ("高雄", "TWD"),
    ("台中", "TWD"),
    ("台股", "TWD"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("HK$", "HKD"),
    ("香港", "HKD"),
    ("港府", "HKD"),
    ("特首", "HKD"),
    ("港铁", "HKD"),
    ("恒指", "HKD"),
    ("港股", "HKD"),
    ("本地生产总值", "HKD"),
    ("特区政府", "HKD"),
    ("澳门", "MOP"),
];

/// The code of the money that the surest of those words in a block tells.
fn spoken_of(block: &Block<'_>) -> &'static str {
    static BEGIN: Lazy<Pairs> = Lazy::new(|| {
        let mut begin = Pairs::new();
        PLACES.iter().for_each(|(word, _)| begin.add(word.chars()));
        begin
    });
    let stands = |at: usize, word: &str| word.chars().enumerate().all(|(i, c)| block.get(at + i) == c);
    (0..block.len())
        .filter(|&at| BEGIN.may(block.get(at), block.get(at + 1)))
        .filter_map(|at| PLACES.iter().position(|(word, _)| stands(at, word)))
        .min()
        .map_or("CNY", |surest| PLACES[surest].1)
}

/// The country of an adjective right before a number: *danska 500 kronor*.
fn adjective<'l>(block: &Block<'_>, scope: &Scope<'l, '_>, found: &Found) -> Option<&'l str> {
    let end = found.start.checked_sub(1).filter(|&end| block.get(end) == ' ')?;
    let words = scope.lexicon.ends_at(&block.chars, end, TableSet::of(&[Table::Countries]));
    let word = words.filter(|e| block.word_starts(e.at)).last()?;
    let row = scope.lexicon.row(word);
    (row.get("kind") == "adjective").then(|| row.get("code"))
}

/// The countries that the sentence around a quantity names.
fn countries(block: &Block<'_>, scope: &Scope<'_, '_>, found: &Found) -> Vec<String> {
    let mut all = Vec::new();
    let mut i = block.sentence_start(found.start);
    let end = block.sentence_end(found.end);
    while i < end {
        let starts = block.word_starts(i);
        let country = || scope.lexicon.longest_at(&block.chars, i, TableSet::of(&[Table::Countries]));
        let entry = if starts { country() } else { None };
        // The unit itself names no country (法郎), and single characters are too often part of another word (方法).
        let inside = (found.start..found.end).contains(&i);
        match entry.filter(|e| e.at > i + 1 && !inside) {
            Some(entry) => {
                let country = scope.lexicon.row(entry).get("code").to_owned();
                if !all.contains(&country) {
                    all.push(country);
                }
                i = entry.at.max(i + 1);
            }
            None => i += 1,
        }
    }
    all
}
