//! Numerals of one character each, as Chinese writes them: what each character is, by the tables of numerals and scales, and
//! whole numbers below 万.
//!
//! Dates and amounts read their numerals here. Characters are folded: digits are ASCII, Traditional numerals Simplified.

use crate::{
    Error,
    lexicon::{Lexicon, Row, Table},
    number::Hedge,
    text::lower,
};

/// What a character is in a numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    Nothing,
    Digit(u32),
    /// A digit that only counts: 两.
    Counted(u32),
    /// A letter that stands for a digit between two of them: the O of 二OO八.
    Letter(u32),
    /// Ten, hundred, thousand.
    Unit(u32),
    /// Twenty, thirty, forty in one character.
    Tens(u32),
    /// A multiplier begins with it: 万.
    Scale,
    Point,
    Half,
    More,
    About,
    Several,
    Few,
    /// 第
    Ordinal,
    /// 个, which 半 may stand beside.
    Counter,
}

/// The characters of numerals.
#[derive(Debug)]
pub(crate) struct CharNumerals {
    /// The place in `signs` of each character of the first plane.
    index: Box<[u8]>,
    signs: Vec<Sign>,
    /// Every character that is something.
    chars: Vec<char>,
    /// Digits that words end in as well: 大陆, 统一.
    words: Vec<char>,
    /// Multipliers with their powers of ten, the longest first.
    scales: Vec<(Vec<char>, u32)>,
}

/// A numeral below 万 in Han characters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Section {
    pub(crate) end: usize,
    pub(crate) low: u32,
    pub(crate) high: u32,
    /// The unit of a one-digit numeral: 1000 of 三千.
    pub(crate) unit: u32,
    pub(crate) hedge: Hedge,
    positional: bool,
    /// 一百二 for 120.
    shorthand: bool,
}

impl CharNumerals {
    /// The numerals of a language that has none of one character.
    pub(crate) fn none() -> Self {
        Self {
            index: Box::default(),
            signs: vec![Sign::Nothing],
            chars: Vec::new(),
            words: Vec::new(),
            scales: Vec::new(),
        }
    }

