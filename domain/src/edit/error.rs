//! Why a change was refused.

use crate::field::ValueError;

/// Why a change was refused. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The record is not here (any more), or is not of the kind that the change is for.
    #[error("the record is not here")]
    Missing,
    /// The value does not fit its field.
    #[error(transparent)]
    Value(ValueError),
    /// More tags than an entry takes.
    #[error("more than {0} tags")]
    TooManyTags(usize),
    /// The record has as many parts as one can have.
    #[error("no room for another part")]
    Full,
}

impl From<ValueError> for ChangeError {
    fn from(error: ValueError) -> Self {
        Self::Value(error)
    }
}
