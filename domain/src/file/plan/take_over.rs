//! A backup opened where nothing of one's own was written yet: this notebook becomes the one in the file. The example is
//! left behind; a name typed here is offered beside the file's.

use std::ops::ControlFlow;

use super::difference::difference;
use super::making::Making;
use crate::copy::copy_id;
use crate::file::{NotebookFile, Why};
use crate::profile::{self, profile_id};
use crate::record::{Record, Version};
use crate::stamp::At;

/// First all records come in, then what was here goes.
#[derive(Debug, Default)]
pub(super) struct Work {
    joined: usize,
    left_behind: bool,
}

impl Work {
    /// Goes on with one record of the file, then leaves behind what was here, all at once: nobody has written anything
    /// here, so it is small.
    pub(super) fn one(&mut self, making: &mut Making, file: &NotebookFile) -> ControlFlow<()> {
        match file.records.get(self.joined) {
            Some((place, record)) if record.by() == file.me => making.join(*place, record),
            Some((place, record)) => making.set_aside(*place, record, Why::NotTheOwners),
            None if self.left_behind => return ControlFlow::Break(()),
            None => {
                leave_behind(making);
                self.left_behind = true;
                return ControlFlow::Continue(());
            }
        }
        self.joined += 1;
        ControlFlow::Continue(())
    }

    pub(super) fn left(&self, file: &NotebookFile) -> usize {
        file.records.len() - self.joined + usize::from(!self.left_behind)
    }
}

/// Everything that was here goes, except what was typed into the profile. If the import is undone, copies of the
/// example come back.
fn leave_behind(making: &mut Making) {
    let (before, mut copying) = (&making.before, making.copying(making.before.me()));
    let copies = before.example().map(|record| (record.id(), copy_id(making.after.id(), record.id())));
    copying.ids.extend(copies);
    making.undo.lost.extend(before.example().map(|record| copying.copy(record)));
    making.touched.extend(before.records().map(|record| record.id()));
    if let Some(typed) = making.before.profile().cloned() {
        keep_profile(making, &typed);
    }
}

/// Keeps what was typed into the profile here beside what the file says, never over it.
fn keep_profile(making: &mut Making, typed: &Record) {
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
        let dot = content.seen.next(making.replica);
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
