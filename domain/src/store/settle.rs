//! Agreeing with other tabs whose notebook it is: two tabs opened at once at an empty storage must find one answer.

use super::Store;
use super::identity::{self, Found};
use super::key::ASIDE;
use super::key_value::{KeyValue, KeyValueError};
use super::open::Unreadable;

impl<K: KeyValue> Store<K> {
    /// Writes the identity where it is missing or damaged, unless another tab did. Says whether it is the one this store
    /// was opened with; if not, open again. Call it under a lock where there are locks; where there are none, again after
    /// a moment, when a tab that began at the same time has written too.
    pub fn settle(&self) -> Result<bool, KeyValueError> {
        let ours = |found: &Found| match found {
            Found::Identity { identity, .. } => *identity == self.identity,
            _ => false,
        };
        match identity::find(&self.kv)? {
            Found::Identity { whole: true, identity } => return Ok(identity == self.identity),
            Found::Identity { .. } | Found::Unreadable => {
                self.set_aside(&identity::unreadable(&self.kv)?)?;
            }
            Found::Nothing => {}
            Found::Newer => return Ok(false),
        }
        let found = identity::find(&self.kv)?;
        if !matches!(found, Found::Identity { .. }) || ours(&found) {
            self.identity.write(&self.kv)?;
        }
        Ok(ours(&identity::find(&self.kv)?))
    }

    /// Copies texts that cannot be read to names where nothing overwrites them but *Delete everything*.
    pub(super) fn set_aside(&self, unreadable: &[Unreadable]) -> Result<(), KeyValueError> {
        for Unreadable { key, raw, .. } in unreadable.iter().filter(|it| !it.key.starts_with(ASIDE)) {
            let mut name = format!("{ASIDE}{key}");
            while self.kv.get(&name)?.is_some_and(|text| text != *raw) {
                name.push('+');
            }
            self.kv.set(&name, raw)?;
        }
        Ok(())
    }
}
