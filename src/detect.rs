//! Which language a text is in: told by its script, and where that is Latin by small words and letters. It is a light check:
//! what it cannot tell it leaves open.

use crate::{
    text::{is_han, is_letter, lower},
    tsv,
};
use once_cell::sync::Lazy;

/// Characters that are looked at for their script.
const SCRIPT: usize = 1024;

/// Characters of a Latin text whose words are looked at.
const WORDS: usize = 600;

/// Words that speak for a language alone, at least; and how many times those that speak for the other.
const LEAST: u32 = 3;
const TIMES: u32 = 2;

/// Words that speak for a language that is not read, at least, where none speaks for one that is.
const FEW: u32 = 2;

/// So many words are read before it is asked whether they are enough.
const ENOUGH: u32 = 8;

/// The codes that scripts tell.
const HAN: &str = "zh";
const KANA: &str = "ja";
const UNKNOWN: &str = "und";

/// Hiragana that a text holds at least which is no Chinese one with a Japanese name.
const GRAMMAR: u32 = 5;

/// What a word speaks for: a bit for each language of the table.
type Languages = u16;

/// A language of the table.
#[derive(Debug)]
struct Known {
    code: &'static str,
    read: bool,
}

/// The table, read.
#[derive(Debug)]
struct Words {
    known: Vec<Known>,
    /// By [`Word`], in order.
    words: Vec<(u64, Languages)>,
    letters: Vec<(char, Languages)>,
    /// Words that names hold too, in order.
    names: Vec<u64>,
    parts: Vec<(Part, Languages)>,
}

/// What words of a language begin with, or end in.
#[derive(Debug, Clone, Copy)]
struct Part {
    letters: u64,
    length: u32,
    first: bool,
}

impl Part {
    /// `th-`, `-erne`.
    fn of(text: &str) -> Option<Self> {
        let (first, plain) = (text.ends_with('-'), text.trim_matches('-'));
        Some(Self { letters: Word::of(plain.chars())?, length: plain.chars().count() as u32, first })
    }

    fn fits(self, word: Word) -> bool {
        let (letters, held) = if self.first { (word.begins, word.length.min(8)) } else { (word.letters, 8) };
        let letters = if self.first { letters >> (8 * held.saturating_sub(self.length)) } else { letters };
        let mask = u64::MAX >> (64 - 8 * self.length);
        word.length > self.length && letters & mask == self.letters
    }
}

static TABLE: Lazy<Words> = Lazy::new(|| {
    let (mut known, mut words, mut letters) = (Vec::new(), Vec::new(), Vec::new());
    let (mut names, mut parts) = (Vec::new(), Vec::new());
    let columns = ["code", "read", "letters", "words", "names", "parts"];
    let rows = tsv::rows(include_str!("lang/function-words.tsv"), columns);
    for (number, (_, [code, read, own, list, held, ends])) in rows.enumerate() {
        known.push(Known { code, read: !read.is_empty() });
        let bit = 1 << number;
        letters.extend(own.chars().map(|c| (c, bit)));
        words.extend(list.split(' ').filter_map(|word| Some((Word::of(word.chars())?, bit))));
        names.extend(held.split(' ').filter_map(|word| Word::of(word.chars())));
        parts.extend(ends.split(' ').filter_map(|part| Some((Part::of(part)?, bit))));
    }
    names.sort_unstable();
    Words { known, words: merged(words), letters: merged(letters), names, parts }
});

/// In order, with one entry a key.
fn merged<K: Ord + Copy>(mut list: Vec<(K, Languages)>) -> Vec<(K, Languages)> {
    list.sort_unstable();
    list.dedup_by(|next, first| {
        let same = next.0 == first.0;
        first.1 |= if same { next.1 } else { 0 };
        same
    });
    list
}

/// A word as it is looked up: its letters in lower case, one byte each.
#[derive(Debug, Default, Clone, Copy)]
struct Word {
    letters: u64,
    length: u32,
    /// The first of them.
    begins: u64,
    /// How many of them are capitals, and whether the first is.
    capitals: u32,
    capital: bool,
    /// What letters of it speak for.
    speaks: Languages,
}

