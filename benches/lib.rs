//! Nothing but the benches: `cargo bench -p newsfacts-benches`.
