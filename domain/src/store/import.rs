//! Storing an import: many records, all or nothing. They stand under a name of their own and count only once a marker
//! says that they are complete.

use super::Store;
use super::key::{Key, Writer};
use super::key_value::{KeyValue, KeyValueError, units};
use super::save::{Outcome, Standing};
use crate::file::encode_record;
use crate::id::RecordId;
use crate::notebook::Notebook;

/// Why an import was not stored. Nothing of it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It needs more room than there is.
    #[error("the import needs {needed} units")]
    NoRoom {
        /// What it needs, in UTF-16 units.
        needed: usize,
    },
    /// The storage is blocked.
    #[error("the storage is blocked")]
    Blocked,
    /// Another tab deleted everything, or opened a backup in an untouched notebook.
    #[error("the notebook is another one now")]
    Ended,
}

impl<K: KeyValue> Store<K> {
    /// Stores the records that an import touched, as they are in the notebook after it.
    pub fn save_import(&mut self, after: &Notebook, touched: &[RecordId]) -> Result<Outcome, ImportError> {
        match self.standing().map_err(|_| ImportError::Blocked)? {
            Standing::Ended => return Err(ImportError::Ended),
            Standing::Newer => return Err(ImportError::Blocked),
            Standing::Ours | Standing::Cleared => {}
        }
        self.imports += 1;
        let writer = Writer { replica: self.replica, import: Some(self.imports) };
        let records = touched.iter().filter_map(|id| after.record(*id));
        let key = |id| Key::Record(self.identity.epoch, writer, id).to_string();
        let texts: Vec<_> = records.map(|record| (key(record.id()), encode_record(record))).collect();
        let marker = Key::Marker(self.identity.epoch, writer).to_string();
        self.write_all(&texts, (&marker, ""))?;
        Ok(self.adopt(after, touched, writer))
    }

    /// Writes texts under their keys, and at last the one that makes them count; or nothing.
    pub(super) fn write_all(
        &self,
        texts: &[(String, String)],
        last: (&str, &str),
    ) -> Result<(), ImportError> {
        let written = texts.iter().try_for_each(|(key, text)| self.kv.set(key, text));
        written.and_then(|()| self.kv.set(last.0, last.1)).map_err(|error| {
            // What cannot be removed now counts for nothing without the last, and is swept later.
            for (key, _) in texts {
                self.kv.remove(key).unwrap_or_default();
            }
            self.refused(error, texts)
        })
    }

    pub(super) fn refused(&self, error: KeyValueError, texts: &[(String, String)]) -> ImportError {
        match error {
            KeyValueError::Blocked => ImportError::Blocked,
            KeyValueError::Full => ImportError::NoRoom { needed: self.room_for(texts) },
        }
    }

    /// From now on the import's keys are where this replica keeps these records.
    fn adopt(&mut self, after: &Notebook, touched: &[RecordId], writer: Writer) -> Outcome {
        for id in touched.iter().filter(|id| after.record(**id).is_some()) {
            self.unsaved.remove(id);
            if let Some(earlier) = self.mine.insert(*id, writer) {
                let key = Key::Record(self.identity.epoch, earlier, *id).to_string();
                // Left standing, it is an old copy of what the import holds.
                self.kv.remove(&key).unwrap_or_default();
            }
        }
        match self.standing() {
            Ok(Standing::Ended) => return self.end(),
            Ok(Standing::Newer) => return Outcome::Newer,
            _ => {}
        }
        let erased = |id: &RecordId| after.record(*id).is_some_and(|record| record.is_erased());
        self.save(after, touched.iter().copied().filter(erased))
    }

    fn room_for(&self, texts: &[(String, String)]) -> usize {
        texts.iter().map(|(key, text)| self.kv.key_units(key) + units(text)).sum()
    }
}
