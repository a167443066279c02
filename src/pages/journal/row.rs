//! One entry in the list: its day, its heading, how it begins or what was found in it.

use chrono::Datelike as _;
use leptos::prelude::*;
use waymark_domain::{
    entry::Entry,
    id::RecordId,
    journal::{Listed, Marked, Summary, summary},
    search::Query,
    template::Template,
};

use super::parts::template_name;
use crate::{
    browser::intl,
    memo::Memo,
    route::{JournalFilter, Route},
    state::notebook_store::use_notebook,
    text::{journal, t},
    widgets::{Chip, ChipList},
};

/// A row, with the heading of its month if it is the month's first.
#[component]
pub(super) fn Row(listed: Listed, query: Memo<Query>) -> impl IntoView {
    let store = use_notebook();
    let (id, first) = (listed.entry.id(), listed.entry);
    let day = first.date();
    let entry =
        Memo::new(move |_| store.with(|notebook| notebook.entry(id)).unwrap_or_else(|| first.clone()));
    let month = move || day.map_or_else(|| t(journal::NoDate).to_owned(), intl::month_year);
    view! {
        {listed.begins_month.then(|| view! { <h2 class="month-heading">{month()}</h2> })}
        <article class="entry-row">
            <div class="entry-day">
                {day.map(|day| view! { <b>{day.day()}</b> })} {day.map(intl::weekday_short)}
            </div>
            <div class="stack stack-tight">
                <Words entry query />
                {move || entry.with(chips)}
            </div>
        </article>
    }
}

#[component]
fn Words(entry: Memo<Entry>, query: Memo<Query>) -> impl IntoView {
    let href = Route::Entry(entry.with_untracked(Entry::id).uuid()).href();
    let words = Memo::new(move |_| entry.with(|entry| query.with(|query| summary(entry, query))));
    let heading = move || {
        words.with(|Summary { heading, .. }| match heading.as_slice() {
            [] => t(journal::Untitled).into_any(),
            heading => marked(heading).into_any(),
        })
    };
    let excerpt = move || {
        words.with(|Summary { excerpt, .. }| {
            (!excerpt.is_empty()).then(|| view! { <p class="entry-excerpt" dir="auto">{marked(excerpt)}</p> })
        })
    };
    view! {
        <h3 dir="auto"><a class="entry-title" href=href>{heading}</a></h3>
        {excerpt}
    }
}

/// Text with what was searched for marked in it.
pub(super) fn marked(pieces: &[Marked]) -> impl IntoView + use<> {
    let piece = |piece: &Marked| {
        let text = piece.text.clone();
        if piece.hit { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
    };
    pieces.iter().map(piece).collect_view()
}

/// Tags and goals lead to what they name; the template is only named.
fn chips(entry: &Entry) -> impl IntoView + use<> {
    let tags: Vec<_> = entry.tags().map(tag_chip).collect();
    let goals: Vec<_> = entry.goals().map(|goal| view! { <GoalChip goal /> }).collect();
    let template = entry.template();
    let named = (template != Template::Free).then(|| {
        view! { <li><Chip label=t(template_name(template)) /></li> }
    });
    view! { <ChipList>{named} {tags} {goals}</ChipList> }
}

fn tag_chip(tag: &str) -> impl IntoView + use<> {
    let filter = JournalFilter { tag: Some(tag.to_owned()), ..JournalFilter::default() };
    view! { <li><Chip label=tag.to_owned() href=Route::Journal(filter).href() /></li> }
}

/// Nothing for a goal in the trash.
#[component]
fn GoalChip(goal: RecordId) -> impl IntoView {
    let title = use_notebook().memo(move |notebook| notebook.goal(goal).map(|goal| goal.title().to_owned()));
    let href = Route::Goal(goal.uuid()).href();
    move || title.get().map(|title| view! { <li><Chip label=title href=href.clone() /></li> })
}
