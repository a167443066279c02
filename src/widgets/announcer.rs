//! Says to assistive technology what eyes can see without it.

use std::cell::Cell;

use leptos::prelude::*;

thread_local! {
    /// For event handlers, which run outside of every component.
    static ANNOUNCER: Cell<Option<Announcer>> = const { Cell::new(None) };
}

/// A sentence for people who cannot see the change.
#[derive(Clone, Copy, Debug)]
pub struct Announcer(RwSignal<String>);

impl Announcer {
    /// Says it once the person's screen reader is free.
    pub fn say(self, sentence: impl Into<String>) {
        let mut sentence = sentence.into();
        // The same sentence again is no change for a live region; a space at its end makes it one.
        if self.0.with_untracked(|last| *last == sentence) {
            sentence.push('\u{a0}');
        }
        self.0.set(sentence);
    }
}

/// Makes `announce` work below this component.
pub fn provide_announcer() -> Announcer {
    let announcer = Announcer(RwSignal::new(String::new()));
    provide_context(announcer);
    ANNOUNCER.set(Some(announcer));
    announcer
}

/// Says a sentence politely. From anywhere.
pub fn announce(sentence: impl Into<String>) {
    if let Some(announcer) = ANNOUNCER.get() {
        announcer.say(sentence);
    }
}

/// What says sentences. Only inside the app.
pub fn use_announcer() -> Announcer {
    expect_context()
}

/// The region that is read out. It stands in the page once, empty at first.
#[component]
pub fn AnnouncerRegion(
    /// What says the sentences.
    announcer: Announcer,
) -> impl IntoView {
    view! { <p class="visually-hidden" role="status" aria-live="polite">{announcer.0}</p> }
}
