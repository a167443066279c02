//! A panic ends the app with a person's words in it, so nothing outside of tests may ask for one.

use super::Violation;
use super::rust::code;
use super::source::{Source, line_at};
use super::split_tests::split_tests;

const ASKS: [&str; 6] =
    [".unwrap()", ".unwrap_err()", ".expect(", ".expect_err(", "todo!(", "unimplemented!("];

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    let app = |source: &&Source| {
        source.is_rust() && ["src/", "domain/src/"].iter().any(|top| source.path.starts_with(top))
    };
    sources.iter().filter(app).flat_map(check_one).collect()
}

fn check_one(source: &Source) -> Vec<Violation> {
    let (app, _) = split_tests(&source.path, &code(&source.text));
    let found = ASKS.iter().flat_map(|ask| app.match_indices(ask));
    found.map(|(at, ask)| Violation::new(&source.path, line_at(&app, at), advice(ask))).collect()
}

fn advice(ask: &str) -> String {
    format!("`{ask}` may end the app with unsaved words in it. Return an error, or say what to show instead.")
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    #[test]
    fn a_panic_in_the_app_is_named_and_one_in_its_tests_is_not() {
        let text = "//! x\nfn a() { b().unwrap() }\n#[cfg(test)]\nmod tests { fn c() { d().expect(\"\") } }";
        let found = check(&[Source::new("domain/src/a.rs", text)]);
        assert_eq!(found.iter().map(|found| found.line).collect::<Vec<_>>(), [2]);
        assert!(check(&[Source::new("tests/main.rs", text)]).is_empty());
    }
}
