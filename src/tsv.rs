//! Tab-separated files: comments, a line that names the columns, and rows. The one reader of them.

/// A line that says something.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'a> {
    /// Counted from 1.
    pub(crate) number: u32,
    /// The byte it begins at.
    pub(crate) start: usize,
    pub(crate) text: &'a str,
}

impl<'a> Line<'a> {
    pub(crate) fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.text.split('\t')
    }
}

/// The lines that are neither empty nor a comment (`#`); the first of them names the columns.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut next = 0;
    (1..).zip(breaks).filter_map(move |(number, end)| {
        let start = std::mem::replace(&mut next, end + 1);
        let line = text.get(start..end).unwrap_or("").trim_end_matches('\r');
        // No line of white space begins with one of these.
        let says = match line.as_bytes().first() {
            None | Some(b'#') => false,
            Some(b'!'..=b'~' | 0xE4..=0xE9) => true,
            _ => !line.trim_start().is_empty(),
        };
        says.then_some(Line { number, start, text: line })
    })
}

/// The rows of a file of the crate's own with their lines, the cells in the order of the columns asked for; what a row
/// does not have is empty. The columns are all that the file has, which every test that reads it checks.
pub(crate) fn rows<'a, const N: usize>(
    text: &'a str,
    columns: [&str; N],
) -> impl Iterator<Item = (u32, [&'a str; N])> + use<'a, N> {
    let mut lines = lines(text);
    let header: Vec<&str> = lines.next().map_or(Vec::new(), |header| header.cells().collect());
    let places: Vec<Option<usize>> =
        header.iter().map(|column| columns.iter().position(|c| c == column)).collect();
    debug_assert!(
        places.iter().all(Option::is_some) && places.len() == N,
        "columns {columns:?} expected, {header:?} found"
    );
    lines.map(move |line| {
        let mut cells = [""; N];
        for (i, cell) in line.cells().enumerate() {
            debug_assert!(i < N, "line {}: more cells than columns", line.number);
            if let Some(&Some(place)) = places.get(i) {
                cells[place] = cell;
            }
        }
        (line.number, cells)
    })
}

#[cfg(test)]
mod tests {
    use super::{lines, rows};

    #[test]
    fn comments_blank_lines_and_carriage_returns_are_passed_over() {
        let text = "# a\r\n\r\nform\tvalue\r\n  \n#x\nen\t1\r\ntvå\n";
        let seen: Vec<_> = lines(text).map(|l| (l.number, &text[l.start..l.start + l.text.len()])).collect();
        assert_eq!(seen, [(3, "form\tvalue"), (6, "en\t1"), (7, "två")]);
        assert_eq!(Vec::from_iter(rows(text, ["value", "form"])), [(6, ["1", "en"]), (7, ["", "två"])]);
        assert_eq!(lines("").count() + rows("", []).count(), 0);
    }

    #[test]
    #[should_panic(expected = "columns [\"form\"] expected")]
    fn a_column_that_nobody_asks_for_is_refused() {
        let _ = rows("form\tvalue\nen\t1\n", ["form"]).count();
    }

    #[test]
    #[should_panic(expected = "line 3: more cells than columns")]
    fn a_cell_without_a_column_is_refused() {
        let _ = rows("form\tvalue\nen\t1\ntvå\t2\t3\n", ["form", "value"]).count();
    }
}
