//! Numbers of languages that write spaces: digits in groups, numeral words and their compounds, halves, multipliers. The words
//! are those of the tables `numerals` and `scales`.

use super::{
    Hedge, Number, Numerals, REACH, Style,
    digits::{self, Marks},
    word_map::{WordMap, begins},
};
use crate::{
    Error,
    lexicon::{Lexicon, Row, Table, TableSet},
    text::{Pairs, is_letter, is_letter_or_digit, lower},
};
use rust_decimal::Decimal;

/// What a numeral word is in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Unit,
    Teen,
    Tens,
    Hundred,
    Thousand,
    /// *ett tiotal* is about ten.
    About,
    /// Gives no figure, but an order of magnitude: *tiotals*, *flera*.
    Vague,
    /// *halv*
    Half,
    /// *kvarts*
    Quarter,
    /// Before a half: *två och en halv*.
    And,
    /// The same, and between the parts of a numeral, which are then written apart too: *to hundre og femti*.
    Joint,
    Comma,
}

impl Class {
    fn read(row: &Row<'_>) -> Result<Self, Error> {
        Ok(match row.get("class") {
            "unit" => Self::Unit,
            "teen" => Self::Teen,
            "tens" => Self::Tens,
            "hundred" => Self::Hundred,
            "thousand" => Self::Thousand,
            "about" => Self::About,
            "vague" => Self::Vague,
            "half" => Self::Half,
            "quarter" => Self::Quarter,
            "and" => Self::And,
            "joint" => Self::Joint,
            "comma" => Self::Comma,
            other => return Err(row.error("class", format!("no class `{other}`"))),
        })
    }

    /// Whether a word of the class is a numeral that may begin a compound.
    fn counts(self) -> bool {
        matches!(self, Self::Unit | Self::Teen | Self::Tens | Self::Hundred | Self::Thousand)
    }
}

/// What a numeral word means.
#[derive(Debug)]
struct Word {
    value: Decimal,
    /// The value, if it is a whole number.
    whole: u32,
    class: Class,
}

/// Reads the numbers of a language that writes spaces.
#[derive(Debug)]
pub(crate) struct SpacedNumerals {
    marks: &'static Marks,
    numerals: WordMap<Word>,
    scales: WordMap<Decimal>,
    /// Whether the language has a joint.
    joints: bool,
    /// Words after the first of forms of several: *par* of *ett par*.
    inner: Vec<Vec<char>>,
    /// What all words of numbers begin with.
    beginnings: Pairs,
    /// What numerals end in, and all words of numbers.
    endings: Pairs,
    all_endings: Pairs,
}

impl SpacedNumerals {
    pub(crate) fn new(lexicon: &Lexicon, marks: &'static Marks) -> Result<Self, Error> {
        let (mut numerals, mut scales, mut inner) = (Vec::new(), Vec::new(), Vec::<Vec<char>>::new());
        let (mut beginnings, mut endings) = (Pairs::new(), Pairs::new());
        for form in lexicon.forms(TableSet::of(&[Table::Numerals, Table::Scales])) {
            let row = lexicon.rows(form.table).row(form.row);
            let chars: Vec<char> = lexicon.chars(form).iter().map(|&c| lower(c)).collect();
            for word in chars.split(|&c| c == ' ') {
                beginnings.add(word.iter().copied());
            }
            if form.table == Table::Scales {
                let value: Decimal = row.parse("value")?;
                if value <= Decimal::ONE {
                    return Err(row.error("value", "a multiplier is more than one"));
                }
                scales.push((chars, value));
                continue;
            }
            let class = Class::read(&row)?;
            let value = if row.get("value").is_empty() { Decimal::ZERO } else { row.parse("value")? };
            if class.counts() && (value.fract() != Decimal::ZERO || u32::try_from(value).is_err()) {
                return Err(row.error("value", "a whole number expected"));
            }
            endings.add(chars.iter().rev().copied());
            inner.extend(chars.split(|&c| c == ' ').skip(1).map(<[char]>::to_vec));
            let whole = u32::try_from(value).unwrap_or(0);
            numerals.push((chars, Word { value, whole, class }));
        }
        let joints = numerals.iter().any(|(_, word): &(_, Word)| word.class == Class::Joint);
        let (numerals, scales) = (WordMap::new(numerals), WordMap::new(scales));
        let all_endings = lexicon.endings(&[Table::Numerals, Table::Scales], |_| true);
        Ok(Self { marks, numerals, scales, joints, inner, beginnings, endings, all_endings })
    }

