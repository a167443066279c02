//! A diary from elsewhere: each entry comes in under an id that follows from its words, so opening a diary twice adds
//! nothing. Where such an entry was erased (its import was undone), it comes in under the id after that.

use super::ImportOptions;
use super::making::Making;
use crate::copy::{copy_id, free_id};
use crate::entry;
use crate::file::{Diary, DiaryEntry};
use crate::id::{RecordId, ReplicaId};
use crate::record::{Record, Saw};
use crate::stamp::{At, Stamp};

pub(super) fn make(making: &mut Making, diary: &Diary, options: &ImportOptions, stamp: &dyn Stamp) {
    let wanted = |entry: &&DiaryEntry| {
        options.from.is_none_or(|from| entry.date >= from)
            && options.until.is_none_or(|until| entry.date <= until)
    };
    let (now, count) = (stamp.now().0, diary.entries.len() as u64);
    for (entry, nth) in diary.entries.iter().zip(0..).filter(|(entry, _)| wanted(entry)) {
        let id = free_id(&making.after, copy_id(making.after.id(), entry.key));
        // Entries of one day keep the order of the file, as if they had been written one after another just now.
        let at = At(now.saturating_sub(count - nth));
        add(making, entry, id, at, stamp.replica());
    }
    making.preview.set_aside.clone_from(&diary.set_aside);
}

fn add(making: &mut Making, entry: &DiaryEntry, id: RecordId, at: At, replica: ReplicaId) {
    let record = record(entry, Record::new(id, entry::KIND, making.after.me()), at, replica);
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
