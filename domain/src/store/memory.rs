//! A storage in memory: for tests, and the model of what a browser's storage does.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::key_value::{KeyValue, KeyValueError, units};

/// A storage that is gone when it is dropped.
#[derive(Debug)]
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    used: Cell<usize>,
    quota: Cell<usize>,
    blocked: Cell<bool>,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            texts: RefCell::default(),
            used: Cell::new(0),
            quota: Cell::new(usize::MAX),
            blocked: Cell::new(false),
        }
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
        self.used.get()
    }

    fn size(&self, key: &str) -> usize {
        self.texts.borrow().get(key).map_or(0, |value| units(key) + units(value))
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
        let (before, after) = (self.size(key), units(key) + units(value));
        let used = self.used() - before + after;
        // As in browsers, what makes the storage smaller is never refused.
        if after > before && used > self.quota.get() {
            return Err(KeyValueError::Full);
        }
        self.used.set(used);
        self.texts.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), KeyValueError> {
        self.open()?;
        self.used.set(self.used() - self.size(key));
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Prefixed, contract};

    #[test]
    fn it_keeps_the_contract() {
        let kv = Memory::default();
        kv.set_quota(1 << 20);
        contract::holds(&kv);
    }

    #[test]
    fn a_part_of_it_keeps_the_contract_and_leaves_the_rest_alone() {
        let kv = Memory::default();
        kv.set_quota(1 << 20);
        kv.set("waymark:/other/:identity", "theirs").unwrap();
        let part = Prefixed::new(&kv, "waymark:/:".into());
        contract::holds(&part);
        part.set("key", "ours").unwrap();
        assert_eq!(kv.get("waymark:/:key"), Ok(Some("ours".into())));
        let usage = part.usage().unwrap();
        assert_eq!((usage.ours, usage.others), (17, 30));
    }

    #[test]
    fn a_blocked_one_refuses_everything() {
        let kv = Memory::default();
        kv.set_blocked(true);
        assert_eq!((kv.keys(), kv.get("a")), (Err(KeyValueError::Blocked), Err(KeyValueError::Blocked)));
        assert_eq!(
            (kv.set("a", ""), kv.remove("a")),
            (Err(KeyValueError::Blocked), Err(KeyValueError::Blocked))
        );
    }
}
