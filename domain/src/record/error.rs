//! Why a record was refused.

use crate::field::ValueError;

/// Why one record was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Not JSON at all.
    #[error("not JSON")]
    NotJson,
    /// It lacks an id, a kind or an owner that can be read.
    #[error("not a record")]
    NotARecord,
    /// A profile stands under its owner's id, always, and nothing else does.
    #[error("not where its kind belongs")]
    Misplaced,
    /// A field holds what it may not.
    #[error("{field}: {why}")]
    Value {
        /// The field's name in the file.
        field: String,
        /// What is wrong with it.
        why: ValueError,
    },
    /// The edits behind a field, or what the record has seen, do not fit together.
    #[error("its history is damaged")]
    History,
    /// More fields, or more versions of one, than a record may have.
    #[error("too many fields or versions")]
    TooMany,
}
