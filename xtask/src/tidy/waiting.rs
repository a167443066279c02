//! A test that sleeps is slow on a good day and wrong on a bad one; a test that is ignored keeps no promise.

use super::Violation;
use super::rust::code;
use super::source::{Source, line_at};
use super::split_tests::split_tests;

const SLEEPS: [&str; 2] = ["sleep(", "sleep_until("];
const IGNORED: &str = "#[ignore";
const WAIT_FOR_IT: &str = "A test must not sleep. Wait for what it needs: a line of output, a state of the page, a port that answers.";
const LET_IT_RUN: &str = "A test that never runs keeps no promise. Mend it or remove it.";

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    sources.iter().filter(|source| source.is_rust()).flat_map(check_one).collect()
}

fn check_one(source: &Source) -> Vec<Violation> {
    let code = code(&source.text);
    let (_, tests) = split_tests(&source.path, &code);
    let sleeps = SLEEPS.iter().flat_map(|sleep| tests.match_indices(sleep)).map(|(at, _)| (at, WAIT_FOR_IT));
    let ignored = code.match_indices(IGNORED).map(|(at, _)| (at, LET_IT_RUN));
    sleeps
        .chain(ignored)
        .map(|(at, advice)| Violation::new(&source.path, line_at(&code, at), advice))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    #[test]
    fn sleeping_and_ignored_tests_are_named_and_strings_are_not() {
        let text = "//! x\nfn wait() { sleep(1) }\n#[cfg(test)]\nmod tests {\n fn a() { sleep(2) }\n #[ignore]\n \
                    fn b() { \"sleep(\" } }";
        let lines: Vec<usize> =
            check(&[Source::new("src/a.rs", text)]).iter().map(|found| found.line).collect();
        assert_eq!(lines, [5, 6]);
        assert_eq!(
            check(&[Source::new("tests/screens/mod.rs", "fn a() { tokio::time::sleep(x) }")]).len(),
            1
        );
    }
}
