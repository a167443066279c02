//! Route to page. A page is made anew only when another one opens, not when its filter changes.

use leptos::prelude::*;

use crate::{
    pages::{
        goals::{GoalPage, GoalsPage},
        journal::{BeginEntry, EntryPage, JournalPage},
        mentoring::{MentoringPage, PersonPage, SharePage},
        not_found::NotFoundPage,
        settings::SettingsPage,
        shared::later::use_later,
        today::TodayPage,
    },
    route::{Route, use_route},
    state::notebook_store::use_notebook,
    text::{Text, shell},
};

/// The open page.
#[component]
pub(super) fn Page() -> impl IntoView {
    let (route, later) = (use_route(), use_later());
    let page = Memo::new(move |_| route.with(Route::page));
    move || match page.get() {
        Route::Today => view! { <TodayPage /> }.into_any(),
        other => later.view(move |later| (later.page)(&other)),
    }
}

/// Any page but Today. These are not part of what is loaded first.
pub(super) fn other_page(route: &Route) -> AnyView {
    match *route {
        Route::Journal(_) | Route::Goals | Route::Settings => page_of(route),
        _ => {
            // What it shows may be packed, and “not here” would be wrong for a moment.
            let (keeper, route) = (use_notebook().keeper(), route.clone());
            let is_read = Memo::new(move |before| before == Some(&true) || !keeper.has_unread());
            (move || is_read.get().then(|| page_of(&route))).into_any()
        }
    }
}

fn page_of(route: &Route) -> AnyView {
    match *route {
        Route::Goals => view! { <GoalsPage /> }.into_any(),
        Route::Goal(id) => view! { <GoalPage id /> }.into_any(),
        Route::Journal(_) => view! { <JournalPage /> }.into_any(),
        Route::NewEntry => view! { <BeginEntry /> }.into_any(),
        Route::Entry(id) => view! { <EntryPage id /> }.into_any(),
        Route::Mentoring => view! { <MentoringPage /> }.into_any(),
        Route::Person(id) => view! { <PersonPage id /> }.into_any(),
        Route::Share(id) => view! { <SharePage id /> }.into_any(),
        Route::Settings | Route::Opened => view! { <SettingsPage /> }.into_any(),
        Route::Today | Route::NotFound => view! { <NotFoundPage /> }.into_any(),
    }
}

/// What the tab says. It never holds what a person wrote: other people see it, and the browser keeps it.
pub(super) const fn name(route: &Route) -> Text {
    match route {
        Route::Today => shell::Today,
        Route::Goals => shell::Goals,
        Route::Goal(_) => shell::Goal,
        Route::Journal(_) => shell::Journal,
        Route::NewEntry | Route::Entry(_) => shell::Entry,
        Route::Mentoring => shell::Mentoring,
        Route::Person(_) => shell::Person,
        Route::Share(_) => shell::Sharing,
        Route::Settings | Route::Opened => shell::Settings,
        Route::NotFound => shell::NotFound,
    }
}
