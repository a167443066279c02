//! What a goal is about: its status and target date, why it matters, how one will know, and what to do when it gets
//! hard.

use leptos::prelude::*;
use waymark_domain::{
    goal::{self, GoalStatus},
    id::RecordId,
};

use super::{area_field::AreaField, removal, words};
use crate::{
    pages::shared::{
        also_written::AlsoWritten, choice::Choice, day_field::DayField, draft_field::DraftText,
        share_with::ShareWith,
    },
    state::notebook_store::use_notebook,
    text::{goals, t},
    widgets::{Button, Card, Icon, SelectField, Tone, use_toasts},
};

/// All fields of a goal but its title.
#[component]
pub(super) fn AboutCard(id: RecordId) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    view! {
        <div class="goal-about">
            <Card title=t(goals::About)>
                <StatusField id />
                <DayField id field=goal::TARGET label=t(goals::Target) />
                <AreaField id />
                <DraftText id field=goal::WHY label=t(goals::Why) />
                <DraftText id field=goal::CRITERION label=t(goals::Criterion) />
                <IfThenPlan id />
                <ShareWith id />
                <div class="row no-print">
                    <Button
                        label=t(goals::DeleteGoal)
                        icon=Icon::Trash
                        tone=Tone::Danger
                        on_click=move |_| removal::delete_goal(store, toasts, id)
                    />
                </div>
            </Card>
        </div>
    }
}

#[component]
fn StatusField(id: RecordId) -> impl IntoView {
    let store = use_notebook();
    let status = store.memo(move |notebook| notebook.goal(id).map(|goal| goal.status()).unwrap_or_default());
    let choice = Choice::new(store, id, goal::STATUS);
    let options: Vec<_> =
        GoalStatus::ALL.into_iter().map(|status| (status, words::status(status).to_owned())).collect();
    let in_words = |word: String| words::status(GoalStatus::from_word(&word)).to_owned();
    view! {
        <div>
            <SelectField
                label=t(goals::Status)
                value=status
                options
                on_change=move |status: GoalStatus| choice.write(status.word())
                error=choice.error()
            />
            <AlsoWritten id field=goal::STATUS words=in_words />
        </div>
    }
}

/// The obstacle, and the answer to it.
#[component]
fn IfThenPlan(id: RecordId) -> impl IntoView {
    view! {
        <fieldset class="stack if-then">
            <legend class="field-label">{t(goals::Plan)}</legend>
            <p class="field-hint">{t(goals::PlanHint)}</p>
            <DraftText id field=goal::IF label=t(goals::If) />
            <DraftText id field=goal::THEN label=t(goals::Then) />
        </fieldset>
    }
}
