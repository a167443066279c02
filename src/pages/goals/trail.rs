//! The trail of a goal: its steps below each other, joined by a line, and a place to add the next one.

use leptos::{html, prelude::*};
use waymark_domain::id::RecordId;

use super::{add_step::AddStep, step_row::StepRow, trail_desk::TrailDesk, words};
use crate::{
    text::{goals, t},
    widgets::Card,
};

/// The steps in their order. What can be done with them is in [`TrailDesk`].
#[component]
pub(super) fn TrailCard(goal: RecordId) -> impl IntoView {
    let list = NodeRef::<html::Ol>::new();
    let desk = TrailDesk::provide(goal, list);
    let done = desk.store.memo(move |notebook| words::steps_done(notebook.trail(goal)));
    let none = move || desk.count() == 0;
    view! {
        <Card title=t(goals::Trail) actions=move || view! { <span class="quiet">{done}</span> }>
            <Show when=none>
                <p>{t(goals::FirstStep)}</p>
            </Show>
            <ol class="trail goal-trail" node_ref=list>
                <For each=move || desk.steps() key=|id| *id let:id>
                    <StepRow id />
                </For>
                <AddStep />
            </ol>
        </Card>
    }
}