impl Word {
    /// The key of a word; none if it is too long for the table or has letters beyond Latin-1.
    fn of(chars: impl Iterator<Item = char>) -> Option<u64> {
        let mut word = Self::default();
        chars.for_each(|c| word.push(c));
        word.key()
    }

    fn push(&mut self, c: char) {
        let far = u32::from(c) > 0xFF;
        if self.length < 8 {
            self.begins = self.begins << 8 | u64::from(u32::from(c) & 0xFF);
        }
        self.length += if far { 9 } else { 1 };
        self.letters = self.letters << 8 | u64::from(u32::from(c) & 0xFF);
    }

    fn key(self) -> Option<u64> {
        (1..=8).contains(&self.length).then_some(self.letters)
    }
}

/// How much a word says that speaks for a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// A word of its prose.
    Prose,
    /// With a capital: it may be a name.
    Capital,
    /// An abbreviation, or a word that names hold: *IT*, *van der*.
    OfNames,
}

/// How many words speak for what.
#[derive(Debug, Default)]
struct Tally {
    /// For each set of languages that words of a weight speak for.
    sets: Vec<(Languages, Weight, u32)>,
    words: u32,
}

impl Tally {
    fn add(&mut self, languages: Languages, weight: Weight) {
        if languages == 0 {
            return;
        }
        self.words += 1;
        match self.sets.iter_mut().find(|(set, how, _)| (*set, *how) == (languages, weight)) {
            Some((.., count)) => *count += 1,
            None => self.sets.push((languages, weight, 1)),
        }
    }

    /// Words that speak for one language, and not for another.
    fn alone(&self, one: usize, other: Option<usize>) -> u32 {
        self.weighed(one, other, |_| true)
    }

    /// Those of them of some weights.
    fn weighed(&self, one: usize, other: Option<usize>, weights: impl Fn(Weight) -> bool) -> u32 {
        let fits = |set: Languages| set >> one & 1 != 0 && other.is_none_or(|o| set >> o & 1 == 0);
        self.sets.iter().filter(|(set, how, _)| fits(*set) && weights(*how)).map(|(.., count)| count).sum()
    }

    /// The language that most words speak for, if they are enough: to tell one that is read from all others, or another from
    /// those that are read.
    fn language(&self, known: &[Known]) -> Option<&'static str> {
        let best = (0..known.len()).rev().max_by_key(|&one| self.alone(one, None))?;
        let told = |other: usize| {
            let (ours, theirs) = (self.alone(best, Some(other)), self.alone(other, Some(best)));
            let prose = self.weighed(best, Some(other), |how| how == Weight::Prose);
            let words = self.weighed(best, Some(other), |how| how != Weight::OfNames);
            // A short text has few words that tell, and names alone tell nothing of any.
            let few = !known[best].read && theirs == 0 && words >= FEW;
            prose > 0 && (ours >= LEAST && ours > TIMES * theirs || few)
        };
        let rivals =
            (0..known.len()).filter(|&other| other != best && (known[best].read || known[other].read));
        rivals.into_iter().all(told).then_some(known[best].code)
    }
}

/// The code of a text's language (ISO 639), if its first characters tell: `und` for a script that belongs to none of those
/// that are known.
pub(crate) fn told<I: Iterator<Item = char> + Clone>(chars: I) -> Option<&'static str> {
    let (mut han, mut hiragana, mut kana, mut latin, mut letters) = (0_u32, 0_u32, 0_u32, 0_u32, 0_u32);
    for c in chars.clone().take(SCRIPT) {
        match c {
            '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => latin += u32::from(is_letter(c)),
            '\u{3041}'..='\u{3096}' => hiragana += 1,
            '\u{30A1}'..='\u{30FA}' | '\u{FF66}'..='\u{FF9D}' => kana += 1,
            c if is_han(c) => han += 1,
            c => letters += u32::from(is_letter(c)),
        }
    }
    let kana = kana + hiragana;
    if hiragana >= GRAMMAR && kana * 4 > han || hiragana >= FEW && kana >= han {
        return Some(KANA);
    }
    // A Korean text with some Han characters; a Chinese one holds a name of other letters.
    if letters >= han && letters > latin + kana {
        return Some(UNKNOWN);
    }
    // A Chinese text may hold many Latin names; a Swedish one hardly ever holds a Han character.
    if han > 0 && han * 8 >= han + latin + kana + letters {
        return Some(HAN);
    }
    if letters + kana > latin + han {
        return Some(UNKNOWN);
    }
    words(chars.take(WORDS))
}

