//! Several versions of one text made into one that holds them all.

use crate::field::Rule;

/// One text that holds every version, in the given order; a version that is part of another is not repeated. `None` for
/// fields that are not texts, and if the result would be longer than the field allows.
pub fn combine(rule: Rule, versions: &[&str]) -> Option<String> {
    let between = match rule {
        Rule::Title(_) | Rule::Line(_) => " / ",
        Rule::Text(_) => "\n\n",
        _ => return None,
    };
    let mut kept: Vec<&str> = Vec::new();
    for version in versions.iter().map(|version| version.trim()) {
        if kept.iter().any(|other| other.contains(version)) {
            continue;
        }
        kept.retain(|other| !version.contains(other));
        kept.push(version);
    }
    let whole = kept.join(between);
    rule.check(&whole.as_str().into()).is_ok().then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_version_is_in_the_combined_text_once() {
        assert_eq!(combine(Rule::Text(99), &["I swim.", "I run.\n"]).unwrap(), "I swim.\n\nI run.");
        assert_eq!(combine(Rule::Line(99), &["Swim", "Run", "Rest"]).unwrap(), "Swim / Run / Rest");
        let longer = "I swim. Every day.";
        for versions in [["I swim.", longer], [longer, "I swim."], [longer, ""]] {
            assert_eq!(combine(Rule::Text(99), &versions).unwrap(), longer);
        }
    }

    #[test]
    fn what_cannot_be_one_text_is_not_combined() {
        assert_eq!(combine(Rule::Day, &["2026-11-21", "2026-11-22"]), None);
        assert_eq!(combine(Rule::Text(12), &["I swim.", "I run."]), None);
        assert_eq!(combine(Rule::Title(12), &["", " "]), None);
    }
}
