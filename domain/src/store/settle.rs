//! Agreeing with other tabs whose notebook it is: two tabs opened at once at an empty storage must find one answer.

use super::Store;
use super::identity::{self, Found};
use super::key::ASIDE;
use super::key_value::{KeyValue, KeyValueError};
use super::open::Unreadable;

/// How often to write what another tab writes over at the same moment.
const TRIES: usize = 3;

impl<K: KeyValue> Store<K> {
    /// Writes the identity where it is missing or damaged: the one that counts, and one's own only where there is none. Says
    /// whether it is the one this store was opened with; if not, open again. Call it under a lock where there are locks;
    /// where there are none, again after a moment, when a tab that began at the same time has written too.
    pub fn settle(&self) -> Result<bool, KeyValueError> {
        for _ in 0..TRIES {
            let right = match identity::find(&self.kv)? {
                Found::Newer(_) => return Ok(false),
                Found::Identity { whole: true, identity } => return Ok(identity == self.identity),
                Found::Identity { identity, .. } => identity,
                Found::Unreadable | Found::Nothing => self.identity,
            };
            self.set_aside(&identity::unreadable(&self.kv)?)?;
            right.write(&self.kv)?;
        }
        Ok(matches!(identity::find(&self.kv)?, Found::Identity { identity, .. } if identity == self.identity))
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
