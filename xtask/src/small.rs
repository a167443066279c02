//! How the published app is compiled: with a standard library that is made to be small, too.
//!
//! The one that rustup brings is compiled for speed, and keeps words for failures that nobody reads in a browser. Building
//! it here takes about a minute more, the first time, and makes the app a tenth smaller (`docs/performance.md`).

/// Tells the linker to leave in the file which function needs which: the app is split by that (`split.rs`).
const SPLITTABLE: &str = "-Clink-arg=--emit-relocs";
/// Failures end the app at once; where, and with which words, is for the unoptimised build to say.
const TERSE: &str = "-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort";

const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// For cargo and whatever calls it; `own_std` for what is published.
pub(crate) fn environment(own_std: bool) -> Vec<(&'static str, String)> {
    if !own_std {
        return vec![(FLAGS, SPLITTABLE.into())];
    }
    vec![
        (FLAGS, format!("{SPLITTABLE} {TERSE}")),
        // The stable compiler has all of this, and asks to be told that it is meant.
        ("RUSTC_BOOTSTRAP", "1".into()),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".into()),
        ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size".into()),
    ]
}
