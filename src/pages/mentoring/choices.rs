//! The things that can be chosen for a file: goals with their parts, entries with theirs, the words that were written for
//! this person, and whatever is chosen by its title alone.

use std::sync::Arc;

use leptos::prelude::*;
use waymark_domain::{
    Change, Notebook, entry,
    field::SetField,
    goal::GoalStatus,
    id::RecordId,
    kinds::{Kind, title},
    mentoring::{
        Since, feedback,
        relationship::{WITH_CHECKS, WITH_PLAN, WITH_RATINGS, WITH_STEPS, WITH_TAGS, WITHOUT},
        response, suggestion,
    },
    rating,
    record::Record,
    sorting::{sort_by, sort_by_key},
};

use super::{my_words::Chosen, next_file::NextFile, words};
use crate::{
    browser::intl,
    memo::Memo,
    pages::shared::{kinds, refusal::refusal},
    signal::Signal,
    state::notebook_store::use_notebook,
    text::{Text, goals, mentoring, t, tf},
    widgets::{Card, Checkbox, Disclosure, Each, Gap, Show, VirtualList, use_toasts},
};

/// More entries that are not chosen would be a list to manage; each can be chosen on its own page too.
const ENTRIES: usize = 20;

/// Goals, the active ones first, each with what can come along.
#[component]
pub(super) fn ChooseGoals(with: RecordId) -> impl IntoView {
    let goals = use_notebook().memo(|notebook: &Notebook| {
        let mut goals: Vec<_> = notebook.goals().collect();
        let place = |status| GoalStatus::ALL.iter().position(|one| *one == status);
        sort_by(&mut goals, |a, b| {
            let by_place = place(a.status()).cmp(&place(b.status()));
            by_place.then_with(|| intl::order(a.title(), b.title())).then(a.id().cmp(&b.id()))
        });
        goals.into_iter().map(|goal| (goal.id(), goal.title().to_owned())).collect::<Vec<_>>()
    });
    view! {
        <Card title=t(goals::PageGoals)>
            <Show when=move || goals.with(Vec::is_empty)>
                <p class="quiet">{t(mentoring::NoGoalsYet)}</p>
            </Show>
            <VirtualList
                label=t(goals::PageGoals)
                items=goals
                key=|(id, _)| id.uuid().as_u128()
                estimate=|_| 64.0
                gap=Gap::Medium
                row=move |(id, title)| view! { <GoalChoice with id title /> }.into_any()
            />
        </Card>
    }
}

#[component]
fn GoalChoice(with: RecordId, id: RecordId, title: String) -> impl IntoView {
    let shared = is_shared(with, id);
    view! {
        <div>
            <Chosen with id label=title.clone() hint=since_last(id) />
            <Show when=move || shared.get()>
                <div class="choice-parts" role="group" aria-label=tf(mentoring::PartsOf, &[("title", &title)])>
                    <p class="field-hint">{t(mentoring::GoesWithGoal)}</p>
                    <Part with id set=WITH_STEPS label=mentoring::PartSteps />
                    <SingleSteps with goal=id />
                    <Part with id set=WITH_RATINGS label=mentoring::PartRatings />
                    <Part with id set=WITH_PLAN label=mentoring::PartPlan />
                </div>
            </Show>
        </div>
    }
}

