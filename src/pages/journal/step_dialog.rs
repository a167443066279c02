//! A reflection becomes a step: some of its words go into a goal's plan.

use leptos::prelude::*;
use waymark_domain::{Change, ChangeError, entry::Entry, id::RecordId, journal::step_text};

use super::{goal_links::active_goals, writing::LastWritten};
use crate::{
    browser::dom,
    memo::Memo,
    pages::shared::refusal::refusal,
    route::Route,
    signal::Signal,
    state::notebook_store::{NotebookStore, use_notebook},
    text::{journal, shell, t, tf},
    widgets::{Button, Dialog, Icon, LinkButton, SelectField, TextField, Toasts, Tone, use_toasts},
};

/// The step in the making.
#[derive(Clone, Copy)]
struct Making {
    store: NotebookStore,
    toasts: Toasts,
    open: RwSignal<bool>,
    words: RwSignal<String>,
    goal: RwSignal<Option<RecordId>>,
    goals: Memo<Vec<(RecordId, String)>>,
    refused: RwSignal<Option<ChangeError>>,
}

/// The button and its dialog.
#[component]
pub(super) fn TurnIntoStep(id: RecordId, last: LastWritten) -> impl IntoView {
    let store = use_notebook();
    let making = Making {
        store,
        toasts: use_toasts(),
        open: RwSignal::new(false),
        words: RwSignal::new(String::new()),
        goal: RwSignal::new(None),
        goals: store.memo(active_goals),
        refused: RwSignal::new(None),
    };
    view! {
        <Button label=t(journal::TurnIntoStep) on_click=move |_| making.begin(id, last) icon=Icon::Goals />
        <Dialog
            open=making.open
            on_close=move |()| making.open.set(false)
            title=t(journal::TurnIntoStep)
            close_label=t(shell::Close)
            actions=move || view! { <Actions making /> }
        >
            {move || {
                if making.goals.with(Vec::is_empty) {
                    view! { <p>{t(journal::NoGoalYet)}</p> }.into_any()
                } else {
                    view! { <Fields making /> }.into_any()
                }
            }}
        </Dialog>
    }
}

#[component]
fn Fields(making: Making) -> impl IntoView {
    let options = Signal::derive(move || {
        making.goals.get().into_iter().map(|(id, title)| (Some(id), title)).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || making.goal.get());
    view! {
        <p class="quiet">{t(journal::TurnIntoStepHow)}</p>
        <TextField
            label=t(journal::Step)
            value=making.words
            on_input=move |words| making.words.set(words)
            on_enter=move |_| making.add()
            error=Signal::derive(move || making.refused.get().map(refusal))
        />
        <SelectField label=t(journal::StepGoal) value options on_change=move |goal| making.goal.set(goal) />
    }
}

#[component]
fn Actions(making: Making) -> impl IntoView {
    let cancel = move |_| making.open.set(false);
    view! {
        <Button label=t(journal::Cancel) on_click=cancel tone=Tone::Plain />
        {move || {
            if making.goals.with(Vec::is_empty) {
                let href = Route::Goals.href();
                view! { <LinkButton label=t(journal::GoToGoals) href tone=Tone::Primary /> }.into_any()
            } else {
                view! { <Button label=t(journal::AddStep) on_click=move |_| making.add() tone=Tone::Primary /> }
                    .into_any()
            }
        }}
    }
}

impl Making {
    /// Takes the words from where the person wrote last, and a goal the entry is about.
    fn begin(self, id: RecordId, last: LastWritten) {
        self.store.pending().flush_all();
        let entry = self.store.with_untracked(|notebook| notebook.entry(id));
        let Some(entry) = entry else { return };
        let words = match last.area() {
            Some(area) => step_text(&area.value(), &dom::selected_text(&area)),
            None => step_text(&whole_text(&entry), ""),
        };
        self.words.set(words);
        self.goal.set(self.likely_goal(&entry));
        self.refused.set(None);
        self.open.set(true);
    }

    fn likely_goal(self, entry: &Entry) -> Option<RecordId> {
        self.goals.with_untracked(|goals| {
            let linked = entry.goals().find(|linked| goals.iter().any(|(goal, _)| goal == linked));
            linked.or_else(|| goals.first().map(|(goal, _)| *goal))
        })
    }

    /// Adds the step. One that is refused stays in the dialog, with the reason.
    fn add(self) {
        let Some(goal) = self.goal.get_untracked() else { return };
        match self.store.apply(Change::AddStep { goal, text: self.words.get_untracked() }) {
            Err(error) => self.refused.set(Some(error)),
            Ok(touched) => {
                self.open.set(false);
                self.say_added(goal, touched.created);
            }
        }
    }

    fn say_added(self, goal: RecordId, step: Option<RecordId>) {
        let store = self.store;
        let title = store.with_untracked(|notebook| notebook.goal(goal).map(|goal| goal.title().to_owned()));
        let said = tf(journal::StepAdded, &[("goal", &title.unwrap_or_default())]);
        self.toasts.offer(said, t(shell::Undo), move || {
            // A step that is gone already needs no taking back.
            store.apply(Change::Delete(step.into_iter().collect())).map(drop).unwrap_or_default();
        });
    }
}

fn whole_text(entry: &Entry) -> String {
    entry.texts().collect::<Vec<_>>().join("\n")
}
