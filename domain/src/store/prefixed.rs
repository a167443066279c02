//! One app's part of a storage that it shares with others: everything under its own prefix.

use super::key_value::{KeyValue, KeyValueError, units};
use crate::sizes::percent;

/// What a browser gives an origin: 5 MiB of UTF-16 units.
pub const CAPACITY: usize = 5_242_880;

/// The names of `kv` that begin with a prefix, seen without it.
#[derive(Debug)]
pub struct Prefixed<K> {
    kv: K,
    prefix: String,
}

/// From which percentage on room is short.
const NEARLY_FULL: usize = 90;

/// How much of a storage is in use, in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Usage {
    /// By this app at this address.
    pub ours: usize,
    /// By everything else in the same storage.
    pub others: usize,
    /// What the browser gives in all.
    pub capacity: usize,
}

impl Usage {
    /// What is in use in all.
    pub const fn used(&self) -> usize {
        self.ours.saturating_add(self.others)
    }

    /// What is not in use.
    pub const fn free(&self) -> usize {
        self.capacity.saturating_sub(self.used())
    }

    /// How many percent are in use; what is begun counts as a whole one.
    pub fn percent(&self) -> usize {
        100 - percent(self.free(), self.capacity).min(100)
    }

    /// Whether the person should know that room is short.
    pub fn is_nearly_full(&self) -> bool {
        self.percent() > NEARLY_FULL
    }
}

impl<K: KeyValue> Prefixed<K> {
    /// The part of `kv` under `prefix`.
    pub const fn new(kv: K, prefix: String) -> Self {
        Self { kv, prefix }
    }

    /// The full name of a key.
    pub fn full(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// Counts what is in use.
    pub fn usage(&self) -> Result<Usage, KeyValueError> {
        let mut usage = Usage { capacity: CAPACITY, ..Usage::default() };
        for key in self.kv.keys()? {
            let size = units(&key) + self.kv.get(&key)?.as_deref().map_or(0, units);
            let owner = if key.starts_with(&self.prefix) { &mut usage.ours } else { &mut usage.others };
            *owner += size;
        }
        Ok(usage)
    }
}

impl<K: KeyValue> KeyValue for Prefixed<K> {
    fn keys(&self) -> Result<Vec<String>, KeyValueError> {
        let ours = |key: String| key.strip_prefix(&self.prefix).map(str::to_owned);
        Ok(self.kv.keys()?.into_iter().filter_map(ours).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, KeyValueError> {
        self.kv.get(&self.full(key))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), KeyValueError> {
        self.kv.set(&self.full(key), value)
    }

    fn remove(&self, key: &str) -> Result<(), KeyValueError> {
        self.kv.remove(&self.full(key))
    }

    fn key_units(&self, key: &str) -> usize {
        self.kv.key_units(&self.full(key))
    }
}
