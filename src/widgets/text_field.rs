//! A field for one line of text.

use leptos::{ev, prelude::*};

use super::field::{ElementId, FieldFrame};
use crate::signal::Signal;

/// A labelled field for one line. `on_input` hears every keystroke, `on_commit` when the person is done with it.
#[component]
pub fn TextField(
    /// The visible label; also the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What the field shows.
    #[prop(into)]
    value: Signal<String>,
    /// Called at every keystroke.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// Called on leaving the field after a change, and on Enter.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Called on Enter, with the text as it is. Not while a word is being composed.
    #[prop(optional, into)]
    on_enter: Option<Callback<String>>,
    /// A sentence under the field that helps to fill it in.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong and what to do, or nothing.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Grey words in the empty field. Never the only label.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// In UTF-16 units, as browsers count.
    #[prop(optional)]
    max_length: Option<usize>,
    /// Counts to the letter: nothing spells or capitalises it.
    #[prop(optional)]
    verbatim: bool,
    /// Keeps the label for assistive technology only.
    #[prop(optional)]
    hide_label: bool,
    /// To move the focus here.
    #[prop(optional, into)]
    node_ref: NodeRef<leptos::html::Input>,
) -> impl IntoView {
    let id = ElementId::fresh();
    let described_by = id.described_by(hint, error);
    view! {
        <FieldFrame id label hint error hide_label>
            <input
                type="text"
                class="input"
                id=id.name()
                autocomplete="off"
                spellcheck=verbatim.then_some("false")
                autocapitalize=verbatim.then_some("none")
                maxlength=max_length.map(|max| max.to_string())
                placeholder=move || Some(placeholder.get()).filter(|text| !text.is_empty())
                aria-describedby=described_by
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get()
                on:input:target=move |event| run(on_input, event.target().value())
                on:change:target=move |event| run(on_commit, event.target().value())
                on:keydown:target=move |event| {
                    if is_enter(&event) {
                        run(on_enter, event.target().value());
                    }
                }
                node_ref=node_ref
            />
        </FieldFrame>
    }
}

pub(crate) fn run<T: 'static>(callback: Option<Callback<T>>, value: T) {
    if let Some(callback) = callback {
        callback.run(value);
    }
}

/// Whether a key press is a plain Enter: not one that ends the composing of a word.
pub(crate) fn is_enter(event: &ev::KeyboardEvent) -> bool {
    event.key() == "Enter" && !event.is_composing() && !event.shift_key()
}
