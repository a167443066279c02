//! Bringing in only some days of a diary.

use chrono::NaiveDate;
use leptos::prelude::*;
use waymark_domain::file::ImportOptions;

use crate::{
    signal::Signal,
    text::{files, t},
    widgets::DateField,
};

/// The first and the last day that come in.
#[component]
pub(super) fn Range(days: (NaiveDate, NaiveDate), options: RwSignal<ImportOptions>) -> impl IntoView {
    let from = Signal::derive(move || Some(options.with(|options| options.from).unwrap_or(days.0)));
    let until = Signal::derive(move || Some(options.with(|options| options.until).unwrap_or(days.1)));
    view! {
        <fieldset class="stack">
            <legend class="quiet">{t(files::RangeHint)}</legend>
            <div class="row">
                <DateField
                    label=t(files::From)
                    value=from
                    on_change=move |day| options.update(|options| options.from = day)
                />
                <DateField
                    label=t(files::Until)
                    value=until
                    on_change=move |day| options.update(|options| options.until = day)
                />
            </div>
        </fieldset>
    }
}
