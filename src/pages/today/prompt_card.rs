//! One question, and a place to write at once. The first words make an entry; everything after goes into it.

use chrono::Datelike as _;
use leptos::{html, prelude::*};
use waymark_domain::{change::NewEntry, entry, id::RecordId};

use crate::{
    browser::before::{self, Typed},
    pages::{journal, shared::refusal::refusal},
    route::{Route, navigate},
    signal::Signal,
    state::{draft::Draft, notebook_store::use_notebook},
    text::{Text, shell, t, today},
    widgets::{Button, Card, Icon, Show, TextArea, Tone, Writing},
};

const PROMPTS: [Text; 10] = [
    today::Prompt1,
    today::Prompt2,
    today::Prompt3,
    today::Prompt4,
    today::Prompt5,
    today::Prompt6,
    today::Prompt7,
    today::Prompt8,
    today::Prompt9,
    today::Prompt10,
];

/// One reflection prompt a day; another one for the asking.
#[component]
pub(super) fn PromptCard() -> impl IntoView {
    let store = use_notebook();
    let skipped = RwSignal::new(0_usize);
    let prompt = move || {
        let day = usize::try_from(store.today().num_days_from_ce()).unwrap_or_default();
        t(PROMPTS[(day + skipped.get()) % PROMPTS.len()])
    };
    let (writing, field) = (Writer::new(), NodeRef::new());
    if let Some(typed) = before::take() {
        writing.go_on(typed, field);
    }
    view! {
        <Card>
            <p class="quiet">{t(today::PlaceToStart)}</p>
            <p class="prompt" id="prompt">{prompt}</p>
            <div
                class="prompt-field"
                data-record=move || writing.entry().map(|id| id.to_string())
                data-field=entry::TEXT.name
                on:focusin=move |_| writing.begin()
                on:focusout=move |_| writing.end()
            >
                <TextArea
                    label=t(today::WriteHere)
                    hide_label=true
                    writing=Writing::Page
                    placeholder=t(today::WriteHereHint)
                    value=Signal::derive(move || writing.text())
                    on_input=move |text| writing.typed(text, prompt())
                    error=Signal::derive(move || writing.error())
                    node_ref=field
                />
            </div>
            <div class="row">
                <Show when=move || !writing.has_begun()>
                    <Button
                        label=t(today::AnotherPrompt)
                        tone=Tone::Plain
                        on_click=move |_| skipped.update(|skipped| *skipped += 1)
                    />
                </Show>
                <div class="push">
                    <Button
                        label=Signal::derive(move || {
                            t(if writing.has_begun() { today::OpenThisEntry } else { shell::NewEntry }).to_owned()
                        })
                        tone=Tone::Primary
                        icon=Icon::Edit
                        on_click=move |_| writing.open(prompt())
                    />
                </div>
            </div>
        </Card>
    }
}

/// Writes into an entry that exists only once something was typed.
#[derive(Clone, Copy)]
struct Writer {
    store: crate::state::notebook_store::NotebookStore,
    draft: RwSignal<Option<(RecordId, Draft)>>,
    owner: StoredValue<Owner>,
    error: RwSignal<Option<String>>,
}

impl Writer {
    fn new() -> Self {
        Self {
            store: use_notebook(),
            draft: RwSignal::new(None),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            error: RwSignal::new(None),
        }
    }

    fn has_begun(self) -> bool {
        self.entry().is_some()
    }

    fn entry(self) -> Option<RecordId> {
        self.draft.with(|draft| draft.as_ref().map(|(id, _)| *id))
    }

    /// Browsers say that a field lost the focus also when it goes with its page.
    fn begun(self) -> Option<(RecordId, Draft)> {
        self.draft.try_get_untracked().flatten()
    }

    fn text(self) -> String {
        self.draft.get().map(|(_, draft)| draft.text()).unwrap_or_default()
    }

    fn error(self) -> Option<String> {
        let refused = self.draft.get().and_then(|(_, draft)| draft.refused());
        self.error.get().or_else(|| refused.map(refusal))
    }

    fn begin(self) {
        if let Some((_, draft)) = self.begun() {
            draft.begin();
        }
    }

    fn end(self) {
        if let Some((_, draft)) = self.begun() {
            draft.end();
        }
    }

    fn typed(self, text: String, prompt: &str) {
        match self.begun() {
            Some((_, draft)) => draft.typed(text),
            None => drop(self.start(None, text, prompt)),
        }
    }

    /// Goes on with what was typed before the app was here.
    fn go_on(self, typed: Typed, field: NodeRef<html::Textarea>) {
        if !typed.text.trim().is_empty() {
            self.start(typed.entry, typed.text.clone(), &typed.prompt);
        }
        field.on_load(move |field| typed.put_caret(&field));
    }

    /// Makes the entry with what is there so far, under its id if it has one.
    fn start(self, id: Option<RecordId>, text: String, prompt: &str) -> Option<RecordId> {
        let begin = |text| {
            let entry = NewEntry { id, text, prompt: prompt.to_owned(), ..NewEntry::default() };
            journal::make_entry(self.store, entry)
        };
        let made = begin(text.clone());
        let is_refused = made.is_err();
        // A text that an entry refuses waits in the draft of an empty one.
        let made = made.or_else(|_| begin(String::new()));
        self.error.set(made.as_ref().err().map(|error| refusal(*error)));
        let id = made.ok()?;
        let draft = self.owner.with_value(|owner| owner.with(|| Draft::new(self.store, id, entry::TEXT)));
        draft.begin();
        if is_refused {
            draft.typed(text);
        }
        self.draft.set(Some((id, draft)));
        Some(id)
    }

    /// Goes on with the entry on its own page.
    fn open(self, prompt: &str) {
        self.end();
        if let Some((id, _)) = self.begun() {
            return navigate(&Route::Entry(id.uuid()));
        }
        let entry = NewEntry { prompt: prompt.to_owned(), ..NewEntry::default() };
        let made = journal::new_entry(self.store, entry);
        self.error.set(made.err().map(refusal));
    }
}
