//! The quiet line under a step: when it was done, when it is due, how long it has rested.

use chrono::NaiveDate;
use leptos::prelude::*;
use waymark_domain::{
    id::RecordId,
    step::{Step, StepStatus},
};

use super::trail_desk::TrailDesk;
use crate::{
    browser::intl,
    memo::Memo,
    pages::shared::{due::due_label, given::from_chip},
    text::{goals, t, tf, tn},
};

/// Nothing where there is nothing to say.
#[component]
pub(super) fn StepNote(id: RecordId) -> impl IntoView {
    let desk = TrailDesk::here();
    let step = desk.store.memo(move |notebook| notebook.step(id));
    let note = Memo::new(move |_| note(step.get().as_ref()?, desk.weeks_rested(id), desk.store.today()));
    let from = move || step.with(|step| step.as_ref().map(|step| step.from().to_owned()).unwrap_or_default());
    view! {
        {move || note.get().map(|note| view! { <p class="step-note">{note}</p> })}
        {move || from_chip(&from())}
    }
}

fn note(step: &Step, weeks_rested: Option<u64>, today: NaiveDate) -> Option<String> {
    match step.status() {
        StepStatus::Done => Some(step.done_on().map_or_else(
            || t(goals::StepDone).to_owned(),
            |day| tf(goals::DoneOn, &[("day", &intl::day_near(day, today))]),
        )),
        StepStatus::Skipped => Some(t(goals::StepSkipped).to_owned()),
        StepStatus::Todo | StepStatus::Doing => {
            let due = step.due().map(|day| due_label(day, today));
            let both: Vec<String> = due.into_iter().chain(weeks_rested.map(rested)).collect();
            (!both.is_empty()).then(|| both.join(" · "))
        }
    }
}

fn rested(weeks: u64) -> String {
    tn(goals::Untouched, usize::try_from(weeks).unwrap_or(usize::MAX))
}