    /// A numeral of a class at a place.
    fn piece(&self, chars: &[char], at: usize, class: Class) -> Option<(usize, u32)> {
        self.numerals.at(chars, at).find(|(_, word)| word.class == class).map(|(end, word)| (end, word.whole))
    }

    /// A joint at a place: where it ends.
    fn joint(&self, chars: &[char], at: usize) -> Option<usize> {
        if self.joints { self.piece(chars, at, Class::Joint).map(|(end, _)| end) } else { None }
    }

    /// 1–99: *fem*, *tretton*, *tjugofem*; behind a joint also *femogtjue*.
    fn below_hundred(&self, chars: &[char], at: usize) -> Option<(usize, u32)> {
        if let Some((end, tens)) = self.piece(chars, at, Class::Tens) {
            return Some(match self.piece(chars, end, Class::Unit) {
                Some((end, unit)) => (end, tens + unit),
                None => (end, tens),
            });
        }
        self.piece(chars, at, Class::Teen).or_else(|| {
            let (end, unit) = self.piece(chars, at, Class::Unit)?;
            let tens = self.joint(chars, end).and_then(|joint| self.piece(chars, joint, Class::Tens));
            Some(tens.map_or((end, unit), |(end, tens)| (end, unit + tens)))
        })
    }

    /// The word for hundreds or thousands behind their number, joined to it or, in a language of joints, apart.
    fn order(&self, chars: &[char], at: usize, class: Class) -> Option<(usize, u32)> {
        self.piece(chars, at, class).or_else(|| {
            let next = Some(spaces(chars, at)).filter(|&next| self.joints && next > at)?;
            self.piece(chars, next, class).filter(|&(end, _)| word_ends(chars, end))
        })
    }

    /// What follows hundreds or thousands, joined to them or, in a language of joints, apart.
    fn rest(
        &self,
        chars: &[char],
        at: usize,
        read: impl Fn(usize) -> Option<(usize, u32)>,
    ) -> Option<(usize, u32)> {
        if let Some(rest) = read(at).or_else(|| read(self.joint(chars, at)?)) {
            return Some(rest);
        }
        let next = Some(spaces(chars, at)).filter(|&next| self.joints && next > at)?;
        let joint = self.joint(chars, next).map(|end| spaces(chars, end));
        let rest = read(joint.unwrap_or(next)).filter(|&(end, _)| word_ends(chars, end))?;
        // hundre og en halv: of the half
        let half = self.word(chars, spaces(chars, rest.0), Class::Half);
        if half.is_none() { Some(rest) } else { None }
    }

    /// 1–999: *tvåhundrafemtio*, *hundratio*.
    fn below_thousand(&self, chars: &[char], at: usize) -> Option<(usize, u32)> {
        let head = self.below_hundred(chars, at);
        let (after, hundreds) = head.unwrap_or((at, 1));
        if let Some((end, hundred)) = self.order(chars, after, Class::Hundred).filter(|_| hundreds < 20) {
            let (end, rest) = self.rest(chars, end, |at| self.below_hundred(chars, at)).unwrap_or((end, 0));
            return Some((end, hundreds * hundred + rest));
        }
        head
    }

    /// A whole number as one word or the beginning of one (*tre*, *tretusenfemhundra*, the *tio* of *tioprocentig*): where
    /// it ends and its value. Whether the word ends there is for the caller to ask.
    fn cardinal(&self, chars: &[char], at: usize) -> Option<(usize, u32)> {
        self.numerals.at(chars, at).find(|(_, word)| word.class.counts())?;
        let head = self.below_thousand(chars, at);
        let (after, thousands) = head.unwrap_or((at, 1));
        if let Some((end, thousand)) = self.order(chars, after, Class::Thousand) {
            let (end, rest) = self.rest(chars, end, |at| self.below_thousand(chars, at)).unwrap_or((end, 0));
            return Some((end, thousands * thousand + rest));
        }
        head
    }

    /// A multiplier word at a place.
    fn scale(&self, chars: &[char], at: usize) -> Option<(usize, Decimal)> {
        self.scales.at(chars, at).find(|&(end, _)| word_ends(chars, end)).map(|(end, &value)| (end, value))
    }

    /// A whole word or words of a class at a place.
    fn noun(&self, chars: &[char], at: usize, class: Class) -> Option<(usize, u32)> {
        self.word(chars, at, class).map(|(end, word)| (end, word.whole))
    }

