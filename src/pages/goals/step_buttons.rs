//! What stands beside a step's text: its marker, what unfolds more, what drags it.

use leptos::{ev::PointerEvent, prelude::*};
use waymark_domain::{id::RecordId, progress::TrailMark};

use super::trail_desk::TrailDesk;
use crate::{
    signal::Signal,
    text::{goals, t, tf},
    widgets::{Icon, IconButton, IconView, Show},
};

/// Ticks the step.
#[component]
pub(super) fn Marker(id: RecordId) -> impl IntoView {
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
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
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
pub(super) fn More(id: RecordId) -> impl IntoView {
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
pub(super) fn Handle(id: RecordId) -> impl IntoView {
    let desk = TrailDesk::here();
    let begin = move |event: PointerEvent| {
        if event.is_primary() && event.button() == 0 {
            desk.take(id, &event);
        }
    };
    view! {
        <Show when=move || { desk.count() > 1 }>
            <span
                class="step-handle"
                aria-hidden="true"
                title=t(goals::DragStep)
                on:pointerdown=begin
                on:pointermove=move |event| desk.dragging.go_on(&event)
                on:pointerup=move |_| desk.drop(id)
                on:pointercancel=move |_| desk.dragging.cancel()
            >
                <IconView icon=Icon::Drag />
            </span>
        </Show>
    }
}
