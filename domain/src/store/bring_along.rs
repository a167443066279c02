//! Where a backup was opened in an untouched notebook, what other tabs wrote there before they heard of it comes along.

use super::Store;
use super::identity::{self, Identity};
use super::key::Epoch;
use super::key_value::{KeyValue, KeyValueError};
use super::save::Outcome;
use super::scan::Scan;
use crate::copy::{Copying, copy_id};
use crate::id::RecordId;
use crate::notebook::{Notebook, is_made};

impl<K: KeyValue> Store<K> {
    /// Removes what belongs to earlier epochs, after bringing along what is to be kept of it. Says which records came.
    pub(super) fn close_earlier(&mut self, notebook: &mut Notebook) -> Result<Vec<RecordId>, KeyValueError> {
        let epoch = self.identity.epoch;
        let brought = if epoch.keeps() { self.bring_along(epoch, notebook)? } else { Vec::new() };
        self.unsaved.extend(&brought);
        if brought.is_empty() || self.save(notebook, []) == Outcome::Stored {
            // What cannot be removed now is swept later.
            self.clear(epoch, false).unwrap_or_default();
        }
        Ok(brought)
    }

    /// Brings into `notebook` what a person wrote in the epoch before `end`, and in those before that came along into it.
    pub(super) fn bring_along(
        &self,
        end: Epoch,
        notebook: &mut Notebook,
    ) -> Result<Vec<RecordId>, KeyValueError> {
        let mut brought = Vec::new();
        let mut end = end;
        while let Some(from) = identity::last_before(&self.kv, end)? {
            self.bring(&from, notebook, &mut brought)?;
            if !from.epoch.keeps() {
                break;
            }
            end = from.epoch;
        }
        Ok(brought)
    }

    /// All but the example and their profile: another notebook's as copies, which are the same however often it is done.
    fn bring(
        &self,
        from: &Identity,
        notebook: &mut Notebook,
        brought: &mut Vec<RecordId>,
    ) -> Result<(), KeyValueError> {
        let mut scan = Scan::of(&self.kv, Some(from.epoch))?;
        scan.unpack(&self.kv)?;
        if from.notebook == notebook.id() {
            // Another tab opened the same backup.
            brought.extend(scan.join_into(notebook).changed);
            return Ok(());
        }
        let mut ending = Notebook::new(from.notebook, from.me);
        scan.join_into(&mut ending);
        self.set_aside(&scan.unreadable)?;
        let ids = ending.records().map(|record| (record.id(), copy_id(notebook.id(), record.id()))).collect();
        let copying = Copying { ids, from: from.me, to: notebook.me(), replica: self.replica };
        for copy in ending.records().filter(|record| is_made(record)).map(|record| copying.copy(record)) {
            if notebook.record(copy.id()).is_none() {
                brought.push(copy.id());
                notebook.put(copy);
            }
        }
        Ok(())
    }
}
