//! Amounts of money.

use super::{
    finder::{Finder, Scope},
    quantity::{Flag, Found, Units},
    region::Regions,
};
use crate::{
    Error, Fact, Kind, Language,
    claim::Claim,
    lexicon::{Lexicon, Row, Table, TableSet},
    scan::Hit,
    text::Block,
    value::{Currency, Money},
};

/// Finds them.
#[derive(Debug)]
pub(super) struct Amounts {
    language: Language,
    units: Units,
    names: Vec<Name>,
    regions: Regions,
}

/// What is asked of a block once at most.
#[derive(Debug, Default)]
struct Asked {
    /// What 元 is.
    local: Option<(Currency, bool)>,
    countries: Option<Vec<String>>,
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
            regions: Regions::new(lexicon)?,
        })
    }

    /// The currency of a quantity, and whether it is assumed.
    fn currency(
        &self,
        block: &Block<'_>,
        scope: &mut Scope<'_, '_>,
        found: &Found,
        asked: &mut Asked,
    ) -> Option<(Currency, bool)> {
        let (unit, name) = (self.units.rows.get(found.row)?, self.names.get(found.row)?);
        if unit.has(Flag::Region) {
            if asked.local.is_none() {
                asked.local = self.regions.money(block, block.span(0, block.len()), scope);
            }
            return asked.local;
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
        let shared = |c: &String| name.shared.iter().any(|(country, _)| **country == **c);
        let around = (block.sentence_start(found.start), block.sentence_end(found.end));
        let mut countries: Vec<_> = self::countries(block, scope, around, found.start..found.end);
        countries.retain(shared);
        if countries.is_empty() {
            // The sentence names none: the paragraph may.
            let all =
                asked.countries.get_or_insert_with(|| self::countries(block, scope, (0, block.len()), 0..0));
            countries.extend(all.iter().filter(|c| shared(c)).cloned());
        }
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

    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Claim>) {
        let mut asked = Asked::default();
        for quantity in self.units.find(block, hits, scope) {
            let Some((currency, assumed)) = self.currency(block, scope, &quantity, &mut asked) else {
                continue;
            };
            found.push(Claim {
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

    fn note(&self, block: &Block<'_>, scope: &mut Scope<'_, '_>) {
        self.regions.note(block, scope);
    }
}

/// The country of an adjective right before a number: *danska 500 kronor*.
fn adjective<'l>(block: &Block<'_>, scope: &Scope<'l, '_>, found: &Found) -> Option<&'l str> {
    let end = found.start.checked_sub(1).filter(|&end| block.get(end) == ' ')?;
    let words = scope.lexicon.ends_at(&block.chars, end, TableSet::of(&[Table::Countries]));
    let word = words.filter(|e| block.word_starts(e.at)).last()?;
    let row = scope.lexicon.row(word);
    (row.get("kind") == "adjective").then(|| row.get("code"))
}

/// The countries that the characters `from..to` name, but for the quantity itself.
fn countries(
    block: &Block<'_>,
    scope: &Scope<'_, '_>,
    (from, to): (usize, usize),
    but: std::ops::Range<usize>,
) -> Vec<String> {
    let mut all = Vec::new();
    let mut i = from;
    while i < to {
        let entry = scope.lexicon.longest_at(&block.chars, i, TableSet::of(&[Table::Countries]));
        // The unit itself names no country (法郎), and single characters are too often part of another word (方法).
        match entry.filter(|e| block.word_starts(i) && e.at > i + 1 && !but.contains(&i)) {
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
