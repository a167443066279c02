//! One step on the trail: its marker to tick, its text to change in place, and more behind a button.

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};
use waymark_domain::{id::RecordId, progress::TrailMark, step};

use super::{
    one_line::stay_on_one_line, step_note::StepNote, step_tools::StepTools, trail_desk::TrailDesk, words,
};
use crate::{
    pages::shared::draft_field::DraftText,
    text::{goals, t, tf},
    widgets::{Icon, IconButton, IconView, Writing},
};

/// A row of the trail. Alt with an arrow moves it from wherever the focus is in it.
#[component]
pub(super) fn StepRow(id: RecordId) -> impl IntoView {
    let desk = TrailDesk::here();
    let place = move || (desk.place(id) + 1).to_string();
    view! {
        <li
            class="trail-step goal-step"
            data-step=id.to_string()
            data-state=move || words::state(desk.mark(id))
            data-dragged=move || desk.is_dragged(id).then_some("")
            style:translate=move || desk.offset(id)
            on:keydown=move |event| move_by_key(&event, desk, id)
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
                <Show when=move || desk.is_open(id)>
                    <StepTools id />
                </Show>
            </div>
            <div class="step-ends no-print">
                <More id />
                <Handle id />
            </div>
        </li>
    }
}

/// Ticks the step.
#[component]
fn Marker(id: RecordId) -> impl IntoView {
    let desk = TrailDesk::here();
    let picture = move || match desk.mark(id) {
        TrailMark::Done => Some(view! { <IconView icon=Icon::Check /> }),
        TrailMark::Skipped => Some(view! { <IconView icon=Icon::Skip /> }),
        TrailMark::Now | TrailMark::Ahead => None,
    };
    view! {
        <button
            type="button"
            class="trail-mark"
            aria-pressed=move || (desk.mark(id) == TrailMark::Done).to_string()
            aria-label=move || tf(goals::MarkDone, &[("step", &desk.text(id))])
            on:click=move |_| desk.tick(id)
        >
            {picture}
        </button>
    }
}

/// Unfolds what else can be done.
#[component]
fn More(id: RecordId) -> impl IntoView {
    let desk = TrailDesk::here();
    let label = move || {
        tf(goals::StepMore, &[("place", &(desk.place(id) + 1).to_string()), ("step", &desk.text(id))])
    };
    view! {
        <IconButton
            label=Signal::derive(label)
            icon=Icon::More
            expanded=Signal::derive(move || desk.is_open(id))
            on_click=move |_| desk.toggle_open(id)
        />
    }
}

/// Takes the step to another place, for fingers and pointers. The keyboard and the buttons do the same.
#[component]
fn Handle(id: RecordId) -> impl IntoView {
    let desk = TrailDesk::here();
    let begin = move |event: PointerEvent| {
        if event.is_primary() && event.button() == 0 {
            desk.begin_drag(id, &event);
        }
    };
    view! {
        <Show when=move || { desk.count() > 1 }>
            <span
                class="step-handle"
                aria-hidden="true"
                title=t(goals::DragStep)
                on:pointerdown=begin
                on:pointermove=move |event| desk.drag_on(&event)
                on:pointerup=move |_| desk.drop(id)
                on:pointercancel=move |_| desk.cancel_drag()
            >
                <IconView icon=Icon::Drag />
            </span>
        </Show>
    }
}

fn move_by_key(event: &KeyboardEvent, desk: TrailDesk, id: RecordId) {
    let by = match event.key().as_str() {
        "ArrowUp" => -1,
        "ArrowDown" => 1,
        _ => return,
    };
    if event.alt_key() {
        event.prevent_default();
        desk.move_by(id, by);
    }
}
