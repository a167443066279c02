//! Taking a change back, as an edit that restores what the touched records showed.

use std::sync::Arc;

use serde_json::Value;

use crate::change::Touched;
use crate::edit::{Edit, Seen};
use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::record::{Record, Saw};
use crate::stamp::Stamp;

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

impl Notebook {
    /// Takes a change back. The result's own undo step is the redo. Records erased since are passed over.
    pub fn undo(&mut self, step: &UndoStep, stamp: &mut dyn Stamp) -> Touched {
        let mut edit = Edit::new(self, stamp);
        for taken in step.fields.iter().rev() {
            restore(&mut edit, taken);
        }
        for id in &step.created {
            // A record that is gone already needs no taking back.
            edit.set_deleted(*id, true).unwrap_or_default();
        }
        for minted in &step.minted {
            edit.take_out(minted);
        }
        // Last, so that references just restored lead to the copies as well.
        edit.bring_again(&step.lost);
        edit.finish()
    }
}

fn restore(edit: &mut Edit, taken: &Taken) {
    let Ok(record) = edit.record(taken.id) else { return };
    let now = record.versions(&taken.name);
    let emptied = taken.wrote.0.is_empty() && now.is_empty();
    if emptied || now.iter().any(|version| taken.wrote.0.contains(&version.dot)) {
        let before = taken.before.clone().unwrap_or_default();
        // A value that the field no longer accepts cannot be restored; what is there now stays.
        edit.write_named(taken.id, &taken.name, before, &Seen::Draft(&taken.wrote)).unwrap_or_default();
        edit.put_back(taken);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Change;
    use crate::goal;
    use crate::stamp::testing::{TestStamp, notebook};

    fn retitle(id: RecordId, title: &str, saw: &Saw) -> Change {
        Change::Write { id, field: goal::TITLE, value: title.into(), saw: saw.clone() }
    }

    #[test]
    fn undo_and_redo_go_back_and_forth() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let id = book.apply(Change::AddGoal { title: "Swim".into() }, &mut stamp).unwrap().created.unwrap();
        let saw = book.record(id).unwrap().saw("title");
        let change = book.apply(retitle(id, "Swim far", &saw), &mut stamp).unwrap();
        let undone = book.undo(&change.undo, &mut stamp);
        assert_eq!(book.goal(id).unwrap().title(), "Swim");
        let redone = book.undo(&undone.undo, &mut stamp);
        assert_eq!(book.goal(id).unwrap().title(), "Swim far");
        book.undo(&redone.undo, &mut stamp);
        assert_eq!(book.goal(id).unwrap().title(), "Swim");
    }

    #[test]
    fn undoing_an_addition_puts_it_into_the_trash() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let added = book.apply(Change::AddGoal { title: "Swim".into() }, &mut stamp).unwrap();
        let undone = book.undo(&added.undo, &mut stamp);
        assert_eq!((book.goals().count(), book.trash().len()), (0, 1));
        book.undo(&undone.undo, &mut stamp);
        assert_eq!((book.goals().count(), book.trash().len()), (1, 0));
    }

    #[test]
    fn a_later_edit_from_elsewhere_is_left_alone() {
        let (mut here, mut stamp) = (notebook(1), TestStamp::new(1));
        let id = here.apply(Change::AddGoal { title: "Swim".into() }, &mut stamp).unwrap().created.unwrap();
        let change =
            here.apply(retitle(id, "Swim far", &here.record(id).unwrap().saw("title")), &mut stamp).unwrap();
        let mut there = here.clone();
        let saw = there.record(id).unwrap().saw("title");
        there.apply(retitle(id, "Dive", &saw), &mut TestStamp::new(2)).unwrap();
        here.join(there.record(id).unwrap()).unwrap();
        assert!(here.undo(&change.undo, &mut stamp).records.is_empty());
        assert_eq!(here.goal(id).unwrap().title(), "Dive");
    }

    #[test]
    fn typing_on_is_one_step() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let id = book.apply(Change::AddGoal { title: "S".into() }, &mut stamp).unwrap().created.unwrap();
        let mut first =
            book.apply(retitle(id, "Sw", &book.record(id).unwrap().saw("title")), &mut stamp).unwrap();
        let saw = Saw(vec![first.dot.unwrap()]);
        let second = book.apply(retitle(id, "Swi", &saw), &mut stamp).unwrap();
        assert!(first.undo.absorb(&second.undo, &saw));
        book.undo(&first.undo, &mut stamp);
        assert_eq!(book.goal(id).unwrap().title(), "S");
    }
}
