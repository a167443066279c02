//! Erasing everywhere: what a person erased or deleted stands in other places too, and a browser may be closed or killed
//! before all of them are empty. A mark says that this was begun; whoever opens the notebook next goes on.

use std::sync::Arc;

use super::Store;
use super::key::{ERASING, Key, epoch_of};
use super::key_value::{KeyValue, KeyValueError};
use super::pack::{lines, pack, unpack};
use super::save::Ownership;
use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::record::Record;
use crate::wire::decode_record;

/// What a person began to erase. The greater one takes in the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Erasing {
    /// Records; their content goes.
    Records,
    /// Everything that this app keeps.
    Everything,
}

/// What becomes of a text that is kept beside the storage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// It stays.
    Same,
    /// It is to be removed.
    Not,
    /// This stands for it.
    As(String),
}

impl Erasing {
    const fn word(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Everything => "everything",
        }
    }

    /// What a mark says. One that cannot be read says the least.
    fn of_word(word: &str) -> Self {
        if word == Self::Everything.word() { Self::Everything } else { Self::Records }
    }

    /// What was begun, as the storage remembers it; a tab that is gone may have begun it.
    pub(super) fn in_storage(kv: &impl KeyValue) -> Option<Self> {
        kv.get(ERASING).ok().flatten().map(|word| Self::of_word(&word))
    }

    /// What was begun, as a log remembers it.
    pub fn in_log(entries: &[(String, String)]) -> Option<Self> {
        entries.iter().find(|(name, _)| name == ERASING).map(|(_, word)| Self::of_word(word))
    }
}

impl<K: KeyValue> Store<K> {
    /// Remembers that a person erases something, here and in the log. Call it before the content goes.
    pub fn begin_erasing(&mut self, what: Erasing) {
        let what = self.erasing().map_or(what, |begun| begun.max(what));
        self.erasing = Some(what);
        // A full storage has no room for the mark; the log still has.
        self.kv.set(ERASING, what.word()).unwrap_or_default();
        self.tell(ERASING.to_owned(), what.word().to_owned());
    }

    /// What was begun and has not ended everywhere yet.
    pub fn erasing(&self) -> Option<Erasing> {
        self.erasing.max(Erasing::in_storage(&self.kv))
    }

    /// It has ended everywhere: the mark goes.
    pub fn end_erasing(&mut self) -> Result<(), KeyValueError> {
        self.news.retain(|(name, _)| name != ERASING);
        self.kv.remove(ERASING)?;
        self.erasing = None;
        Ok(())
    }

    /// Looks for content of what is erased in the storage and removes the next of it. Says whether there was any. Read all
    /// packs before.
    pub fn erase_some(&mut self, notebook: &Notebook, what: Erasing) -> Result<bool, KeyValueError> {
        if self.ownership()? != Ownership::Ours {
            return Ok(false);
        }
        if what == Erasing::Everything && self.holds_earlier()? {
            self.clear(self.identity.epoch, false)?;
            return Ok(true);
        }
        Ok(self.blank_copies(notebook)? || self.blank_a_pack(notebook)?)
    }

    /// Goes on with *Delete everything* after the app was gone in the middle of it: settings and texts set aside go too.
    pub fn delete_the_rest(&self) -> Result<(), KeyValueError> {
        if self.ownership()? == Ownership::Ours { self.clear(self.identity.epoch, true) } else { Ok(()) }
    }

    fn holds_earlier(&self) -> Result<bool, KeyValueError> {
        let epoch = self.identity.epoch;
        Ok(self.kv.keys()?.iter().any(|name| epoch_of(name).is_some_and(|of| of < epoch)))
    }

    /// Blanks every copy of a record that is erased.
    fn blank_copies(&self, notebook: &Notebook) -> Result<bool, KeyValueError> {
        let mut was_any = false;
        for name in self.kv.keys()? {
            let Ok(Key::Record(epoch, _, id)) = name.parse() else { continue };
            if epoch == self.identity.epoch
                && let Some(erased) = erased(notebook, id)
            {
                was_any |= self.blank(&name, erased)?;
            }
        }
        Ok(was_any)
    }
}

/// The record, if it is erased.
fn erased(notebook: &Notebook, id: RecordId) -> Option<&Arc<Record>> {
    notebook.record(id).filter(|record| record.is_erased())
}

/// What becomes of a text that is kept beside the storage, under the name that it has there.
pub fn without_erased(notebook: &Notebook, name: &str, text: &str) -> Kept {
    let gone = |record: &Record| erased(notebook, record.id()).filter(|_| !record.is_erased());
    match name.parse() {
        Ok(Key::Record(_, _, id)) if erased(notebook, id).is_some() => {
            let is_gone = decode_record(text).is_ok_and(|record| gone(&record).is_some());
            if is_gone { Kept::Not } else { Kept::Same }
        }
        Ok(Key::Pack(..)) => {
            let records = unpack(text).unwrap_or_default().records;
            if records.iter().all(|record| gone(record).is_none()) {
                return Kept::Same;
            }
            let blanked = records.into_iter().map(|record| match gone(&record) {
                Some(erased) => Arc::clone(erased),
                None => Arc::new(record),
            });
            Kept::As(pack(&lines(&blanked.collect::<Vec<_>>()), notebook.me()))
        }
        _ => Kept::Same,
    }
}
