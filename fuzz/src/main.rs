//! Runs the fuzz targets with random bytes, on stable.
//!
//! ```text
//! soak TARGET [--runs N] [--seed S] [--threads T]     tells of progress and of the time it took; what finds something is
//!                                                     written to found-TARGET-SEED and named
//! soak dictionary                                     writes the words of the tables as a dictionary of libFuzzer
//! ```

use newsfacts_fuzz::{TARGETS, dictionary};
use std::{
    panic,
    sync::atomic::{AtomicU64, Ordering},
    time::Instant,
};

/// Random numbers by a step and a hash (SplitMix64): the same seed gives the same bytes everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Bytes, of lengths between a few and some hundreds.
    fn fill(&mut self, bytes: &mut Vec<u8>, most: usize) {
        bytes.clear();
        let length = 8 + self.next() as usize % most;
        while bytes.len() < length {
            bytes.extend(self.next().to_le_bytes());
        }
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let option = |name: &str, default: u64| {
        let at = arguments.iter().position(|a| a == name);
        at.and_then(|i| arguments.get(i + 1)).map_or(default, |n| n.parse().expect("a number"))
    };
    let name = arguments.first().map_or("", String::as_str);
    if name == "dictionary" {
        print!("{}", dictionary());
        return;
    }
    let Some((_, target)) = TARGETS.iter().find(|(n, _)| *n == name) else {
        let names: Vec<&str> = TARGETS.iter().map(|(n, _)| *n).collect();
        panic!("targets are {}", names.join(", "));
    };
    let (runs, seed, threads) = (option("--runs", 100_000), option("--seed", 1), option("--threads", 1));
    let most = if name == "text" { 120 } else { 600 };
    let (done, found, started) = (AtomicU64::new(0), AtomicU64::new(0), Instant::now());
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let (done, found) = (&done, &found);
            scope.spawn(move || {
                let mut bytes = Vec::new();
                for run in (thread..runs).step_by(threads as usize) {
                    Random(
                        seed.wrapping_mul(0x1_0000_0000_0000)
                            .wrapping_add(run.wrapping_mul(0xD1B5_4A32_D192_ED03)),
                    )
                    .fill(&mut bytes, most);
                    if panic::catch_unwind(|| target(&bytes)).is_err() {
                        let number = found.fetch_add(1, Ordering::Relaxed);
                        let file = format!("found-{name}-{seed}-{run}");
                        std::fs::write(&file, &bytes).expect("the input is kept");
                        eprintln!("{file}: the finding above");
                        assert!(number < 20, "enough findings");
                    }
                    let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                    if done.is_multiple_of(100_000) {
                        println!("{name}: {done} runs in {:.0} s", started.elapsed().as_secs_f64());
                    }
                }
            });
        }
    });
    let found = found.into_inner();
    println!("{name}: {runs} runs, seed {seed}, {found} findings, {:.1} s", started.elapsed().as_secs_f64());
    std::process::exit(i32::from(found > 0));
}