    pub(crate) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let mut numerals = Self { index: vec![0; 1 << 16].into(), ..Self::none() };
        for form in lexicon.forms_of(Table::Scales) {
            let row = lexicon.rows(Table::Scales).row(form.row);
            let value: u64 = row.parse("value")?;
            let power = value.checked_ilog10().filter(|&p| p > 3 && p < 19 && 10_u64.pow(p) == value);
            let power = power.ok_or_else(|| row.error("value", "a power of ten from 10000 on expected"))?;
            let chars = lexicon.chars(form);
            numerals.set(&row, chars[0], Sign::Scale)?;
            numerals.scales.push((chars.to_vec(), power));
        }
        numerals.scales.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        for form in lexicon.forms_of(Table::Numerals) {
            let row = lexicon.rows(Table::Numerals).row(form.row);
            let [c] = lexicon.chars(form) else { return Err(row.error("form", "one character expected")) };
            // A letter is one in either case.
            for c in [*c, lower(*c)] {
                numerals.set(&row, c, sign(&row)?)?;
            }
            if row.get("word") == "ends" {
                numerals.words.push(*c);
            }
        }
        Ok(numerals)
    }

    fn set(&mut self, row: &Row<'_>, c: char, sign: Sign) -> Result<(), Error> {
        let known = self.signs.iter().position(|&s| s == sign);
        let place = known.unwrap_or(self.signs.len());
        if known.is_none() {
            self.signs.push(sign);
        }
        let index = self.index.get_mut(c as usize).zip(u8::try_from(place).ok());
        let (index, place) = index.ok_or_else(|| row.error("form", "no character of the first plane"))?;
        *index = place;
        if !self.chars.contains(&c) {
            self.chars.push(c);
        }
        Ok(())
    }

    /// The characters that are something of a kind.
    pub(crate) fn of(&self, kind: impl Fn(Sign) -> bool) -> impl Iterator<Item = char> {
        self.chars.iter().copied().filter(move |&c| kind(self.sign(c)))
    }

    /// What a character is.
    #[inline]
    pub(crate) fn sign(&self, c: char) -> Sign {
        self.index.get(c as usize).map_or(Sign::Nothing, |&i| self.signs[usize::from(i)])
    }

    /// The value of a digit.
    #[inline]
    pub(crate) fn digit(&self, c: char) -> Option<u32> {
        match self.sign(c) {
            Sign::Digit(value) | Sign::Counted(value) => Some(value),
            _ => None,
        }
    }

    /// Ten, hundred, thousand.
    #[inline]
    pub(crate) fn unit(&self, c: char) -> Option<u32> {
        if let Sign::Unit(unit) = self.sign(c) { Some(unit) } else { None }
    }

    fn tens(&self, c: char) -> Option<u32> {
        if let Sign::Tens(tens) = self.sign(c) { Some(tens) } else { None }
    }

    /// Whether a digit ends words that are no numerals.
    pub(crate) fn ends_words(&self, c: char) -> bool {
        self.words.contains(&c)
    }

    /// Whether a multiplier begins with a character.
    #[inline]
    pub(crate) fn scales(&self, c: char) -> bool {
        self.sign(c) == Sign::Scale
    }

    /// The multiplier at a place: its power of ten, and where it ends.
    pub(crate) fn scale(&self, chars: &[char], at: usize) -> Option<(u32, usize)> {
        chars.get(at).filter(|&&c| self.scales(c))?;
        let place = &chars[at..];
        self.scales.iter().find(|(form, _)| place.starts_with(form)).map(|(form, p)| (*p, at + form.len()))
    }

    /// Whether a character is part of a numeral: a digit, a unit or a multiplier.
    pub(crate) fn numeral(&self, c: char) -> bool {
        use Sign::{Counted, Digit, Scale, Tens, Unit};
        matches!(self.sign(c), Digit(_) | Counted(_) | Unit(_) | Tens(_) | Scale)
    }

    /// The value of a digit that may stand in figures, as 两 does not.
    #[inline]
    pub(crate) fn figure(&self, c: char) -> Option<u32> {
        if let Sign::Digit(value) = self.sign(c) { Some(value) } else { None }
    }

    /// A number spelled digit by digit (二〇二五, 九八): where it ends and its value; two to nine digits.
    fn positional(&self, chars: &[char], at: usize) -> Option<(usize, u32)> {
        let mut value = 0;
        let mut end = at;
        while let Some(d) = chars.get(end).and_then(|&c| self.figure(c)) {
            if end - at == 9 {
                return None;
            }
            value = value * 10 + d;
            end += 1;
        }
        (end - at >= 2).then_some((end, value))
    }

    /// So many digits in a row (一九九三), of which those between may be letters: where they end and their value. No digit and no
    /// ten may follow.
    pub(crate) fn figures(&self, chars: &[char], at: usize, len: usize) -> Option<(usize, u32)> {
        let sign = |i: usize| chars.get(i).map_or(Sign::Nothing, |&c| self.sign(c));
        let mut value = 0;
        for i in 0..len {
            value = value * 10
                + match sign(at + i) {
                    Sign::Digit(d) => d,
                    Sign::Letter(d) if i > 0 => d,
                    _ => return None,
                };
        }
        let more = matches!(sign(at + len), Sign::Digit(_) | Sign::Letter(_) | Sign::Unit(10));
        (!more).then_some((at + len, value))
    }

    /// A whole number below ten thousand (七, 两, 十二, 廿一, 三百六十五): where it ends and its value.
    pub(crate) fn integer(&self, chars: &[char], at: usize) -> Option<(usize, u32)> {
        chars.get(at).filter(|&&c| self.numeral(c))?;
        let section = self.section(chars, at)?;
        let whole = section.low == section.high && section.hedge == Hedge::None;
        (whole && !section.positional && !section.shorthand).then_some((section.end, section.low))
    }

    /// One from 1 to 99 without a digit that only counts: a day is 二日, never 两日.
    pub(crate) fn ordinal(&self, chars: &[char], at: usize) -> Option<(usize, u32)> {
        let counts = |end: usize| chars[at..end].iter().any(|&c| matches!(self.sign(c), Sign::Counted(_)));
        self.integer(chars, at).filter(|&(end, n)| (1..100).contains(&n) && !counts(end))
    }

    /// A numeral below 万: 三百六十五, 三四十, 二十几, 一百二, and figures as 二〇二五.
    // long: one walk over the characters, whose cases share what was read so far.
    pub(crate) fn section(&self, chars: &[char], at: usize) -> Option<Section> {
        let digit_at = |i: usize| chars.get(i).and_then(|&c| self.digit(c));
        let unit_at = |i: usize| chars.get(i).and_then(|&c| self.unit(c));
        let tens_at = |i: usize| chars.get(i).and_then(|&c| self.tens(c));
        let mut section = Section {
            end: at,
            low: 0,
            high: 0,
            unit: 1,
            hedge: Hedge::None,
            positional: false,
            shorthand: false,
        };
        let mut last = 10_000; // the unit read last: the next is smaller
        let mut zero = false; // 〇 stands before the last digit
        let mut parts = 0;
        let mut i = at;
        loop {
            let (low, high, after) = if let Some(a) = digit_at(i) {
                if a == 0 && parts > 0 {
                    zero = true;
                    i += 1;
                    if digit_at(i).is_none_or(|d| d == 0) && unit_at(i) != Some(10) && tens_at(i).is_none() {
                        return None;
                    }
                    continue;
                }
                match digit_at(i + 1) {
                    Some(b) if digit_at(i + 2).is_none() && neighbours(a, b) => (a, b, i + 2),
                    Some(_) if parts == 0 => return self.spelled(chars, i, section),
                    Some(_) => return None,
                    None => (a, a, i + 1),
                }
            } else if let Some(value) = tens_at(i).filter(|_| last > 10) {
                section.low += value;
                section.high += value;
                last = 10;
                parts += 1;
                i += 1;
                section.end = i;
                continue;
            } else if chars.get(i).is_some_and(|&c| self.sign(c) == Sign::Few)
                && parts > 0
                && section.hedge == Hedge::None
                && last > 1
            {
                section.hedge = Hedge::More;
                i += 1;
                last = match unit_at(i).filter(|&u| u < last) {
                    Some(unit) => {
                        i += 1;
                        unit
                    }
                    None => 1,
                };
                section.end = i;
                parts += 1;
                continue;
            } else if unit_at(i) == Some(10) && last > 10 && (parts == 0 || zero || last >= 100) {
                (1, 1, i) // 十 for 一十
            } else {
                break;
            };
            if section.hedge != Hedge::None || last == 1 {
                return None;
            }
            match unit_at(after) {
                Some(unit) if unit < last => {
                    section.low += low * unit;
                    section.high = section.high.max(section.low - low * unit) + high * unit;
                    section.unit = if parts == 0 { unit } else { 1 };
                    last = unit;
                    i = after + 1;
                    zero = false;
                }
                Some(_) => return None,
                None => {
                    // 一百二 is 120, 一百〇二 is 102.
                    let place =
                        if parts > 0 && (100..10_000).contains(&last) && !zero { last / 10 } else { 1 };
                    section.shorthand = place > 1;
                    section.low += low * place;
                    section.high += high * place;
                    section.unit = 1;
                    last = 1;
                    i = after;
                }
            }
            parts += 1;
            section.end = i;
            if last == 1 {
                break;
            }
        }
        (section.end > at).then_some(section)
    }

    /// Figures in Han digits. Two without a nought are a name or a slip, not an amount.
    fn spelled(&self, chars: &[char], at: usize, section: Section) -> Option<Section> {
        let (end, value) = self.positional(chars, at)?;
        let nought = chars.get(at..end)?.iter().any(|&c| self.digit(c) == Some(0));
        (end - at > 2 || nought).then_some(Section {
            end,
            low: value,
            high: value,
            positional: true,
            ..section
        })
    }
}

fn sign(row: &Row<'_>) -> Result<Sign, Error> {
    Ok(match row.get("class") {
        "digit" => Sign::Digit(row.parse("value")?),
        "counted" => Sign::Counted(row.parse("value")?),
        "letter" => Sign::Letter(row.parse("value")?),
        "unit" => Sign::Unit(row.parse("value")?),
        "tens" => Sign::Tens(row.parse("value")?),
        "point" => Sign::Point,
        "half" => Sign::Half,
        "more" => Sign::More,
        "about" => Sign::About,
        "several" => Sign::Several,
        "few" => Sign::Few,
        "ordinal" => Sign::Ordinal,
        "counter" => Sign::Counter,
        other => return Err(row.error("class", format!("no class `{other}`"))),
    })
}

/// Whether two digits in a row mean "one or the other".
fn neighbours(a: u32, b: u32) -> bool {
    a >= 1 && (b == a + 1 || (a, b) == (3, 5))
}
