//! Asking the browser to keep what is stored, once there is something to keep.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use waymark_domain::Notebook;

use super::{notebook_store::NotebookStore, preferences::use_preferences};
use crate::browser::persistence;
use crate::signal::effect;

pub use persistence::Keeps;

/// What the browser says; nothing before it has answered.
#[derive(Clone, Copy, Debug)]
pub struct Persistence(RwSignal<Option<Keeps>>);

/// Asks as soon as something of the person's own is here: a question before the first word would make no sense to them.
pub(super) fn provide_persistence(store: NotebookStore) {
    let (persistence, preferences) = (Persistence(RwSignal::new(None)), use_preferences());
    provide_context(persistence);
    let has_own = store.memo(|notebook: &Notebook| !notebook.is_untouched());
    effect(move || {
        let has_own = has_own.get();
        spawn_local(async move {
            let keeps = persistence::asked().await;
            persistence.0.try_set(Some(keeps));
            if has_own && keeps != Keeps::Always && preferences.asks_to_keep() {
                persistence.ask();
            }
        });
    });
}

/// What the browser says. Call it while a component is made.
pub fn use_persistence() -> Persistence {
    expect_context()
}

impl Persistence {
    /// What the browser says; a signal to read.
    pub fn get(self) -> Option<Keeps> {
        self.0.get()
    }

    /// Asks it to keep what is stored.
    pub fn ask(self) {
        spawn_local(async move {
            let keeps = persistence::ask_to_keep().await;
            self.0.try_set(Some(keeps));
        });
    }
}
