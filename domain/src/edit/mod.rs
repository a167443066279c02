//! One edit in the making: writes go to copies and take effect together at the end, so that a refused change leaves
//! the notebook as it was.

mod error;
mod undo_step;

pub use error::ChangeError;
pub use undo_step::{PutBack, Taken, Touched, UndoStep};

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::copy::{Copying, free_id};
use crate::field::{DELETED, Field, KindTable};
use crate::id::RecordId;
use crate::kinds::table;
use crate::notebook::Notebook;
use crate::profile;
use crate::record::{Dot, KindName, Record, Register, Saw};
use crate::sorting::sort_by;
use crate::stamp::Stamp;
use crate::step;
use crate::wire::FIELDS_MAX;

/// Something that a person does to their notebook.
///
/// Whoever makes a deed names its type, and with that alone the code that carries it out. So the first part of the app has
/// nothing of the deeds that only pages of the second part make.
pub trait Deed {
    /// Does it.
    fn carry_out(self, edit: &mut Edit<'_>) -> Result<(), ChangeError>;

    /// What the draft of a text had seen, if this goes on with one: undoing a text undoes its typing.
    fn typed_over(&self) -> Option<&Saw> {
        None
    }
}

impl Notebook {
    /// Does one thing, or refuses it and stays as it was.
    pub fn apply(&mut self, deed: impl Deed, stamp: &mut dyn Stamp) -> Result<Touched, ChangeError> {
        let mut edit = Edit::new(self, stamp);
        deed.carry_out(&mut edit)?;
        Ok(edit.finish())
    }
}

/// What a writer had before its eyes.
pub(crate) enum Seen<'a> {
    /// What stands in the notebook now: a tick, a button.
    Now,
    /// What stood there when a draft was begun.
    Draft(&'a Saw),
}

/// An edit that is being made.
pub struct Edit<'a> {
    pub(crate) notebook: &'a mut Notebook,
    pub(crate) stamp: &'a mut dyn Stamp,
    changed: BTreeMap<RecordId, Record>,
    undo: UndoStep,
    last: Option<Dot>,
}

impl<'a> Edit<'a> {
    pub(crate) fn new(notebook: &'a mut Notebook, stamp: &'a mut dyn Stamp) -> Self {
        Self { notebook, stamp, changed: BTreeMap::new(), undo: UndoStep::default(), last: None }
    }

    /// Makes a record of my own.
    pub(crate) fn create(&mut self, kind: impl Into<KindName>) -> RecordId {
        let id = self.stamp.fresh_id();
        self.begin(id, kind);
        id
    }

    /// Makes a record of my own under a derived id. If anything has that id already, erased or not, it is left alone:
    /// others may have chosen what the id is derived from.
    pub(crate) fn create_as(&mut self, id: RecordId, kind: impl Into<KindName>) -> Result<(), ChangeError> {
        if self.record(id).is_ok() {
            return Err(ChangeError::Missing);
        }
        self.begin(id, kind);
        Ok(())
    }

    fn begin(&mut self, id: RecordId, kind: impl Into<KindName>) {
        self.changed.insert(id, Record::new(id, kind, self.notebook.me()));
        self.undo.created.push(id);
    }

    /// Makes a record that always exists, such as the profile: undoing the edit only empties it.
    pub(crate) fn open_blank(&mut self, id: RecordId, kind: impl Into<KindName>) {
        self.changed.insert(id, Record::new(id, kind, self.notebook.me()));
    }

    /// Writes a field of a record after checking its value.
    pub(crate) fn write(
        &mut self,
        id: RecordId,
        field: Field,
        value: Value,
        seen: &Seen,
    ) -> Result<(), ChangeError> {
        let record = self.record(id)?;
        if !field.kind.is_empty() && field.kind != record.kind() {
            return Err(ChangeError::Missing);
        }
        self.write_named(id, field.name, value, seen)
    }

