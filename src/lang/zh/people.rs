//! How Chinese news names an official again: 克里斯特松, 韩国总统.

use super::officials::ChineseOfficials;
use crate::{
    kind::official::{BareTitle, Linker},
    lexicon::Lexicon,
    scan::Hit,
    text::{Block, folded, is_han},
    value::{Link, Office, Official, Role, Tenure},
};
use std::ops::Range;

/// Characters of a title that stands for its holder: one with a country or body, not a bare 总统.
const TITLE: usize = 4;

impl Linker for ChineseOfficials {
    /// The last part of a name with dots.
    fn short_names(&self, _lexicon: &Lexicon, name: &str) -> Vec<String> {
        let last = name.rsplit(['·', '‧', '・', '•', '･', '．']).next().unwrap_or("");
        let short = last != name && last.chars().count() >= 2;
        if short { vec![last.to_owned()] } else { Vec::new() }
    }

    /// 陈部长: one character, or a surname of two, with an office.
    fn is_address(&self, official: &Official) -> bool {
        self.names_alone(official.name())
    }

    fn addresses(&self, address: &Official, whole: &Official) -> bool {
        let surname: String = folded(address.name()).collect();
        let name: String = folded(whole.name()).collect();
        let same = name.starts_with(&surname) && !self.names_alone(whole.name());
        let agree = |short: &Office| whole.offices().iter().any(|office| agrees(short, office));
        same && address.offices().iter().any(agree)
    }

    /// The title as written, where it says of which body or country.
    fn fixed_titles(&self, office: &Office) -> Vec<String> {
        let anchored = office.country().is_some() || office.body().is_some();
        let fits = anchored && office.tenure() == Tenure::Current && office.title().chars().count() >= TITLE;
        if fits { vec![office.title().to_owned()] } else { Vec::new() }
    }

    fn key(&self, _lexicon: &Lexicon, _title: &str) -> Option<String> {
        None
    }

    fn standing(&self, lexicon: &Lexicon, block: &Block<'_>, matches: &[(Range<usize>, Link)]) -> Vec<bool> {
        let stands = |(range, link): &(Range<usize>, Link)| {
            let (before, after) = (block.before(range.start), block.get(range.end));
            match link {
                Link::Title => {
                    !self.turns_title(lexicon, block, range.end)
                        && !self.is_held_otherwise(lexicon, block, range.start)
                }
                Link::ShortName => before != '·' && after != '·',
                // Latin names end with their word.
                _ if is_han(block.get(range.start)) => after != '·' && before != '·',
                _ => block.word_starts(range.start) && block.word_ends(range.end),
            }
        };
        matches.iter().map(stands).collect()
    }

    fn bare_titles(&self, _lexicon: &Lexicon, _block: &Block<'_>, _hits: &[Hit]) -> Vec<BareTitle> {
        Vec::new()
    }
}

/// Whether an office said in short may be the other: 部长 and 商务部部长, 外长 and 外交部长, 委员 and 立委.
fn agrees(short: &Office, whole: &Office) -> bool {
    let (word, title): (String, String) = (folded(short.title()).collect(), folded(whole.title()).collect());
    let alone = matches!(
        short.role(),
        Role::HeadOfState
            | Role::HeadOfGovernment
            | Role::Monarch
            | Role::Speaker
            | Role::PartyLeader
            | Role::Governor
            | Role::Legislator
    );
    let field = word.chars().next().filter(|_| word.chars().count() == 2 && short.role() == Role::Minister);
    short.is_deputy() == whole.is_deputy()
        && (title.ends_with(&word)
            || short.role() == whole.role() && (alone || field.is_some_and(|c| title.contains(c))))
}
