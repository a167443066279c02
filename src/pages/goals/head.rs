//! The head of a goal's page: where it belongs, its title to be changed in place, where it stands.

use leptos::prelude::*;
use waymark_domain::{
    goal::{self, GoalStatus},
    id::RecordId,
};

use super::{one_line::stay_on_one_line, words};
use crate::{
    browser::focus,
    memo::Memo,
    pages::shared::{draft_field::DraftText, share_with::SharedChips},
    route::Route,
    state::notebook_store::use_notebook,
    text::{goals, t},
    widgets::{Button, Chip, ChipTone, Icon, Tone, Writing},
};

/// Path, title, status and target date.
#[component]
pub(super) fn GoalHead(id: RecordId) -> impl IntoView {
    let store = use_notebook();
    let goal = store.memo(move |notebook| notebook.goal(id));
    let title = move || goal.with(|goal| goal.as_ref().map(|goal| goal.title().to_owned()));
    let area = move || goal.with(|goal| goal.as_ref().map(|goal| goal.area().to_owned()).unwrap_or_default());
    view! {
        <header class="goal-head">
            <p class="goal-path">
                <a href=Route::Goals.href()>{t(goals::PageGoals)}</a>
                {move || Some(area()).filter(|area| !area.is_empty()).map(|area| view! { " · " <bdi>{area}</bdi> })}
            </p>
            // The heading is for those who move from heading to heading; eyes see the title in its field.
            <h1 class="visually-hidden" tabindex="-1" dir="auto">{title}</h1>
            <div class="goal-title" on:keydown=move |event| stay_on_one_line(&event)>
                <DraftText id field=goal::TITLE label=t(goals::Title) hide_label=true writing=Writing::Page />
            </div>
            <div class="row row-tight">
                <StatusChip id />
                <TargetChip id />
                <SharedChips id />
                <div class="goal-edit no-print">
                    <Button
                        label=t(goals::EditDetails)
                        icon=Icon::Edit
                        tone=Tone::Plain
                        on_click=|_| focus::soon(".goal-about select")
                    />
                </div>
            </div>
        </header>
    }
}

#[component]
fn StatusChip(id: RecordId) -> impl IntoView {
    let status = use_notebook().memo(move |notebook| notebook.goal(id).map(|goal| goal.status()));
    move || {
        status.get().map(|status| {
            let tone = if status == GoalStatus::Active { ChipTone::On } else { ChipTone::Quiet };
            view! { <Chip label=words::status(status) tone /> }
        })
    }
}

#[component]
fn TargetChip(id: RecordId) -> impl IntoView {
    let store = use_notebook();
    let target = Memo::new(move |_| {
        let today = store.today();
        let goal = store.with(|notebook| notebook.goal(id))?;
        Some((words::target(&goal, today)?, goal.is_past_target(today)))
    });
    move || {
        target.get().map(|(label, past)| {
            let tone = if past { ChipTone::Flag } else { ChipTone::Quiet };
            view! { <Chip label tone /> }
        })
    }
}
