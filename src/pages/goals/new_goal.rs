//! A new goal, by its title alone.

use leptos::{ev::KeyboardEvent, html, prelude::*};
use waymark_domain::{Change, ChangeError};

use super::words;
use crate::{
    browser::focus,
    route::{Route, navigate},
    signal::Signal,
    state::notebook_store::use_notebook,
    text::{goals, t},
    widgets::{Button, Icon, TextField, Tone},
};

const BUTTON: &str = "#new-goal button";

/// Opens the form.
#[component]
pub(super) fn NewGoalButton(adding: RwSignal<bool>) -> impl IntoView {
    view! {
        <div id="new-goal">
            <Button
                label=t(goals::NewGoal)
                icon=Icon::Plus
                tone=Tone::Primary
                expanded=adding
                on_click=move |_| adding.update(|adding| *adding = !*adding)
            />
        </div>
    }
}

/// Asks for the title. Enter makes the goal and opens its page; Escape puts the form away.
#[component]
pub(super) fn NewGoalForm(adding: RwSignal<bool>) -> impl IntoView {
    let store = use_notebook();
    let title = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<ChangeError>);
    let input = NodeRef::<html::Input>::new();
    focus::on_arrival(input);
    let add = move || match store.apply(Change::AddGoal { title: title.get_untracked() }) {
        Ok(touched) => open_created(touched.created),
        Err(error) => {
            refused.set(Some(error));
            focus::give(input);
        }
    };
    let close = move || {
        adding.set(false);
        focus::soon(BUTTON);
    };
    view! {
        <div class="card new-goal" on:keydown=move |event| close_on_escape(&event, close)>
            <TextField
                label=t(goals::Title)
                hint=t(goals::TitleHint)
                value=title
                on_input=move |text| {
                    title.set(text);
                    refused.set(None);
                }
                on_enter=move |_| add()
                error=Signal::derive(move || refused.get().map(words::refused_new))
                node_ref=input
            />
            <div class="row row-tight">
                <Button label=t(goals::AddGoal) tone=Tone::Primary on_click=move |_| add() />
                <Button label=t(goals::Cancel) on_click=move |_| close() />
            </div>
        </div>
    }
}

fn open_created(created: Option<waymark_domain::id::RecordId>) {
    if let Some(id) = created {
        navigate(&Route::Goal(id.uuid()));
    }
}

/// Puts a form away where Escape is pressed in it.
pub(in crate::pages) fn close_on_escape(event: &KeyboardEvent, close: impl FnOnce()) {
    if event.key() == "Escape" {
        event.stop_propagation();
        close();
    }
}
