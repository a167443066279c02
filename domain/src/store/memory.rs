//! A storage in memory: for tests, and the model of what a browser's storage does.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::key_value::{KeyValue, KeyValueError, units};

/// A storage that is gone when it is dropped.
#[derive(Debug)]
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    quota: Cell<usize>,
    blocked: Cell<bool>,
}

impl Default for Memory {
    fn default() -> Self {
        Self { texts: RefCell::default(), quota: Cell::new(usize::MAX), blocked: Cell::new(false) }
    }
}

impl Memory {
    /// Allows this many UTF-16 units from now on, names and values together.
    pub fn set_quota(&self, units: usize) {
        self.quota.set(units);
    }

    /// Makes every method fail, or work again.
    pub fn set_blocked(&self, blocked: bool) {
        self.blocked.set(blocked);
    }

    /// How many units are in use.
    pub fn used(&self) -> usize {
        self.texts.borrow().iter().map(|(key, value)| units(key) + units(value)).sum()
    }

    fn open(&self) -> Result<(), KeyValueError> {
        if self.blocked.get() { Err(KeyValueError::Blocked) } else { Ok(()) }
    }
}

impl KeyValue for Memory {
    fn keys(&self) -> Result<Vec<String>, KeyValueError> {
        self.open()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, KeyValueError> {
        self.open()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), KeyValueError> {
        self.open()?;
        let before = self.texts.borrow().get(key).map_or(0, |old| units(key) + units(old));
        let after = units(key) + units(value);
        // As in browsers, what makes the storage smaller is never refused.
        if after > before && self.used() - before + after > self.quota.get() {
            return Err(KeyValueError::Full);
        }
        self.texts.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), KeyValueError> {
        self.open()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}
