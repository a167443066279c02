//! The language that is spoken, and speaking another one.

use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};

use crate::{
    browser::{dom, words},
    state::{notebook_store::NotebookStore, preferences::Preferences},
    text,
    widgets::announcer::announce,
};

/// A handle to the language. Copy it around freely.
#[derive(Clone, Copy, Debug)]
pub struct Spoken(RwSignal<Option<String>>);

/// Makes `use_spoken` work below this component.
pub fn provide_spoken() -> Spoken {
    let spoken = Spoken(RwSignal::new(Some(words::spoken())));
    provide_context(spoken);
    spoken
}

/// The language. Only inside the app.
pub fn use_spoken() -> Spoken {
    expect_context()
}

impl Spoken {
    /// As in `lang`; nothing between two languages. Whoever reads it is run again when another language is spoken.
    pub fn get(self) -> Option<String> {
        self.0.get()
    }

    /// Speaks another language and keeps that for the next time. What is shown is shown again, with what was typed in it and
    /// where it was scrolled to; `done` hears whether the words could be fetched.
    pub fn speak(
        self,
        language: String,
        store: NotebookStore,
        preferences: Preferences,
        done: impl FnOnce(bool) + 'static,
    ) {
        spawn_local(async move {
            let came = text::speak(&language).await.is_some();
            if came {
                store.pending().flush_all();
                let top = dom::scroll_top();
                preferences.set_language(language.clone());
                // What is shown goes, with all that it leaves to others to keep, before it comes again; and what was said.
                self.0.set(None);
                announce("");
                tick().await;
                self.0.set(Some(language));
                request_animation_frame(move || dom::scroll_to(top));
            }
            done(came);
        });
    }
}
