//! A diary from elsewhere: each entry comes in under an id that follows from its words, so opening a diary twice adds
//! nothing. Where such an entry was erased (its import was undone), it comes in under the id after that.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::making::Making;
use crate::copy::{copy_id, free_id};
use crate::entry;
use crate::file::{Diary, DiaryEntry};
use crate::id::ReplicaId;
use crate::record::{Record, Saw};
use crate::stamp::At;

/// How many of its entries were gone through.
#[derive(Debug, Default)]
pub(super) struct Work {
    at: usize,
}

impl Work {
    /// Goes on with one entry.
    pub(super) fn one(&mut self, making: &mut Making, diary: &Diary) -> ControlFlow<()> {
        let Some(entry) = diary.entries.get(self.at) else { return ControlFlow::Break(()) };
        if making.options.take_in(entry.date) {
            // Entries of one day keep the order of the file, as if they had been written one after another just now.
            let at = At(making.now.0.saturating_sub(self.left(diary) as u64));
            add(making, entry, at);
        }
        self.at += 1;
        ControlFlow::Continue(())
    }

    pub(super) fn left(&self, diary: &Diary) -> usize {
        diary.entries.len() - self.at
    }
}

fn add(making: &mut Making, entry: &DiaryEntry, at: At) {
    let id = free_id(&making.after, copy_id(making.after.id(), entry.key));
    let blank = Record::new(id, entry::KIND, making.after.me());
    let record = Arc::new(record(entry, blank, at, making.replica));
    if making.add_copy(entry.place, &record) {
        making.undo.minted.push(record);
    }
}

fn record(entry: &DiaryEntry, mut record: Record, at: At, replica: ReplicaId) -> Record {
    let mut write = |name: &str, value| record.write(name, value, &Saw::default(), at, replica);
    write(entry::DATE.name, entry.date.to_string().into());
    if !entry.title.is_empty() {
        write(entry::TITLE.name, entry.title.as_str().into());
    }
    if !entry.text.is_empty() {
        write(entry::TEXT.name, entry.text.as_str().into());
    }
    if let Some(mood) = entry.mood {
        write(entry::MOOD.name, mood.into());
    }
    for tag in &entry.tags {
        write(&format!("{}{tag}", entry::TAGS.prefix), true.into());
    }
    record
}
