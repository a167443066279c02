//! What else can be done with a step: give it a day, move it, leave it out, delete it.

use leptos::prelude::*;
use waymark_domain::{id::RecordId, progress::TrailMark, step};

use super::trail_desk::TrailDesk;
use crate::pages::shared::day_field::DayField;
use crate::{
    signal::Signal,
    text::{goals, t},
    widgets::{Button, Icon, Tone},
};

/// Unfolded under its step.
#[component]
pub(super) fn StepTools(id: RecordId) -> impl IntoView {
    let desk = TrailDesk::here();
    let skip = move || {
        let skipped = desk.mark(id) == TrailMark::Skipped;
        t(if skipped { goals::TakeUp } else { goals::Skip })
    };
    view! {
        <div class="stack step-tools no-print">
            <div class="step-day">
                <DayField id field=step::DUE label=t(goals::Due) />
            </div>
            <div class="row row-tight">
                <MoveButtons id />
                <Button label=Signal::derive(move || skip().to_owned()) icon=Icon::Skip on_click=move |_| desk.skip(id) />
                <Button
                    label=t(goals::DeleteStep)
                    icon=Icon::Trash
                    tone=Tone::Danger
                    on_click=move |_| desk.delete(id)
                />
            </div>
        </div>
    }
}

#[component]
fn MoveButtons(id: RecordId) -> impl IntoView {
    let desk = TrailDesk::here();
    let first = Signal::derive(move || desk.place(id) == 0);
    let last = Signal::derive(move || desk.place(id) + 1 == desk.count());
    view! {
        <Button label=t(goals::MoveUp) icon=Icon::Up disabled=first on_click=move |_| desk.move_by(id, -1) />
        <Button label=t(goals::MoveDown) icon=Icon::Down disabled=last on_click=move |_| desk.move_by(id, 1) />
    }
}
