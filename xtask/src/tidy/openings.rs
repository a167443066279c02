//! A reader of a file learns from its first line what it promises.

use super::Violation;
use super::source::Source;

const ADVICE: &str = "This file should open with `//!` and a sentence on what it promises.";

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    let silent = |source: &&Source| source.is_rust() && !source.text.starts_with("//!");
    sources.iter().filter(silent).map(|source| Violation::new(&source.path, 1, ADVICE)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    #[test]
    fn a_file_without_a_promise_is_named() {
        let files = [Source::new("src/a.rs", "//! It adds.\n"), Source::new("src/b.rs", "// It adds.\n")];
        let found = check(&files);
        assert_eq!(found.iter().map(|found| found.path.as_str()).collect::<Vec<_>>(), ["src/b.rs"]);
    }
}
