//! A day of a goal or a step.

use chrono::NaiveDate;
use leptos::prelude::*;
use waymark_domain::{field::Field, id::RecordId};

use super::{also_written::AlsoWritten, choice::Choice};
use crate::{state::notebook_store::use_notebook, widgets::DateField};

/// A labelled day that saves itself.
#[component]
pub(in crate::pages) fn DayField(id: RecordId, field: Field, label: &'static str) -> impl IntoView {
    let store = use_notebook();
    let day = store.memo(move |notebook| notebook.record(id).and_then(|record| record.day(field)));
    let choice = Choice::new(store, id, field);
    let write = move |day: Option<NaiveDate>| choice.write(day.map(|day| day.to_string()));
    view! {
        <div>
            <DateField
                label
                value=day
                on_change=write
                error=choice.error()
            />
            <AlsoWritten id field />
        </div>
    }
}
