//! A backup opened where nothing of one's own was written yet: this notebook becomes the one in the file. The example is
//! left behind; a name typed here is offered beside the file's.

use std::collections::BTreeMap;

use super::difference::difference;
use super::making::Making;
use crate::copy::{Copying, copy_id};
use crate::file::{NotebookFile, Why};
use crate::id::RecordId;
use crate::profile::{self, profile_id};
use crate::record::{Record, Version};
use crate::stamp::{At, Stamp};

pub(super) fn make(making: &mut Making, file: &NotebookFile, stamp: &dyn Stamp) {
    for (place, record) in &file.records {
        if record.by() == file.me {
            making.join(*place, record);
        } else {
            making.set_aside(*place, record, Why::NotTheOwners);
        }
    }
    leave_behind(making, stamp);
    if let Some(typed) = making.before.profile().cloned() {
        keep_profile(making, &typed, stamp);
    }
}

/// Everything that was here goes; should the import be undone, copies of the example come back.
fn leave_behind(making: &mut Making, stamp: &dyn Stamp) {
    let (before, now) = (making.before, &making.after);
    let copies = before.example().map(|record| (record.id(), copy_id(now.id(), record.id())));
    let ids: BTreeMap<RecordId, RecordId> = copies.collect();
    let copying = Copying { ids, from: before.me(), to: now.me(), replica: stamp.replica() };
    let lost: Vec<_> = before.example().map(|record| copying.copy(record)).collect();
    making.undo.lost.extend(lost);
    making.touched.extend(before.records().map(|record| record.id()));
}

/// Keeps what was typed into the profile here beside what the file says, never over it.
fn keep_profile(making: &mut Making, typed: &Record, stamp: &dyn Stamp) {
    let (id, me) = (profile_id(making.after.me()), making.after.me());
    let theirs =
        making.after.record(id).map_or(Record::new(id, profile::KIND, me), |record| Record::clone(record));
    let mut content = theirs.content().cloned().unwrap_or_default();
    for (name, register) in typed.content().into_iter().flat_map(|content| &content.fields) {
        let register_there = content.fields.entry(name.clone()).or_default();
        let (mine, shown) = (register.shown(), register_there.shown());
        let Some(mine) = mine.filter(|mine| shown.is_none_or(|shown| shown.value != mine.value)) else {
            continue;
        };
        // Before the file's own time, so that the file's value is the one shown.
        let at = shown.map_or(mine.at, |shown| At(shown.at.0.saturating_sub(1)));
        let dot = content.seen.next(stamp.replica());
        register_there.insert(Version { dot, at, value: mine.value.clone() });
    }
    content.fields.retain(|_, register| !register.versions().is_empty());
    let here_before = Record::from_content(id, profile::KIND.into(), me, typed.content().cloned());
    let kept = Record::from_content(id, profile::KIND.into(), me, Some(content));
    making.undo.fields.retain(|taken| taken.id != id);
    making.undo.fields.extend(difference(&here_before, &kept).taken);
    making.touched.insert(id);
    making.after.put(kept);
}
