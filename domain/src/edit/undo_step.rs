//! What a change did, and what it takes to undo it.

use std::sync::Arc;

use serde_json::Value;

use crate::id::RecordId;
use crate::record::{Dot, Record, Saw};

/// What a change did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touched {
    /// The records that are different now.
    pub records: Vec<RecordId>,
    /// The record that was made, if any (the first of several).
    pub created: Option<RecordId>,
    /// The last edit made: what a draft that goes on has seen.
    pub dot: Option<Dot>,
    /// How to take it back.
    pub undo: UndoStep,
}

/// What it takes to take one change back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UndoStep {
    /// Fields that showed something else before.
    pub fields: Vec<Taken>,
    /// Records that came with the change: they go to the trash.
    pub created: Vec<RecordId>,
    /// Records minted by an import: they are erased, unless they were edited since.
    pub minted: Vec<Arc<Record>>,
    /// Records that the change left behind or erased: copies of them come in again.
    pub lost: Vec<Record>,
    /// Where this step took another one back: what it put back.
    pub put_back: Vec<PutBack>,
}

/// One field that a change wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The record.
    pub id: RecordId,
    /// The register's name.
    pub name: String,
    /// What it showed before.
    pub before: Option<Value>,
    /// The edits to undo. If none of them is in place any more, a later edit decides and is left alone. If there are
    /// none at all, the change left nothing in the field.
    pub wrote: Saw,
    /// The versions that stood there before.
    pub stood: Saw,
}

/// What taking a field back put in the place of versions that stood there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutBack {
    /// The record.
    pub id: RecordId,
    /// The register's name.
    pub name: String,
    /// The versions that stood there before.
    pub stood: Saw,
    /// The edits that stand for them now.
    pub by: Saw,
}

impl UndoStep {
    /// Whether there is nothing to take back.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.created.is_empty() && self.minted.is_empty() && self.lost.is_empty()
    }

    /// Leaves out what concerns records that were erased: nothing of it can be taken back any more.
    pub fn forget(&mut self, erased: &[RecordId]) {
        self.fields.retain(|taken| !erased.contains(&taken.id));
        self.created.retain(|id| !erased.contains(id));
        self.minted.retain(|record| !erased.contains(&record.id()));
    }

    /// Learns of another step that was undone meanwhile. If it restored a value that this step wrote, the dots that
    /// restored it count as this step's own, too.
    pub(crate) fn follow(&mut self, done: &Self) {
        for put_back in &done.put_back {
            let same = |mine: &&mut Taken| mine.id == put_back.id && mine.name == put_back.name;
            for mine in self.fields.iter_mut().filter(same) {
                if mine.wrote.0.iter().any(|dot| put_back.stood.0.contains(dot)) {
                    mine.wrote.0.extend(&put_back.by.0);
                }
            }
        }
    }

    /// Joins `later` to this step where it only goes on with the same draft: the same field of the same record, written
    /// over this step's own edit. So taking back a text takes back all of its typing.
    pub fn absorb(&mut self, later: &Self, saw: &Saw) -> bool {
        let ([mine], [theirs]) = (self.fields.as_mut_slice(), later.fields.as_slice()) else { return false };
        let goes_on = mine.id == theirs.id && mine.name == theirs.name && mine.wrote == *saw;
        if goes_on && self.created.is_empty() && later.created.is_empty() {
            mine.wrote = theirs.wrote.clone();
            return true;
        }
        false
    }
}