    /// Writes a register by name after checking its value.
    pub(crate) fn write_named(
        &mut self,
        id: RecordId,
        name: &str,
        value: Value,
        seen: &Seen,
    ) -> Result<(), ChangeError> {
        let record = self.record(id)?;
        if record.is_erased() || record.by() != self.notebook.me() {
            return Err(ChangeError::Missing);
        }
        if let Some(table) = table(record.kind()) {
            table.check(name, &value)?;
        }
        let saw = match seen {
            Seen::Now => record.saw(name),
            Seen::Draft(saw) => (*saw).clone(),
        };
        let unchanged = record.versions(name).iter().all(|version| version.value == value);
        let replaces_all = record.versions(name).iter().all(|version| saw.0.contains(&version.dot));
        if unchanged && replaces_all && (!record.versions(name).is_empty() || value.is_null()) {
            return Ok(());
        }
        if record.versions(name).is_empty()
            && record.content().is_some_and(|content| content.fields.len() >= FIELDS_MAX)
        {
            return Err(ChangeError::Full);
        }
        self.put(id, name, value, &saw);
        Ok(())
    }

    /// Moves a record to the trash or back. The profile is always there.
    pub(crate) fn set_deleted(&mut self, id: RecordId, deleted: bool) -> Result<(), ChangeError> {
        if self.record(id)?.kind() == profile::KIND {
            return Err(ChangeError::Missing);
        }
        if self.record(id)?.flag(DELETED) == deleted {
            return Ok(());
        }
        self.write(id, DELETED, Value::Bool(deleted), &Seen::Now)
    }

    /// Erases a record for good. The profile is always there.
    pub(crate) fn erase(&mut self, id: RecordId) -> Result<(), ChangeError> {
        let mut record = self.record(id)?.clone();
        if record.kind() == profile::KIND {
            return Err(ChangeError::Missing);
        }
        record.erase();
        self.changed.insert(id, record);
        Ok(())
    }

    /// Removes a record that an import made: erases it, or puts it into the trash if it was edited since.
    pub(crate) fn take_out(&mut self, minted: &Record) {
        let id = minted.id();
        if self.record(id).is_ok_and(|record| record == minted) {
            self.undo.lost.push(minted.clone());
            self.erase(id).unwrap_or_default();
        } else {
            // A record that is gone already needs no taking out.
            self.set_deleted(id, true).unwrap_or_default();
        }
    }

    /// Brings in copies of records that were lost; what refers to a lost record then refers to its copy.
    pub(crate) fn bring_again(&mut self, lost: &[Record]) {
        let me = self.notebook.me();
        let mut copying = Copying { ids: BTreeMap::new(), from: me, to: me, replica: self.stamp.replica() };
        // One by one, as elsewhere: collecting would bring a sort of ids into the app.
        let copies = lost.iter().map(|record| (record.id(), free_id(self.notebook, record.id())));
        copying.ids.extend(copies);
        for record in lost {
            let copy = copying.copy(record);
            if self.notebook.record(copy.id()).is_none() {
                self.undo.minted.push(Arc::new(copy.clone()));
                self.changed.insert(copy.id(), copy);
            }
        }
        self.relink(&copying);
    }

    /// Writes the references that `copying` moves, in every record that stands.
    fn relink(&mut self, copying: &Copying) {
        if copying.ids.iter().all(|(old, new)| old == new) {
            return;
        }
        let ids = self.notebook.records().map(|record| record.id());
        let moves: Vec<_> = ids.flat_map(|id| self.moves(id, copying)).collect();
        for (id, from, to, value) in moves {
            if from != to {
                self.write_named(id, &from, Value::Bool(false), &Seen::Now).unwrap_or_default();
            }
            // Both values come from a field with the same rule, so the field accepts them here, too.
            self.write_named(id, &to, value, &Seen::Now).unwrap_or_default();
        }
    }

