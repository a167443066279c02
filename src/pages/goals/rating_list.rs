//! All ratings of a goal with their notes, newest first. A note can be changed, a rating deleted.

use leptos::prelude::*;
use waymark_domain::{id::RecordId, progress::RatingPoint, rating};

use super::removal;
use crate::{
    browser::{focus, intl},
    memo::Memo,
    pages::shared::{also_written::AlsoWritten, draft_field::DraftText},
    signal::Signal,
    state::notebook_store::use_notebook,
    text::{goals, t, tf},
    widgets::{Gap, Icon, IconButton, VirtualList, use_toasts},
};

/// The list.
#[component]
pub(super) fn RatingList(ratings: Memo<Vec<RatingPoint>>) -> impl IntoView {
    let ids = Memo::new(move |_| {
        ratings.with(|ratings| ratings.iter().rev().map(|rating| rating.id).collect::<Vec<_>>())
    });
    // One note at a time is being written.
    let writing = RwSignal::new(None::<RecordId>);
    // The row of a rating that may come back stays in the page when it does.
    let kept = RwSignal::new(None::<RecordId>);
    view! {
        <VirtualList
            label=t(goals::AllRatings)
            items=ids
            key=|id| id.uuid().as_u128()
            estimate=|_| 72.0
            gap=Gap::Medium
            kept=Signal::derive(move || kept.get().map(|id: RecordId| id.uuid().as_u128()))
            row=move |id| view! { <RatingRow id ratings writing kept /> }.into_any()
        />
    }
}

#[component]
fn RatingRow(
    id: RecordId,
    ratings: Memo<Vec<RatingPoint>>,
    writing: RwSignal<Option<RecordId>>,
    kept: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let store = use_notebook();
    let rating = Memo::new(move |_| ratings.with(|all| all.iter().find(|rating| rating.id == id).cloned()));
    let value = move || rating.get().map(|rating| tf(goals::OfTen, &[("value", &rating.value.to_string())]));
    let day = Memo::new(move |_| {
        let on = rating.with(|rating| rating.as_ref().map(|rating| rating.on));
        on.map(|on| intl::day_near(on, store.today())).unwrap_or_default()
    });
    view! {
        <div class="rating-row" data-rating=id.to_string()>
            <p>{move || day.get()}": "<b>{value}</b></p>
            <RatingButtons id day ratings writing kept />
            <div class="rating-note">
                <Note id rating day writing />
                <AlsoWritten id field=rating::VALUE />
            </div>
        </div>
    }
}

#[component]
fn RatingButtons(
    id: RecordId,
    day: Memo<String>,
    ratings: Memo<Vec<RatingPoint>>,
    writing: RwSignal<Option<RecordId>>,
    kept: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let toggle = move |_| {
        let begin = writing.get_untracked() != Some(id);
        writing.set(begin.then_some(id));
        if begin {
            focus::soon(format!("{} textarea", row_of(id)));
        }
    };
    let delete = move |_| {
        kept.set(Some(id));
        let said = tf(goals::RatingDeleted, &[("day", &day.get_untracked())]);
        let next =
            neighbour(&ratings.get_untracked(), id).map_or_else(|| ".goal-ratings button".into(), button_of);
        removal::delete_part(store, toasts, id, said, next, button_of(id));
    };
    view! {
        <div class="row row-tight no-print">
            <IconButton
                label=Signal::derive(move || tf(goals::EditNote, &[("day", &day.get())]))
                icon=Icon::Edit
                expanded=Signal::derive(move || writing.get() == Some(id))
                on_click=toggle
            />
            <IconButton
                label=Signal::derive(move || tf(goals::DeleteRating, &[("day", &day.get())]))
                icon=Icon::Trash
                on_click=delete
            />
        </div>
    }
}

/// The note to read, or to write.
#[component]
fn Note(
    id: RecordId,
    rating: Memo<Option<RatingPoint>>,
    day: Memo<String>,
    writing: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let note = Memo::new(move |_| rating.get().map(|rating| rating.note).filter(|note| !note.is_empty()));
    let label = Signal::derive(move || tf(goals::NoteOn, &[("day", &day.get())]));
    let writes = Memo::new(move |_| writing.get() == Some(id));
    move || {
        if writes.get() {
            view! { <DraftText id field=rating::NOTE label /> }.into_any()
        } else {
            view! { {move || note.get().map(|note| view! { <p class="written" dir="auto">{note}</p> })} }
                .into_any()
        }
    }
}

/// The rating below in the list, or above at its end.
fn neighbour(oldest_first: &[RatingPoint], id: RecordId) -> Option<RecordId> {
    let place = oldest_first.iter().position(|rating| rating.id == id)?;
    let below = place.checked_sub(1).and_then(|below| oldest_first.get(below));
    below.or_else(|| oldest_first.get(place + 1)).map(|rating| rating.id)
}

fn row_of(id: RecordId) -> String {
    format!("[data-rating=\"{id}\"]")
}

fn button_of(id: RecordId) -> String {
    format!("{} button", row_of(id))
}
