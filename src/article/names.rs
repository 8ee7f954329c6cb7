//! Names of elements and attributes as atoms.

use html5ever::LocalName;

/// Names that were met, by their bytes: a page has few, and each again and again.
pub(super) struct Names([(u64, LocalName); Names::MOST]);

impl Names {
    const MOST: usize = 64;

    pub(super) fn new() -> Self {
        Self(std::array::from_fn(|_| (0, LocalName::default())))
    }

    /// The atom of a name, in small letters.
    pub(super) fn get(&mut self, name: &str) -> LocalName {
        // (No name holds a space.)
        let mut bytes = [b' '; 8];
        let Some(start) = bytes.get_mut(..name.len()) else { return atom(name) };
        start.copy_from_slice(name.as_bytes());
        let key = u64::from_le_bytes(bytes);
        let place = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58) as usize;
        let (known, kept) = &mut self.0[place];
        if *known != key {
            (*known, *kept) = (key, atom(name));
        }
        kept.clone()
    }
}

fn atom(name: &str) -> LocalName {
    if name.bytes().any(|b| b.is_ascii_uppercase() || b == 0) {
        return LocalName::from(name.to_ascii_lowercase().replace('\0', "\u{FFFD}"));
    }
    LocalName::from(name)
}
