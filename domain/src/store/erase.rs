//! Erasing for good: no key keeps the content of a record that was erased, whoever wrote it.

use std::collections::BTreeSet;

use super::Store;
use super::key::Key;
use super::key_value::{KeyValue, KeyValueError};
use crate::id::RecordId;
use crate::record::Record;
use crate::wire::{decode_record, encode_record};

impl<K: KeyValue> Store<K> {
    /// Writes that a record is erased, and the same over every other copy of it. Erased absorbs everything in a join, so
    /// this loses nothing even where the copy's writer is at it right now. A copy is overwritten and not removed, so that
    /// the last trace of the erasing cannot get lost between two tabs that erase at once.
    pub(super) fn write_erased<'a>(
        &mut self,
        record: &Record,
        copies: impl Iterator<Item = &'a str>,
    ) -> Result<(), KeyValueError> {
        let written = self.write(record);
        for key in copies {
            self.blank(key, record)?;
        }
        // A full storage has room again once the content is gone.
        if written.is_err() { self.write(record) } else { Ok(()) }
    }

    /// Writes `erased` over a copy that still has content. Says whether it had.
    pub(super) fn blank(&self, key: &str, erased: &Record) -> Result<bool, KeyValueError> {
        let copy = self.kv.get(key)?.and_then(|raw| decode_record(&raw).ok());
        // What cannot be read stays: it may not be what its name says.
        let has_content = copy.is_some_and(|copy| copy.id() == erased.id() && !copy.is_erased());
        if has_content {
            self.kv.set(key, &encode_record(erased))?;
        }
        Ok(has_content)
    }

    /// The keys of these records that are not this replica's own.
    pub(super) fn others(&self, ids: &BTreeSet<RecordId>) -> Result<Vec<(RecordId, String)>, KeyValueError> {
        let other = |name: String| match name.parse().ok()? {
            Key::Record(epoch, writer, id) if epoch == self.identity.epoch && ids.contains(&id) => {
                (self.mine.get(&id) != Some(&writer)).then_some((id, name))
            }
            _ => None,
        };
        Ok(self.kv.keys()?.into_iter().filter_map(other).collect())
    }
}
