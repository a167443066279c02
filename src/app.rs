//! The shell around every page: navigation, today's date, what is saved, and the page itself.

mod arrival;
mod later;
mod midnight;
mod nav;
mod notice;
mod page;
mod save_indicator;
mod shortcuts;
mod undo_redo;

use leptos::prelude::*;

use crate::{
    browser::intl,
    pages::shared::{
        language::provide_spoken,
        later::{UseLater, provide_later},
    },
    route::provide_route,
    state,
    state::{commands::provide_commands, notebook_store::use_notebook, preferences::provide_preferences},
    widgets::{
        announcer::{AnnouncerRegion, provide_announcer},
        toast::provide_toasts,
    },
};

use self::{
    nav::{Navigation, PhoneSettings},
    page::Page,
    save_indicator::SaveIndicator,
    undo_redo::UndoRedo,
};

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    state::start();
    let navigation = provide_route();
    let announcer = provide_announcer();
    provide_toasts();
    provide_preferences();
    provide_commands();
    let spoken = provide_spoken();
    midnight::watch(use_notebook());
    let later = provide_later(use_notebook(), later::load);
    arrival::greet_arrivals(navigation, spoken, announcer);
    view! {
        // All of it is made anew in another language. What is kept above stays.
        {move || spoken.get().map(|_| view! { <Shell later /> }.into_any())}
        <AnnouncerRegion announcer />
    }
}

/// Everything that is seen.
#[component]
fn Shell(later: UseLater) -> impl IntoView {
    view! {
        <div class="shell">
            <Navigation />
            <TopLine status=|| view! { <SaveIndicator /> } tools=|| view! { <UndoRedo /> } />
            <main id="main" class="page">
                {later.view_if_here(|later| (later.above_page)())}
                <Page />
            </main>
        </div>
        {later.view_if_here(|later| (later.over_page)())}
    }
}

/// Today's date, undo and redo, what is saved.
#[component]
fn TopLine(
    /// Whether everything is saved, and what to do if not.
    #[prop(into)]
    status: ViewFn,
    /// Undo and redo.
    #[prop(into)]
    tools: ViewFn,
) -> impl IntoView {
    let store = use_notebook();
    view! {
        <header class="top">
            <p class="top-day">
                <span class="only-narrow">{move || intl::day_compact(store.today())}</span>
                <span class="only-wide">{move || intl::day_long(store.today())}</span>
            </p>
            <div class="top-tools">{tools.run()}</div>
            <div class="top-status">{status.run()}</div>
            <PhoneSettings />
        </header>
    }
}
