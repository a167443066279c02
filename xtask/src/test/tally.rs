//! Counting tests from the summary lines that `cargo test` prints.

/// Tests that passed and failed.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Tally {
    pub(super) passed: u32,
    pub(super) failed: u32,
}

impl Tally {
    /// Adds what a line says, if it is a summary: `test result: ok. 3 passed; 0 failed; …`.
    pub(super) fn read(&mut self, line: &str) {
        let Some((_, summary)) = line.split_once("test result: ") else { return };
        self.passed += number_before(summary, " passed");
        self.failed += number_before(summary, " failed");
    }
}

fn number_before(summary: &str, word: &str) -> u32 {
    let before = summary.split_once(word).map(|(before, _)| before);
    before.and_then(|text| text.rsplit(' ').next()).and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn summaries_add_up_and_other_lines_do_not_count() {
        let mut tally = Tally::default();
        tally.read("running 5 tests");
        tally.read(
            "test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
        );
        tally.read("test result: FAILED. 12 passed; 2 failed; 0 ignored; 0 filtered out; finished in 1.00s");
        assert_eq!(tally, Tally { passed: 17, failed: 2 });
    }
}
