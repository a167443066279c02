//! Another notebook's backup: its records come in as copies, under ids that follow from theirs, so that doing it twice
//! adds nothing. Their profile stays out, and so does what is between them and other people. A copy refers to copies
//! alone: whatever id the file names, nothing in it becomes part of something that was here.

use std::collections::BTreeMap;

use super::ImportOptions;
use super::making::Making;
use crate::copy::{Copying, copy_id, free_id};
use crate::file::{NotebookFile, Why};
use crate::id::RecordId;
use crate::mentoring;
use crate::profile;
use crate::record::Record;
use crate::stamp::Stamp;

pub(super) fn make(making: &mut Making, file: &NotebookFile, options: &ImportOptions, stamp: &dyn Stamp) {
    let here = making.before.records().map(|record| record.id());
    let all = file.records.iter().map(|(_, record)| record.id()).chain(here);
    let ids = all.map(|id| (id, target(making, id, options))).collect::<BTreeMap<_, _>>();
    let copying = Copying { ids, from: file.me, to: making.after.me(), replica: stamp.replica() };
    for (place, record) in &file.records {
        if record.by() != file.me {
            making.set_aside(*place, record, Why::NotTheOwners);
        } else if mentoring::is_between_people(record) {
            making.set_aside(*place, record, Why::TheirMentoring);
        } else if record.kind() != profile::KIND && !record.is_erased() {
            add(making, *place, &copying.copy(record));
        }
    }
}

fn target(making: &Making, id: RecordId, options: &ImportOptions) -> RecordId {
    let id = copy_id(making.after.id(), id);
    if options.bring_back { free_id(&making.after, id) } else { id }
}

/// Adds a copy; taking the import back puts it into the trash.
pub(super) fn add(making: &mut Making, place: usize, copy: &Record) {
    if making.add_copy(place, copy) {
        making.undo.created.push(copy.id());
    }
}
