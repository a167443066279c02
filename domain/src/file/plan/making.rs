//! A plan in the making: each record that comes in is joined to a copy of the notebook, counted, and noted down for undo.

use crate::sorting::sort_by_key;
use std::collections::{BTreeMap, BTreeSet};

use super::Plan;
use super::difference::{Visible, difference};
use super::preview::{Counts, Preview, Whose};
use crate::change::Touched;
use crate::entry;
use crate::field::DELETED;
use crate::file::v1::{encode_record, is_within_limits};
use crate::file::{NotebookFile, RecordError, SetAside, Thing, Why};
use crate::id::RecordId;
use crate::notebook::{Joined, Notebook};
use crate::profile;
use crate::record::Record;
use crate::undo::UndoStep;

/// What a key in the browser's storage takes beside the record itself.
const KEY_UNITS: usize = 100;

pub(super) struct Making<'a> {
    pub(super) before: &'a Notebook,
    pub(super) after: Notebook,
    pub(super) preview: Preview,
    pub(super) undo: UndoStep,
    pub(super) touched: BTreeSet<RecordId>,
}

impl<'a> Making<'a> {
    pub(super) fn new(before: &'a Notebook, after: Notebook, whose: Whose) -> Self {
        let preview = Preview {
            whose,
            written: None,
            counts: BTreeMap::new(),
            days: None,
            set_aside: Vec::new(),
            units: 0,
        };
        Self { before, after, preview, undo: UndoStep::default(), touched: BTreeSet::new() }
    }

    pub(super) fn count(&mut self, kind: &str) -> &mut Counts {
        self.preview.counts.entry(kind.to_owned()).or_default()
    }

    pub(super) fn set_aside(&mut self, place: usize, record: &Record, why: Why) {
        self.preview.set_aside.push(SetAside { what: Thing::record(place, record), why });
    }

    /// Joins a record that stands at `place` of the file.
    pub(super) fn join(&mut self, place: usize, record: &Record) {
        let before = self.after.record(record.id()).cloned();
        let joined = match self.after.join(record) {
            Ok(joined) if self.fits(record.id()) => joined,
            Ok(_) => {
                if let Some(before) = before {
                    self.after.put(Record::clone(&before));
                }
                return self.set_aside(place, record, Why::Unreadable(RecordError::TooMany));
            }
            Err(_) => return self.set_aside(place, record, Why::AnotherUnderItsId),
        };
        self.note_day(record);
        match (before, joined) {
            (None, _) => self.came_new(record),
            (Some(before), Joined::Same) if before.is_erased() && !record.is_erased() => {
                self.count(record.kind()).erased_here += 1;
            }
            (Some(_), Joined::Same) => self.count(record.kind()).same += 1,
            (Some(before), _) => self.changed(&before),
        }
        self.note_trash(record);
    }

    /// Puts in a copy that was made for here, unless it is here already. Says whether it came in.
    pub(super) fn add_copy(&mut self, place: usize, copy: &Record) -> bool {
        self.note_day(copy);
        let here = self.after.record(copy.id()).cloned();
        let is_new = here.is_none();
        match here {
            None => {
                self.count(copy.kind()).new += 1;
                self.touched.insert(copy.id());
                self.after.put(copy.clone());
            }
            Some(here) if here.kind() != copy.kind() || here.by() != copy.by() => {
                self.set_aside(place, copy, Why::AnotherUnderItsId);
            }
            Some(here) if here.is_erased() => self.count(copy.kind()).erased_here += 1,
            Some(_) => self.count(copy.kind()).same += 1,
        }
        self.note_trash(copy);
        is_new
    }

    fn came_new(&mut self, record: &Record) {
        self.touched.insert(record.id());
        if record.is_erased() {
            self.count(record.kind()).same += 1;
            return;
        }
        self.count(record.kind()).new += 1;
        if record.kind() == profile::KIND {
            // A profile is always there: taking it back empties it.
            let blank = Record::new(record.id(), profile::KIND, record.by());
            self.undo.fields.extend(difference(&blank, record).taken);
        } else {
            self.undo.created.push(record.id());
        }
    }

    fn changed(&mut self, before: &Record) {
        self.touched.insert(before.id());
        let Some(after) = self.after.record(before.id()).cloned() else { return };
        let difference = difference(before, &after);
        let counts = self.count(before.kind());
        match difference.visible {
            Visible::Nothing => counts.same += 1,
            Visible::Newer => counts.newer += 1,
            Visible::Conflict => counts.conflicting += 1,
        }
        if after.is_erased() {
            counts.removed += 1;
            self.undo.lost.push(before.clone());
        }
        self.undo.fields.extend(difference.taken);
    }

    fn fits(&self, id: RecordId) -> bool {
        self.after.record(id).is_none_or(|record| is_within_limits(record))
    }

    /// Counts the record that stands under `record`'s id, where it rests in the trash.
    pub(super) fn note_trash(&mut self, record: &Record) {
        if self.after.record(record.id()).is_some_and(|here| here.flag(DELETED)) {
            self.count(record.kind()).in_trash += 1;
        }
    }

    /// Widens the days that the file offers.
    pub(super) fn note_day(&mut self, record: &Record) {
        if record.kind() != entry::KIND || record.flag(DELETED) {
            return;
        }
        if let Some(day) = record.day(entry::DATE) {
            let (first, last) = self.preview.days.unwrap_or((day, day));
            self.preview.days = Some((first.min(day), last.max(day)));
        }
    }

    pub(super) fn finish_file(mut self, file: &NotebookFile) -> Plan {
        self.preview.written = file.written;
        self.preview.set_aside.extend(file.set_aside.iter().cloned());
        self.finish()
    }

    pub(super) fn finish(mut self) -> Plan {
        let stored = self.touched.iter().filter_map(|id| self.after.record(*id));
        self.preview.units = stored.map(|record| units(&encode_record(record)) + KEY_UNITS).sum();
        sort_by_key(&mut self.preview.set_aside, |aside| aside.what.place);
        let created = self.undo.created.first().copied();
        let records = self.touched.into_iter().collect();
        let touched = Touched { records, created, dot: None, undo: self.undo };
        Plan { preview: self.preview, before: self.before.clone(), after: self.after, touched }
    }
}

/// The length of a text in storage. Each character begins with one byte that does not go on with another; those beyond the
/// first 65,536 are four bytes long and take two units.
fn units(text: &str) -> usize {
    let units = |byte: u8| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0);
    text.bytes().map(units).sum()
}

#[cfg(test)]
mod tests {
    use super::units;

    #[test]
    fn a_text_is_as_long_as_storage_says() {
        for text in ["", "a", "é", "€", "\u{FFFF}", "\u{10000}", "👩‍🚀 “½”", "\u{10FFFF}\0"] {
            assert_eq!(units(text), text.encode_utf16().count(), "{text:?}");
        }
    }
}
