//! Storing an import: many records, all or nothing. They stand under a name of their own and count only once a marker
//! says that they are complete. What is much is packed, a portion at a time.

use std::collections::VecDeque;

use super::Store;
use super::key::{Epoch, Key, Writer};
use super::key_value::{KeyValue, KeyValueError, units};
use super::pack::{lines, pack};
use super::packing::portions;
use super::packs::Inside;
use super::save::{Outcome, Ownership};
use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::sizes::scaled;
use crate::wire::encode_record;

/// Why an import was not stored. Nothing of it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It needs more room than there is.
    #[error("the import needs {needed} units")]
    NoRoom {
        /// What it needs, in UTF-16 units; of what is much, about.
        needed: usize,
    },
    /// The storage is blocked.
    #[error("the storage is blocked")]
    Blocked,
    /// Another tab deleted everything, or opened a backup in an untouched notebook.
    #[error("the notebook is another one now")]
    Ended,
}

impl From<KeyValueError> for ImportError {
    fn from(_: KeyValueError) -> Self {
        Self::Blocked
    }
}

/// Records that are being written and count for nothing yet.
#[derive(Debug)]
pub struct Writing {
    pub(super) epoch: Epoch,
    pub(super) writer: Writer,
    /// The number of the next pack.
    pack: u32,
    /// What each portion to come is; a single record is not packed.
    portions: VecDeque<Vec<RecordId>>,
    pub(super) done: usize,
    pub(super) all: usize,
    written: Vec<(Key, String, Option<Inside>)>,
}

impl Writing {
    /// How much of it is written, 0 to 1.
    pub fn progress(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a share to show")]
        let share = self.done as f64 / self.all.max(1) as f64;
        share
    }

    /// The records that do not stand in the storage any more.
    pub(super) fn missing(&self, kv: &impl KeyValue) -> Vec<RecordId> {
        let gone = |key: &Key| !matches!(kv.get(&key.to_string()), Ok(Some(_)));
        let gone = self.written.iter().filter(|(key, ..)| gone(key));
        let ids = gone.flat_map(|(key, _, inside)| match (key, inside) {
            (Key::Record(_, _, id), _) => vec![*id],
            (_, inside) => inside.as_ref().map(|inside| inside.records.clone()).unwrap_or_default(),
        });
        ids.collect()
    }

    /// How much room is taken by what was written.
    fn units(&self, kv: &impl KeyValue) -> usize {
        self.written.iter().map(|(key, text, _)| kv.key_units(&key.to_string()) + units(text)).sum()
    }
}

impl<K: KeyValue> Store<K> {
    /// Stores the records that an import touched, as they are in the notebook after it.
    pub fn save_import(&mut self, after: &Notebook, touched: &[RecordId]) -> Result<Outcome, ImportError> {
        let mut writing = self.begin_import(after, touched)?;
        while self.write_some(after, &mut writing)? {}
        self.finish_import(after, touched, writing)
    }

    /// The same in steps, first: what is to be written.
    pub fn begin_import(&mut self, after: &Notebook, touched: &[RecordId]) -> Result<Writing, ImportError> {
        match self.ownership()? {
            Ownership::Ended => return Err(ImportError::Ended),
            Ownership::Newer => return Err(ImportError::Blocked),
            Ownership::Ours | Ownership::Cleared => {}
        }
        self.imports += 1;
        let writer = Writer { replica: self.replica, import: Some(self.imports) };
        Ok(self.writing(after, touched, self.identity.epoch, writer))
    }

    pub(super) fn writing(
        &self,
        after: &Notebook,
        ids: &[RecordId],
        epoch: Epoch,
        writer: Writer,
    ) -> Writing {
        let records = ids.iter().filter_map(|id| after.record(*id)).cloned().collect();
        let mut portions: VecDeque<_> = portions(after, records).into();
        // What one pack would hold may as well be written in.
        if portions.len() == 1 {
            portions = portions.into_iter().flatten().map(|id| vec![id]).collect();
        }
        let all = portions.len();
        Writing { epoch, writer, pack: self.next_pack(), portions, done: 0, all, written: Vec::new() }
    }

