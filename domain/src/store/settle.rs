//! Agreeing with other tabs whose notebook it is: two tabs opened at once at an empty storage must find one answer.

use super::Store;
use super::identity::{self, Found};
use super::key_value::{KeyValue, KeyValueError};

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
            Found::Identity { .. } | Found::Unreadable => self.set_aside()?,
            Found::Nothing => {}
            Found::Newer => return Ok(false),
        }
        let found = identity::find(&self.kv)?;
        if !matches!(found, Found::Identity { .. }) || ours(&found) {
            self.identity.write(&self.kv)?;
        }
        Ok(ours(&identity::find(&self.kv)?))
    }

    /// Copies texts of an identity that cannot be read to names that nothing overwrites.
    fn set_aside(&self) -> Result<(), KeyValueError> {
        for damaged in identity::unreadable(&self.kv)? {
            let mut name = format!("aside:{}", damaged.key);
            while self.kv.get(&name)?.is_some_and(|text| text != damaged.raw) {
                name.push('+');
            }
            self.kv.set(&name, &damaged.raw)?;
        }
        Ok(())
    }
}