    /// The number with all that it means.
    fn word(&self, chars: &[char], at: usize, class: Class) -> Option<(usize, &Word)> {
        self.numerals.at(chars, at).find(|&(end, word)| word.class == class && word_ends(chars, end))
    }

    fn part(&self, chars: &[char], at: usize) -> Option<NumberPart> {
        let c = *chars.get(at)?;
        if c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾') {
            return self.digit_part(chars, at);
        }
        if !is_letter(c) || !begins(&self.beginnings, &chars[at..]) {
            return None;
        }
        let words = |end, value, hedge| NumberPart { end, value, hedge, style: Style::Words, plain: false };
        if let Some((end, order)) = self.noun(chars, at, Class::Vague) {
            // *flera hundratusen*
            let next = spaces(chars, end);
            let tens = |n: u32| n >= 100 && 10u32.checked_pow(n.ilog10()) == Some(n);
            let power =
                self.cardinal(chars, next).filter(|&(end, n)| order == 1 && tens(n) && word_ends(chars, end));
            let (end, order) = power.filter(|_| next > end).unwrap_or((end, order));
            return Some(words(end, order.into(), Hedge::Vague));
        }
        if let Some((end, half)) = self.word(chars, at, Class::Half) {
            return Some(words(end, half.value, Hedge::None));
        }
        let (end, value) = self.cardinal(chars, at).filter(|&(end, _)| word_ends(chars, end))?;
        let one = value == 1;
        let value = Decimal::from(value);
        let next = spaces(chars, end);
        if next > end {
            // *en halv*, *tre kvarts*, *ett tiotal*
            if one {
                if let Some((end, half)) = self.word(chars, next, Class::Half) {
                    return Some(words(end, half.value, Hedge::None));
                }
                if let Some((end, about)) = self.noun(chars, next, Class::About) {
                    return Some(words(end, about.into(), Hedge::About));
                }
            }
            if let Some((end, quarter)) = self.word(chars, next, Class::Quarter) {
                return Some(words(end, value.checked_mul(quarter.value)?, Hedge::None));
            }
            // *noll komma fem*
            if let Some((comma, _)) = self.word(chars, next, Class::Comma) {
                let decimals = spaces(chars, comma);
                let (end, decimals) =
                    self.cardinal(chars, decimals).filter(|&(end, _)| word_ends(chars, end))?;
                let places = decimals.checked_ilog10().unwrap_or(0) + 1;
                return Some(words(
                    end,
                    value.checked_add(Decimal::new(decimals.into(), places))?,
                    Hedge::None,
                ));
            }
            // *två och en halv*
            let and = self.word(chars, next, Class::And).or_else(|| self.word(chars, next, Class::Joint));
            if let Some((and, _)) = and {
                let article = self.cardinal(chars, spaces(chars, and));
                let article = article.filter(|&(end, one)| one == 1 && word_ends(chars, end));
                let half = article.and_then(|(after, _)| self.word(chars, spaces(chars, after), Class::Half));
                if let Some((end, half)) = half {
                    return Some(words(end, value.checked_add(half.value)?, Hedge::None));
                }
            }
        }
        let style = if one && end - at <= 3 { Style::Article } else { Style::Words };
        Some(NumberPart { end, value, hedge: Hedge::None, style, plain: false })
    }

    fn digit_part(&self, chars: &[char], at: usize) -> Option<NumberPart> {
        let vulgar = |c: Option<&char>| match c {
            Some('½') => Some(Decimal::new(5, 1)),
            Some('¼') => Some(Decimal::new(25, 2)),
            Some('¾') => Some(Decimal::new(75, 2)),
            _ => None,
        };
        if let Some(value) = vulgar(chars.get(at)) {
            return Some(NumberPart {
                end: at + 1,
                value,
                hedge: Hedge::None,
                style: Style::Digits,
                plain: false,
            });
        }
        let digits = digits::read(chars, at, self.marks)?;
        let mut part = NumberPart {
            end: digits.end,
            value: digits.value,
            hedge: Hedge::None,
            style: Style::Digits,
            plain: digits.plain,
        };
        let after = spaces(chars, part.end);
        if let Some(more) = vulgar(chars.get(after)).filter(|_| digits.value.scale() == 0) {
            part.value = part.value.checked_add(more)?;
            part.end = after + 1;
            part.plain = false;
        }
        Some(part)
    }

    /// Whether a number may begin here: not within another one.
    fn free(&self, chars: &[char], at: usize, number: &Number) -> bool {
        let get = |back: usize| at.checked_sub(back).and_then(|k| chars.get(k)).copied().unwrap_or('\0');
        match get(1) {
            // *,75* has lost its head.
            '.' | ',' => is_letter(get(2)) || matches!(get(2), ')' | '"'),
            ':' | '/' | '\'' => !get(2).is_ascii_digit(),
            ' ' | '\n' => {
                let left = chars.get(at.saturating_sub(32)..at - 1).unwrap_or_default();
                let len = left.iter().rev().take_while(|&&c| is_letter_or_digit(c)).count();
                let (rest, word) = left.split_at(left.len() - len);
                if word.iter().all(char::is_ascii_digit) && !word.is_empty() {
                    // A year may stand before an amount; other digits only before words.
                    let marked = matches!(rest.last(), Some(',' | '/'));
                    return matches!(number.style, Style::Words | Style::Article)
                        || word.len() == 4 && !marked && matches!(word[0], '1' | '2');
                }
                let start = at - 1 - word.len();
                let numeral = self.scale(chars, start).is_some_and(|s| s.0 == at - 1)
                    || self.cardinal(chars, start).is_some_and(|c| c.0 == at - 1 && c.1 > 1);
                !numeral || number.style == Style::Article
            }
            c => !is_letter_or_digit(c),
        }
    }

    /// Whether a word stands here that only goes between those of a number.
    fn between(&self, chars: &[char], at: usize) -> bool {
        self.numerals.at(chars, at).any(|(end, w)| {
            matches!(w.class, Class::And | Class::Joint | Class::Comma | Class::Quarter)
                && word_ends(chars, end)
        }) || self.inner.iter().any(|word| {
            let end = at + word.len();
            let place = chars.get(at..end);
            place.is_some_and(|p| p.iter().zip(word).all(|(&c, &w)| lower(c) == w)) && word_ends(chars, end)
        })
    }
}

