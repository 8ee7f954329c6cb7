//! What the first and last parts of words tell, where no table holds the whole word.
//!
//! A language declares the classes of its parts and lists them in its table `word-parts`: `vice-` is a first part, `-ade` a last one.

use crate::{
    Error,
    kind::guard::{Class, ClassSet, class_set},
    lexicon::{Lexicon, Table},
    text::{Endings, lower},
};

/// So many sets tell the last parts by their last character.
const LAST: usize = 64;

/// The number of the set for a word or part of one.
#[inline]
fn last(chars: &[char]) -> usize {
    chars.last().map_or(0, |&c| c as usize % LAST)
}

/// The parts that a table lists.
#[derive(Debug)]
pub(crate) struct WordParts<C> {
    ends: Endings<ClassSet<C>>,
    /// The classes of the last parts that end in a character, by the lowest bits of it: most words are in none of one class.
    by_last: [ClassSet<C>; LAST],
    /// In the order of their characters.
    begins: Vec<(Box<[char]>, ClassSet<C>)>,
    /// Those of each class, in the same order.
    of_class: Vec<Vec<u32>>,
}

impl<C: Class> WordParts<C> {
    pub(crate) fn new(lexicon: &Lexicon) -> Result<Self, Error> {
        let (mut ends, mut begins) = (Vec::<(Box<[char]>, _)>::new(), Vec::new());
        for row in lexicon.rows(Table::WordParts).iter() {
            let form = row.get("form");
            let classes = class_set(&row, "classes", row.get("classes"))?;
            if classes.is_empty() {
                return Err(row.error("classes", "a part without a class has no effect"));
            }
            if let Some(end) = form.strip_prefix('-') {
                ends.push((end.chars().collect(), classes));
            } else if let Some(begin) = form.strip_suffix('-') {
                begins.push((begin.chars().collect(), classes));
            } else {
                return Err(row.error("form", "neither a first part (`part-`) nor a last one (`-part`)"));
            }
        }
        begins.sort_by(|a: &(Box<[char]>, ClassSet<C>), b| a.0.cmp(&b.0));
        let of = |class: &C| (0..).zip(&begins).filter(|(_, b)| b.1.has(*class)).map(|(i, _)| i).collect();
        let of_class = C::ALL.iter().map(of).collect();
        let mut by_last = [ClassSet::default(); LAST];
        for (end, classes) in &ends {
            let classes_of: &mut ClassSet<C> = &mut by_last[last(end)];
            *classes_of = classes_of.join(*classes);
        }
        Ok(Self { ends: Endings::new(ends), by_last, begins, of_class })
    }

    /// How many characters the longest ending of a class at the end of a word has.
    #[inline]
    pub(crate) fn end(&self, chars: &[char], class: C) -> Option<usize> {
        if self.may_end(chars, class) { self.longest_end(chars, class) } else { None }
    }

    /// Whether the last character allows that a word has an ending of a class.
    #[inline]
    pub(crate) fn may_end(&self, chars: &[char], class: C) -> bool {
        self.by_last[last(chars)].has(class)
    }

    #[inline(never)]
    fn longest_end(&self, chars: &[char], class: C) -> Option<usize> {
        self.endings(chars).find(|(_, classes)| classes.has(class)).map(|(len, _)| len)
    }

    pub(crate) fn ends(&self, chars: &[char], class: C) -> bool {
        self.end(chars, class).is_some()
    }

    /// The endings of a word as they are written, the longest first, by their length.
    pub(super) fn endings<'a>(
        &'a self,
        chars: &'a [char],
    ) -> impl Iterator<Item = (usize, ClassSet<C>)> + 'a {
        let as_written = |len: usize| chars[chars.len() - len..].iter().all(|&c| lower(c) == c);
        self.ends.of(chars).filter(move |&(len, _)| as_written(len)).map(|(len, &classes)| (len, classes))
    }

    /// Whether the longest ending of two classes at the end of a word is one of the first.
    pub(crate) fn ends_rather(&self, chars: &[char], class: C, than: C) -> bool {
        self.end(chars, class).is_some_and(|len| self.end(chars, than).is_none_or(|other| other < len))
    }

    /// Whether a word begins with a part of a class and goes on after it.
    pub(crate) fn begins(&self, chars: &[char], class: C) -> Option<usize> {
        let first = lower(*chars.first()?);
        let fits = |begin: &[char]| {
            begin.len() < chars.len() && begin.iter().zip(chars).all(|(&b, &c)| b == lower(c))
        };
        let part = |&i: &u32| &self.begins[i as usize].0;
        let all = &self.of_class[class.number() as usize];
        let from = all.partition_point(|i| part(i).first() < Some(&first));
        let all = all[from..].iter().map(part).take_while(|begin| begin.first() == Some(&first));
        all.filter(|begin| fits(begin)).map(|begin| begin.len()).max()
    }

    /// The classes of a first part, hyphens aside.
    pub(crate) fn first(&self, prefix: &[char]) -> ClassSet<C> {
        if prefix.is_empty() {
            return ClassSet::default();
        }
        let word = || prefix.iter().filter(|&&c| c != '-').map(|&c| lower(c));
        let known = self.begins.binary_search_by(|(begin, _)| begin.iter().copied().cmp(word()));
        known.map_or(ClassSet::default(), |at| self.begins[at].1)
    }

    /// The first parts of a class.
    pub(crate) fn all_beginning(&self, class: C) -> impl Iterator<Item = &[char]> {
        self.begins.iter().filter(move |(_, classes)| classes.has(class)).map(|(begin, _)| &**begin)
    }

    /// The last parts of a class.
    pub(crate) fn all_ending(&self, class: C) -> impl Iterator<Item = Box<[char]>> {
        self.ends.iter().filter(move |(_, classes)| classes.has(class)).map(|(end, _)| end.clone())
    }

    /// The character that each last part ends in, whether it is all of the part, and the classes of the part.
    pub(crate) fn last_characters(&self) -> impl Iterator<Item = (char, bool, ClassSet<C>)> {
        self.ends.iter().filter_map(|(end, classes)| Some((*end.last()?, end.len() == 1, *classes)))
    }
}
