//! What something is about: a thing of the other person, named as it was seen, so that it stays readable without it.

use serde::Serialize;

use crate::field::{Field, Rule};
use crate::id::RecordId;
use crate::record::Record;

/// The longest title as it was seen; longer ones are cut.
const TITLE_MAX: usize = 200;

/// What the name of its kind may be.
pub(crate) const KIND: Rule = Rule::Line(60);
/// What its title may be.
pub(crate) const TITLE: Rule = Rule::Line(TITLE_MAX);

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
    /// What a record says it is about.
    pub(crate) fn of(record: &Record) -> Option<Self> {
        let [kind, id, title] = fields("");
        let id = record.reference(id)?;
        Some(Self { kind: record.text(kind).to_owned(), id, title: record.text(title).to_owned() })
    }

    /// A thing, with its title in one line and not too long.
    pub fn new(kind: &str, id: RecordId, title: &str) -> Self {
        let title = TITLE.tidy(title).chars().take(TITLE_MAX).collect();
        Self { kind: kind.to_owned(), id, title }
    }
}

/// The three fields in which a record of `kind` says what it is about.
pub(crate) const fn fields(kind: &'static str) -> [Field; 3] {
    [
        Field::new(kind, "about_kind", KIND),
        Field::new(kind, "about", Rule::Record),
        Field::new(kind, "about_title", TITLE),
    ]
}
