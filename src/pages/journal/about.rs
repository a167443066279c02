//! What is said about an entry: its day, its title, its tags, the goals it is linked to.

use chrono::NaiveDate;
use leptos::{html, prelude::*};
use serde_json::Value;
use waymark_domain::{Change, Notebook, entry, entry::Entry, field::Field, id::RecordId};

use super::goal_links::GoalLinks;
use crate::{
    pages::shared::{also_written::AlsoWritten, refusal::refusal},
    signal::Signal,
    state::{
        draft::Draft,
        notebook_store::{NotebookStore, use_notebook},
    },
    text::{journal, t, tf},
    widgets::{DateField, TextField, Toasts, TokenField, use_toasts},
};

/// Everything but the text and the self-check.
#[component]
pub(super) fn About(id: RecordId) -> impl IntoView {
    view! {
        <Day id />
        <Title id />
        <Tags id />
        <GoalLinks id />
    }
}

/// An entry always has a day: emptying the field puts back the one it had.
#[component]
fn Day(id: RecordId) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let input = NodeRef::<html::Input>::new();
    let day = store.memo(move |notebook| notebook.entry(id).and_then(|entry| entry.date()));
    let choose = move |chosen: Option<NaiveDate>| {
        if let Some(chosen) = chosen {
            write(store, toasts, id, entry::DATE, chosen.to_string().into());
        } else if let (Some(input), Some(day)) = (input.get_untracked(), day.get_untracked()) {
            input.set_value(&day.to_string());
        }
    };
    view! {
        <div>
            <DateField label=t(journal::Date) value=day on_change=choose node_ref=input />
            <AlsoWritten id field=entry::DATE />
        </div>
    }
}

#[component]
fn Title(id: RecordId) -> impl IntoView {
    let draft = Draft::new(use_notebook(), id, entry::TITLE);
    view! {
        <div
            data-record=id.to_string()
            data-field=entry::TITLE.name
            on:focusin=move |_| draft.begin()
            on:focusout=move |_| draft.end()
        >
            <TextField
                label=t(journal::Title)
                value=Signal::derive(move || draft.text())
                on_input=move |text| draft.typed(text)
                error=Signal::derive(move || draft.refused().map(refusal))
            />
            <AlsoWritten id field=entry::TITLE />
        </div>
    }
}

#[component]
fn Tags(id: RecordId) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let tags = store.memo(move |notebook| {
        let tags = |entry: Entry| entry.tags().map(str::to_owned).collect::<Vec<_>>();
        notebook.entry(id).map(tags).unwrap_or_default()
    });
    let mark = move |member: String, on| {
        if let Err(error) = store.apply(Change::Mark { id, set: entry::TAGS, member, on }) {
            toasts.show(refusal(error));
        }
    };
    view! {
        <TokenField
            label=t(journal::Tags)
            tokens=tags
            on_add=move |tag| mark(tag, true)
            on_remove=move |tag| mark(tag, false)
            remove_label=|tag: String| tf(journal::RemoveTag, &[("tag", &tag)])
            suggestions=store.memo(Notebook::tags)
            hint=t(journal::TagsHint)
        />
    }
}

/// Writes a field that is chosen rather than typed.
pub(super) fn write(store: NotebookStore, toasts: Toasts, id: RecordId, field: Field, value: Value) {
    let saw = store.saw(id, field);
    if let Err(error) = store.apply(Change::Write { id, field, value, saw }) {
        toasts.show(refusal(error));
    }
}
