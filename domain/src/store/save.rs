//! Saving: one's own keys only, and never “stored” before it is.

use std::collections::BTreeSet;

use super::Store;
use super::identity::{self, Found};
use super::key::{IDENTITY, Key};
use super::key_value::{KeyValue, KeyValueError};
use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::record::Record;
use crate::wire::encode_record;

/// How a saving ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything is stored: this and whatever was refused before.
    Stored,
    /// Something is not stored. Memory keeps it, and the next saving tries again.
    Refused(KeyValueError),
    /// Not yet: this store waits until it may write.
    Waiting,
    /// *Delete everything* happened in another tab. Nothing of this notebook is or may be written any more.
    Ended,
    /// A newer Waymark keeps its notebook here now. What is stored is left to it, and nothing more is written.
    Newer,
}

/// Whether this notebook is still the one in the storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ownership {
    Ours,
    /// The browser's data were cleared under us. Memory is all there is, so all of it is written again.
    Cleared,
    Ended,
    /// A newer Waymark's. Nothing is written, and nothing taken back.
    Newer,
}

impl<K: KeyValue> Store<K> {
    /// Stores the touched records, and all that was refused before.
    pub fn save(&mut self, notebook: &Notebook, touched: impl IntoIterator<Item = RecordId>) -> Outcome {
        self.unsaved.extend(touched);
        if self.newer {
            return Outcome::Newer;
        }
        if self.unsaved.is_empty() {
            return Outcome::Stored;
        }
        if self.waiting {
            return Outcome::Waiting;
        }
        self.try_save(notebook).unwrap_or_else(Outcome::Refused)
    }

    fn try_save(&mut self, notebook: &Notebook) -> Result<Outcome, KeyValueError> {
        match self.ownership()? {
            Ownership::Ours => {}
            Ownership::Newer => return Ok(Outcome::Newer),
            Ownership::Ended => return Ok(self.end()),
            Ownership::Cleared => {
                self.identity.write(&self.kv)?;
                self.packs.clear();
                self.unsaved.extend(notebook.records().map(|record| record.id()));
            }
        }
        let tried = self.unsaved.clone();
        let written = self.write_unsaved(notebook);
        // Another tab may have deleted everything between the look before and the writing.
        match self.ownership()? {
            Ownership::Ended => Ok(self.end()),
            Ownership::Newer => {
                self.unsaved.extend(tried);
                Ok(Outcome::Newer)
            }
            Ownership::Ours | Ownership::Cleared => written.map(|()| Outcome::Stored),
        }
    }

    /// Writes as much as is taken, and says whether it was all.
    fn write_unsaved(&mut self, notebook: &Notebook) -> Result<(), KeyValueError> {
        let unsaved: Vec<_> = self.unsaved.iter().filter_map(|id| notebook.record(*id)).cloned().collect();
        let erased: BTreeSet<_> = unsaved.iter().filter(|it| it.is_erased()).map(|it| it.id()).collect();
        let copies = if erased.is_empty() { Vec::new() } else { self.others(&erased)? };
        let mut all = Ok(());
        for record in unsaved {
            let written = if record.is_erased() {
                let copies = copies.iter().filter(|(id, _)| *id == record.id());
                self.write_erased(&record, copies.map(|(_, key)| &key[..]))
            } else {
                self.write(&record)
            };
            all = all.and(written);
        }
        all
    }

    /// Writes a record's full state under this replica's own name for it.
    pub(super) fn write(&mut self, record: &Record) -> Result<(), KeyValueError> {
        let (id, key) = (record.id(), self.own_key(record.id()));
        let (name, text) = (key.to_string(), encode_record(record));
        let set = self.kv.set(&name, &text);
        self.tell(name, text);
        set?;
        self.mine.insert(id, key.writer());
        self.unsaved.remove(&id);
        Ok(())
    }

    /// Whether the storage still holds this notebook.
    pub(super) fn ownership(&self) -> Result<Ownership, KeyValueError> {
        if self.kv.get(IDENTITY)?.is_some_and(|text| text == self.identity.encode()) {
            return Ok(Ownership::Ours);
        }
        self.look()
    }

    /// The same, looking at everything that says so.
    pub(super) fn look(&self) -> Result<Ownership, KeyValueError> {
        let ours = self.identity.epoch;
        Ok(match identity::find(&self.kv)? {
            Found::Nothing => Ownership::Cleared,
            // Epochs never go back. A tab that slept wrote its own again after the browser's data were cleared.
            Found::Identity { identity, .. } if identity.epoch.is_before(ours) => Ownership::Cleared,
            Found::Identity { identity, .. } if identity.epoch != ours => Ownership::Ended,
            Found::Newer(_) => Ownership::Newer,
            // Damaged since; it is mended when the app starts again.
            Found::Identity { .. } | Found::Unreadable => Ownership::Ours,
        })
    }

    /// Takes back what was written into a notebook that is deleted: the tab that deleted it may not have seen our last
    /// words yet. Where a backup took its place instead, they may yet come along.
    pub(super) fn end(&mut self) -> Outcome {
        let mine = std::mem::take(&mut self.mine);
        let packs = std::mem::take(&mut self.packs);
        self.news.clear();
        if matches!(identity::find(&self.kv), Ok(Found::Identity { identity, .. }) if identity.epoch.keeps())
        {
            return Outcome::Ended;
        }
        for (id, writer) in mine {
            let key = Key::Record(self.identity.epoch, writer, id).to_string();
            // What cannot be removed now is swept later.
            self.kv.remove(&key).unwrap_or_default();
        }
        for pack in packs.iter().filter(|pack| pack.key.writer().replica == self.replica) {
            self.kv.remove(&pack.key.to_string()).unwrap_or_default();
        }
        Outcome::Ended
    }
}
