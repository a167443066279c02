//! What every field has around it: a visible label, a hint, what is wrong.

use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::prelude::*;

/// An id that no other element of this page has.
pub fn fresh_id() -> String {
    static LAST: AtomicUsize = AtomicUsize::new(0);
    format!("w{}", LAST.fetch_add(1, Ordering::Relaxed))
}

/// The ids that tie a field to its label, its hint and its error.
#[derive(Clone, Debug)]
pub(crate) struct FieldIds {
    pub(crate) input: String,
    hint: String,
    error: String,
}

impl FieldIds {
    pub(crate) fn fresh() -> Self {
        let input = fresh_id();
        Self { hint: format!("{input}-hint"), error: format!("{input}-error"), input }
    }

    /// The value of `aria-describedby`: the hint, and the error while there is one.
    pub(crate) fn described_by(
        &self,
        hint: Signal<String>,
        error: Signal<Option<String>>,
    ) -> Signal<Option<String>> {
        let ids = self.clone();
        Signal::derive(move || {
            let hint = hint.with(|hint| !hint.is_empty()).then_some(ids.hint.as_str());
            let error = error.with(Option::is_some).then_some(ids.error.as_str());
            let all: Vec<&str> = hint.into_iter().chain(error).collect();
            (!all.is_empty()).then(|| all.join(" "))
        })
    }
}

/// Lays out a label, an input, a hint and an error.
#[component]
pub(crate) fn FieldFrame(
    ids: FieldIds,
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
            <label class="field-label" class:visually-hidden=hide_label for=ids.input>{label}</label>
            {children()}
            {move || {
                let hint = hint.get();
                (!hint.is_empty()).then(|| view! { <p class="field-hint" id=ids.hint.clone()>{hint}</p> })
            }}
            {move || error.get().map(|error| view! { <p class="field-error" id=ids.error.clone()>{error}</p> })}
        </div>
    }
}
