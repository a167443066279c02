//! Another notebook's backup: its records come in as copies, under ids that follow from theirs, so that doing it twice
//! adds nothing. Their profile stays out, and so does what is between them and other people. A copy refers to copies
//! alone: whatever id the file names, nothing in it becomes part of something that was here.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::vec;

use super::making::Making;
use crate::copy::{Copying, copy_id, free_id};
use crate::file::{NotebookFile, Why};
use crate::id::RecordId;
use crate::kinds::is_between_people;
use crate::profile;
use crate::record::Record;

/// First each id gets that of its copy, then the records are copied.
#[derive(Debug)]
pub(super) struct Work {
    named: usize,
    here: vec::IntoIter<RecordId>,
    copied: usize,
    copying: Copying,
}

impl Work {
    pub(super) fn new(making: &Making, file: &NotebookFile) -> Self {
        let here: Vec<_> = making.before.records().map(|record| record.id()).collect();
        Self { named: 0, here: here.into_iter(), copied: 0, copying: making.copying(file.me) }
    }

    /// Goes on with one record.
    pub(super) fn one(&mut self, making: &mut Making, file: &NotebookFile) -> ControlFlow<()> {
        if let Some((_, record)) = file.records.get(self.named) {
            self.named += 1;
            self.name(making, record.id());
        } else if let Some(id) = self.here.next() {
            self.name(making, id);
        } else if let Some((place, record)) = file.records.get(self.copied) {
            self.copied += 1;
            self.take(making, file, *place, record);
        } else {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    pub(super) fn left(&self, file: &NotebookFile) -> usize {
        self.here.len() + 2 * file.records.len() - self.named - self.copied
    }

    fn name(&mut self, making: &Making, id: RecordId) {
        let copy = copy_id(making.after.id(), id);
        let copy = if making.options.bring_back { free_id(&making.after, copy) } else { copy };
        self.copying.ids.insert(id, copy);
    }

    fn take(&self, making: &mut Making, file: &NotebookFile, place: usize, record: &Record) {
        if record.by() != file.me {
            making.set_aside(place, record, Why::NotTheOwners);
        } else if is_between_people(record) {
            making.set_aside(place, record, Why::TheirMentoring);
        } else if record.kind() != profile::KIND && !record.is_erased() {
            add(making, place, self.copying.copy(record));
        }
    }
}

/// Adds a copy; taking the import back puts it into the trash.
pub(super) fn add(making: &mut Making, place: usize, copy: Record) {
    let copy = Arc::new(copy);
    if making.add_copy(place, &copy) {
        making.undo.created.push(copy.id());
    }
}
