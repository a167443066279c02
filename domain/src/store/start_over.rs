//! Beginning a new epoch: *Delete everything*, and an untouched notebook that becomes the one in a backup. Other tabs see
//! that the epoch is no longer theirs and start over too, so nothing comes back by itself.
//!
//! Tabs that begin at the same moment need no lock: of two epochs the greater counts, for all tabs and for good. Whoever
//! began the other learns it at once, and only what belongs to epochs before the greatest is ever removed.

use super::identity::{self, Found, Identity};
use super::import::{ImportError, Writing};
use super::key::{ERASING, Epoch, IDENTITY, Writer, epoch_of, identity_of};
use super::key_value::{KeyValue, KeyValueError};
use super::save::Outcome;
use super::{Erasing, Store};
use crate::id::ReplicaId;
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
        self.begin_erasing(Erasing::Everything);
        self.unreadable.clear();
        self.waiting = true;
        self.clear(self.identity.epoch, true)
    }

    /// Makes `notebook`, which came out of a backup, the one in the storage: all of it or nothing. What other tabs wrote
    /// into the untouched notebook before they heard of it comes along as copies.
    pub fn take_over(&mut self, notebook: &mut Notebook, random: u32) -> Result<Outcome, ImportError> {
        let mut writing = self.begin_take_over(notebook, random)?;
        while self.write_some(notebook, &mut writing)? {}
        self.finish_take_over(notebook, writing)
    }

    /// The same in steps, first: what is to be written, with [`Store::write_some`].
    pub fn begin_take_over(&mut self, notebook: &mut Notebook, random: u32) -> Result<Writing, ImportError> {
        self.set_aside(&self.unreadable)?;
        self.bring_along(Epoch::LAST, notebook)?;
        Ok(self.all_of(notebook, self.latest()?.next_keeping(random), self.replica))
    }

    /// Last: makes it the notebook in the storage.
    pub fn finish_take_over(
        &mut self,
        notebook: &mut Notebook,
        writing: Writing,
    ) -> Result<Outcome, ImportError> {
        let epoch = writing.epoch;
        self.make_count(notebook, writing)?;
        // From now on nobody calls anything stored there. What was until now is read again. All of it stays until somebody
        // folds: what another tab stored a moment ago may not be seen here yet.
        let late = self.bring_along(epoch, notebook).unwrap_or_default();
        Ok(self.save(notebook, late))
    }

    /// Writes a notebook in a new epoch; the epoch's identity comes last and makes it count.
    fn begin(&mut self, notebook: &Notebook, epoch: Epoch, replica: ReplicaId) -> Result<(), ImportError> {
        let mut writing = self.all_of(notebook, epoch, replica);
        while self.write_some(notebook, &mut writing)? {}
        self.make_count(notebook, writing)
    }

    fn all_of(&self, notebook: &Notebook, epoch: Epoch, replica: ReplicaId) -> Writing {
        let ids: Vec<_> = notebook.records().map(|record| record.id()).collect();
        self.writing(notebook, &ids, epoch, Writer::of(replica))
    }

    fn make_count(&mut self, notebook: &Notebook, writing: Writing) -> Result<(), ImportError> {
        let (epoch, replica) = (writing.epoch, writing.writer.replica);
        let next = Identity { epoch, notebook: notebook.id(), me: notebook.me() };
        // Other tabs look closely from here on, before and after each writing.
        if let Err(error) = self.kv.set(IDENTITY, &next.encode()) {
            return Err(self.refused(error, &writing));
        }
        let written = self.kv.set(&identity_of(epoch), &next.encode());
        match (identity::find(&self.kv), written) {
            (Ok(Found::Identity { identity, .. }), _) if identity.epoch > epoch => {
                self.take_back(&writing);
                return Err(ImportError::Ended);
            }
            (Ok(Found::Identity { identity, .. }), _) if identity == next => {}
            (_, Ok(())) => {}
            (_, Err(error)) => {
                self.take_back(&writing);
                return Err(self.refused(error, &writing));
            }
        }
        (self.identity, self.replica, self.imports) = (next, replica, 0);
        self.mine.clear();
        self.packs.clear();
        self.news.clear();
        self.tell(identity_of(epoch), next.encode());
        // A tab that deletes everything at this very moment may have removed some; they are to be written again.
        self.unsaved = writing.missing(&self.kv).into_iter().collect();
        self.hold(writing);
        Ok(())
    }

    /// Leaves nothing of an epoch that does not count, and says again which one does. What is refused is tidied later.
    fn take_back(&self, writing: &Writing) {
        self.abandon(writing);
        self.kv.remove(&identity_of(writing.epoch)).unwrap_or_default();
        self.settle().unwrap_or_default();
    }

    /// The greatest epoch there is.
    fn latest(&self) -> Result<Epoch, KeyValueError> {
        match identity::find(&self.kv)? {
            Found::Identity { identity, .. } => Ok(identity.epoch.max(self.identity.epoch)),
            // What a newer Waymark keeps is not ours to end.
            Found::Newer(_) => Err(KeyValueError::Blocked),
            Found::Nothing | Found::Unreadable => Ok(self.identity.epoch),
        }
    }

    /// Removes everything of the epochs before `epoch`, which must count; with `others`, also what is of none.
    pub(super) fn clear(&self, epoch: Epoch, others: bool) -> Result<(), KeyValueError> {
        let is_over = |key: &String| match epoch_of(key) {
            Some(of) => of < epoch,
            None => others && key != IDENTITY && key != ERASING,
        };
        let keys = self.kv.keys()?.into_iter().filter(is_over);
        keys.map(|key| self.kv.remove(&key)).fold(Ok(()), Result::and)
    }
}
