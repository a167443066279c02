//! What a storage must do: texts under names, each operation whole or refused.

use std::ops::Deref;

/// A storage. Its methods take `&self` because every storage is shared with other tabs anyway.
pub trait KeyValue {
    /// All names in use, in no particular order.
    fn keys(&self) -> Result<Vec<String>, KeyValueError>;
    /// The text under a name.
    fn get(&self, key: &str) -> Result<Option<String>, KeyValueError>;
    /// Puts a text under a name. Where it is refused, the text that stood there stays.
    fn set(&self, key: &str, value: &str) -> Result<(), KeyValueError>;
    /// Removes a name. One that is not in use is no error.
    fn remove(&self, key: &str) -> Result<(), KeyValueError>;
    /// How much room a name takes.
    fn key_units(&self, key: &str) -> usize {
        units(key)
    }
}

/// Why a storage refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyValueError {
    /// No room is left.
    #[error("the storage is full")]
    Full,
    /// The browser does not let us at it.
    #[error("the storage is blocked")]
    Blocked,
}

/// How much room a text takes: browsers count UTF-16 units, in names and values alike.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Whatever leads to a storage is one.
impl<T: Deref<Target: KeyValue>> KeyValue for T {
    fn keys(&self) -> Result<Vec<String>, KeyValueError> {
        (**self).keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, KeyValueError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), KeyValueError> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), KeyValueError> {
        (**self).remove(key)
    }

    fn key_units(&self, key: &str) -> usize {
        (**self).key_units(key)
    }
}