impl Words {
    /// What a word speaks for, and how much it says.
    fn says(&self, word: Word) -> (Languages, Weight) {
        let key = word.key();
        let listed = key.and_then(|key| self.words.binary_search_by_key(&key, |(key, _)| *key).ok());
        let parts = || self.parts.iter().filter(|(part, _)| part.fits(word)).fold(0, |all, (_, of)| all | of);
        let languages = listed.map_or_else(|| word.speaks | parts(), |at| self.words[at].1);
        let weight = match () {
            () if word.capitals > 1 || key.is_some_and(|key| self.names.binary_search(&key).is_ok()) => {
                Weight::OfNames
            }
            () if word.capital => Weight::Capital,
            () => Weight::Prose,
        };
        (languages, weight)
    }
}

/// The words of a text, and those of them that stand in no quotation.
#[derive(Debug, Default)]
struct Tallies {
    all: Tally,
    unquoted: Tally,
}

impl Tallies {
    /// The language that they tell. A long quotation makes no other language of a text that is read.
    fn language(&self, known: &[Known]) -> Option<&'static str> {
        let code = self.all.language(known)?;
        let told = known.iter().position(|one| one.code == code)?;
        let unquoted = |one, other| self.unquoted.alone(one, Some(other));
        let read = |other: &usize| known[*other].read && unquoted(*other, told) > unquoted(told, *other);
        (known[told].read || !(0..known.len()).any(|other| read(&other))).then_some(code)
    }
}

/// The language that the words of a Latin text tell.
fn words(chars: impl Iterator<Item = char>) -> Option<&'static str> {
    let table = &*TABLE;
    let (mut tallies, mut word, mut quoted) = (Tallies::default(), Word::default(), false);
    for c in chars.chain([' ']) {
        if is_letter(c) {
            let small = lower(c);
            word.capital |= word.length == 0 && small != c;
            word.capitals += u32::from(small != c);
            word.push(small);
            if !small.is_ascii()
                && let Ok(at) = table.letters.binary_search_by_key(&small, |(letter, _)| *letter)
            {
                word.speaks |= table.letters[at].1;
            }
            continue;
        }
        if word.length > 0 {
            let (languages, weight) = table.says(word);
            tallies.all.add(languages, weight);
            if !quoted {
                tallies.unquoted.add(languages, weight);
            }
            word = Word::default();
            if tallies.all.words % ENOUGH == 0
                && tallies.all.words > 0
                && let Some(code) = tallies.language(&table.known)
            {
                return Some(code);
            }
        }
        match c {
            '"' | '”' | '«' | '»' => quoted = !quoted,
            '“' | '„' => quoted = true,
            '\n' => quoted = false,
            _ => {}
        }
    }
    tallies.language(&table.known)
}

/// The codes that words tell of languages that are read.
#[cfg(test)]
pub(crate) fn read_by_words() -> impl Iterator<Item = &'static str> {
    TABLE.known.iter().filter(|known| known.read).map(|known| known.code)
}

#[cfg(test)]
mod tests {
    use super::told;

