//! The end of the trail: type, press Enter, go on typing.

use leptos::{html, prelude::*};
use waymark_domain::{Change, ChangeError};

use super::{trail_desk::TrailDesk, words};
use crate::{
    browser::focus,
    text::{goals, t},
    widgets::{Button, TextField},
};

/// Adds a step and keeps the focus where the next one is typed.
#[component]
pub(super) fn AddStep() -> impl IntoView {
    let desk = TrailDesk::here();
    let text = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<ChangeError>);
    let input = NodeRef::<html::Input>::new();
    let add = move || {
        match desk.store.apply(Change::AddStep { goal: desk.goal, text: text.get_untracked() }) {
            Ok(_) => {
                text.set(String::new());
                desk.say_added();
            }
            Err(error) => refused.set(Some(error)),
        }
        focus::give(input);
    };
    // What was typed is not lost by leaving the page.
    on_cleanup(move || {
        let left = text.try_get_untracked().filter(|text| !text.trim().is_empty());
        if let Some(text) = left {
            desk.store.apply(Change::AddStep { goal: desk.goal, text }).map(drop).unwrap_or_default();
        }
    });
    view! {
        <li
            class="trail-step trail-add no-print"
            data-state="todo"
            on:focusout=move |_| refused.set(None)
        >
            <span class="trail-mark" aria-hidden="true"></span>
            <div class="add-step">
                <TextField
                    label=t(goals::Step)
                    placeholder=t(goals::StepPlaceholder)
                    value=text
                    on_input=move |typed| {
                        text.set(typed);
                        refused.set(None);
                    }
                    on_enter=move |_| add()
                    error=Signal::derive(move || refused.get().map(words::refused_new))
                    node_ref=input
                />
                <Button label=t(goals::AddStep) on_click=move |_| add() />
            </div>
        </li>
    }
}
