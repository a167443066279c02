//! The trail of a goal: its steps below each other, joined by a line, and a place to add the next one.

use leptos::{html, prelude::*};
use waymark_domain::id::RecordId;

use super::{add_step::AddStep, step_row::StepRow, trail_desk::TrailDesk, words};
use crate::{
    memo::Memo,
    signal::Signal,
    text::{goals, t},
    widgets::{Card, Show, VirtualList},
};

/// The steps in their order. What can be done with them is in [`TrailDesk`].
#[component]
pub(super) fn TrailCard(goal: RecordId) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let desk = TrailDesk::provide(goal, list);
    let done = Memo::new(move |_| words::steps_done(desk.trail()));
    let none = move || desk.count() == 0;
    view! {
        <Card title=t(goals::Trail) actions=move || view! { <span class="quiet">{move || done.get()}</span> }>
            <Show when=none>
                <p>{t(goals::FirstStep)}</p>
            </Show>
            <div class="trail goal-trail" node_ref=list>
                <VirtualList
                    label=t(goals::Trail)
                    items=Signal::derive(move || desk.steps())
                    key=|id| id.uuid().as_u128()
                    estimate=|_| 52.0
                    kept=Signal::derive(move || desk.kept().map(|id| id.uuid().as_u128()))
                    row=|id| view! { <StepRow id /> }.into_any()
                />
                <AddStep />
            </div>
        </Card>
    }
}
