//! Beginning a new epoch: *Delete everything*, and an untouched notebook that becomes the one in a backup. Other tabs see
//! that the epoch is no longer theirs and start over too, so nothing comes back by itself.

use super::Store;
use super::identity::{self, Found, Identity};
use super::import::ImportError;
use super::key::{IDENTITY, Key, SECOND_IDENTITY, Writer};
use super::key_value::{KeyValue, KeyValueError};
use super::save::Outcome;
use crate::file::encode_record;
use crate::id::{RecordId, ReplicaId};
use crate::notebook::Notebook;

impl<K: KeyValue> Store<K> {
    /// Wipes everything this app stored and begins an empty notebook. `random` tells the new epoch from any other;
    /// `replica` is a fresh one, so that no edit of the new notebook looks like one of the old. The store waits again.
    pub fn delete_everything(
        &mut self,
        empty: &Notebook,
        random: u32,
        replica: ReplicaId,
    ) -> Result<(), KeyValueError> {
        if self.begin(empty, random, replica).is_err() {
            // A full storage takes the new identity once the rest is gone.
            self.clear(|_| true)?;
            self.begin(empty, random, replica).map_err(|_| KeyValueError::Blocked)?;
        }
        self.unreadable.clear();
        self.waiting = true;
        let epoch = self.identity.epoch;
        self.clear(|key| key.is_none_or(|key| key.epoch().is_before(epoch)))
    }

    /// Makes `notebook`, which came out of a backup, the one in the storage: all of it or nothing.
    pub fn take_over(&mut self, notebook: &Notebook, random: u32) -> Result<Outcome, ImportError> {
        self.set_aside(&self.unreadable).map_err(|_| ImportError::Blocked)?;
        self.begin(notebook, random, self.replica)?;
        let epoch = self.identity.epoch;
        // What cannot be removed now is swept later.
        self.clear(|key| key.is_some_and(|key| key.epoch().is_before(epoch))).unwrap_or_default();
        Ok(self.save(notebook, []))
    }

    /// Writes a notebook in a new epoch; the identity comes last and makes it count.
    fn begin(&mut self, notebook: &Notebook, random: u32, replica: ReplicaId) -> Result<(), ImportError> {
        let epoch = match identity::find(&self.kv).map_err(|_| ImportError::Blocked)? {
            Found::Identity { identity, .. } => identity.epoch.next(random),
            _ => self.identity.epoch.next(random),
        };
        let next = Identity { epoch, notebook: notebook.id(), me: notebook.me() };
        let key = |id| Key::Record(epoch, Writer::of(replica), id).to_string();
        let records = notebook.records();
        let texts: Vec<_> = records.map(|record| (key(record.id()), encode_record(record))).collect();
        self.write_all(&texts, (IDENTITY, &next.encode()))?;
        // Once is enough for it to count; the second is mended at the next start.
        self.kv.set(SECOND_IDENTITY, &next.encode()).unwrap_or_default();
        (self.identity, self.replica, self.imports) = (next, replica, 0);
        self.mine = notebook.records().map(|record| (record.id(), Writer::of(replica))).collect();
        // A tab that deletes everything at this very moment may have removed some; they are to be written again.
        let missing = |id: &RecordId| !matches!(self.kv.get(&key(*id)), Ok(Some(_)));
        self.unsaved = self.mine.keys().copied().filter(missing).collect();
        Ok(())
    }

    /// Removes keys, but never the identity. `which` is asked with what a key says, if it is one of the notebook's.
    fn clear(&self, which: impl Fn(Option<Key>) -> bool) -> Result<(), KeyValueError> {
        let stale =
            |key: &String| ![IDENTITY, SECOND_IDENTITY].contains(&&key[..]) && which(key.parse().ok());
        let keys = self.kv.keys()?.into_iter().filter(stale);
        keys.map(|key| self.kv.remove(&key)).fold(Ok(()), Result::and)
    }
}