    /// The registers of a record whose name or value `copying` changes: the record, both names, the new value.
    fn moves(&self, id: RecordId, copying: &Copying) -> Vec<(RecordId, String, String, Value)> {
        let record = self.record(id).ok().and_then(|record| Some((table(record.kind())?, record.content()?)));
        let moved = |table: &KindTable, name: &String, register: &Register| {
            let old = &register.shown().filter(|shown| !shown.value.is_null() && shown.value != false)?.value;
            let (to, value) = (copying.name(Some(table), name), copying.value(table.rule(name), old));
            (to != *name || value != *old).then(|| (id, name.clone(), to, value))
        };
        let fields = record.into_iter().flat_map(|(table, content)| {
            content.fields.iter().filter_map(move |(name, register)| moved(table, name, register))
        });
        fields.collect()
    }

    /// Records that `taken` was undone: the versions it had replaced are now represented by what this edit wrote last,
    /// or by `taken`'s own dots where it wrote nothing.
    pub(crate) fn put_back(&mut self, taken: &Taken) {
        let written = self.undo.fields.iter().rev().find(|now| now.id == taken.id && now.name == taken.name);
        let by = written.map_or(&taken.wrote, |now| &now.wrote).clone();
        let (id, name, stood) = (taken.id, taken.name.clone(), taken.stood.clone());
        self.undo.put_back.push(PutBack { id, name, stood, by });
    }

    /// This edit has effects outside the notebook, so it cannot be undone.
    pub(crate) fn never_take_back(&mut self) {
        self.undo = UndoStep::default();
    }

    /// The record as this edit leaves it.
    pub(crate) fn record(&self, id: RecordId) -> Result<&Record, ChangeError> {
        let before = self.notebook.record(id).map(AsRef::as_ref);
        self.changed.get(&id).or(before).ok_or(ChangeError::Missing)
    }

    /// The steps of a goal with their places, in order, as this edit leaves them.
    pub(crate) fn steps_in_the_making(&self, goal: RecordId) -> Vec<(RecordId, String)> {
        let unchanged = self
            .notebook
            .records()
            .map(AsRef::as_ref)
            .filter(|record| !self.changed.contains_key(&record.id()));
        let mut steps: Vec<_> = unchanged
            .chain(self.changed.values())
            .filter(|record| {
                record.kind() == step::KIND
                    && !record.flag(DELETED)
                    && record.reference(step::GOAL) == Some(goal)
            })
            .map(|record| (record.id(), record.text(step::ORDER).to_owned()))
            .collect();
        sort_by(&mut steps, |a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
        steps
    }

    /// Lets everything take effect.
    pub(crate) fn finish(self) -> Touched {
        let records = self.changed.keys().copied().collect();
        for record in self.changed.into_values() {
            self.notebook.put(record);
        }
        let created = self.undo.created.first().copied();
        Touched { records, created, dot: self.last, undo: self.undo }
    }

    fn put(&mut self, id: RecordId, name: &str, value: Value, saw: &Saw) {
        let Ok(mut record) = self.record(id).cloned() else { return };
        let before = record.value(name).cloned();
        let stood = record.saw(name);
        let Some(dot) = record.write(name, value, saw, self.stamp.now(), self.stamp.replica()) else {
            return;
        };
        if !self.undo.created.contains(&id) {
            self.remember(Taken { id, name: name.to_owned(), before, wrote: Saw(vec![dot]), stood });
        }
        self.last = Some(dot);
        self.changed.insert(id, record);
    }

    /// Remembers how to undo a write. Of several writes to the same field, only the last one is still there in the end.
    fn remember(&mut self, taken: Taken) {
        let earlier = self.undo.fields.iter_mut().find(|earlier| {
            earlier.id == taken.id && earlier.name == taken.name && earlier.wrote == taken.stood
        });
        match earlier {
            Some(earlier) => earlier.wrote = taken.wrote,
            None => self.undo.fields.push(taken),
        }
    }
}
