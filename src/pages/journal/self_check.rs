//! Mood, energy, confidence, belonging: never prefilled, never needed.

use leptos::prelude::*;
use serde_json::Value;
use waymark_domain::{
    entry::{BELONGING, CONFIDENCE, ENERGY, MOOD, SELF_CHECKS},
    field::Field,
    id::RecordId,
};

use super::about::write;
use crate::{
    pages::shared::also_written::AlsoWritten,
    state::notebook_store::use_notebook,
    text::{Text, journal, t, tf},
    widgets::{Disclosure, ScalePicker, use_toasts},
};

/// Folded away until something is in it.
#[component]
pub(super) fn SelfCheck(id: RecordId) -> impl IntoView {
    let open = use_notebook().with_untracked(|notebook| {
        let checked =
            |field: &Field| notebook.record(id).is_some_and(|record| record.number(*field).is_some());
        SELF_CHECKS.iter().any(checked)
    });
    let checks = move || SELF_CHECKS.map(|field| view! { <Check id field /> }).collect_view();
    view! { <Disclosure label=t(journal::SelfCheck) open>{checks()}</Disclosure> }
}

#[component]
fn Check(id: RecordId, field: Field) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let value = store.memo(move |notebook| notebook.record(id).and_then(|record| record.number(field)));
    let [label, low, high] = words(field).map(t);
    let choose = move |value: Option<u8>| {
        write(store, toasts, id, field, value.map_or(Value::Null, Value::from));
    };
    view! {
        <div>
            <ScalePicker
                label
                range=1..=5
                value
                on_change=choose
                low
                high
                clear_label=tf(journal::ClearCheck, &[("check", &label.to_lowercase())])
            />
            <AlsoWritten id field />
        </div>
    }
}

/// The name of a self-check, and what its ends mean.
pub(in crate::pages) fn words(field: Field) -> [Text; 3] {
    match field {
        MOOD => [journal::Mood, journal::MoodLow, journal::MoodHigh],
        ENERGY => [journal::Energy, journal::EnergyLow, journal::EnergyHigh],
        CONFIDENCE => [journal::Confidence, journal::ConfidenceLow, journal::ConfidenceHigh],
        BELONGING => [journal::Belonging, journal::BelongingLow, journal::BelongingHigh],
        _ => [journal::SelfCheck; 3],
    }
}
