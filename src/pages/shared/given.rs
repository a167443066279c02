//! What someone gave me: feedback, questions, suggestions; where I say what became of it. Shown in the inbox, on the
//! person's page, and beside what it is about.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use leptos::prelude::*;
use waymark_domain::{
    Change,
    id::RecordId,
    mentoring::{About, Given, Seen, Waiting},
};

use super::{
    given_moves::{FeedbackMoves, SuggestionMoves},
    kinds,
    link::Link,
    mentoring_words as words,
    refusal::refusal,
};
use crate::{
    browser::intl,
    memo::Memo,
    route::Route,
    state::notebook_store::{NotebookStore, use_notebook},
    text::{goals, mentoring, shell, t, tf},
    widgets::{Card, Chip, ChipTone, Gap, Icon, Section, Show, Toasts, VirtualList},
};

/// What was given on one thing of mine, and how others see it if it is a goal. Nothing while there is none.
#[component]
pub fn GivenAbout(
    /// What.
    about: RecordId,
) -> impl IntoView {
    let given = use_notebook().memo_of_mentoring(move |notebook| notebook.given_about(about));
    let seen = use_notebook().memo_of_mentoring(move |notebook| notebook.seen_by_others(about));
    view! {
        <Show when=move || !given.with(Vec::is_empty) || !seen.with(Vec::is_empty)>
            <Card title=t(mentoring::FromOthers)>
                <SeenList seen />
                <GivenList label=t(mentoring::FromOthers) given />
            </Card>
        </Show>
    }
}

/// What one person gave me. Nothing while there is none.
#[component]
pub fn GivenBy(
    /// The relationship.
    with: RecordId,
) -> impl IntoView {
    let given = use_notebook().memo_of_mentoring(move |notebook| {
        notebook.relationship(with).map(|one| notebook.given_by(&one)).unwrap_or_default()
    });
    view! {
        <Show when=move || !given.with(Vec::is_empty)>
            <Section title=t(mentoring::ForYou)>
                <GivenList label=t(mentoring::ForYou) given />
            </Section>
        </Show>
    }
}

/// A list of it.
#[component]
pub fn GivenList(
    /// Names it.
    label: &'static str,
    /// What is listed.
    given: Memo<Vec<Waiting>>,
) -> impl IntoView {
    view! {
        <VirtualList
            label
            items=given
            key=key
            estimate=|_| 260.0
            gap=Gap::Medium
            row=|one| view! { <GivenRow one /> }.into_any()
        />
    }
}

/// Another text makes another row.
fn key(one: &Waiting) -> u128 {
    let mut hasher = DefaultHasher::new();
    one.given.json().hash(&mut hasher);
    one.given.id().uuid().as_u128() ^ u128::from(hasher.finish())
}

#[component]
fn SeenList(seen: Memo<Vec<Seen>>) -> impl IntoView {
    let store = use_notebook();
    let line = move |seen: Seen| {
        let day = seen.view.on.map(|day| intl::day_near(day, store.today())).unwrap_or_default();
        let value = intl::number(usize::from(seen.view.value));
        let values = [("name", seen.relationship.name()), ("value", value.as_str()), ("day", day.as_str())];
        let note = Some(seen.view.note).filter(|note| !note.is_empty());
        view! {
            <li>
                <bdi>{tf(mentoring::SeesItAt, &values)}</bdi>
                {note.map(|note| view! { <p class="written" dir="auto">{note}</p> })}
            </li>
        }
    };
    view! {
        <ul class="stack stack-tight">{move || seen.get().into_iter().map(line).collect_view()}</ul>
    }
}

#[component]
fn GivenRow(one: Waiting) -> impl IntoView {
    let from = one.relationship.name().to_owned();
    let href = Route::Person(one.relationship.id().uuid()).href();
    let with = one.relationship.id();
    let (about, one_id) = (one.given.about().cloned(), one.given.id().to_string());
    let (kind, text) = match &one.given {
        Given::Feedback(given) => (t(words::nature(given.nature)), given.text.clone()),
        Given::Suggestion(given) => (t(words::suggested(given.what)), given.text.clone()),
    };
    let more = match one.given.clone() {
        Given::Suggestion(given) => Some(view! { <WhyAndWhere note=given.note link=given.link /> }),
        Given::Feedback(_) => None,
    };
    let moves = match one.given {
        Given::Feedback(given) => view! { <FeedbackMoves with given /> }.into_any(),
        Given::Suggestion(given) => view! { <SuggestionMoves with suggestion=given /> }.into_any(),
    };
    view! {
        // Takes the focus when the button that had it is gone.
        <article class="card given" tabindex="-1" data-given=one_id>
            <div class="row row-tight">
                <Chip label=kind tone=ChipTone::Flag icon=Icon::Flag />
                <a class="given-from" href=href><bdi>{from}</bdi></a>
            </div>
            {about.map(|about| view! { <AboutLine about /> })}
            <p class="written" dir="auto">{text}</p>
            {more}
            {moves}
        </article>
    }
}

/// Why something is suggested, and where it is.
#[component]
pub fn WhyAndWhere(
    /// Why, or how; may be empty.
    note: String,
    /// Where; may be empty.
    link: String,
) -> impl IntoView {
    view! {
        {(!note.is_empty()).then(|| view! { <p class="written" dir="auto">{note}</p> })}
        <Link link />
    }
}

/// What it is about: a link where that is mine and here, else how it was called.
#[component]
fn AboutLine(about: About) -> impl IntoView {
    let id = about.id;
    let place = use_notebook().memo(move |notebook| {
        let record = notebook.record(id).filter(|record| record.is_live())?;
        (kinds::words(record.kind()).page)(record).map(|page| page.href())
    });
    let title = StoredValue::new(about.title);
    view! {
        <p class="quiet">
            {t(mentoring::On)} " "
            {move || match place.get() {
                Some(href) => view! { <a href=href><bdi>{title.get_value()}</bdi></a> }.into_any(),
                None => view! { <bdi>{title.get_value()}</bdi> }.into_any(),
            }}
        </p>
    }
}

/// Moves one of my own words to the trash, with a way back at hand.
pub fn delete(store: NotebookStore, toasts: Toasts, id: RecordId, said: String) {
    match store.apply(Change::Delete(vec![id])) {
        Ok(_) => toasts.offer(said, t(shell::Undo), move || {
            // What was erased meanwhile stays gone.
            store.apply(Change::Restore(vec![id])).map(drop).unwrap_or_default();
        }),
        Err(error) => toasts.show(refusal(error)),
    }
}

/// The name of the person a thing came from, as a chip; nothing for one's own.
pub fn from_chip(name: &str) -> impl IntoView + use<> {
    let label = (!name.is_empty()).then(|| tf(goals::FromPerson, &[("name", name)]));
    label.map(|label| view! { <Chip label tone=ChipTone::Flag icon=Icon::Flag /> })
}
