//! The goals an entry is linked to, and a list to choose more from.

use leptos::prelude::*;
use waymark_domain::sorting::sort_by;
use waymark_domain::{Change, Notebook, entry, goal::GoalStatus, id::RecordId};

use crate::{
    browser::{focus, intl},
    memo::Memo,
    pages::shared::refusal::refusal,
    route::Route,
    signal::Signal,
    state::notebook_store::use_notebook,
    text::{journal, t, tf},
    widgets::{Button, Chip, ChipList, Each, SelectField, use_toasts},
};

type Titled = (RecordId, String);

/// Chips that lead to the goals, and the picker. Nothing at all while there are no goals.
#[component]
pub(super) fn GoalLinks(id: RecordId) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let linked = store.memo(move |notebook| linked(notebook, id));
    let open = store.memo(active_goals);
    let mark = Callback::new(move |(goal, on): (RecordId, bool)| {
        let change = Change::Mark { id, set: entry::GOALS, member: goal.to_string(), on };
        if let Err(error) = store.apply(change) {
            toasts.show(refusal(error));
        }
    });
    let left = Memo::new(move |_| {
        let linked = linked.get();
        open.get().into_iter().filter(|goal| !linked.contains(goal)).collect::<Vec<_>>()
    });
    let some = move || linked.with(|all| !all.is_empty()).then(|| view! { <Linked linked mark /> });
    let more = move || left.with(|all| !all.is_empty()).then(|| view! { <Picker left mark /> });
    view! {
        <div class="goal-links">{some} {more}</div>
    }
}

#[component]
fn Linked(linked: Memo<Vec<Titled>>, mark: Callback<(RecordId, bool)>) -> impl IntoView {
    let chip = move |(goal, title): Titled| {
        let name = tf(journal::UnlinkGoal, &[("goal", &title)]);
        let href = Route::Goal(goal.uuid()).href();
        view! { <li><Chip label=title href on_remove=move |()| mark.run((goal, false)) remove_label=name /></li> }
    };
    view! {
        <span class="field-label" aria-hidden="true">{t(journal::LinkedGoals)}</span>
        <ChipList label=t(journal::LinkedGoals)>
            <Each each=move || linked.get() key=Clone::clone children=chip />
        </ChipList>
    }
}

/// Choosing alone links nothing: arrow keys choose as they pass. The button does; the list then shows the others.
#[component]
fn Picker(left: Memo<Vec<Titled>>, mark: Callback<(RecordId, bool)>) -> impl IntoView {
    let chosen = RwSignal::new(None::<RecordId>);
    let missing = RwSignal::new(false);
    let options = Signal::derive(move || {
        let goals = left.get().into_iter().map(|(id, title)| (Some(id), title));
        [(None, t(journal::ChooseGoal).to_owned())].into_iter().chain(goals).collect::<Vec<_>>()
    });
    let choose = move |goal: Option<RecordId>| {
        chosen.set(goal);
        missing.set(false);
    };
    let link = move |_| {
        let goal = chosen.get_untracked();
        missing.set(goal.is_none());
        if let Some(goal) = goal {
            chosen.set(None);
            mark.run((goal, true));
            focus_the_last_link(left);
        }
    };
    let error = Signal::derive(move || missing.get().then(|| t(journal::ChooseGoalFirst).to_owned()));
    view! {
        <SelectField label=t(journal::LinkGoal) value=chosen options on_change=choose error />
        <div class="row">
            <Button label=t(journal::Link) on_click=link />
        </div>
    }
}

/// The button that was pressed goes when no goal is left to link.
fn focus_the_last_link(left: Memo<Vec<Titled>>) {
    if left.with_untracked(Vec::is_empty) {
        focus::soon(".goal-links li:last-child a");
    }
}

fn linked(notebook: &Notebook, id: RecordId) -> Vec<Titled> {
    let goals = notebook.entry(id).map(|entry| entry.goals().collect::<Vec<_>>()).unwrap_or_default();
    let titled = |goal| notebook.goal(goal).map(|goal| (goal.id(), goal.title().to_owned()));
    goals.into_iter().filter_map(titled).collect()
}

/// The goals that are being worked on, by title.
pub(super) fn active_goals(notebook: &Notebook) -> Vec<Titled> {
    let active = notebook.goals().filter(|goal| goal.status() == GoalStatus::Active);
    let mut goals: Vec<_> = active.map(|goal| (goal.id(), goal.title().to_owned())).collect();
    sort_by(&mut goals, |a, b| intl::order(&a.1, &b.1).then(a.0.cmp(&b.0)));
    goals
}
