//! Asking the browser to keep what is stored, once there is something to keep.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use waymark_domain::Notebook;

use super::notebook_store::NotebookStore;
use crate::browser::keeping;

pub use keeping::Keeps;

/// What the browser says; nothing before it has answered. Copy it around freely.
#[derive(Clone, Copy, Debug)]
pub struct Keeping(RwSignal<Option<Keeps>>);

/// Asks as soon as something of the person's own is here: a question before the first word would make no sense to them.
pub(super) fn provide_keeping(store: NotebookStore) {
    let keeping = Keeping(RwSignal::new(None));
    provide_context(keeping);
    let has_own = store.memo(|notebook: &Notebook| !notebook.is_untouched());
    Effect::new(move || {
        let has_own = has_own.get();
        spawn_local(async move {
            let mut keeps = keeping::asked().await;
            if has_own && keeps != Keeps::Always {
                keeps = keeping::ask_to_keep().await;
            }
            keeping.0.try_set(Some(keeps));
        });
    });
}

/// What the browser says. Call it while a component is made.
pub fn use_keeping() -> Keeping {
    expect_context()
}

impl Keeping {
    /// What the browser says; a signal to read.
    pub fn get(self) -> Option<Keeps> {
        self.0.get()
    }
}
