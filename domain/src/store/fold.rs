//! Folding: copies that runs of the app left behind are joined into one's own and removed, so that keys do not pile up.
//!
//! A run that is gone never writes again. So the caller lists the keys *first* and asks who lives *afterwards*: whoever
//! wrote a listed key and is not among the living then is gone. One tab folds at a time, under a lock.

use std::collections::{BTreeMap, BTreeSet};

use super::Store;
use super::key::{Key, Writer};
use super::key_value::{KeyValue, KeyValueError};
use super::save::Ownership;
use crate::id::{RecordId, ReplicaId};
use crate::notebook::Notebook;
use crate::wire::{decode_record, encode_record};

/// How many records are folded at a time, so that nothing waits for it.
const AT_A_TIME: usize = 200;

/// The keys there were before it was asked who lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed(Vec<Key>);

impl Listed {
    pub(super) fn keys(&self) -> &[Key] {
        &self.0
    }
}

/// What folding did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The records that are different in the notebook now.
    pub changed: Vec<RecordId>,
    /// Whether there is more to fold.
    pub more: bool,
}

impl<K: KeyValue> Store<K> {
    /// The first step: which keys there are.
    pub fn list(&self) -> Result<Listed, KeyValueError> {
        Ok(Listed(self.kv.keys()?.iter().filter_map(|key| key.parse().ok()).collect()))
    }

    /// The second step: folds what the gone left. A record that only one of them holds stays where it is.
    pub fn fold(
        &mut self,
        notebook: &mut Notebook,
        listed: &Listed,
        living: &BTreeSet<ReplicaId>,
    ) -> Result<Folded, KeyValueError> {
        let mut folded = Folded::default();
        if self.look()? != Ownership::Ours {
            return Ok(folded);
        }
        folded.changed = self.close_earlier(notebook)?;
        let gone = |writer: Writer| writer.replica != self.replica && !living.contains(&writer.replica);
        let counting = self.sweep(listed, gone)?;
        let mut left: BTreeMap<RecordId, Vec<Key>> = BTreeMap::new();
        for key in &listed.0 {
            if let Key::Record(epoch, writer, id) = *key
                && epoch == self.identity.epoch
                && counting.contains(&writer)
            {
                left.entry(id).or_default().push(*key);
            }
        }
        left.retain(|id, keys| keys.len() + usize::from(self.mine.contains_key(id)) > 1);
        folded.more = left.len() > AT_A_TIME;
        for (id, keys) in left.into_iter().take(AT_A_TIME) {
            if self.fold_record(notebook, id, &keys)? {
                folded.changed.push(id);
            }
        }
        // Another tab may have deleted everything meanwhile, and what was written since then would stay.
        if self.ownership()? == Ownership::Ended {
            self.end();
            folded.more = false;
        }
        Ok(folded)
    }

    /// Joins the copies of one record into one's own, and removes them once that is stored. Says whether the notebook
    /// changed.
    fn fold_record(
        &mut self,
        notebook: &mut Notebook,
        id: RecordId,
        keys: &[Key],
    ) -> Result<bool, KeyValueError> {
        let before = notebook.record(id).cloned();
        let mut joined = Vec::new();
        for key in keys.iter().map(Key::to_string) {
            let Some(raw) = self.kv.get(&key)? else { continue };
            let copy = decode_record(&raw).ok().filter(|copy| copy.id() == id);
            // What cannot be read or joined stays where it is.
            if copy.is_some_and(|copy| notebook.join(&copy).is_ok()) {
                joined.push((key, raw));
            }
        }
        let Some(record) = notebook.record(id).cloned().filter(|_| !joined.is_empty()) else {
            return Ok(false);
        };
        self.write(&record)?;
        let stored = self.kv.get(&self.own_key(id).to_string())? == Some(encode_record(&record));
        for (key, raw) in joined {
            if stored && self.kv.get(&key)? == Some(raw) {
                self.kv.remove(&key)?;
            }
        }
        Ok(before != Some(record))
    }

    /// Removes what counts no more: imports and beginnings that were never completed, and markers whose records were all
    /// folded. Returns the gone writers whose keys count.
    fn sweep(
        &self,
        listed: &Listed,
        gone: impl Fn(Writer) -> bool,
    ) -> Result<BTreeSet<Writer>, KeyValueError> {
        let epoch = self.identity.epoch;
        let writers: BTreeSet<_> =
            listed.0.iter().filter(|key| key.epoch() == epoch).map(|key| key.writer()).collect();
        let mut counting = BTreeSet::new();
        for writer in writers.into_iter().filter(|writer| gone(*writer)) {
            if self.counts(writer)? {
                counting.insert(writer);
            }
        }
        let used: BTreeSet<_> =
            listed.0.iter().filter(|key| !matches!(key, Key::Marker(..))).map(|key| key.writer()).collect();
        let stale = |key: &&Key| match key {
            _ if key.epoch() != epoch => gone(key.writer()),
            Key::Record(..) | Key::Pack(..) => gone(key.writer()) && !counting.contains(&key.writer()),
            Key::Marker(..) => gone(key.writer()) && !used.contains(&key.writer()),
        };
        listed.0.iter().filter(stale).try_for_each(|key| self.kv.remove(&key.to_string()))?;
        Ok(counting)
    }
}
