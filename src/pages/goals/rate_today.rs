//! Rating a goal today: nothing is chosen until the person chooses, and what they choose is kept at once.

use leptos::{html, prelude::*};
use waymark_domain::{Change, ChangeError, id::RecordId, rating};

use crate::{
    browser::focus,
    memo::Memo,
    pages::shared::{draft_field::DraftText, refusal::refusal},
    signal::Signal,
    state::notebook_store::{NotebookStore, use_notebook},
    text::{goals, t},
    widgets::{Button, Icon, ScalePicker, Show},
};

/// The button, and what it unfolds.
#[component]
pub(super) fn RateToday(goal: RecordId) -> impl IntoView {
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let close = Callback::new(move |()| {
        open.set(false);
        focus::give(button);
    });
    view! {
        <div class="row no-print">
            <Button
                label=t(goals::RateToday)
                icon=Icon::Grow
                expanded=open
                on_click=move |_| open.update(|open| *open = !*open)
                node_ref=button
            />
        </div>
        <Show when=move || open.get()>
            <RatingForm goal close />
        </Show>
    }
}

#[component]
fn RatingForm(goal: RecordId, close: Callback<()>) -> impl IntoView {
    let store = use_notebook();
    let refused = RwSignal::new(None::<ChangeError>);
    let today = Memo::new(move |_| {
        let today = store.today();
        store.with(|notebook| notebook.rating_of_day(goal, today))
    });
    let rated = Memo::new(move |_| today.with(|rating| rating.as_ref().map(|rating| rating.id)));
    let choose = move |value: Option<u8>| {
        refused.set(rate(store, goal, rated.get_untracked(), value).err());
        if value.is_none() {
            focus::soon(".rate-form input");
        }
    };
    view! {
        <div class="stack rate-form no-print">
            <ScalePicker
                label=t(goals::RateQuestion)
                range=0..=10
                value=Signal::derive(move || today.with(|rating| rating.as_ref().map(|rating| rating.value)))
                on_change=choose
                low=t(goals::NotBegun)
                high=t(goals::Reached)
                clear_label=t(goals::TakeBack)
            />
            {move || refused.get().map(|error| view! { <p class="field-error" role="alert">{refusal(error)}</p> })}
            {move || rated.get().map(|id| view! { <DraftText id field=rating::NOTE label=t(goals::Note) /> })}
            <div class="row">
                <Button label=t(goals::RateClose) on_click=move |_| close.run(()) />
            </div>
        </div>
    }
}

/// The first choice of the day makes the rating; another one changes it; none takes it back.
fn rate(
    store: NotebookStore,
    goal: RecordId,
    rated: Option<RecordId>,
    value: Option<u8>,
) -> Result<(), ChangeError> {
    let change = match (rated, value) {
        (None, None) => return Ok(()),
        (None, Some(value)) => {
            let on = untrack(|| store.today());
            Change::RateGoal { goal, value, on, note: String::new() }
        }
        (Some(id), None) => Change::Delete(vec![id]),
        (Some(id), Some(value)) => {
            let saw = store.saw(id, rating::VALUE);
            Change::Write { id, field: rating::VALUE, value: value.into(), saw }
        }
    };
    store.apply(change).map(drop)
}
