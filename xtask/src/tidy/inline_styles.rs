//! The security policy admits no `style="…"`: the browser would drop it without a word.

use super::Violation;
use super::rust::code;
use super::source::{Source, line_at};

const ADVICE: &str =
    "The security policy drops `style=…`. Use a class, or `style:property=…` for a value that changes.";

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    sources
        .iter()
        .filter(|source| source.is_rust() && source.path.starts_with("src/"))
        .flat_map(check_one)
        .collect()
}

fn check_one(source: &Source) -> Vec<Violation> {
    let code = code(&source.text);
    let attributes = code.match_indices("style=").filter(|(at, _)| code[..*at].ends_with([' ', '\n']));
    attributes.map(|(at, _)| Violation::new(&source.path, line_at(&code, at), ADVICE)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    #[test]
    fn a_style_attribute_is_seen_and_a_style_property_is_fine() {
        let text = "view! { <p\n  style=\"color: red\" style:width=w class:style=a> \" style=\" </p> }";
        let lines: Vec<usize> =
            check(&[Source::new("src/a.rs", text)]).iter().map(|found| found.line).collect();
        assert_eq!(lines, [2]);
    }
}
