//! The latest entry, and what was written on this day in earlier years.

use leptos::prelude::*;
use waymark_domain::{Notebook, entry::Entry};

use crate::{
    browser::intl,
    memo::Memo,
    route::Route,
    state::notebook_store::use_notebook,
    text::{journal, t, today},
    widgets::{Each, Show},
};

/// What was written last.
#[component]
pub(super) fn LatestEntry() -> impl IntoView {
    let latest = use_notebook().memo(Notebook::latest_entry);
    move || {
        latest.get().map(|entry| {
            view! {
                <section class="stack" aria-labelledby="latest-entry">
                    <h2 id="latest-entry">{t(today::LastEntry)}</h2>
                    <EntryCard entry />
                </section>
            }
        })
    }
}

/// Entries of the same day in earlier years.
#[component]
pub(super) fn OnThisDay() -> impl IntoView {
    let store = use_notebook();
    let entries = Memo::new(move |_| {
        let today = store.today();
        store.with(|notebook| notebook.on_this_day(today))
    });
    view! {
        <Show when=move || !entries.with(Vec::is_empty)>
            <section class="stack" aria-labelledby="on-this-day">
                <h2 id="on-this-day">{t(today::OnThisDay)}</h2>
                <Each each=move || entries.get() key=|entry| (entry.id(), entry.0.edited_at()) let:entry>
                    <EntryCard entry />
                </Each>
            </section>
        </Show>
    }
}

#[component]
fn EntryCard(entry: Entry) -> impl IntoView {
    let store = use_notebook();
    let day = entry.date();
    let title = Some(entry.title().to_owned()).filter(|title| !title.is_empty());
    let excerpt: String = entry.texts().next().unwrap_or_default().chars().take(280).collect();
    let date = move || day.map(|day| intl::day_near(day, store.today()));
    view! {
        <article class="card">
            <p class="quiet">{date}</p>
            <h3 dir="auto">
                <a href=Route::Entry(entry.id().uuid()).href()>
                    {title.unwrap_or_else(|| t(journal::PageEntry).to_owned())}
                </a>
            </h3>
            <p class="written excerpt" dir="auto">{excerpt}</p>
        </article>
    }
}
