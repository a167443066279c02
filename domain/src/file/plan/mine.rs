//! A backup of this very notebook: its records join the ones here, in any order, any number of times.

use std::collections::BTreeMap;

use super::making::Making;
use super::{ImportOptions, copies};
use crate::copy::{Copying, free_id};
use crate::file::{NotebookFile, Why};
use crate::id::RecordId;
use crate::record::Record;
use crate::stamp::Stamp;

pub(super) fn make(making: &mut Making, file: &NotebookFile, options: &ImportOptions, stamp: &dyn Stamp) {
    let me = making.after.me();
    let (mine, foreign): (Vec<_>, Vec<_>) = file.records.iter().partition(|(_, record)| record.by() == me);
    for (place, record) in foreign {
        making.set_aside(*place, record, Why::NotTheOwners);
    }
    let (back, joining): (Vec<_>, Vec<_>) =
        mine.into_iter().partition(|(_, record)| options.bring_back && is_erased_here(making, record));
    for (place, record) in joining {
        making.join(*place, record);
    }
    bring_back(making, &back, stamp);
}

fn is_erased_here(making: &Making, record: &Record) -> bool {
    !record.is_erased()
        && making
            .after
            .record(record.id())
            .is_some_and(|here| here.is_erased() && here.kind() == record.kind())
}

/// Copies what was erased here. What was brought back before is already here.
fn bring_back(making: &mut Making, records: &[&(usize, Record)], stamp: &dyn Stamp) {
    let me = making.after.me();
    let ids: BTreeMap<RecordId, RecordId> =
        records.iter().map(|(_, record)| (record.id(), free_id(&making.after, record.id()))).collect();
    let copying = Copying { ids, from: me, to: me, replica: stamp.replica() };
    for (place, record) in records {
        copies::add(making, *place, &copying.copy(record));
    }
}
