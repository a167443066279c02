//! What something is about: a thing of the other person, named as it was seen, so that it stays readable without it.

use serde::Serialize;

use crate::field::{Field, Rule};
use crate::id::RecordId;

/// The longest name of a kind.
const KIND_MAX: usize = 60;
/// The longest title as it was seen; longer ones are cut.
pub(super) const TITLE_MAX: usize = 200;

/// A thing and how it was called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct About {
    /// Its kind, such as `goal`.
    pub kind: String,
    /// Its id.
    pub id: RecordId,
    /// Its title as it was seen.
    pub title: String,
}

impl About {
    /// A thing, with its title in one line and not too long.
    pub fn new(kind: &str, id: RecordId, title: &str) -> Self {
        let title = Rule::Line(TITLE_MAX).tidy(title).chars().take(TITLE_MAX).collect();
        Self { kind: kind.to_owned(), id, title }
    }
}

/// The three fields in which a record of `kind` says what it is about.
pub(crate) const fn fields(kind: &'static str) -> [Field; 3] {
    [
        Field { kind, name: "about_kind", rule: Rule::Line(KIND_MAX) },
        Field { kind, name: "about", rule: Rule::Record },
        Field { kind, name: "about_title", rule: Rule::Line(TITLE_MAX) },
    ]
}
