//! Whether what a person did is stored: always true, always visible.

use waymark_domain::store::KeyValueError;

/// Whether everything is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Everything is.
    Saved,
    /// Something is being typed or about to be stored.
    Saving,
    /// Something is not. It is kept in memory, and every later change tries again; a copy can be exported now.
    NotSaved(NotSaved),
}

/// Why something is not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The browser's storage is full.
    Full,
    /// The browser does not let the app store anything.
    Blocked,
    /// A newer Waymark keeps its notebook in this browser, and this one must not write over it.
    Newer,
    /// The notebook does not take something as it is written; its field says why.
    Refused,
}

impl From<KeyValueError> for NotSaved {
    fn from(error: KeyValueError) -> Self {
        match error {
            KeyValueError::Full => Self::Full,
            KeyValueError::Blocked => Self::Blocked,
        }
    }
}
