//! A backup of this very notebook: its records join the ones here, in any order, any number of times.

use std::ops::ControlFlow;

use super::copies;
use super::making::Making;
use crate::copy::{Copying, free_id};
use crate::file::{NotebookFile, Why};
use crate::record::Record;

/// First what stands here is joined; then what was erased here gets new ids and is copied, if it is to come back. What was
/// brought back before is already here.
#[derive(Debug)]
pub(super) struct Work {
    joined: usize,
    /// Where what is to come back stands among the records.
    back: Vec<usize>,
    named: usize,
    copied: usize,
    copying: Copying,
}

impl Work {
    pub(super) fn new(making: &Making) -> Self {
        let copying = making.copying(making.after.me());
        Self { joined: 0, back: Vec::new(), named: 0, copied: 0, copying }
    }

    /// Goes on with one record.
    pub(super) fn one(&mut self, making: &mut Making, file: &NotebookFile) -> ControlFlow<()> {
        if let Some((place, record)) = file.records.get(self.joined) {
            self.take(making, *place, record);
            self.joined += 1;
        } else if let Some(back) = self.back.get(self.named) {
            let id = file.records[*back].1.id();
            self.copying.ids.insert(id, free_id(&making.after, id));
            self.named += 1;
        } else if let Some(back) = self.back.get(self.copied) {
            let (place, record) = &file.records[*back];
            copies::add(making, *place, self.copying.copy(record));
            self.copied += 1;
        } else {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    /// At most: how much comes back is known only when all records were gone through.
    pub(super) fn left(&self, making: &Making, file: &NotebookFile) -> usize {
        let left = file.records.len() - self.joined;
        let back = self.back.len() + if making.options.bring_back { left } else { 0 };
        left + 2 * back - self.named - self.copied
    }

    fn take(&mut self, making: &mut Making, place: usize, record: &Record) {
        if record.by() != making.after.me() {
            making.set_aside(place, record, Why::NotTheOwners);
        } else if making.options.bring_back && is_erased_here(making, record) {
            self.back.push(self.joined);
        } else {
            making.join(place, record);
        }
    }
}

fn is_erased_here(making: &Making, record: &Record) -> bool {
    !record.is_erased()
        && making
            .after
            .record(record.id())
            .is_some_and(|here| here.is_erased() && here.kind() == record.kind())
}
