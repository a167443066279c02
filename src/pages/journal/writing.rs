//! The text of an entry: one field, or one for each part of a template. What is typed saves itself.

use leptos::{html, prelude::*};
use waymark_domain::{
    entry::{self, Entry},
    field::Field,
    id::RecordId,
    journal::{Remains, remains},
    template::{Template, fields_to_write},
};

use super::parts::{Words, words_of};
use crate::{
    memo::Memo,
    pages::shared::{also_written::AlsoWritten, refusal::refusal},
    signal::Signal,
    state::{
        draft::Draft,
        notebook_store::{NotebookStore, use_notebook},
    },
    text::{journal, t, tn},
    widgets::{Each, TextArea, text_area},
};

/// The field that was written in last.
#[derive(Clone, Copy)]
pub(super) struct LastWritten(StoredValue<Option<NodeRef<html::Textarea>>>);

impl LastWritten {
    pub(super) fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// The field itself, while it is in the page.
    pub(super) fn area(self) -> Option<web_sys::HtmlTextAreaElement> {
        self.0.get_value()?.try_get_untracked().flatten()
    }
}

/// The question that is answered, and the fields to write in.
#[component]
pub(super) fn Writing(id: RecordId, last: LastWritten) -> impl IntoView {
    let store = use_notebook();
    let prompt = store.memo(move |notebook| text_of(notebook, id, entry::PROMPT));
    let fields = fields(store, id);
    let fresh = store.with_untracked(|notebook| {
        notebook.record(id).is_some_and(|record| remains(record) == Remains::Nothing)
    });
    let focus_on = fields.with_untracked(|fields| fields.first().copied()).filter(|_| fresh);
    let field = move |field: Field| view! { <Part id field fields last focus=focus_on == Some(field) /> };
    view! {
        {move || prompt.with(|prompt| (!prompt.is_empty()).then(|| view! { <Prompt prompt=prompt.clone() /> }))}
        <Each each=move || fields.get() key=|field| field.name children=field />
    }
}

#[component]
fn Prompt(prompt: String) -> impl IntoView {
    view! {
        <p class="entry-prompt">
            <small>{t(journal::Prompt)}</small>
            {prompt}
        </p>
    }
}

fn text_of(notebook: &waymark_domain::Notebook, id: RecordId, field: Field) -> String {
    notebook.record(id).map(|record| record.text(field).to_owned()).unwrap_or_default()
}

/// Which fields are shown. One that is emptied while it is open stays until another template is chosen: it must not
/// vanish while someone is writing in it.
fn fields(store: NotebookStore, id: RecordId) -> Memo<Vec<Field>> {
    let shown = Memo::new(move |before: Option<&(Template, Vec<Field>)>| {
        store.with(|notebook| {
            let entry = notebook.record(id).cloned().map(Entry);
            let template = entry.as_ref().map(Entry::template).unwrap_or_default();
            let kept = before.filter(|(before, _)| *before == template).map_or(&[][..], |(_, fields)| fields);
            let holds = |field: Field| {
                kept.contains(&field) || entry.as_ref().is_some_and(|entry| !entry.0.text(field).is_empty())
            };
            (template, fields_to_write(template, holds))
        })
    });
    Memo::new(move |_| shown.with(|(_, fields)| fields.clone()))
}

/// One field, with its draft.
#[component]
fn Part(
    id: RecordId,
    field: Field,
    fields: Memo<Vec<Field>>,
    last: LastWritten,
    focus: bool,
) -> impl IntoView {
    let draft = Draft::new(use_notebook(), id, field);
    let area = NodeRef::<html::Textarea>::new();
    let text = Memo::new(move |_| draft.text());
    let alone = Signal::derive(move || fields.with(|fields| fields.len() == 1));
    let Words { label, question } = words_of(field);
    let placeholder = move || {
        let rest = field == entry::TEXT && !alone.get();
        t(if rest { journal::EntryRest } else { question })
    };
    if focus {
        focus_once_there(area);
    }
    view! {
        <div
            class="entry-part"
            data-alone=move || alone.get().to_string()
            data-record=id.to_string()
            data-field=field.name
            on:focusin=move |_| {
                draft.begin();
                // A keyboard passes through empty fields on its way; that does not count as writing.
                if text.with_untracked(|text| !text.is_empty()) {
                    last.0.set_value(Some(area));
                }
            }
            on:focusout=move |_| draft.end()
        >
            <TextArea
                label=t(label)
                value=text
                on_input=move |text| {
                    last.0.set_value(Some(area));
                    draft.typed(text);
                }
                placeholder=Signal::derive(move || placeholder().to_owned())
                hint=Signal::derive(move || text.with(|text| room_left(field, text)))
                error=Signal::derive(move || draft.refused().map(refusal))
                writing=text_area::Writing::Page
                node_ref=area
            />
            <AlsoWritten id field />
        </div>
    }
}

/// Only near the end of what a field takes; nobody writes better under a counter.
fn room_left(field: Field, text: &str) -> String {
    field.rule.room_left(text).map(|left| tn(journal::RoomLeft, left)).unwrap_or_default()
}

/// A fresh entry is there to be written in. The heading gets the focus in the first frame, as on every page; the field in
/// the next.
fn focus_once_there(area: NodeRef<html::Textarea>) {
    area.on_load(move |area| {
        request_animation_frame(move || request_animation_frame(move || area.focus().unwrap_or_default()));
    });
}
