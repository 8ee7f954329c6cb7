//! Tables of the library against those of others, who made them independently.
//!
//! These are a package of their own, so that what they are compared with is built for nobody else.
#![cfg(test)]

mod countries;
mod currencies;
mod lunar;

/// The rows of a table: its cells by the names of the columns.
fn rows<'a>(table: &'a str, columns: &[&str]) -> Vec<Vec<&'a str>> {
    let mut lines = table.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let places: Vec<usize> =
        columns.iter().map(|c| header.iter().position(|h| h == c).expect("a column")).collect();
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            places.iter().map(|&i| cells.get(i).copied().unwrap_or("")).collect()
        })
        .collect()
}
