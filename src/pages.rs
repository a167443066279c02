//! What a person sees, one module per page, and which page a route opens.

pub mod files;
pub mod goals;
pub mod journal;
pub mod mentoring;
pub mod not_erased;
pub mod not_found;
pub mod rescued;
pub mod settings;
pub mod shared;
pub mod today;
pub mod welcome;

use leptos::prelude::*;

use self::{
    goals::{GoalPage, GoalsPage},
    journal::{BeginEntry, EntryPage, JournalPage},
    mentoring::{MentoringPage, PersonPage, SharePage},
    not_found::NotFoundPage,
    settings::SettingsPage,
};
use crate::{memo::Memo, route::Route, state::notebook_store::use_notebook};

/// Any page but Today. These are not part of what is loaded first.
pub fn other_page(route: &Route) -> AnyView {
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