impl Numerals for SpacedNumerals {
    /// Reads a number forward: `1 250 000`, `3,5 miljoner`, *en och en halv miljon*, *tjugofem*; bare *miljoner* is vague.
    fn number(&self, chars: &[char], at: usize) -> Option<Number> {
        let mut number = Number {
            end: at,
            low: Decimal::ZERO,
            high: None,
            scale: Decimal::ONE,
            unit: Decimal::ONE,
            hedge: Hedge::None,
            style: Style::Words,
        };
        let first = match self.part(chars, at) {
            Some(part) => part,
            None => {
                let (end, value) = self.scale(chars, at)?;
                return Some(Number {
                    end,
                    low: value,
                    scale: value,
                    hedge: Hedge::Vague,
                    style: Style::Bare,
                    ..number
                });
            }
        };
        let mut part_at = Some(first);
        let mut last = Decimal::MAX;
        let mut count = 0;
        while let Some(part) = part_at {
            let (mut value, mut end) = (part.value, part.end);
            let mut factor = Decimal::ONE;
            let next = spaces(chars, end);
            if (next > end || part.style == Style::Digits)
                && let Some((after, scale)) = self.scale(chars, next)
            {
                (factor, end) = (scale, after);
                // *hundra tusen miljoner*, *5 tusen miljarder*
                let next = spaces(chars, end);
                if let Some((after, more)) = self.scale(chars, next).filter(|s| next > end && s.1 > factor) {
                    factor = factor.checked_mul(more)?;
                    end = after;
                }
                value = value.checked_mul(factor)?;
            }
            // A later part is smaller than the multiplier before it, and no year.
            let year = part.plain && factor == Decimal::ONE && part.end - number.end.min(part.end) <= 5;
            if count > 0 && (value >= last || factor >= last || year || part.hedge != Hedge::None) {
                break;
            }
            number.low = number.low.checked_add(value)?;
            number.end = end;
            number.scale = if count == 0 { factor } else { Decimal::ONE };
            if count == 0 {
                let own = factor == Decimal::ONE || part.style == Style::Digits;
                number.style = if own { part.style } else { Style::Words };
                number.hedge = part.hedge;
            }
            count += 1;
            last = factor;
            if factor < Decimal::from(1000) || part.hedge != Hedge::None || count == 3 {
                break;
            }
            let next = spaces(chars, end);
            part_at = if next > end { self.part(chars, next) } else { None };
        }
        number.low = number.low.normalize();
        Some(number)
    }