    /// Second: writes the next portion. Says whether there is more. Where it fails, nothing is left of it.
    pub fn write_some(&self, after: &Notebook, writing: &mut Writing) -> Result<bool, ImportError> {
        let Some(ids) = writing.portions.pop_front() else { return Ok(false) };
        let records: Vec<_> = ids.iter().filter_map(|id| after.record(*id)).cloned().collect();
        let (key, text, inside) = match &records[..] {
            [one] => (Key::Record(writing.epoch, writing.writer, one.id()), encode_record(one), None),
            many => {
                let lines = lines(many);
                let text = pack(&lines, after.me());
                let inside = Inside::new(many.iter().map(AsRef::as_ref), lines.len(), &text);
                writing.pack += 1;
                (Key::Pack(writing.epoch, writing.writer, writing.pack - 1), text, Some(inside))
            }
        };
        writing.done += 1;
        let set = self.kv.set(&key.to_string(), &text);
        writing.written.push((key, text, inside));
        match set {
            Ok(()) => Ok(!writing.portions.is_empty()),
            Err(error) => Err(self.refused(error, writing)),
        }
    }

    /// Leaves nothing of it.
    pub fn abandon(&self, writing: &Writing) {
        for (key, ..) in &writing.written {
            // What cannot be removed now counts for nothing, and is swept later.
            self.kv.remove(&key.to_string()).unwrap_or_default();
        }
    }

    /// Last: makes what was written count.
    pub fn finish_import(
        &mut self,
        after: &Notebook,
        touched: &[RecordId],
        writing: Writing,
    ) -> Result<Outcome, ImportError> {
        let marker = Key::Marker(writing.epoch, writing.writer).to_string();
        if let Err(error) = self.kv.set(&marker, "") {
            return Err(self.refused(error, &writing));
        }
        self.tell(marker, String::new());
        Ok(self.adopt(after, touched, writing))
    }

    /// Leaves nothing of what was written, and says why.
    pub(super) fn refused(&self, error: KeyValueError, writing: &Writing) -> ImportError {
        self.abandon(writing);
        match error {
            KeyValueError::Blocked => ImportError::Blocked,
            KeyValueError::Full => {
                let so_far = writing.units(&self.kv);
                ImportError::NoRoom { needed: scaled(so_far, writing.all, writing.done) }
            }
        }
    }

    /// From now on what was written is where these records stand.
    pub(super) fn hold(&mut self, writing: Writing) {
        for (key, text, inside) in writing.written {
            match (key, inside) {
                (Key::Record(_, writer, id), _) => drop(self.mine.insert(id, writer)),
                (key, Some(inside)) => self.hold_pack(key, inside),
                (_, None) => {}
            }
            self.tell(key.to_string(), text);
        }
    }

    /// From now on the import's keys are where this replica keeps these records.
    fn adopt(&mut self, after: &Notebook, touched: &[RecordId], writing: Writing) -> Outcome {
        for id in touched.iter().filter(|id| after.record(**id).is_some()) {
            self.unsaved.remove(id);
            if let Some(earlier) = self.mine.remove(id) {
                let key = Key::Record(self.identity.epoch, earlier, *id).to_string();
                // Left standing, it is an old copy of what the import holds.
                self.kv.remove(&key).unwrap_or_default();
            }
        }
        self.hold(writing);
        match self.ownership() {
            Ok(Ownership::Ended) => return self.end(),
            Ok(Ownership::Newer) => return Outcome::Newer,
            _ => {}
        }
        let erased = |id: &RecordId| after.record(*id).is_some_and(|record| record.is_erased());
        self.save(after, touched.iter().copied().filter(erased))
    }
}
