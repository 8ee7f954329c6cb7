//! Amounts of money.

use super::{
    finder::{Finder, Scope},
    local_money::{LocalMoney, Which},
    pack::Pack,
    quantity::{AmountClass, Flag, NumberWords, Quantities, QuantityReading},
};
use crate::{
    Error, Fact, Kind,
    claim::Claim,
    lexicon::{Lexicon, Row, Table, TableSet},
    scan::Hit,
    text::{Block, Pairs},
    value::{Currency, Money},
};
use std::ops::Range;

/// Characters of a word that says what an amount is the price of, at most: with spaces between words, and without.
const PER: (usize, usize) = (24, 4);

/// Finds amounts of money.
#[derive(Debug)]
pub(super) struct Amounts {
    quantities: Quantities,
    spaced: bool,
    names: Vec<CurrencyName>,
    local: Box<dyn LocalMoney>,
    /// What names of countries begin with.
    countries: Pairs,
}

/// What currency a row names.
#[derive(Debug)]
struct CurrencyName {
    /// None where only the country tells.
    currency: Option<Currency>,
    /// Other currencies of the name, by country.
    shared: Vec<(Box<str>, Currency)>,
    /// The currency of the name in texts of the years before one.
    once: Option<(i16, Currency)>,
}

impl CurrencyName {
    fn read(row: Row<'_>) -> Result<Self, Error> {
        let code = |column: &str, code: &str| {
            Currency::from_code(code).ok_or_else(|| row.error(column, format!("no currency `{code}`")))
        };
        let currency = match row.get("code") {
            "" => None,
            known => Some(code("code", known)?),
        };
        let (mut shared, mut once) = (Vec::<(Box<str>, Currency)>::new(), None);
        for pair in row.get("shared").split_whitespace() {
            let error = || row.error("shared", "country:currency or <year:currency expected");
            let (place, currency) = pair.split_once(':').ok_or_else(error)?;
            let currency = code("shared", currency)?;
            match place.strip_prefix('<') {
                Some(year) => once = Some((year.parse().map_err(|_| error())?, currency)),
                None if shared.iter().any(|(known, _)| **known == *place) => {
                    return Err(row.error("shared", format!("{place} stands twice")));
                }
                None => shared.push((place.into(), currency)),
            }
        }
        if currency.is_none() && shared.is_empty() && once.is_none() {
            return Err(row.error("code", "empty, and so is `shared`"));
        }
        Ok(Self { currency, shared, once })
    }

    /// Whether a currency may go by the name.
    fn may_be(&self, currency: Currency) -> bool {
        self.currency == Some(currency) || self.shared.iter().any(|s| s.1 == currency)
    }
}

impl Amounts {
    pub(super) fn new(pack: &Pack, lexicon: &Lexicon, words: &NumberWords) -> Result<Self, Error> {
        let rows = lexicon.rows(Table::Currencies);
        Ok(Self {
            quantities: Quantities::new(
                pack.spaced,
                lexicon,
                (Kind::Money, Table::Currencies),
                "code",
                words,
            )?,
            spaced: pack.spaced,
            names: rows.iter().map(CurrencyName::read).collect::<Result<_, Error>>()?,
            local: (pack.money)(lexicon)?,
            countries: lexicon.beginnings(&[Table::Countries], |_| true),
        })
    }

