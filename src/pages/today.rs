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
};
use crate::{
    browser::clock,
    memo::Memo,
    signal::Signal,
    state::{notebook_store::use_notebook, preferences::use_preferences},
    text::{t, tf, today, welcome},
};

/// The page “Today”. Before the first use it welcomes the person; the place to write is the same one.
#[component]
pub fn TodayPage() -> impl IntoView {
    let (begun, later) = (use_preferences().begun(), use_later());
    let is_first = use_first(begun);
    view! {
        <h1 tabindex="-1">
            {move || if is_first.get() { t(welcome::Heading).into_any() } else { view! { <Greeting /> }.into_any() }}
        </h1>
        {move || is_first.get().then(|| view! { <p>{t(welcome::What)}</p> })}
        <PromptCard />
        {later.view(move |later| {
            let below = move || if is_first.get() { (later.under_welcome)() } else { (later.under_prompt)() };
            below.into_any()
        })}
    }
}

/// Whether the person is here for the first time: nobody has chosen how to start, and nothing is in the notebook but what
/// was begun on this very page, which does not change under who writes on it.
fn use_first(begun: Signal<bool>) -> Memo<bool> {
    let store = use_notebook();
    let count = store.memo(|notebook| notebook.records().len());
    let is_first = Memo::new(move |before| {
        let most = usize::from(before == Some(&true));
        count.get() <= most && !begun.get() && !store.keeper().has_unread()
    });
    // Known before the place to write begins an entry with what was typed before the app was here.
    is_first.get_untracked();
    is_first
}

/// What a person looks at once the place to write is there.
pub fn under_prompt() -> AnyView {
    view! {
        <ExampleNotice />
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
