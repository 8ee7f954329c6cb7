//! The text of an article, put together from lines of its page, and the way back from a byte to its element.

use super::{
    element::{ByAtom, Gap},
    page::Page,
};
use html5ever::LocalName;
use std::{hash::BuildHasherDefault, ops::Range};

/// Most elements for which there is room from the start.
const FEW: usize = 64;

/// An element on the way from the page's root to a text: its parent, name, and place among its siblings of that name.
pub(super) type Step = (Option<usize>, LocalName, usize);

/// Collects text, remembering where each run comes from.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) text: String,
    runs: Vec<(usize, usize)>,
}

impl Writer {
    /// Writes a part of the page's text.
    pub(super) fn copy(&mut self, before: &str, page: &Page<'_>, part: Range<usize>) {
        self.text.push_str(before);
        let first = page.runs.partition_point(|&(start, _)| start <= part.start).saturating_sub(1);
        for (i, &(start, element)) in page.runs.iter().enumerate().skip(first) {
            if start >= part.end {
                break;
            }
            let end = page.runs.get(i + 1).map_or(part.end, |&(next, _)| next.min(part.end));
            self.run(&page.text[start.max(part.start)..end], element);
        }
    }

    /// Writes text that stands nowhere but in the metadata.
    pub(super) fn run(&mut self, text: &str, element: usize) {
        if self.runs.last().is_none_or(|&(_, e)| e != element) {
            self.runs.push((self.text.len(), element));
        }
        self.text.push_str(text);
    }

    /// Writes lines of the page. What was between two lines is a blank line, if any line between them was left out.
    pub(super) fn lines(&mut self, page: &Page<'_>, lines: &[usize]) {
        self.text.reserve_exact(lines.iter().map(|&l| 2 + page.lines[l].text.len()).sum());
        for (i, &l) in lines.iter().enumerate() {
            let next = i.checked_sub(1).is_some_and(|i| lines[i] + 1 == l);
            let before = match page.lines[l].gap {
                _ if self.text.is_empty() => "",
                Gap::Cell if next => "\t",
                Gap::Line if next => "\n",
                _ => "\n\n",
            };
            self.copy(before, page, page.lines[l].text.clone());
        }
    }

    /// The runs, each with a step of the way to its element; elements that hold no text of the article are left out.
    pub(super) fn finish(self, page: &Page<'_>) -> (String, Vec<(usize, usize)>, Vec<Step>) {
        let mut used = vec![false; page.nodes.len()];
        for &(_, element) in &self.runs {
            for n in page.around(element) {
                if std::mem::replace(&mut used[n], true) {
                    break;
                }
            }
        }
        let mut counts: ByAtom<(Option<usize>, &LocalName), usize> =
            ByAtom::with_capacity_and_hasher(page.nodes.len().min(FEW), BuildHasherDefault::default());
        let mut places = vec![0; page.nodes.len()];
        let mut steps: Vec<Step> = Vec::new();
        for (n, node) in page.nodes.iter().enumerate() {
            if node.parent.is_some_and(|p| !used[p]) {
                continue;
            }
            let name = &node.element.name.local;
            let count = counts.entry((node.parent, name)).or_default();
            *count += 1;
            if used[n] {
                places[n] = steps.len();
                steps.push((node.parent.map(|p| places[p]), name.clone(), *count));
            }
        }
        let runs = self.runs.into_iter().map(|(start, n)| (start, places[n])).collect();
        (self.text, runs, steps)
    }
}

/// The element of a step, as a CSS selector.
pub(super) fn selector(steps: &[Step], step: usize) -> String {
    let line = std::iter::successors(Some(step), |&s| steps[s].0);
    let mut path: Vec<String> = line
        .map(|s| match &steps[s] {
            (_, name, 1) => name.to_string(),
            (_, name, nth) => format!("{name}:nth-of-type({nth})"),
        })
        .collect();
    path.reverse();
    path.join(" > ")
}
