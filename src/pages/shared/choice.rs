//! Writing what was chosen, not typed: a status, a day, a number.

use leptos::prelude::*;
use serde_json::Value;
use waymark_domain::{Change, ChangeError, field::Field, id::RecordId};

use super::refusal::refusal;
use crate::signal::Signal;
use crate::state::notebook_store::NotebookStore;

/// One field of one record that is chosen.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Choice {
    store: NotebookStore,
    id: RecordId,
    field: Field,
    refused: RwSignal<Option<ChangeError>>,
}

impl Choice {
    pub(in crate::pages) fn new(store: NotebookStore, id: RecordId, field: Field) -> Self {
        Self { store, id, field, refused: RwSignal::new(None) }
    }

    /// Writes the choice; `Null` for none.
    pub(in crate::pages) fn write(self, value: impl Into<Value>) {
        let Self { store, id, field, .. } = self;
        let change = Change::Write { id, field, value: value.into(), saw: store.saw(id, field) };
        self.refused.set(store.apply(change).err());
    }

    /// What to show at the field if it was not taken.
    pub(in crate::pages) fn error(self) -> Signal<Option<String>> {
        Signal::derive(move || self.refused.get().map(refusal))
    }
}
