//! What can be taken back and done again, in this tab, since it was opened.

use waymark_domain::{change::Touched, id::RecordId, record::Saw, undo::UndoStep};

/// The most steps kept. Far more than anyone remembers, and small beside the notebook.
const LIMIT: usize = 200;

/// Two stacks of steps.
#[derive(Debug, Default)]
pub(super) struct History {
    done: Vec<UndoStep>,
    undone: Vec<UndoStep>,
}

impl History {
    /// Remembers a change. `saw` is what its draft had seen: typing on in one draft is one step.
    pub(super) fn push(&mut self, touched: &Touched, saw: Option<&Saw>) {
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

    /// Forgets what concerns records that were erased, so that there is no step that does nothing.
    pub(super) fn forget(&mut self, erased: &[RecordId]) {
        for steps in [&mut self.done, &mut self.undone] {
            steps.iter_mut().for_each(|step| step.forget(erased));
            steps.retain(|step| !step.is_empty());
        }
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    pub(super) fn take_done(&mut self) -> Option<UndoStep> {
        self.done.pop()
    }

    pub(super) fn take_undone(&mut self) -> Option<UndoStep> {
        self.undone.pop()
    }

    /// Remembers how to do again what was just taken back.
    pub(super) fn push_undone(&mut self, step: UndoStep) {
        if !step.is_empty() {
            self.undone.push(step);
        }
    }

    /// Remembers how to take back what was just done again.
    pub(super) fn push_redone(&mut self, step: UndoStep) {
        if !step.is_empty() {
            self.done.push(step);
        }
    }
}
