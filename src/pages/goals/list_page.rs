//! The page “Goals”: what is being worked on first, then the rest by where it stands.

use leptos::prelude::*;
use waymark_domain::{
    goal::{Goal, GoalStatus},
    progress::GoalGroup,
};

use super::{
    goal_row::{GoalRow, Progress},
    new_goal::{NewGoalButton, NewGoalForm},
    words,
};
use crate::{
    memo::Memo,
    pages::shared::example_notice::ExampleNotice,
    signal::Signal,
    state::notebook_store::use_notebook,
    text::{goals, t},
    widgets::{Each, EmptyState, Gap, Section, SelectField, Show, VirtualList},
};

/// All goals.
#[component]
pub fn GoalsPage() -> impl IntoView {
    let store = use_notebook();
    let areas = store.memo(waymark_domain::Notebook::areas);
    let chosen = RwSignal::new(None::<String>);
    // An area that was emptied meanwhile filters nothing.
    let area = Memo::new(move |_| chosen.get().filter(|area| areas.with(|areas| areas.contains(area))));
    let groups = Memo::new(move |_| store.with(|notebook| notebook.goals_by_status(area.get().as_deref())));
    let progress = Progress::new(store);
    let nothing = move || groups.with(Vec::is_empty);
    let adding = RwSignal::new(false);
    view! {
        <div class="row goals-head">
            <h1 tabindex="-1">{t(goals::PageGoals)}</h1>
            <Show when=move || !nothing() || area.get().is_some()>
                <div class="push"><NewGoalButton adding /></div>
            </Show>
        </div>
        <ExampleNotice />
        <Show when=move || adding.get()>
            <NewGoalForm adding />
        </Show>
        <Show when=move || areas.with(|areas| areas.len() > 1)>
            <AreaFilter areas area chosen />
        </Show>
        <Show when=nothing>
            <NoGoals area adding />
        </Show>
        <Each each=move || groups.get() key=|group| group.status let:group>
            <Group status=group.status groups progress />
        </Each>
    }
}

/// Says what belongs here, with the button to begin.
#[component]
fn NoGoals(area: Memo<Option<String>>, adding: RwSignal<bool>) -> impl IntoView {
    move || match area.get() {
        Some(_) => view! { <p>{t(goals::NoGoalsInArea)}</p> }.into_any(),
        None if adding.get() => ().into_any(),
        None => {
            view! { <EmptyState sentence=t(goals::NoGoals)><NewGoalButton adding /></EmptyState> }.into_any()
        }
    }
}

#[component]
fn AreaFilter(
    areas: Memo<Vec<String>>,
    area: Memo<Option<String>>,
    chosen: RwSignal<Option<String>>,
) -> impl IntoView {
    let options = Signal::derive(move || {
        let all = (None, t(goals::AllAreas).to_owned());
        let each = areas.get().into_iter().map(|area| (Some(area.clone()), area));
        [all].into_iter().chain(each).collect::<Vec<_>>()
    });
    view! {
        <div class="goals-filter">
            <SelectField label=t(goals::AreaFilter) value=area options on_change=move |area| chosen.set(area) />
        </div>
    }
}

#[component]
fn Group(status: GoalStatus, groups: Memo<Vec<GoalGroup>>, progress: Progress) -> impl IntoView {
    let ids = Memo::new(move |_| {
        groups.with(|groups| {
            let found = groups.iter().find(|group| group.status == status);
            found.map(|group| group.goals.iter().map(Goal::id).collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    view! {
        <Section title=words::status(status)>
            <VirtualList
                label=words::status(status)
                items=ids
                key=|id| id.uuid().as_u128()
                estimate=|_| 128.0
                gap=Gap::Medium
                row=move |id| view! { <GoalRow id progress /> }.into_any()
                remember_as=status.word()
            />
        </Section>
    }
}