    fn of(text: &str) -> Option<&'static str> {
        told(text.chars())
    }

    #[test]
    fn languages_are_told_apart() {
        for (code, text) in [
            ("sv", "Kommunen höjer avgiften med 3 procent och det är inte nog, säger ordföranden."),
            ("nb", "Kommunen øker avgiften med 3 prosent, og det er ikke nok, sier lederen."),
            ("da", "Kommunen hæver afgiften med 3 procent, og det er ikke nok, siger formanden af udvalget."),
            ("en", "The council raised the fee by 3 percent, and that was not enough, said the chair."),
            (
                "de",
                "Die Gemeinde erhöht die Gebühr um 3 Prozent, und das ist nicht genug, sagte der Vorsitzende.",
            ),
            (
                "fi",
                "Kunta nostaa maksua 3 prosenttia, mutta se ei ole tarpeeksi, sanoo johtaja ja hänen varamiehensä.",
            ),
            (
                "nl",
                "De gemeente verhoogt het tarief met 3 procent en dat is niet genoeg, aldus de voorzitter van het bestuur.",
            ),
            ("vi", "Hội đồng đã tăng phí thêm 3 phần trăm và điều đó là không đủ."),
            ("ja", "市議会は料金を3パーセント引き上げると発表したが、十分ではないという。"),
            ("zh", "市议会将收费提高3%，议长说这还不够。"),
            ("zh", "《となりのトトロ》3月5日在全国上映，票房超过1亿元。"),
            ("ja", "料金は3%上がった。"),
            ("is", "Bæjarstjórn hækkaði gjaldið um 3 prósent og það er ekki nóg."),
            ("et", "Linn tõstis tasu 3 protsenti ja see ei ole piisav, ütles esimees."),
            ("und", "Совет повысил сбор на 3 процента."),
            ("und", "시의회는 요금을 3퍼센트 올렸다."),
        ] {
            assert_eq!(of(text), Some(code), "{text}");
        }
    }

    #[test]
    fn what_is_too_short_is_left_open() {
        for text in ["", "5 %", "Priset: 500 kr", "The Weekly Star", "Oslo 12. mai", "Alma Berg (M)", "— — —"]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn a_short_text_is_told_by_few_words_if_none_speaks_for_another() {
        for (code, text) in [
            ("nb", "Politiet fikk melding om brannen torsdag 5. mai."),
            (
                "da",
                "Finansminister Mette Sandkær fremlagde forslaget den 7. oktober. Priserne steg 3,5 procent.",
            ),
            ("en", "General Mark Stone met President John Carter on 5 May 2031."),
            ("de", "Minister Karl Vogel sagte nein."),
            ("nb", "Statsministeren sa måndag at ho vil bruke 300 millionar kroner."),
            ("fi", "Hän osti talon 5 miljoonalla eurolla vuonna 2031."),
            ("vi", "Giá tăng 3,5% trong tháng 5."),
            ("und", "大統領 김민수는 5日 訪問했다."),
        ] {
            assert_eq!(of(text), Some(code), "{text}");
        }
        // Names, abbreviations and words that both have tell nothing.
        for text in [
            "Norges statsminister Jørgen Sjøvik.",
            "Søren Løve Bæk, Danmarks utrikesminister, Bjørg Sæther, Norges utrikesminister",
            "Minister Dirk van der Laan talade.",
            "President Luiz da Costa Prado.",
            "WHO om IT.",
            "Ja, sa Eva Lind.",
        ] {
            assert!(matches!(of(text), None | Some("sv")), "{text}: {:?}", of(text));
        }
    }

    #[test]
    fn a_quotation_makes_no_other_language_of_a_text() {
        let text = "Förbundskanslern Karl Vogel sade den 5 maj: ”Das ist nicht genug und wir werden nicht mehr zahlen.” \
                    Avtalet kostar 300 miljoner euro.";
        assert!(matches!(of(text), None | Some("sv")), "{:?}", of(text));
    }

    #[test]
    fn foreign_words_make_no_other_language_of_a_text() {
        let text = "I tidningen The Harbour of the North står att hamnen får 5 miljoner kronor. ”This is the time for \
                    it”, sade chefen på engelska. Nils Bjørn Åsland från Tromsø var med.";
        assert!(matches!(of(text), None | Some("sv")));
    }
}
