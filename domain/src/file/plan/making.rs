//! A plan in the making: each record that comes in is joined to a copy of the notebook, counted, and noted down for undo.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::difference::{Visible, difference};
use super::preview::{Counts, Preview, Whose};
use super::{ImportOptions, Plan};
use crate::copy::Copying;
use crate::edit::Touched;
use crate::edit::UndoStep;
use crate::entry;
use crate::field::DELETED;
use crate::file::{RecordError, SetAside, Thing, Why};
use crate::id::{PersonId, RecordId, ReplicaId};
use crate::notebook::{Joined, Notebook};
use crate::profile;
use crate::record::Record;
use crate::sorting::sort_by_key;
use crate::stamp::{At, Stamp};
use crate::wire::is_within_limits;

#[derive(Debug)]
pub(super) struct Making {
    pub(super) before: Notebook,
    pub(super) after: Notebook,
    pub(super) preview: Preview,
    pub(super) undo: UndoStep,
    pub(super) touched: BTreeSet<RecordId>,
    pub(super) options: ImportOptions,
    /// When it began.
    pub(super) now: At,
    /// Who makes it.
    pub(super) replica: ReplicaId,
}

impl Making {
    pub(super) fn new(
        before: Notebook,
        after: Notebook,
        whose: Whose,
        options: ImportOptions,
        stamp: &dyn Stamp,
    ) -> Self {
        let preview =
            Preview { whose, written: None, counts: BTreeMap::new(), days: None, set_aside: Vec::new() };
        let (undo, touched) = (UndoStep::default(), BTreeSet::new());
        Self { before, after, preview, undo, touched, options, now: stamp.now(), replica: stamp.replica() }
    }

    /// Copies of what belongs to `from`, whose ids are not decided yet.
    pub(super) fn copying(&self, from: PersonId) -> Copying {
        Copying { ids: BTreeMap::new(), from, to: self.after.me(), replica: self.replica }
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
                    self.after.put(before);
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

    /// Adds a copy that was made for this notebook, unless it is here already. Says whether it was added.
    pub(super) fn add_copy(&mut self, place: usize, copy: &Arc<Record>) -> bool {
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

    /// Counts the record under `record`'s id if it is in the trash.
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

    pub(super) fn finish(mut self) -> Plan {
        sort_by_key(&mut self.preview.set_aside, |aside| aside.what.place);
        let created = self.undo.created.first().copied();
        let records = self.touched.into_iter().collect();
        let touched = Touched { records, created, dot: None, undo: self.undo };
        Plan { preview: self.preview, before: self.before, after: self.after, touched }
    }
}
