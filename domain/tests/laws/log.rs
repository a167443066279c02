//! The oracle: a plain log of all edits, each with what its writer had seen, and for each copy the set of edits it holds.
//! Which values stand follows from that alone; nothing here joins, compares vectors or asks a clock.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use serde_json::Value;
use waymark_domain::id::RecordId;
use waymark_domain::record::{Dot, Record, Register};

use super::law::{Held, Law};

/// One edit of one field.
#[derive(Debug, Clone)]
pub struct Edit {
    pub record: RecordId,
    pub register: String,
    pub value: Value,
    /// The edits its writer saw, and so replaced.
    pub replaced: BTreeSet<usize>,
    /// The run of the app that made it.
    pub run: u64,
}

/// What a copy holds of one record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holding {
    pub edits: BTreeSet<usize>,
    pub erased: bool,
}

impl Holding {
    /// Takes in what another copy holds.
    pub fn learn(&mut self, other: &Self) {
        self.edits.extend(&other.edits);
        self.erased |= other.erased;
    }
}

/// What a copy of the notebook holds.
pub type Known = BTreeMap<RecordId, Rc<Holding>>;

/// All edits of a history, in the order they were made.
#[derive(Debug, Default)]
pub struct Log {
    pub edits: Vec<Edit>,
    by_dot: HashMap<(RecordId, Dot), usize>,
}

impl Log {
    /// Writes an edit down under its dot.
    pub fn note(&mut self, dot: Dot, edit: Edit) -> Held<usize> {
        let number = self.edits.len();
        let earlier = self.by_dot.insert((edit.record, dot), number);
        Law::NoDotTwice.holds(earlier.is_none(), || format!("{dot} in {} again: {edit:?}", edit.record))?;
        self.edits.push(edit);
        Ok(number)
    }

    /// The edits that stand in each register of a record.
    pub fn standing(&self, held: &Holding) -> BTreeMap<&str, BTreeSet<usize>> {
        let replaced: BTreeSet<_> = held.edits.iter().flat_map(|edit| &self.edits[*edit].replaced).collect();
        let mut standing: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for edit in held.edits.iter().filter(|edit| !held.erased && !replaced.contains(edit)) {
            standing.entry(&self.edits[*edit].register).or_default().insert(*edit);
        }
        standing
    }

    /// The edits that stand in one register.
    pub fn standing_in(&self, known: &Known, record: RecordId, register: &str) -> BTreeSet<usize> {
        let held = known.get(&record);
        held.and_then(|held| self.standing(held).remove(register)).unwrap_or_default()
    }

    /// The edits that a record's versions come from, by register.
    pub fn found(&self, record: &Record) -> BTreeMap<&str, BTreeSet<usize>> {
        let versions = record.content().into_iter().flat_map(|content| content.fields.values());
        let mut found: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for version in versions.flat_map(Register::versions) {
            if let Some(edit) = self.by_dot.get(&(record.id(), version.dot)) {
                found.entry(&self.edits[*edit].register).or_default().insert(*edit);
            }
        }
        found
    }

    /// The number of the edit that made a version.
    pub fn number(&self, record: RecordId, dot: Dot) -> Option<usize> {
        self.by_dot.get(&(record, dot)).copied()
    }

    /// Whether a record holds what it should: each value that was not replaced, nothing else, as it was written.
    pub fn compare(&self, held: &Holding, record: &Record) -> Held {
        let id = record.id();
        if held.erased {
            return Law::ErasedStaysErased.holds(record.is_erased(), || format!("{id} is back: {record:?}"));
        }
        Law::NothingIsLost.holds(!record.is_erased(), || format!("{id} is gone, and nobody erased it"))?;
        let (standing, found) = (self.standing(held), self.found(record));
        for (register, edits) in &standing {
            let here = found.get(register);
            let lost = edits.iter().find(|edit| here.is_none_or(|here| !here.contains(edit)));
            Law::NothingIsLost.holds(lost.is_none(), || self.tell(lost, "lost"))?;
        }
        for (register, edits) in &found {
            let back =
                edits.iter().find(|edit| standing.get(register).is_none_or(|here| !here.contains(edit)));
            Law::NothingComesBack.holds(back.is_none(), || self.tell(back, "back"))?;
        }
        self.compare_values(record)
    }

    fn compare_values(&self, record: &Record) -> Held {
        for (name, register) in record.content().into_iter().flat_map(|content| &content.fields) {
            for version in register.versions() {
                let edit = self.number(record.id(), version.dot).map(|number| &self.edits[number]);
                let same = edit.is_some_and(|edit| edit.register == *name && edit.value == version.value);
                Law::ValuesStayAsWritten.holds(same, || format!("{name}: {version:?} was {edit:?}"))?;
            }
        }
        Ok(())
    }

    fn tell(&self, edit: Option<&usize>, what: &str) -> String {
        format!("{what}: {:?}", edit.map(|edit| &self.edits[*edit]))
    }
}