    /// The currency of a quantity.
    fn currency<'l>(
        &self,
        block: &Block<'_>,
        scope: &mut Scope<'l, '_>,
        found: &QuantityReading,
        countries: &mut Countries<'l>,
    ) -> Option<Which> {
        let (unit, name) = (self.quantities.units.rows.get(found.row)?, self.names.get(found.row)?);
        let at = found.start..found.end;
        if unit.has(Flag::Region) {
            return self.local.money(block, at, false, scope);
        }
        if name.shared.is_empty() {
            let assumed = unit.has(Flag::Assumed);
            return name.currency.map(|currency| Which { currency, assumed, alternative: None });
        }
        if let Some(country) = adjective(block, scope, found)
            && let Some((_, currency)) = name.shared.iter().find(|(c, _)| **c == *country)
        {
            return Some(Which::stated(*currency));
        }
        let sentence = (block.sentence_start(found.start), block.sentence_end(found.end));
        let lexicon = scope.lexicon;
        // The unit itself names no country: 法郎.
        let mut named = |(from, to)| {
            countries.search(block, lexicon, &self.countries, from..to);
            name.named(countries.within(from..to, &at))
        };
        let here = named(sentence);
        if unit.has(Flag::Firm) {
            let alternative = here.first().copied().filter(|&c| Some(c) != name.currency);
            return name.currency.map(|currency| Which { currency, assumed: true, alternative });
        }
        if unit.has(Flag::Local) {
            let local = |near, scope: &mut Scope<'_, '_>| {
                let which = self.local.money(block, at.clone(), near, scope);
                which.filter(|w| name.may_be(w.currency))
            };
            if let Some(near) = local(true, scope) {
                return Some(near);
            }
            if here.is_empty()
                && let Some(which) = local(false, scope)
            {
                return Some(which);
            }
        } else if let Some((year, currency)) = name.once
            && (here.is_empty() || here == [currency])
            && speaks_of(block, scope, sentence, year)
        {
            return Some(Which::assumed(currency));
        }
        // If the sentence names none, the paragraph may.
        let all = if here.is_empty() { named((0, block.len())) } else { here };
        match all[..] {
            [currency] => Some(Which::assumed(currency)),
            [first, ..] if name.currency.is_some() => {
                let currency = name.currency?;
                let alternative = Some(first).filter(|&c| c != currency).or(all.get(1).copied());
                Some(Which { currency, assumed: true, alternative })
            }
            _ => name.currency.map(Which::assumed),
        }
    }

    /// A part of a main unit (*cent*, *öre*) is of the money that the amounts beside it are in.
    fn parts(&self, quantities: &[QuantityReading], which: &mut [Option<Which>]) {
        let is_main = |q: &QuantityReading| self.quantities.units.rows[q.row].is_main();
        let is_part = |q: &QuantityReading| !is_main(q) && !self.names[q.row].shared.is_empty();
        if !quantities.iter().any(is_part) {
            return;
        }
        // The amounts in main units by their money, in order, so that the nearest is one of two.
        let mut main: Vec<(Currency, Vec<usize>)> = Vec::new();
        for (i, found) in which.iter().enumerate() {
            let Some(Which { currency, .. }) = found.filter(|_| is_main(&quantities[i])) else { continue };
            match main.iter_mut().find(|(of, _)| *of == currency) {
                Some((_, all)) => all.push(i),
                None => main.push((currency, vec![i])),
            }
        }
        for (i, part) in quantities.iter().enumerate().filter(|(_, part)| is_part(part)) {
            let name = &self.names[part.row];
            let beside = |all: &[usize]| {
                let next = all.partition_point(|&j| j < i);
                [next.checked_sub(1), Some(next)].map(|k| k.and_then(|k| all.get(k).copied()))
            };
            let fitting = main.iter().filter(|(of, _)| name.may_be(*of)).flat_map(|(_, all)| beside(all));
            let distance = |&j: &usize| (quantities[j].start.abs_diff(part.start), j);
            if let Some(nearest) = fitting.flatten().min_by_key(distance) {
                which[i] = which[nearest];
            }
        }
    }

    /// What an amount is the price of one of, as written.
    fn per(&self, block: &Block<'_>, scope: &Scope<'_, '_>, found: &QuantityReading) -> Option<Box<str>> {
        let longest = if self.spaced { PER.0 } else { PER.1 };
        let word = |from: usize| {
            let end = from + (from..from + longest).take_while(|&i| block.get(i).is_alphabetic()).count();
            (end > from).then(|| block.spelt(from, end).into())
        };
        let guards = self.quantities.guards();
        let end = found.end;
        if block.get(end) == '/' {
            return word(end + 1);
        }
        let next = guards.after(scope.lexicon, block, end);
        if next.has(AmountClass::Per) {
            return word(next.edge + usize::from(block.get(next.edge) == ' '));
        }
        let spelt = |from: usize, to: usize| Some(block.spelt(from, to).into());
        if next.any(&[AmountClass::Piece, AmountClass::Times]) {
            // *i månaden*: the last word.
            let letters = (end..next.edge).rev().take_while(|&i| block.get(i) != ' ').count();
            return spelt(next.edge - letters, next.edge);
        }
        if self.spaced {
            return None;
        }
        // 8元一公斤, 8元每公斤
        if next.has(AmountClass::Each) {
            let measure = guards.after(scope.lexicon, block, next.edge);
            return measure.has(AmountClass::Measure).then(|| spelt(next.edge, measure.edge))?;
        }
        self.each(block, scope, found.start)
    }

    /// 每公斤8元: the measure before an amount, a word or two between them.
    fn each(&self, block: &Block<'_>, scope: &Scope<'_, '_>, start: usize) -> Option<Box<str>> {
        let guards = self.quantities.guards();
        let mut at = start;
        for _ in 0..3 {
            for from in (at.saturating_sub(PER.1)..at).rev() {
                let measure = guards.rest(scope.lexicon, block, from);
                if measure.has(AmountClass::Measure)
                    && measure.edge == at
                    && guards.before(scope.lexicon, block, from).has(AmountClass::Each)
                {
                    return Some(block.spelt(from, at).into());
                }
            }
            let word = guards.before(scope.lexicon, block, at);
            word.row?;
            at = word.edge;
        }
        None
    }
}

