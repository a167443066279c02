//! One goal in the list: its name, how far along its trail it is, how close it feels.

use leptos::prelude::*;
use waymark_domain::{Notebook, by_id::ById, goal::Goal, id::RecordId, progress::TrailMark};

use super::words;
use crate::{
    browser::intl,
    memo::Memo,
    route::Route,
    state::notebook_store::{NotebookStore, use_notebook},
    text::{goals, tf},
};

/// A longer trail says its numbers only: more markers than this do not fit a phone.
const MARKERS: usize = 10;

/// How far along every goal is: worked out once for all rows.
#[derive(Clone, Copy)]
pub(super) struct Progress {
    trails: Memo<ById<Vec<TrailMark>>>,
    ratings: Memo<ById<u8>>,
}

impl Progress {
    pub(super) fn new(store: NotebookStore) -> Self {
        Self { trails: store.memo(Notebook::all_trails), ratings: store.memo(Notebook::latest_ratings) }
    }
}

/// A row that leads to the goal's page.
#[component]
pub(super) fn GoalRow(id: RecordId, progress: Progress) -> impl IntoView {
    let store = use_notebook();
    let goal = store.memo(move |notebook| notebook.goal(id));
    let title = move || goal.with(|goal| goal.as_ref().map(|goal| goal.title().to_owned()));
    view! {
        <article class="card goal-row">
            <h3 class="goal-name" dir="auto">
                <a href=Route::Goal(id.uuid()).href()>{title}</a>
            </h3>
            <p class="goal-facts">{move || facts(store, goal.get())}</p>
            <div class="row row-tight goal-progress">
                <MiniTrail id progress />
                <LatestRating id progress />
            </div>
        </article>
    }
}

/// Area and target date.
fn facts(store: NotebookStore, goal: Option<Goal>) -> Option<impl IntoView> {
    let goal = goal?;
    let area = Some(goal.area().to_owned()).filter(|area| !area.is_empty());
    let target = words::target(&goal, store.today());
    let between = (area.is_some() && target.is_some()).then_some(" · ");
    Some(view! { <bdi>{area}</bdi>{between}{target} })
}

/// The steps as markers in one line, and in words.
#[component]
fn MiniTrail(id: RecordId, progress: Progress) -> impl IntoView {
    let marks =
        Memo::new(move |_| progress.trails.with(|trails| trails.get(id).cloned().unwrap_or_default()));
    let done = move || words::steps_done(marks.with(|marks| marks.iter().copied().collect()));
    view! {
        {move || marks.with(|marks| (1..=MARKERS).contains(&marks.len()).then(|| markers(marks)))}
        <span>{done}</span>
    }
}

/// The words beside them say the same.
fn markers(marks: &[TrailMark]) -> impl IntoView + use<> {
    let marker = |mark: &TrailMark| view! { <i data-state=words::state(*mark)></i> };
    view! { <span class="trail-mini" aria-hidden="true">{marks.iter().map(marker).collect_view()}</span> }
}

#[component]
fn LatestRating(id: RecordId, progress: Progress) -> impl IntoView {
    let value = Memo::new(move |_| progress.ratings.with(|ratings| ratings.get(id).copied()));
    move || {
        let value = intl::number(usize::from(value.get()?));
        Some(view! { <span class="push">{tf(goals::AtOfTen, &[("value", &value)])}</span> })
    }
}
