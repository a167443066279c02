//! Beginning a new epoch: *Delete everything*, and an untouched notebook that becomes the one in a backup. Other tabs see
//! that the epoch is no longer theirs and start over too, so nothing comes back by itself.
//!
//! Tabs that begin at the same moment need no lock: of two epochs the greater counts, for all tabs and for good. Whoever
//! began the other learns it at once, and only what belongs to epochs before the greatest is ever removed.

use super::Store;
use super::identity::{self, Found, Identity};
use super::import::ImportError;
use super::key::{Epoch, IDENTITY, Key, Writer, epoch_of, identity_of};
use super::key_value::{KeyValue, KeyValueError};
use super::save::Outcome;
use crate::file::encode_record;
use crate::id::{RecordId, ReplicaId};
use crate::notebook::Notebook;

/// How often *Delete everything* begins again, because another tab began an epoch at the same moment.
const TRIES: usize = 20;

impl<K: KeyValue> Store<K> {
    /// Wipes everything this app stored and begins an empty notebook. `random` tells the new epoch from any other;
    /// `replica` is a fresh one, so that no edit of the new notebook looks like one of the old. The store waits again.
    pub fn delete_everything(
        &mut self,
        empty: &Notebook,
        random: u32,
        replica: ReplicaId,
    ) -> Result<(), KeyValueError> {
        let mut begun = self.begin(empty, self.latest()?.next(random), replica);
        for _ in 0..TRIES {
            match begun {
                Ok(()) => break,
                // What another tab began at this very moment is deleted too.
                Err(ImportError::Ended) => {}
                // A full storage takes the new identity once the rest is gone.
                Err(ImportError::NoRoom { .. }) => self.clear(self.latest()?.next(0), true)?,
                Err(ImportError::Blocked) => return Err(KeyValueError::Blocked),
            }
            begun = self.begin(empty, self.latest()?.next(random), replica);
        }
        begun.map_err(|_| KeyValueError::Blocked)?;
        self.unreadable.clear();
        self.waiting = true;
        self.clear(self.identity.epoch, true)
    }

    /// Makes `notebook`, which came out of a backup, the one in the storage: all of it or nothing. What other tabs wrote
    /// into the untouched notebook before they heard of it comes along as copies.
    pub fn take_over(&mut self, notebook: &mut Notebook, random: u32) -> Result<Outcome, ImportError> {
        self.set_aside(&self.unreadable).map_err(|_| ImportError::Blocked)?;
        self.bring_along(Epoch::LAST, notebook).map_err(|_| ImportError::Blocked)?;
        let epoch = self.latest().map_err(|_| ImportError::Blocked)?.next_keeping(random);
        self.begin(notebook, epoch, self.replica)?;
        // From now on nobody calls anything stored there. What was until now is read again. All of it stays until somebody
        // folds: what another tab stored a moment ago may not be seen here yet.
        let late = self.bring_along(epoch, notebook).unwrap_or_default();
        Ok(self.save(notebook, late))
    }

    /// Writes a notebook in a new epoch; the epoch's identity comes last and makes it count.
    fn begin(&mut self, notebook: &Notebook, epoch: Epoch, replica: ReplicaId) -> Result<(), ImportError> {
        let next = Identity { epoch, notebook: notebook.id(), me: notebook.me() };
        let key = |id| Key::Record(epoch, Writer::of(replica), id).to_string();
        let records = notebook.records();
        let texts: Vec<_> = records.map(|record| (key(record.id()), encode_record(record))).collect();
        // Other tabs look closely from here on, before and after each writing.
        self.write_all(&texts, (IDENTITY, &next.encode()))?;
        let written = self.kv.set(&identity_of(epoch), &next.encode());
        match (identity::find(&self.kv), written) {
            (Ok(Found::Identity { identity, .. }), _) if identity.epoch > epoch => {
                self.take_back(&texts, epoch);
                return Err(ImportError::Ended);
            }
            (Ok(Found::Identity { identity, .. }), _) if identity == next => {}
            (_, Ok(())) => {}
            (_, Err(error)) => {
                self.take_back(&texts, epoch);
                return Err(self.refused(error, &texts));
            }
        }
        (self.identity, self.replica, self.imports) = (next, replica, 0);
        self.mine = notebook.records().map(|record| (record.id(), Writer::of(replica))).collect();
        // A tab that deletes everything at this very moment may have removed some; they are to be written again.
        let missing = |id: &RecordId| !matches!(self.kv.get(&key(*id)), Ok(Some(_)));
        self.unsaved = self.mine.keys().copied().filter(missing).collect();
        Ok(())
    }

    /// Leaves nothing of an epoch that does not count, and says again which one does. What is refused is tidied later.
    fn take_back(&self, texts: &[(String, String)], epoch: Epoch) {
        for key in texts.iter().map(|(key, _)| key).chain([&identity_of(epoch)]) {
            self.kv.remove(key).unwrap_or_default();
        }
        self.settle().unwrap_or_default();
    }

    /// The greatest epoch there is.
    fn latest(&self) -> Result<Epoch, KeyValueError> {
        match identity::find(&self.kv)? {
            Found::Identity { identity, .. } => Ok(identity.epoch.max(self.identity.epoch)),
            // What a newer Waymark keeps is not ours to end.
            Found::Newer => Err(KeyValueError::Blocked),
            Found::Nothing | Found::Unreadable => Ok(self.identity.epoch),
        }
    }

    /// Removes everything of the epochs before `epoch`, which must count; with `others`, also what is of none.
    pub(super) fn clear(&self, epoch: Epoch, others: bool) -> Result<(), KeyValueError> {
        let is_over = |key: &String| match epoch_of(key) {
            Some(of) => of < epoch,
            None => others && key != IDENTITY,
        };
        let keys = self.kv.keys()?.into_iter().filter(is_over);
        keys.map(|key| self.kv.remove(&key)).fold(Ok(()), Result::and)
    }
}
