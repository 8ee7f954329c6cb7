//! Overlaps: the longest claim wins, of equally long ones the earliest, then the kind that comes first.

use crate::{
    Fact, Kind,
    claim::{Claim, disjoint},
};

/// Leaves disjoint claims, in the order of the text.
pub(crate) fn settle(claims: &mut Vec<Claim>) {
    claims.retain(|c| c.start < c.end);
    drop_names_that_are_dates(claims);
    disjoint(claims, |c| c.start..c.end, |c| c.fact.kind());
}

/// 总统周一访问…: where a date stands in the place of a name, there is no name.
fn drop_names_that_are_dates(claims: &mut Vec<Claim>) {
    let mut dates: Vec<(usize, usize)> =
        claims.iter().filter(|c| c.fact.kind() == Kind::Date).map(|c| (c.start, c.end)).collect();
    dates.sort_unstable();
    claims.retain(|c| {
        let Fact::Official(official) = &c.fact else { return true };
        // A date that begins inside the name is a part of it.
        let name = c.end.saturating_sub(official.name().chars().count());
        let inside = |&(start, end): &(usize, usize)| {
            // 周一鸣: whoever has one character more was weighed against the day.
            let more = start == name && end + 1 == c.end;
            start > c.start && start <= name && end <= c.end && c.end - end <= 2 && !more
        };
        !dates[dates.partition_point(|d| d.0 <= c.start)..].iter().take_while(|d| d.0 < c.end).any(inside)
    });
}
