//! Texts that the notebook did not take, such as one that is too long. Each is kept until the person changes or clears
//! it, wherever they go meanwhile, and nothing is called saved as long as there is one.

use leptos::prelude::*;
use waymark_domain::{ChangeError, Notebook, field::Field, id::RecordId, record::Saw};

use super::notebook_store::NotebookStore;

/// One text, where it was written, and why it was not taken.
#[derive(Clone, Debug)]
pub(super) struct Refused {
    pub(super) id: RecordId,
    pub(super) field: Field,
    pub(super) text: String,
    pub(super) saw: Saw,
    pub(super) why: ChangeError,
}

impl Refused {
    fn is_of(&self, id: RecordId, field: Field) -> bool {
        (self.id, self.field) == (id, field)
    }

    fn has_words(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// In the trash it waits for its record; where that is erased, nobody can come back to it.
    fn is_missed_in(&self, notebook: &Notebook) -> bool {
        self.why != ChangeError::Missing && notebook.record(self.id).is_none_or(|record| record.is_live())
    }
}

/// A handle to all of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct RefusedTexts(RwSignal<Vec<Refused>>);

impl RefusedTexts {
    pub(super) fn none() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Why the text in a field was not taken, if it was not.
    pub(super) fn why(self, id: RecordId, field: Field) -> Option<ChangeError> {
        self.0.try_with(|all| find(all, id, field).map(|refused| refused.why)).flatten()
    }

    /// The text that was written in a field and not taken.
    pub(super) fn of(self, id: RecordId, field: Field) -> Option<Refused> {
        self.0.with_untracked(|all| find(all, id, field).cloned())
    }

    /// Keeps a text, in the place of what was kept of its field before.
    pub(super) fn keep(self, refused: Refused) {
        self.0.try_update(|all| {
            all.retain(|other| !other.is_of(refused.id, refused.field));
            all.push(refused);
        });
    }

    /// The field is as it should be.
    pub(super) fn settle(self, id: RecordId, field: Field) {
        self.forget(|refused| refused.is_of(id, field));
    }

    /// The person leaves the field's page. What holds no words, or cannot be come back to, is not kept.
    pub(super) fn leave(self, id: RecordId, field: Field) {
        let is_over = |refused: &Refused| !refused.has_words() || refused.why == ChangeError::Missing;
        self.forget(|refused| refused.is_of(id, field) && is_over(refused));
    }

    /// The notebook is another one now.
    pub(super) fn forget_all(self) {
        self.forget(|_| true);
    }

    /// Tells those who read only where there is something to forget.
    fn forget(self, which: impl Fn(&Refused) -> bool) {
        if self.0.try_with_untracked(|all| all.iter().any(&which)) == Some(true) {
            self.0.update(|all| all.retain(|refused| !which(refused)));
        }
    }
}

fn find(all: &[Refused], id: RecordId, field: Field) -> Option<&Refused> {
    all.iter().find(|refused| refused.is_of(id, field))
}

impl NotebookStore {
    /// The record in which words stand that the notebook did not take, if there is one.
    pub fn refused_words(self) -> Option<RecordId> {
        self.refused_where(Refused::has_words)
    }

    /// Whether something in this record was not taken and waits to be changed.
    pub fn has_refused(self, id: RecordId) -> bool {
        self.pending().refused().0.with_untracked(|all| all.iter().any(|refused| refused.id == id))
    }

    pub(super) fn refused_where(self, which: impl Fn(&Refused) -> bool) -> Option<RecordId> {
        self.pending().refused().0.with(|all| {
            // Nearly always there is none, and then nobody waits for the notebook to change.
            if all.is_empty() {
                return None;
            }
            self.with(|notebook| {
                let missed = all.iter().find(|refused| which(refused) && refused.is_missed_in(notebook));
                missed.map(|refused| refused.id)
            })
        })
    }
}
