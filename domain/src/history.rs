//! What can be taken back and done again since the app was opened: two stacks of steps.

use crate::edit::Touched;
use crate::edit::UndoStep;
use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::record::Saw;
use crate::stamp::Stamp;

/// The most steps kept. Far more than anyone remembers, and small beside the notebook.
const LIMIT: usize = 200;

/// The changes made in one run of the app, the last one on top.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<UndoStep>,
    undone: Vec<UndoStep>,
}

impl History {
    /// Remembers a change. `saw` is what its draft had seen: typing on in one draft is one step.
    pub fn push(&mut self, touched: &Touched, saw: Option<&Saw>) {
        if touched.undo.is_empty() {
            return;
        }
        self.undone.clear();
        let absorbed =
            saw.is_some_and(|saw| self.done.last_mut().is_some_and(|last| last.absorb(&touched.undo, saw)));
        if !absorbed {
            self.done.push(touched.undo.clone());
        }
        if self.done.len() > LIMIT {
            self.done.remove(0);
        }
    }

    /// Forgets what concerns erased records, so that no step is left that would do nothing.
    pub fn forget(&mut self, erased: &[RecordId]) {
        for steps in [&mut self.done, &mut self.undone] {
            for step in steps.iter_mut() {
                step.forget(erased);
            }
            steps.retain(|step| !step.is_empty());
        }
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Undoes the last change. Returns what it touched; nothing if there is none, or if later edits decide.
    pub fn undo(&mut self, notebook: &mut Notebook, stamp: &mut dyn Stamp) -> Touched {
        let Some(step) = self.done.pop() else { return Touched::default() };
        let touched = self.take_back(&step, notebook, stamp);
        self.undone.extend(kept(&touched));
        touched
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self, notebook: &mut Notebook, stamp: &mut dyn Stamp) -> Touched {
        let Some(step) = self.undone.pop() else { return Touched::default() };
        let touched = self.take_back(&step, notebook, stamp);
        self.done.extend(kept(&touched));
        touched
    }

    /// The values that were restored count for the edits that wrote them first: the other steps must treat them as
    /// their own.
    fn take_back(&mut self, step: &UndoStep, notebook: &mut Notebook, stamp: &mut dyn Stamp) -> Touched {
        let touched = notebook.undo(step, stamp);
        self.done.iter_mut().chain(&mut self.undone).for_each(|other| other.follow(&touched.undo));
        touched
    }
}

fn kept(touched: &Touched) -> Option<UndoStep> {
    (!touched.undo.is_empty()).then(|| touched.undo.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Change;
    use crate::goal;
    use crate::stamp::testing::{TestStamp, notebook};

    struct Desk {
        book: Notebook,
        stamp: TestStamp,
        history: History,
        goal: RecordId,
    }

    impl Desk {
        fn new() -> Self {
            let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
            let added = book.apply(Change::AddGoal { title: "Swim".into() }, &mut stamp).unwrap();
            Self { book, stamp, history: History::default(), goal: added.created.unwrap() }
        }

        fn write(&mut self, field: crate::field::Field, value: &str) {
            let saw = self.book.record(self.goal).unwrap().saw(field.name);
            let change = Change::Write { id: self.goal, field, value: value.into(), saw };
            let touched = self.book.apply(change, &mut self.stamp).unwrap();
            // As a choice, not as typing that goes on.
            self.history.push(&touched, None);
        }

        fn shown(&self) -> (&str, &str) {
            let record = self.book.record(self.goal).unwrap();
            (record.text(goal::TITLE), record.text(goal::WHY))
        }

        fn undo(&mut self) -> (&str, &str) {
            self.history.undo(&mut self.book, &mut self.stamp);
            self.shown()
        }

        fn redo(&mut self) -> (&str, &str) {
            self.history.redo(&mut self.book, &mut self.stamp);
            self.shown()
        }
    }

    #[test]
    fn several_changes_of_one_field_are_taken_back_and_done_again_one_by_one() {
        let mut desk = Desk::new();
        desk.write(goal::TITLE, "Swim far");
        desk.write(goal::WHY, "Health");
        desk.write(goal::TITLE, "Swim fast");
        desk.write(goal::WHY, "Fun");
        for _ in 0..3 {
            assert_eq!(desk.undo(), ("Swim fast", "Health"));
            assert_eq!(desk.undo(), ("Swim far", "Health"));
            assert_eq!(desk.undo(), ("Swim far", ""));
            assert_eq!(desk.undo(), ("Swim", ""));
            assert_eq!(desk.redo(), ("Swim far", ""));
            assert_eq!(desk.redo(), ("Swim far", "Health"));
            assert_eq!(desk.redo(), ("Swim fast", "Health"));
            assert_eq!(desk.redo(), ("Swim fast", "Fun"));
        }
        assert!(desk.history.can_undo() && !desk.history.can_redo());
    }

    #[test]
    fn a_later_edit_from_elsewhere_stops_the_undo_of_that_field_alone() {
        let mut desk = Desk::new();
        desk.write(goal::WHY, "Health");
        desk.write(goal::TITLE, "Swim far");
        desk.write(goal::TITLE, "Swim fast");
        desk.undo();
        let saw = desk.book.record(desk.goal).unwrap().saw("title");
        let change = Change::Write { id: desk.goal, field: goal::TITLE, value: "Dive".into(), saw };
        desk.book.apply(change, &mut TestStamp::new(2)).unwrap();
        assert_eq!(desk.undo(), ("Dive", "Health"));
        assert_eq!(desk.undo(), ("Dive", ""));
    }

    #[test]
    fn picking_the_shown_one_of_two_values_does_not_stop_the_undo_of_what_came_before() {
        let mut desk = Desk::new();
        let mut there = desk.book.clone();
        let saw = there.record(desk.goal).unwrap().saw("title");
        let change = Change::Write { id: desk.goal, field: goal::TITLE, value: "Dive".into(), saw };
        there.apply(change, &mut TestStamp::new(2)).unwrap();
        desk.stamp.now.set(9_000);
        desk.write(goal::TITLE, "Swim far");
        desk.book.join(there.record(desk.goal).unwrap()).unwrap();
        desk.write(goal::TITLE, "Swim far");
        assert_eq!(desk.book.record(desk.goal).unwrap().versions("title").len(), 1);
        assert_eq!(desk.undo(), ("Swim far", ""));
        assert_eq!(desk.undo(), ("Swim", ""));
    }

    #[test]
    fn adding_a_record_and_deleting_it_go_back_and_forth() {
        let mut desk = Desk::new();
        let added = desk.book.apply(Change::AddGoal { title: "Read".into() }, &mut desk.stamp).unwrap();
        desk.history.push(&added, None);
        let deleted = desk.book.apply(Change::Delete(vec![added.created.unwrap()]), &mut desk.stamp).unwrap();
        desk.history.push(&deleted, None);
        for _ in 0..3 {
            desk.undo();
            assert_eq!(desk.book.goals().count(), 2);
            desk.undo();
            assert_eq!(desk.book.goals().count(), 1);
            desk.redo();
            assert_eq!(desk.book.goals().count(), 2);
            desk.redo();
            assert_eq!(desk.book.goals().count(), 1);
        }
    }

    #[test]
    fn a_new_change_forgets_what_could_be_done_again_and_old_ones_fall_off() {
        let mut desk = Desk::new();
        desk.write(goal::TITLE, "Swim far");
        desk.undo();
        desk.write(goal::TITLE, "Run");
        assert!(!desk.history.can_redo());
        (0..LIMIT + 5).for_each(|i| desk.write(goal::WHY, &i.to_string()));
        assert_eq!(desk.history.done.len(), LIMIT);
    }
}