impl CurrencyName {
    /// The currencies of the name in some countries, each once.
    fn named<'l>(&self, countries: impl Iterator<Item = &'l str>) -> Vec<Currency> {
        let mut all = Vec::new();
        for country in countries {
            let shared = self.shared.iter().find(|(code, _)| **code == *country);
            if let Some(&(_, currency)) = shared.filter(|s| !all.contains(&s.1)) {
                all.push(currency);
            }
        }
        all
    }
}

impl Finder for Amounts {
    fn find(&self, block: &Block<'_>, hits: &[Hit], scope: &mut Scope<'_, '_>, found: &mut Vec<Claim>) {
        let mut quantities = self.quantities.find(block, hits, scope);
        let mut countries = Countries::default();
        let mut which: Vec<_> =
            quantities.iter().map(|q| self.currency(block, scope, q, &mut countries)).collect();
        self.parts(&quantities, &mut which);
        for (quantity, which) in quantities.drain(..).zip(which) {
            let at = quantity.start..quantity.end;
            let Some(Which { currency, assumed, alternative }) = which else {
                scope.decided(block, Kind::Money, at, false, "a name of several currencies");
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
                    alternative,
                    per: self.per(block, scope, &quantity),
                    qualifiers: quantity.qualifiers,
                }),
            });
        }
        scope.scratch.quantities = quantities;
    }
}

/// Whether a sentence names a year before one, or if it names none the text is older.
fn speaks_of(block: &Block<'_>, scope: &Scope<'_, '_>, (from, to): (usize, usize), year: i16) -> bool {
    let figures = |at: usize| {
        let digit = |i: usize| block.get(i).to_digit(10);
        let ends = digit(at.wrapping_sub(1)).is_none() && digit(at + 4).is_none();
        let value = (at..at + 4).try_fold(0, |n, i| Some(n * 10 + digit(i)?)).filter(|_| ends)?;
        i16::try_from(value).ok().filter(|y| (1900..2100).contains(y))
    };
    let stated: Vec<i16> = (from..to).filter_map(figures).collect();
    if stated.is_empty() {
        return scope.document.published().is_some_and(|date| date.year() < year);
    }
    stated.iter().any(|&y| y < year)
}

/// The country of an adjective right before a number: *danska 500 kronor*.
fn adjective<'l>(block: &Block<'_>, scope: &Scope<'l, '_>, found: &QuantityReading) -> Option<&'l str> {
    let end = found.start.checked_sub(1).filter(|&end| block.get(end) == ' ')?;
    let words = scope.lexicon.ends_at(&block.chars, end, TableSet::of(&[Table::Countries]));
    let word = words.filter(|e| block.word_starts(e.at)).last()?;
    let row = scope.lexicon.row(word);
    (row.get("kind") == "adjective").then(|| row.get("code"))
}

/// The countries that a block names, as far as it was searched for them.
#[derive(Debug, Default)]
struct Countries<'l> {
    /// The code of each, with the places where its names start.
    named: Vec<(&'l str, Vec<usize>)>,
    searched: Range<usize>,
}

impl<'l> Countries<'l> {
    /// Looks for the names in some places of the block.
    fn search(&mut self, block: &Block<'_>, lexicon: &'l Lexicon, begins: &Pairs, places: Range<usize>) {
        if places.start < self.searched.start || places.start > self.searched.end {
            self.named.clear();
            self.searched = places.start..places.start;
        }
        let mut i = self.searched.end;
        while i < places.end {
            let may = begins.start(block, i) && block.word_starts(i);
            let word = || lexicon.longest_at(&block.chars, i, TableSet::of(&[Table::Countries]));
            // Single characters are too often part of another word (方法).
            i = match may.then(word).flatten().filter(|e| e.at > i + 1) {
                Some(entry) => {
                    self.add(lexicon.row(entry).get("code"), i);
                    entry.at
                }
                None => i + 1,
            };
        }
        self.searched.end = i.max(self.searched.end);
    }

    fn add(&mut self, code: &'l str, place: usize) {
        match self.named.iter_mut().find(|(known, _)| *known == code) {
            Some((_, places)) => places.push(place),
            None => self.named.push((code, vec![place])),
        }
    }

    /// The countries named in some places but those of a unit, in the order of their first names there.
    fn within(&self, places: Range<usize>, unit: &Range<usize>) -> impl Iterator<Item = &'l str> + use<'l> {
        let first = |(code, starts): &(&'l str, Vec<usize>)| {
            let from = starts.partition_point(|&start| start < places.start);
            let place = starts[from..].iter().find(|start| !unit.contains(start))?;
            places.contains(place).then_some((*place, *code))
        };
        let mut found: Vec<(usize, &'l str)> = self.named.iter().filter_map(first).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, code)| code)
    }
}
