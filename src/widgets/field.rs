//! What every field has around it: a visible label, a hint, what is wrong.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::signal::Signal;
use leptos::prelude::*;

/// A name for an element that no other element of this page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ElementId(usize);

impl ElementId {
    /// One that was never given before.
    pub fn fresh() -> Self {
        static LAST: AtomicUsize = AtomicUsize::new(0);
        Self(LAST.fetch_add(1, Ordering::Relaxed))
    }

    /// The value of `id`, `for`, `aria-labelledby`, …
    pub fn name(self) -> String {
        format!("w{}", self.0)
    }

    /// The name of something that belongs to it: its hint, its list.
    pub fn part(self, part: &str) -> String {
        format!("w{}-{part}", self.0)
    }

    /// The value of `aria-describedby`: the hint, and the error while there is one.
    pub(crate) fn described_by(
        self,
        hint: Signal<String>,
        error: Signal<Option<String>>,
    ) -> Signal<Option<String>> {
        Signal::derive(move || {
            let hint = hint.with(|hint| !hint.is_empty()).then(|| self.part("hint"));
            let error = error.with(Option::is_some).then(|| self.part("error"));
            let all: Vec<String> = hint.into_iter().chain(error).collect();
            (!all.is_empty()).then(|| all.join(" "))
        })
    }
}

/// Lays out a label, an input, a hint and an error.
#[component]
pub(crate) fn FieldFrame(
    /// Which one.
    id: ElementId,
    /// The visible label; also the accessible name.
    label: Signal<String>,
    /// A sentence under the field that helps to fill it in.
    hint: Signal<String>,
    /// What is wrong and what to do, or nothing.
    error: Signal<Option<String>>,
    /// Keeps the label for assistive technology only, where the place says what the field is.
    hide_label: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field-label" class:visually-hidden=hide_label for=id.name()>{label}</label>
            {children()}
            <Hint id hint />
            {move || error.get().map(|error| view! { <p class="field-error" id=id.part("error")>{error}</p> })}
        </div>
    }
}

/// The sentence under a field.
#[component]
pub(crate) fn Hint(id: ElementId, hint: Signal<String>) -> impl IntoView {
    move || {
        let hint = hint.get();
        (!hint.is_empty()).then(|| view! { <p class="field-hint" id=id.part("hint")>{hint}</p> })
    }
}
