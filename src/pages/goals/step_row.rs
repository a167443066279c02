//! One step on the trail: its marker to tick, its text to change in place, and more behind a button.

use leptos::{ev::KeyboardEvent, prelude::*};
use waymark_domain::{id::RecordId, step};

use super::{
    one_line::stay_on_one_line,
    step_buttons::{Handle, Marker, More},
    step_note::StepNote,
    step_tools::StepTools,
    trail_desk::TrailDesk,
    words,
};
use crate::{
    pages::shared::draft_field::DraftText,
    signal::Signal,
    text::{goals, tf},
    widgets::{Show, Writing},
};

/// A row of the trail. Alt with an arrow moves it from wherever the focus is in it.
#[component]
pub(super) fn StepRow(id: RecordId) -> impl IntoView {
    let desk = TrailDesk::here();
    let place = move || (desk.place(id) + 1).to_string();
    let move_by_key = move |event: KeyboardEvent| {
        if let Some(by) = places_moved(&event) {
            event.prevent_default();
            desk.move_by(id, by);
        }
    };
    view! {
        <div
            class="trail-step goal-step"
            data-step=id.to_string()
            data-state=move || words::state(desk.mark(id))
            data-dragged=move || desk.dragging.carries(desk.place(id)).then_some("")
            style:translate=move || desk.dragging.offset(desk.place(id))
            on:keydown=move_by_key
        >
            <Marker id />
            <div class="stack stack-tight">
                <div class="step-text trail-words" on:keydown=move |event| stay_on_one_line(&event)>
                    <DraftText
                        id
                        field=step::TEXT
                        label=Signal::derive(move || tf(goals::StepText, &[("place", &place())]))
                        hide_label=true
                        writing=Writing::Page
                    />
                </div>
                <StepNote id />
            </div>
            <div class="step-ends no-print">
                <More id />
                <Handle id />
            </div>
            <Show when=move || desk.is_open(id)>
                <StepTools id />
            </Show>
        </div>
    }
}

/// Alt with an arrow: one place up or down.
fn places_moved(event: &KeyboardEvent) -> Option<isize> {
    match event.key().as_str() {
        "ArrowUp" if event.alt_key() => Some(-1),
        "ArrowDown" if event.alt_key() => Some(1),
        _ => None,
    }
}