/// Steps that are left out one by one.
#[component]
fn SingleSteps(with: RecordId, goal: RecordId) -> impl IntoView {
    let steps = use_notebook().memo(move |notebook| {
        let is_with = notebook.relationship(with).is_some_and(|one| one.has(WITH_STEPS, goal));
        let steps = notebook.steps(goal).into_iter().filter(|_| is_with);
        steps.map(|step| (step.id(), step.text().to_owned())).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || !steps.with(Vec::is_empty)>
            <Disclosure label=t(mentoring::SingleSteps)>
                <VirtualList
                    label=t(mentoring::SingleSteps)
                    items=steps
                    key=|(id, _)| id.uuid().as_u128()
                    estimate=|_| 48.0
                    row=move |(id, text)| view! { <SetBox with id set=WITHOUT label=text inverted=true /> }.into_any()
                />
            </Disclosure>
        </Show>
    }
}

/// Entries: those that are chosen, and the latest others.
#[component]
pub(super) fn ChooseEntries(with: RecordId) -> impl IntoView {
    // Worked out once: a list that moved while it is ticked would put another entry under the finger.
    let entries = StoredValue::new(use_notebook().with_untracked(|notebook| entries_for(notebook, with)));
    view! {
        <Card title=t(mentoring::Entries)>
            <Show when=move || entries.with_value(Vec::is_empty)>
                <p class="quiet">{t(mentoring::NoEntriesYet)}</p>
            </Show>
            <ul class="stack">
                <Each each=move || entries.get_value() key=Clone::clone let:entry>
                    <EntryChoice with id=entry.0 heading=entry.1 />
                </Each>
            </ul>
            <Show when=move || entries.with_value(|all| all.len() >= ENTRIES)>
                <p class="field-hint">{t(mentoring::OlderEntries)}</p>
            </Show>
        </Card>
    }
}

/// The chosen ones and the latest others, by their days.
fn entries_for(notebook: &Notebook, with: RecordId) -> Vec<(RecordId, String)> {
    let relationship = notebook.relationship(with);
    let is_chosen = |id| relationship.as_ref().is_some_and(|with| with.shares(id));
    let all = notebook.entries_newest_first().into_iter().enumerate();
    let shown = all.filter(|(place, one)| *place < ENTRIES || is_chosen(one.id()));
    shown.map(|(_, one)| (one.id(), heading(&one))).collect()
}

/// Its day, and its title or how it begins.
fn heading(entry: &entry::Entry) -> String {
    let day = entry.date().map(intl::day_short_with_year).unwrap_or_default();
    let title = entry.title();
    let words = if title.is_empty() { entry.texts().next().unwrap_or_default() } else { title };
    let words = words::beginning(words);
    tf(mentoring::EntryOf, &[("day", &day), ("words", &words)])
}

#[component]
fn EntryChoice(with: RecordId, id: RecordId, heading: String) -> impl IntoView {
    let shared = is_shared(with, id);
    view! {
        <li>
            <Chosen with id label=heading.clone() hint=since_last(id) />
            <Show when=move || shared.get()>
                <div class="choice-parts" role="group" aria-label=tf(mentoring::PartsOf, &[("title", &heading)])>
                    <Part with id set=WITH_TAGS label=mentoring::PartTags />
                    <Part with id set=WITH_CHECKS label=mentoring::PartChecks />
                </div>
            </Show>
        </li>
    }
}

/// Whatever else can be chosen by its title, kind by kind. Nothing of a kind while there is none.
#[component]
pub(super) fn ChooseOthers(with: RecordId) -> impl IntoView {
    let offered =
        Kind::ALL.into_iter().map(Kind::name).filter_map(|kind| Some((kind, kinds::words(kind).offered?)));
    let choices = |(kind, title)| {
        let all = use_notebook().memo(move |notebook: &Notebook| by_title(notebook, kind));
        view! { <Choices with title all /> }
    };
    offered.map(choices).collect_view()
}

fn by_title(notebook: &Notebook, kind: &'static str) -> Vec<(RecordId, String)> {
    let mut all: Vec<_> = notebook.of_kind(kind).map(|one| (one.id(), title(one).to_owned())).collect();
    sort_by_key(&mut all, |(id, title)| (title.to_lowercase(), *id));
    all
}

/// Feedback, questions, suggestions, ratings and responses that were written for this person.
#[component]
pub(super) fn ChooseWords(with: RecordId) -> impl IntoView {
    let all = use_notebook().memo(move |notebook| {
        let between = notebook.parts_of(with).filter(|record| record.is_live());
        between.filter_map(|record| Some((record.id(), summary(record)?))).collect::<Vec<_>>()
    });
    view! { <Choices with title=mentoring::WrittenForThem all /> }
}

#[component]
fn Choices(with: RecordId, title: Text, all: Memo<Vec<(RecordId, String)>>) -> impl IntoView {
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <Card title=t(title)>
                <VirtualList
                    label=t(title)
                    items=all
                    key=|(id, _)| id.uuid().as_u128()
                    estimate=|_| 64.0
                    gap=Gap::Small
                    row=move |(id, label)| view! { <Chosen with id label hint=since_last(id) /> }.into_any()
                />
            </Card>
        </Show>
    }
}

/// What a word for someone is and how it begins.
fn summary(record: &Arc<Record>) -> Option<String> {
    let about = record.text(feedback::ABOUT_TITLE);
    let (kind, text) = match record.kind() {
        feedback::KIND => {
            let nature = feedback::Feedback(Arc::clone(record)).nature();
            (t(words::nature(nature)), record.text(feedback::TEXT).to_owned())
        }
        suggestion::KIND => {
            let what = suggestion::Suggestion(Arc::clone(record)).what();
            (t(words::suggested(what)), record.text(suggestion::TEXT).to_owned())
        }
        rating::KIND => (t(mentoring::YourView), about.to_owned()),
        response::KIND => {
            let response = response::Response(Arc::clone(record));
            let says = response.says_something().then(|| about.to_owned())?;
            (t(words::response(response.status())), says)
        }
        _ => return None,
    };
    let text = words::beginning(&text);
    Some(tf(mentoring::KindAndWords, &[("kind", kind), ("words", &text)]))
}

fn is_shared(with: RecordId, id: RecordId) -> Memo<bool> {
    use_notebook().memo(move |notebook| notebook.relationship(with).is_some_and(|one| one.shares(id)))
}

/// Whether it was sent before, and whether it is different now.
fn since_last(id: RecordId) -> Signal<String> {
    let next = NextFile::here();
    Signal::derive(move || {
        t(match next.since_sent(id) {
            None => mentoring::NeverShared,
            Some(Since::Same) => mentoring::SharedSame,
            Some(Since::Changed) => mentoring::SharedChanged,
            Some(Since::NotShared) => mentoring::SharedBefore,
        })
        .to_owned()
    })
}

/// One part that can come along.
#[component]
fn Part(with: RecordId, id: RecordId, set: SetField, label: Text) -> impl IntoView {
    view! { <SetBox with id set label=t(label) /> }
}

/// A member of a set of the relationship, as a box; ticked while it is not in it if `inverted`.
#[component]
fn SetBox(
    with: RecordId,
    id: RecordId,
    set: SetField,
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] inverted: bool,
) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let on = store
        .memo(move |notebook| notebook.relationship(with).is_some_and(|one| one.has(set, id)) != inverted);
    let mark = move |on: bool| {
        let change = Change::Mark { id: with, set, member: id.to_string(), on: on != inverted };
        if let Err(error) = store.apply(change) {
            toasts.show(refusal(error));
        }
    };
    view! { <Checkbox label checked=on on_change=mark /> }
}
