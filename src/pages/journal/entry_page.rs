//! One entry: the page to write on, with everything about it at the side.

use leptos::prelude::*;
use uuid::Uuid;
use waymark_domain::{Change, Notebook, entry, id::RecordId};

use super::{
    about::About,
    begin_entry,
    leaving::leave_when_closed,
    others::OtherEntries,
    parts::TemplateChoice,
    self_check::SelfCheck,
    skills::Skills,
    step_dialog::TurnIntoStep,
    writing::{LastWritten, Writing},
};
use crate::{
    browser::{clock, dom, intl},
    pages::shared::{given::GivenAbout, refusal::refusal, share_with::ShareWith},
    route::{Route, navigate},
    state::notebook_store::{NotebookStore, use_notebook},
    text::{journal, shell, t},
    widgets::{Button, Card, Icon, LinkButton, Tone, use_toasts},
};

/// Where an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whereabouts {
    InJournal,
    InTrash,
    NotHere,
}

impl Whereabouts {
    fn of(notebook: &Notebook, id: RecordId) -> Self {
        match notebook.record(id).filter(|record| record.kind() == entry::KIND) {
            Some(record) if record.is_live() => Self::InJournal,
            Some(record) if !record.is_erased() => Self::InTrash,
            _ => Self::NotHere,
        }
    }
}

/// One entry.
#[component]
pub fn EntryPage(
    /// Which one.
    id: Uuid,
) -> impl IntoView {
    let (store, id) = (use_notebook(), RecordId::new(id));
    leave_when_closed(store, id);
    let whereabouts = store.memo(move |notebook| Whereabouts::of(notebook, id));
    move || match whereabouts.get() {
        Whereabouts::InJournal => view! { <OpenEntry id /> }.into_any(),
        Whereabouts::InTrash => view! { <InTrash id /> }.into_any(),
        Whereabouts::NotHere => view! { <NotHere /> }.into_any(),
    }
}

/// The text comes first; what is said about it stands at the side, or below on a phone.
#[component]
fn OpenEntry(id: RecordId) -> impl IntoView {
    let last = LastWritten::new();
    view! {
        <h1 tabindex="-1">{day_heading(use_notebook(), id)}</h1>
        <div class="with-panel">
            <div class="stack stack-loose">
                <Writing id last />
                <div class="no-print"><TurnIntoStep id last /></div>
                <GivenAbout about=id />
            </div>
            <aside class="stack">
                <Card>
                    <About id />
                    <TemplateChoice id />
                    <SelfCheck id />
                    <Skills id />
                    <ShareWith id />
                </Card>
                <div class="no-print"><DeleteButton id /></div>
            </aside>
        </div>
        <OtherEntries id />
    }
}

/// `Saturday 21 November`, with the year when it is another one.
fn day_heading(store: NotebookStore, id: RecordId) -> impl Fn() -> String + Copy + Send + 'static {
    use chrono::Datelike as _;
    let day = store.memo(move |notebook| notebook.entry(id).and_then(|entry| entry.date()));
    move || match day.get() {
        Some(day) if day.year() == clock::today().year() => intl::day_long(day),
        Some(day) => intl::day_long_with_year(day),
        None => t(journal::NoDate).to_owned(),
    }
}

/// Into the trash, without asking: it can be brought back.
#[component]
fn DeleteButton(id: RecordId) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let delete = move |_| match store.apply(Change::Delete(vec![id])) {
        Ok(_) => {
            navigate(&Route::journal());
            toasts.offer(t(journal::Deleted), t(shell::Undo), move || bring_back(store, id));
        }
        Err(error) => toasts.show(refusal(error)),
    };
    view! { <Button label=t(journal::Delete) on_click=delete icon=Icon::Trash tone=Tone::Plain /> }
}

/// Takes an entry out of the trash. One that was erased meanwhile stays gone; its page says so.
pub(super) fn bring_back(store: NotebookStore, id: RecordId) {
    store.apply(Change::Restore(vec![id])).map(drop).unwrap_or_default();
}

#[component]
fn InTrash(id: RecordId) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let return_to_it = move |_| {
        bring_back(store, id);
        toasts.clear();
        request_animation_frame(|| dom::focus_first("main h1"));
    };
    view! {
        <h1 tabindex="-1">{t(journal::InTrash)}</h1>
        <p>{t(journal::InTrashWhy)}</p>
        <div class="row">
            <Button label=t(journal::BringBack) on_click=return_to_it tone=Tone::Primary />
            <LinkButton label=t(journal::GoToJournal) href=Route::journal().href() tone=Tone::Plain />
        </div>
    }
}

#[component]
fn NotHere() -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    view! {
        <h1 tabindex="-1">{t(journal::NotHere)}</h1>
        <p>{t(journal::NotHereWhy)}</p>
        <div class="row">
            <LinkButton label=t(journal::GoToJournal) href=Route::journal().href() tone=Tone::Primary />
            <Button label=t(shell::NewEntry) on_click=move |_| begin_entry(store, toasts) />
        </div>
    }
}
