//! What comes next in all goals, ready to be ticked.

use leptos::prelude::*;
use waymark_domain::{
    Change,
    progress::NextStep,
    step::{Step, StepStatus},
};

use crate::{
    browser::clock,
    memo::Memo,
    pages::shared::due::due_label,
    route::Route,
    state::notebook_store::{NotebookStore, use_notebook},
    text::{t, tf, tn, today},
    widgets::{Each, LinkButton, Show, use_announcer},
};

/// More would be a list to manage, and there is a page for that.
const SHOWN: usize = 5;

/// The next steps of all active goals: overdue ones first, then by day, then the first open one of each goal.
#[component]
pub(super) fn NextSteps() -> impl IntoView {
    let store = use_notebook();
    let steps = Memo::new(move |_| {
        let today = store.today();
        store.with(|notebook| notebook.next_steps(today).into_iter().take(SHOWN).collect::<Vec<_>>())
    });
    view! {
        <section class="stack" aria-labelledby="next-steps">
            <h2 id="next-steps">{t(today::NextSteps)}</h2>
            <Show when=move || steps.with(Vec::is_empty)>
                <div class="card">
                    <p class="quiet">{t(today::NoNextSteps)}</p>
                    <div class="row">
                        <LinkButton label=t(today::SetAGoal) href=Route::Goals.href() />
                    </div>
                </div>
            </Show>
            <Show when=move || !steps.with(Vec::is_empty)>
                <div class="card">
                    <ul class="trail">
                        <Each
                            each=move || steps.get()
                            key=|next| (next.step.id(), next.step.0.edited_at(), next.goal.0.edited_at())
                            let:next
                        >
                            <NextStepRow next />
                        </Each>
                    </ul>
                </div>
            </Show>
        </section>
    }
}

#[component]
fn NextStepRow(next: NextStep) -> impl IntoView {
    let store = use_notebook();
    let announcer = use_announcer();
    let NextStep { step, goal, .. } = next;
    let text = step.text().to_owned();
    let (id, label) = (step.id(), tf(today::MarkDone, &[("step", &text)]));
    let done = move |_| {
        let change = Change::SetStepStatus { id, status: StepStatus::Done };
        if store.apply(change).is_ok() {
            announcer.say(tf(today::StepDone, &[("step", &text)]));
        }
    };
    view! {
        <li class="trail-step">
            <button type="button" class="trail-mark" aria-label=label on:click=done></button>
            <div class="trail-words">
                <p dir="auto">{step.text().to_owned()}</p>
                <small>
                    <a href=Route::Goal(goal.id().uuid()).href()>
                        <bdi>{goal.title().to_owned()}</bdi>
                    </a>
                    {move || note(store, &step).map(|note| format!(" · {note}"))}
                </small>
            </div>
        </li>
    }
}

/// When it is due, or how long it has rested.
fn note(store: NotebookStore, step: &Step) -> Option<String> {
    let due = step.due().map(|due| due_label(due, store.today()));
    let id = step.id();
    let rested = || {
        let resting = store.with(|notebook| notebook.resting_steps(clock::now()));
        resting.into_iter().find(|resting| resting.step.id() == id).map(|resting| resting.weeks)
    };
    due.or_else(|| rested().map(|weeks| tn(today::Untouched, usize::try_from(weeks).unwrap_or(usize::MAX))))
}
