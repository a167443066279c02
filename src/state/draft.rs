//! A text while it is being typed. It remembers what it started from, saves itself again and again, and shows what
//! the notebook holds whenever nobody is typing.

use std::sync::{Arc, Mutex, PoisonError};

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use waymark_domain::{Change, ChangeError, field::Field, id::RecordId, record::Saw};

use super::{notebook_store::NotebookStore, refused::Refused};

/// How long a typed letter waits before it is saved, in milliseconds, so that not each one is saved alone. Who types on is
/// saved as well: a browser that is killed takes no more than this.
const WAIT: u32 = 300;

/// One field of one record, being edited.
#[derive(Clone, Copy, Debug)]
pub struct Draft {
    store: NotebookStore,
    id: RecordId,
    field: Field,
    /// What is in the field while a person is in it; `None` while nobody is.
    typed: RwSignal<Option<String>>,
    unsaved: StoredValue<Arc<Mutex<Unsaved>>>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
}

/// What is not in the notebook yet. Kept outside the signals, so that it can still be saved when the page has gone.
#[derive(Debug, Default)]
struct Unsaved {
    saw: Option<Saw>,
    text: Option<String>,
}

impl Draft {
    /// A draft of a field. Make it inside a component: what is unsaved is saved when the component goes. A text that was
    /// refused when the page was left before is in the field again.
    pub fn new(store: NotebookStore, id: RecordId, field: Field) -> Self {
        let refused = store.pending().refused().of(id, field);
        let typed = refused.as_ref().map(|refused| refused.text.clone());
        let unsaved = Arc::new(Mutex::new(refused.map(Unsaved::from).unwrap_or_default()));
        let draft = Self {
            store,
            id,
            field,
            typed: RwSignal::new(typed),
            unsaved: StoredValue::new(Arc::clone(&unsaved)),
            timer: StoredValue::new_local(None),
        };
        let flusher = store.pending().register(move || save(store, id, field, &unsaved));
        on_cleanup(move || {
            store.pending().finish(flusher);
            store.pending().refused().leave(id, field);
        });
        draft
    }

    /// What the field shows.
    pub fn text(self) -> String {
        let stored = move || {
            self.store.with(|notebook| {
                notebook.record(self.id).map(|record| record.text(self.field).to_owned()).unwrap_or_default()
            })
        };
        self.typed.get().unwrap_or_else(stored)
    }

    /// Why the last text was not taken; it is still in the field.
    pub fn refused(self) -> Option<ChangeError> {
        self.store.pending().refused().why(self.id, self.field)
    }

    /// The person enters the field: what it shows from now on is theirs, whatever other tabs write.
    pub fn begin(self) {
        if self.typed.with_untracked(Option::is_none) {
            let text = untrack(|| self.text());
            self.with_unsaved(|unsaved| unsaved.saw = Some(self.store.saw(self.id, self.field)));
            self.typed.set(Some(text));
        }
    }

    /// The person types.
    pub fn typed(self, text: String) {
        self.note(text);
        self.store.pending().typing();
        if self.timer.try_with_value(Option::is_none) == Some(true) {
            self.timer.try_set_value(Some(Timeout::new(WAIT, move || self.save())));
        }
    }

    /// Shows what was typed and remembers that it is not saved.
    fn note(self, text: String) {
        self.begin();
        self.with_unsaved(|unsaved| unsaved.text = Some(text.clone()));
        self.typed.set(Some(text));
    }

    /// Saves what is typed so far; the person goes on.
    pub fn save(self) {
        self.timer.try_set_value(None);
        let Some(unsaved) = self.unsaved.try_get_value() else { return };
        save(self.store, self.id, self.field, &unsaved);
        self.store.pending().rested();
    }

    /// The person leaves the field: saves, and shows what the notebook holds. A text that was refused stays.
    pub fn end(self) {
        self.save();
        if untrack(|| self.refused()).is_none() {
            self.with_unsaved(|unsaved| unsaved.saw = None);
            self.typed.try_set(None);
        }
    }

    fn with_unsaved(self, change: impl FnOnce(&mut Unsaved)) {
        if let Some(unsaved) = self.unsaved.try_get_value() {
            change(&mut unsaved.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }
}

impl From<Refused> for Unsaved {
    fn from(refused: Refused) -> Self {
        Self { saw: Some(refused.saw), text: Some(refused.text) }
    }
}

/// Writes what is unsaved into the notebook. A refused text stays unsaved.
fn save(store: NotebookStore, id: RecordId, field: Field, unsaved: &Mutex<Unsaved>) {
    let mut unsaved = unsaved.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(text) = unsaved.text.clone() else { return };
    let saw = unsaved.saw.clone().unwrap_or_default();
    let write = Change::Write { id, field, value: text.as_str().into(), saw: saw.clone() };
    match store.apply(write) {
        Ok(touched) => {
            unsaved.text = None;
            unsaved.saw = touched.dot.map(|dot| Saw(vec![dot])).or(Some(saw));
            store.pending().refused().settle(id, field);
        }
        Err(why) => store.pending().refused().keep(Refused { id, field, text, saw, why }),
    }
}

#[cfg(test)]
mod tests;
