//! The page “Today”: a place to write at once, what comes next, and what was written last.

mod journal_cards;
mod keep_card;
mod next_steps;
mod prompt_card;

use leptos::prelude::*;

use self::{
    journal_cards::{LatestEntry, OnThisDay},
    keep_card::KeepCard,
    next_steps::NextSteps,
    prompt_card::PromptCard,
};
use super::{
    mentoring::InboxCard,
    shared::{example_notice::ExampleNotice, later::use_later},
    welcome::WelcomePage,
};
use crate::{
    browser::clock,
    state::{notebook_store::use_notebook, preferences::use_preferences},
    text::{t, tf, today},
};

/// The page “Today”, or the welcome before the first use.
#[component]
pub fn TodayPage() -> impl IntoView {
    let begun = use_preferences().begun();
    let store = use_notebook();
    let blank = store.memo(|notebook| notebook.records().len() == 0);
    let is_first = Memo::new(move |_| blank.get() && !begun.get() && !store.keeper().has_unread());
    move || if is_first.get() { view! { <WelcomePage /> }.into_any() } else { view! { <Today /> }.into_any() }
}

#[component]
fn Today() -> impl IntoView {
    view! {
        <h1 tabindex="-1"><Greeting /></h1>
        <ExampleNotice />
        <PromptCard />
        {use_later().view(|later| (later.under_prompt)())}
    }
}

/// What a person looks at once the place to write is there.
pub fn under_prompt() -> AnyView {
    view! {
        <KeepCard />
        <InboxCard />
        <NextSteps />
        <LatestEntry />
        <OnThisDay />
    }
    .into_any()
}

/// By the time of day, and by name where there is one.
#[component]
fn Greeting() -> impl IntoView {
    let store = use_notebook();
    let name = store.memo(|notebook| notebook.name().to_owned());
    let greeting = t(match clock::hour() {
        5..=11 => today::GoodMorning,
        12..=17 => today::GoodAfternoon,
        _ => today::GoodEvening,
    });
    move || match name.get() {
        name if name.is_empty() => greeting.to_owned(),
        name => tf(today::GreetingByName, &[("greeting", greeting), ("name", &name)]),
    }
}
