//! What was written about a goal, newest first, and a place to write more.

use leptos::prelude::*;
use waymark_domain::{change::NewEntry, entry::Entry, id::RecordId};

use crate::{
    browser::intl,
    pages::journal::new_entry,
    route::{JournalFilter, Route},
    state::notebook_store::{NotebookStore, use_notebook},
    text::{goals, t},
    widgets::{Button, Card, Each, Icon, Show},
};

/// More of them are in the journal.
const SHOWN: usize = 6;
/// How much of an entry without a title stands for it, in characters.
const NAME: usize = 60;

/// The latest entries linked to the goal.
#[component]
pub(super) fn LinkedEntries(goal: RecordId) -> impl IntoView {
    let store = use_notebook();
    let entries = store.memo(move |notebook| {
        let mut entries = notebook.entries_about(goal);
        let more = entries.len() > SHOWN;
        entries.truncate(SHOWN);
        (entries, more)
    });
    let none = move || entries.with(|(entries, _)| entries.is_empty());
    view! {
        <Card title=t(goals::Entries)>
            <Show when=none>
                <p class="quiet">{t(goals::NoEntries)}</p>
            </Show>
            <ul class="stack">
                <Each
                    each=move || entries.get().0
                    key=|entry| (entry.id(), entry.0.edited_at())
                    let:entry
                >
                    <EntryLink entry />
                </Each>
            </ul>
            <Show when=move || entries.with(|(_, more)| *more)>
                <p><a href=about(goal)>{t(goals::AllEntries)}</a></p>
            </Show>
            <div class="row no-print">
                <Button label=t(goals::WriteAbout) icon=Icon::Journal on_click=move |_| write_about(store, goal) />
            </div>
        </Card>
    }
}

#[component]
fn EntryLink(entry: Entry) -> impl IntoView {
    let store = use_notebook();
    let day = entry.date();
    view! {
        <li class="linked-entry">
            <a href=Route::Entry(entry.id().uuid()).href() dir="auto">{name(&entry)}</a>
            <small>{move || day.map(|day| intl::day_near(day, store.today()))}</small>
        </li>
    }
}

/// Its title, or how it begins.
fn name(entry: &Entry) -> String {
    if !entry.title().is_empty() {
        return entry.title().to_owned();
    }
    let first_line = entry.texts().find_map(|text| text.lines().find(|line| !line.trim().is_empty()));
    let Some(line) = first_line else { return t(goals::EntryBegun).to_owned() };
    let mut name: String = line.trim().chars().take(NAME).collect();
    if line.trim().chars().nth(NAME).is_some() {
        name.push('…');
    }
    name
}

fn about(goal: RecordId) -> String {
    Route::Journal(JournalFilter { goal: Some(goal.uuid()), ..JournalFilter::default() }).href()
}

/// Begins an entry that is linked to the goal and opens it. A goal that is not here any more takes none.
fn write_about(store: NotebookStore, goal: RecordId) {
    new_entry(store, NewEntry { goals: vec![goal], ..NewEntry::default() }).unwrap_or_default();
}
