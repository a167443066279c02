//! The page “Journal”: search, filter, and every entry by month, newest first.

use leptos::prelude::*;
use waymark_domain::journal::Listed;

use super::{begin_entry, filters::Filters, found::FoundInGoals, listing::Listing, row::Row};
use crate::{
    route::JournalFilter,
    state::notebook_store::use_notebook,
    text::{journal, shell, t},
    widgets::{Button, EmptyState, Icon, SearchField, Show, Tone, VirtualList, use_toasts},
};

/// The page “Journal”.
#[component]
pub fn JournalPage() -> impl IntoView {
    let listing = Listing::new();
    // After the page is drawn, so that opening it does not wait.
    request_animation_frame(move || set_timeout(move || listing.search.prepare(), std::time::Duration::ZERO));
    view! {
        <div class="row">
            <h1 tabindex="-1">{t(journal::PageJournal)}</h1>
            <div class="push"><BeginButton label=t(shell::NewEntry) /></div>
        </div>
        <Show when=move || !listing.is_empty() fallback=NothingYet>
            <div class="stack">
                <SearchField
                    label=t(journal::Search)
                    placeholder=t(journal::SearchHint)
                    value=listing.search.words()
                    on_input=move |words| listing.search.look_for(words)
                />
                <Filters listing />
            </div>
            <FoundInGoals listing />
            <Entries listing />
        </Show>
    }
}

/// What belongs here, while there is nothing.
#[component]
fn NothingYet() -> impl IntoView {
    view! {
        <EmptyState sentence=t(journal::NothingYet)>
            <BeginButton label=t(journal::FirstEntry) />
        </EmptyState>
    }
}

#[component]
fn BeginButton(label: &'static str) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    view! { <Button label on_click=move |_| begin_entry(store, toasts) tone=Tone::Primary icon=Icon::Plus /> }
}

/// The list, or why it is empty.
#[component]
fn Entries(listing: Listing) -> impl IntoView {
    listing.announce_count();
    let query = listing.search.query();
    let row = move |listed: Listed| view! { <Row listed query /> }.into_any();
    view! {
        <div class="stack stack-tight">
            <p class="quiet">{move || listing.count()}</p>
            <Show when=move || listing.rows.with(Vec::is_empty)><NoMatch listing /></Show>
            <VirtualList
                label=t(journal::ListOfEntries)
                items=listing.rows
                key=key
                estimate=estimate
                row
                remember_as="journal"
            />
        </div>
    }
}

/// A row that begins a month is another row than the same entry without the heading.
fn key(listed: &Listed) -> u128 {
    listed.entry.id().uuid().as_u128() ^ u128::from(listed.begins_month)
}

/// The height of a row with a heading and three lines, as measured; with the month's heading before it.
fn estimate(listed: &Listed) -> f64 {
    if listed.begins_month { 172.0 } else { 128.0 }
}

#[component]
fn NoMatch(listing: Listing) -> impl IntoView {
    let show_all = move |_| {
        listing.search.look_for(String::new());
        listing.set_filter(JournalFilter::default());
    };
    view! {
        <EmptyState sentence=t(journal::NoMatch)>
            <Button label=t(journal::ShowAll) on_click=show_all />
        </EmptyState>
    }
}
