//! Someone's goals, as trails: read-only, in their words.

use leptos::prelude::*;
use waymark_domain::{
    goal,
    mentoring::{
        About, Copied,
        share::{SharedGoal, SharedPlan, SharedRating, SharedStep},
    },
    progress::RatingPoint,
    step::StepStatus,
};

use super::{
    super::{
        answer::{Answer, answer_to},
        copied::{self, RemoveCopy, StandingChip, remove_copy},
    },
    Said, Shown,
};
use crate::{
    browser::intl,
    memo::Memo,
    pages::goals::{profile::Profile, words},
    signal::Signal,
    state::notebook_store::use_notebook,
    text::{goals as texts, mentoring, t, tf},
    widgets::{Chip, Gap, Icon, IconView, Section, Show, VirtualList},
};

/// All goals that were shared.
#[component]
pub(super) fn TheirGoals(goals: Memo<Vec<Copied<SharedGoal>>>, shown: Shown) -> impl IntoView {
    view! {
        <Show when=move || !goals.with(Vec::is_empty)>
            <Section title=t(texts::PageGoals)>
                <VirtualList
                    label=t(texts::PageGoals)
                    items=goals
                    key=copied::key
                    estimate=|copy| 220.0 + 48.0 * f64::from(u16::try_from(copy.item.steps.len()).unwrap_or(u16::MAX))
                    gap=Gap::Medium
                    row=move |copy| view! { <TheirGoal copy shown /> }.into_any()
                />
            </Section>
        </Show>
    }
}

#[component]
fn TheirGoal(copy: Copied<SharedGoal>, shown: Shown) -> impl IntoView {
    let SharedGoal { id, title, status, why, criterion, area, target, plan, steps, ratings, .. } = copy.item;
    let about = About::new(goal::KIND, id, &title);
    let answer = shown.received().map(|with| {
        view! { <Answer with about=Some(about) label=answer_to(&title) /> }
    });
    let remove = shown.received().map(|with| view! { <RemoveCopy with id label=remove_copy(&title) /> });
    let by = target.map(|day| {
        let store = use_notebook();
        view! { <Chip label=Signal::derive(move || tf(texts::By, &[("day", &intl::day_near(day, store.today()))])) /> }
    });
    view! {
        <article class="card their-goal">
            <div class="heading copy-head">
                <h3 dir="auto">{title.clone()}</h3>
                <div class="heading-actions">{remove}</div>
            </div>
            <div class="row row-tight">
                <Chip label=words::status(status) />
                {(!area.is_empty()).then(|| view! { <Chip label=area /> })}
                {by}
                <StandingChip standing=copy.standing />
            </div>
            <Said label=t(texts::Why) words=why />
            <Said label=t(texts::Criterion) words=criterion />
            {plan.map(|plan| view! { <Plan plan /> })}
            <Steps steps />
            <SelfChecks ratings />
            {answer}
        </article>
    }
}

#[component]
fn Plan(plan: SharedPlan) -> impl IntoView {
    view! {
        <Said label=t(texts::If) words=plan.obstacle />
        <Said label=t(texts::Then) words=plan.answer />
    }
}

#[component]
fn Steps(steps: Vec<SharedStep>) -> impl IntoView {
    let first_open = steps.iter().position(|step| step.status.is_open());
    let row = move |(place, step): (usize, SharedStep)| {
        view! { <TrailStep step is_next=first_open == Some(place) /> }
    };
    (!steps.is_empty()).then(|| {
        view! { <ol class="trail" aria-label=t(texts::Trail)>{steps.into_iter().enumerate().map(row).collect_view()}</ol> }
    })
}

#[component]
fn TrailStep(step: SharedStep, is_next: bool) -> impl IntoView {
    let state = match step.status {
        StepStatus::Done => "done",
        StepStatus::Skipped => "skipped",
        _ if is_next => "now",
        _ => "todo",
    };
    let store = use_notebook();
    let (status, due, done_on) = (step.status, step.due, step.done_on);
    let note = move || match (status, done_on, due) {
        (StepStatus::Done, Some(day), _) => {
            tf(texts::DoneOn, &[("day", &intl::day_near(day, store.today()))])
        }
        (StepStatus::Done, None, _) => t(texts::StepDone).to_owned(),
        (StepStatus::Skipped, ..) => t(texts::StepSkipped).to_owned(),
        (_, _, Some(day)) => tf(mentoring::DueOn, &[("day", &intl::day_near(day, store.today()))]),
        _ => t(mentoring::Open).to_owned(),
    };
    let tick = (step.status == StepStatus::Done).then(|| view! { <IconView icon=Icon::Check /> });
    view! {
        <li class="trail-step" data-state=state>
            <span class="trail-mark">{tick}</span>
            <div class="trail-words">
                <p dir="auto">{step.text}</p>
                <small>{note}</small>
            </div>
        </li>
    }
}

/// Drawn as elevation where there are some, and each in words.
#[component]
fn SelfChecks(ratings: Vec<SharedRating>) -> impl IntoView {
    let dated = ratings.iter().filter_map(|one| {
        Some(RatingPoint { id: one.id, on: one.on?, value: one.value, note: one.note.clone() })
    });
    let points: Vec<RatingPoint> = dated.collect();
    let picture = (!points.is_empty()).then(|| {
        let points = Memo::new(move |_| points.clone());
        view! { <Profile ratings=points /> }
    });
    let notes = ratings.into_iter().filter(|one| !one.note.is_empty()).map(|one| {
        let day = one.on.map(intl::day_short_with_year).unwrap_or_default();
        let value = intl::number(usize::from(one.value));
        view! { <li>{tf(texts::RatedOn, &[("value", &value), ("day", &day)])}": "<bdi>{one.note}</bdi></li> }
    });
    view! {
        {picture}
        <ul class="stack stack-tight quiet">{notes.collect_view()}</ul>
    }
}
