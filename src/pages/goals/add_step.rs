//! The end of the trail: type, press Enter, go on typing.

use super::{trail_desk::TrailDesk, words};
use crate::{
    browser::focus,
    signal::Signal,
    state::new_step::NewStep,
    text::{goals, t},
    widgets::{Button, TextField},
};
use leptos::{html, prelude::*};

/// Adds a step and keeps the focus where the next one is typed.
#[component]
pub(super) fn AddStep() -> impl IntoView {
    let desk = TrailDesk::here();
    let step = NewStep::new(desk.store, desk.goal);
    let refused = RwSignal::new(step.why_kept());
    let input = NodeRef::<html::Input>::new();
    let add = move || {
        match step.add() {
            Ok(()) => desk.say_added(),
            Err(error) => refused.set(Some(error)),
        }
        focus::give(input);
    };
    view! {
        <div
            class="trail-step trail-add no-print"
            data-state="todo"
            on:focusout=move |_| {
                // Also when the field goes with its page.
                refused.try_set(step.why_kept());
            }
        >
            <span class="trail-mark" aria-hidden="true"></span>
            <div class="add-step">
                <TextField
                    label=t(goals::Step)
                    placeholder=t(goals::StepPlaceholder)
                    value=Signal::derive(move || step.text())
                    on_input=move |typed| {
                        step.typed(typed);
                        refused.set(None);
                    }
                    on_enter=move |_| add()
                    error=Signal::derive(move || refused.get().map(words::refused_new))
                    node_ref=input
                />
                <Button label=t(goals::AddStep) on_click=move |_| add() />
            </div>
        </div>
    }
}
