//! A field of a record, saved while it is typed. It says in the page which field of which record it is, so that its words
//! are not lost when the app stops (`assets/rescue.js`).

use leptos::{html, prelude::*};
use waymark_domain::{field::Field, id::RecordId};

use super::{also_written::AlsoWritten, refusal::refusal};
use crate::{
    signal::Signal,
    state::{draft::Draft, notebook_store::use_notebook},
    widgets::{TextArea, TextField, Writing},
};

/// A one-line field of a record. Typing saves itself; leaving the field saves at once.
#[component]
pub fn DraftLine(
    /// The record.
    id: RecordId,
    /// Which field of it.
    field: Field,
    /// The visible label.
    #[prop(into)]
    label: Signal<String>,
    /// A sentence that helps to fill it in.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// Grey words in the empty field.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Keeps the label for assistive technology only.
    #[prop(optional)]
    hide_label: bool,
    /// To move the focus here.
    #[prop(optional, into)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let draft = Draft::new(use_notebook(), id, field);
    view! {
        <div
            data-record=id.to_string()
            data-field=field.name
            on:focusin=move |_| draft.begin()
            on:focusout=move |_| draft.end()
        >
            <TextField
                label
                value=Signal::derive(move || draft.text())
                on_input=move |text| draft.typed(text)
                on_enter=move |_| draft.save()
                error=error_of(&draft)
                hint
                placeholder
                hide_label
                node_ref
            />
            <AlsoWritten id field />
        </div>
    }
}

/// A field of several lines of a record. Typing saves itself; leaving the field saves at once.
#[component]
pub fn DraftText(
    /// The record.
    id: RecordId,
    /// Which field of it.
    field: Field,
    /// The visible label.
    #[prop(into)]
    label: Signal<String>,
    /// A sentence that helps to fill it in.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// Grey words in the empty field.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Keeps the label for assistive technology only.
    #[prop(optional)]
    hide_label: bool,
    /// A framed field, or a page to write on.
    #[prop(optional)]
    writing: Writing,
    /// To move the focus here.
    #[prop(optional, into)]
    node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    let draft = Draft::new(use_notebook(), id, field);
    view! {
        <div
            data-record=id.to_string()
            data-field=field.name
            on:focusin=move |_| draft.begin()
            on:focusout=move |_| draft.end()
        >
            <TextArea
                label
                value=Signal::derive(move || draft.text())
                on_input=move |text| draft.typed(text)
                error=error_of(&draft)
                hint
                placeholder
                hide_label
                writing
                node_ref
            />
            <AlsoWritten id field />
        </div>
    }
}

fn error_of(draft: &Draft) -> Signal<Option<String>> {
    let draft = *draft;
    Signal::derive(move || draft.refused().map(refusal))
}
