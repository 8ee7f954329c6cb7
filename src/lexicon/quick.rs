//! A quick hash for the many short keys that tables are read with. None of them come from a stranger's text.

use std::hash::{BuildHasherDefault, Hasher};

/// Makes the hashers of a map.
pub(crate) type Quick = BuildHasherDefault<Mix>;

/// The sum of what was hashed so far.
#[derive(Default)]
pub(crate) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        // The best bits are the highest; tables look at the lowest.
        self.0.rotate_left(26)
    }
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            self.write_u64(part.iter().fold(0, |sum, &b| sum << 8 | u64::from(b)));
        }
    }
    fn write_u8(&mut self, n: u8) {
        self.write_u64(n.into());
    }
    fn write_u32(&mut self, n: u32) {
        self.write_u64(n.into());
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(5) ^ n).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    fn write_usize(&mut self, n: usize) {
        self.write_u64(n as u64);
    }
}
