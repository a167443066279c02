//! An address taken apart: whether it leads to a page, and what it says beside that.

use uuid::Uuid;

/// What follows `#` in an address.
#[derive(Debug)]
pub(super) struct Path<'a> {
    words: Vec<&'a str>,
    /// What follows `?`.
    pub(super) query: &'a str,
}

/// What a page needs to know beside its name.
pub(super) trait Given: Sized {
    /// From an address that fits the page.
    fn read(path: &Path<'_>) -> Option<Self>;
    /// Into the page's address.
    fn write(&self, address: &str) -> String;
}

impl<'a> Path<'a> {
    /// Takes an address apart, with or without `#`.
    pub(super) fn of(hash: &'a str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        Self { words: path.split('/').filter(|word| !word.is_empty()).collect(), query }
    }

    /// Whether it names nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether it has the words of a declared address; anything may stand for `*`.
    pub(super) fn fits(&self, declared: &str) -> bool {
        let mut words = self.words.iter();
        declared.split('/').all(|part| words.next().is_some_and(|word| part == "*" || part == *word))
            && words.next().is_none()
    }
}

/// The word behind the first one, as in `goals/*`.
impl Given for Uuid {
    fn read(path: &Path<'_>) -> Option<Self> {
        path.words.get(1).and_then(|word| Self::try_parse(word).ok())
    }

    fn write(&self, address: &str) -> String {
        address.replace('*', &self.to_string())
    }
}
