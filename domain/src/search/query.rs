//! What someone searches for: words that must all occur, and quoted phrases that must occur as they stand.

use memchr::memmem::Finder;

use super::fold::fold;
use crate::sorting::sort_by;

/// A query, folded and taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query(Vec<String>);

impl Query {
    /// Reads what was typed. An opening quote without its end runs to the end, since someone is still typing.
    pub fn new(typed: &str) -> Self {
        let folded = fold(typed);
        let mut words: Vec<String> = Vec::new();
        for (i, part) in folded.split('"').enumerate() {
            if i % 2 == 0 {
                words.extend(part.split_whitespace().map(str::to_owned));
            } else if !part.trim().is_empty() {
                words.push(part.trim().to_owned());
            }
        }
        sort_by(&mut words, |a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        words.dedup();
        Self(words)
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words and phrases, folded, longest first: the rarest tends to be the longest.
    pub fn words(&self) -> &[String] {
        &self.0
    }

    /// Finders for the words, to be used on many texts.
    pub(super) fn finders(&self) -> Vec<Finder<'_>> {
        self.0.iter().map(|word| Finder::new(word.as_bytes())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_by_spaces_and_phrases_kept_whole() {
        let cases: [(&str, &[&str]); 7] = [
            ("  Lord   SANDWICH ", &["sandwich", "lord"]),
            ("\"my Lord\" office", &["my lord", "office"]),
            ("“my Lord”", &["my lord"]),
            ("\"my lo", &["my lo"]),
            ("a \"\" b", &["a", "b"]),
            ("don’t", &["don't"]),
            (" \u{301} ", &[]),
        ];
        for (typed, words) in cases {
            assert_eq!(Query::new(typed).words(), words, "{typed}");
        }
        assert!(Query::new("\" \"").is_empty());
    }
}
