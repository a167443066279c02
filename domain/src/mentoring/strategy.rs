//! A strategy or a resource: a card for what works, to come back to and to pass on.

use std::sync::Arc;

use crate::field::{Field, KindTable, Rule, SetField};
use crate::id::RecordId;
use crate::record::Record;

/// The kind's name in files.
pub const KIND: &str = "strategy";
/// What it is called.
pub const TITLE: Field = field("title", Rule::Title(500));
/// How it works.
pub const TEXT: Field = field("text", Rule::Text(10_000));
/// Where more of it is.
pub const LINK: Field = field("link", Rule::Line(2_000));
/// What it is; see [`Sort`].
pub const SORT: Field = field("sort", Rule::OneOf(&["strategy", "resource"]));
/// It worked for me.
pub const WORKED: Field = field("worked", Rule::Flag);
/// The name of the person it came from.
pub const FROM: Field = field("from", Rule::Line(100));
/// The suggestion or card that it came from.
pub const ORIGIN: Field = field("origin", Rule::Record);
/// Goals it helps with.
pub const GOALS: SetField = SetField { kind: KIND, prefix: "goal:", member: Rule::Record, value: Rule::Flag };

/// Everything a strategy holds.
pub const TABLE: KindTable =
    KindTable { kind: KIND, fields: &[TITLE, TEXT, LINK, SORT, WORKED, FROM, ORIGIN], sets: &[GOALS] };

const fn field(name: &'static str, rule: Rule) -> Field {
    Field { kind: KIND, name, rule }
}

/// What a card is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Sort {
    /// Something to do.
    #[default]
    Strategy,
    /// Something to read, watch or go to.
    Resource,
}

impl Sort {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Strategy, Self::Resource];

    /// Its word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Strategy => "strategy",
            Self::Resource => "resource",
        }
    }

    /// Reads its word; anything else counts as a strategy.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|sort| sort.word() == word).unwrap_or_default()
    }
}

serialize_as_word!(Sort);

/// A strategy, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strategy(pub Arc<Record>);

impl Strategy {
    /// Its id.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        self.0.text(TITLE)
    }

    /// What it is.
    pub fn sort(&self) -> Sort {
        Sort::from_word(self.0.text(SORT))
    }

    /// The goals it helps with.
    pub fn goals(&self) -> impl Iterator<Item = RecordId> {
        self.0.members(GOALS).filter_map(|id| id.parse().ok())
    }
}

/// An address as it can be followed: people leave out the `https://` that every browser fills in.
pub fn with_scheme(typed: &str) -> String {
    let link = typed.trim();
    let is_bare = link.contains('.') && !link.contains([':', ' ', '@']);
    if is_bare { format!("https://{link}") } else { link.to_owned() }
}

/// Whether an address may be followed with a tap: to the web, encrypted, or to write a mail.
pub fn is_link(text: &str) -> bool {
    let known = ["https://", "mailto:"].into_iter().any(|scheme| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && text.len() > scheme.len()
    });
    // What cannot be seen could make an address read as another.
    let is_unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
    };
    known && !text.contains(is_unseen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_encrypted_web_and_mail_are_links() {
        for link in ["https://example.edu/a?b=c", "HTTPS://example.edu", "mailto:ana@example.edu"] {
            assert!(is_link(link), "{link}");
        }
        for text in [
            "http://example.edu",
            "javascript:alert(1)",
            " https://example.edu",
            "https://",
            "https://a b",
            "https://example.edu/\u{202E}moc.live",
            "https://exa\u{200B}mple.edu",
            "data:text/html,x",
            "java\nscript:alert(1)",
            "example.edu",
            "",
        ] {
            assert!(!is_link(text), "{text}");
        }
    }

    #[test]
    fn an_address_without_its_scheme_gets_one_and_nothing_else_does() {
        assert_eq!(with_scheme(" example.edu/chain "), "https://example.edu/chain");
        for text in ["", "the library", "http://example.edu", "javascript:a.b", "ana@example.edu"] {
            assert_eq!(with_scheme(text), text);
        }
    }

    #[test]
    fn every_sort_is_a_word_the_field_takes_and_reads_back() {
        for sort in Sort::ALL {
            assert_eq!(SORT.rule.check(&sort.word().into()), Ok(()));
            assert_eq!(Sort::from_word(sort.word()), sort);
        }
    }
}
