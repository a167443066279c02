//! Taking a change back, as an edit that restores what the touched records showed.

pub use crate::edit::{PutBack, Taken, UndoStep};

use crate::edit::{Edit, Seen, Touched};
use crate::notebook::Notebook;
use crate::stamp::Stamp;

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
    use crate::change::Change;
    use crate::goal;
    use crate::id::RecordId;
    use crate::record::Saw;
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
