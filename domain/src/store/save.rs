//! Saving: one's own keys only, and never “stored” before it is.

use super::Store;
use super::identity::{self, Found};
use super::key::{IDENTITY, Key, Writer};
use super::key_value::{KeyValue, KeyValueError};
use crate::file::encode_record;
use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::record::Record;

/// How a saving ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything is stored: this and whatever was refused before.
    Stored,
    /// Something is not stored. Memory keeps it, and the next saving tries again.
    Refused(KeyValueError),
    /// *Delete everything* happened in another tab. Nothing was written, and nothing of this notebook may be any more.
    Ended,
}

/// Whether this notebook is still the one in the storage.
enum Standing {
    Ours,
    /// The browser's data were cleared under us. Memory is all there is, so all of it is written again.
    Cleared,
    Ended,
}

impl<K: KeyValue> Store<K> {
    /// Stores the touched records, and all that was refused before.
    pub fn save(&mut self, notebook: &Notebook, touched: impl IntoIterator<Item = RecordId>) -> Outcome {
        self.unsaved.extend(touched);
        if self.unsaved.is_empty() {
            return Outcome::Stored;
        }
        self.try_save(notebook).unwrap_or_else(Outcome::Refused)
    }

    fn try_save(&mut self, notebook: &Notebook) -> Result<Outcome, KeyValueError> {
        match self.standing()? {
            Standing::Ours => {}
            Standing::Ended => return Ok(Outcome::Ended),
            Standing::Cleared => {
                self.identity.write(&self.kv)?;
                self.unsaved.extend(notebook.records().map(|record| record.id()));
            }
        }
        let mut outcome = Outcome::Stored;
        for id in std::mem::take(&mut self.unsaved) {
            let Some(record) = notebook.record(id) else { continue };
            if let Err(error) = self.write(record) {
                self.unsaved.insert(id);
                outcome = Outcome::Refused(error);
            }
        }
        // Another tab may have deleted everything between the first look and the writing.
        match self.standing()? {
            Standing::Ended => Ok(Outcome::Ended),
            _ => Ok(outcome),
        }
    }

    /// Writes a record's full state under this replica's own name for it.
    fn write(&mut self, record: &Record) -> Result<(), KeyValueError> {
        let id = record.id();
        let own = Writer { replica: self.replica, import: None };
        let writer = self.mine.get(&id).copied().unwrap_or(own);
        let key = Key::Record(self.identity.epoch, writer, id);
        self.kv.set(&key.to_string(), &encode_record(record))?;
        self.mine.insert(id, writer);
        Ok(())
    }

    fn standing(&self) -> Result<Standing, KeyValueError> {
        if self.kv.get(IDENTITY)?.is_some_and(|text| text == self.identity.encode()) {
            return Ok(Standing::Ours);
        }
        Ok(match identity::find(&self.kv)? {
            Found::Nothing => Standing::Cleared,
            Found::Identity { identity, .. } if identity.epoch != self.identity.epoch => Standing::Ended,
            Found::Newer => Standing::Ended,
            // Damaged since; it is mended when the app starts again.
            Found::Identity { .. } | Found::Unreadable => Standing::Ours,
        })
    }
}