    /// The number that ends just before `end`, and where it begins.
    fn before(&self, chars: &[char], end: usize) -> Option<(usize, Number)> {
        // What follows is not read: 5 miljoner NIO is 5 million of them.
        let chars = chars.get(..end)?;
        let floor = end.saturating_sub(REACH);
        let mut best = None;
        let mut at = end;
        let mut words = 0;
        while at > floor && words < 12 {
            at -= 1;
            let c = *chars.get(at)?;
            if !(is_letter_or_digit(c) || matches!(c, ' ' | '\n' | '.' | ',' | '\'' | '½' | '¼' | '¾')) {
                break;
            }
            if !(is_letter_or_digit(c) || matches!(c, '½' | '¼' | '¾')) || !word_ends(chars, at) {
                continue;
            }
            // No number begins in the middle of a figure.
            if c.is_ascii_digit() && matches!(chars.get(..at), Some([.., d, ',' | '.']) if d.is_ascii_digit())
            {
                continue;
            }
            words += 1;
            if is_letter(c) && !begins(&self.beginnings, &chars[at..]) {
                break;
            }
            match self.number(chars, at) {
                Some(n) if n.end == end => best = Some((at, n)),
                // An article belongs to no digits: *en 500-kronorssedel*.
                Some(n)
                    if n.style == Style::Article
                        && best.is_some_and(|b: (_, Number)| b.1.style == Style::Digits) =>
                {
                    break;
                }
                Some(_) => {}
                None if self.between(chars, at) => {}
                None if self.noun(chars, at, Class::About).is_some() => {}
                None if c.is_ascii_digit() => {}
                None => break,
            }
        }
        best.filter(|&(at, number)| self.free(chars, at, &number))
    }

    fn may_end(&self, chars: &[char], at: usize) -> bool {
        matches!(chars.get(..at), Some([.., b, a]) if self.endings.may(*a, *b))
    }

    fn may_be_before(&self, chars: &[char], at: usize) -> bool {
        !matches!(chars.get(..at), Some([.., b, a]) if is_letter(*a) && !self.all_endings.may(*a, *b))
    }

    fn in_compound(&self, chars: &[char], at: usize) -> Option<(usize, u32)> {
        self.cardinal(chars, at)
    }
}

/// A number before its multiplier.
#[derive(Debug, Clone, Copy)]
struct NumberPart {
    end: usize,
    value: Decimal,
    hedge: Hedge,
    style: Style,
    /// Whole digits in one group: might be a year.
    plain: bool,
}

fn word_ends(chars: &[char], at: usize) -> bool {
    let inside = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(|&c| is_letter_or_digit(c));
    !(inside(at.checked_sub(1)) && inside(Some(at)))
}

/// The end of one or two spaces (or a line end) at a place; the place itself if there are none.
fn spaces(chars: &[char], at: usize) -> usize {
    at + chars.get(at..).unwrap_or_default().iter().take(2).take_while(|c| matches!(c, ' ' | '\n')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A few numerals of a language that joins their parts by a word.
    const NUMERALS: &str = "form\tvalue\tclass\nen\t1\tunit\nto\t2\tunit\nfem\t5\tunit\nti\t10\tteen\ntjue\t20\ttens\n\
        femti\t50\ttens\nhundre\t100\thundred\ntusen\t1000\tthousand\nhalv\t0.5\thalf\nog\t\tjoint\n";
    const SCALES: &str = "form\tvalue\nhundre\t100\ntusen\t1000\nmillion\t1000000\nmillioner\t1000000\n";
    const MARKS: Marks = Marks { decimal: &[','], group: &[' ', '.'], noughts: false };

    #[test]
    fn parts_of_a_numeral_may_be_joined_by_a_word() {
        let tables = [(Table::Numerals, NUMERALS.into()), (Table::Scales, SCALES.into())];
        let numerals = SpacedNumerals::new(&Lexicon::new(tables), &MARKS).unwrap();
        for (text, start, value) in [
            ("to hundre og femti", 0, "250"),
            ("tohundreogfemti", 0, "250"),
            ("hundre og tjue millioner", 0, "120000000"),
            ("fem tusen to hundre og ti", 0, "5210"),
            ("to tusen og fem", 0, "2005"),
            ("fem hundre tusen", 0, "500000"),
            ("to millioner fem hundre tusen", 0, "2500000"),
            ("femogtjue", 0, "25"),
            ("to og en halv million", 0, "2500000"),
            ("hundre og en halv million", 0, "100500000"),
            ("kom og femti", 7, "50"),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let (at, number) = numerals.before(&chars, chars.len()).expect(text);
            assert_eq!((at, number.low.to_string().as_str()), (start, value), "{text}");
        }
    }
}
