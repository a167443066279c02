//! One goal: its trail, how it is going, what it is about, what was written on it.

use leptos::prelude::*;
use uuid::Uuid;
use waymark_domain::{Change, Notebook, goal, id::RecordId};

use super::{
    about::AboutCard, head::GoalHead, linked_entries::LinkedEntries, ratings::RatingsCard, trail::TrailCard,
};
use crate::{
    browser::focus,
    pages::shared::given::GivenAbout,
    route::Route,
    state::notebook_store::use_notebook,
    text::{goals, t},
    widgets::{Button, LinkButton, Tone},
};

/// One goal.
#[component]
pub fn GoalPage(
    /// Which one.
    id: Uuid,
) -> impl IntoView {
    let id = RecordId::new(id);
    let presence = use_notebook().memo(move |notebook| Presence::of(notebook, id));
    move || match presence.get() {
        Presence::Here => view! { <Goal id /> }.into_any(),
        Presence::InTrash => view! { <InTrash id /> }.into_any(),
        Presence::Gone => view! { <Gone /> }.into_any(),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Presence {
    Here,
    InTrash,
    Gone,
}

impl Presence {
    fn of(notebook: &Notebook, id: RecordId) -> Self {
        match notebook.record(id).filter(|record| record.kind() == goal::KIND && !record.is_erased()) {
            Some(record) if record.is_live() => Self::Here,
            Some(_) => Self::InTrash,
            None => Self::Gone,
        }
    }
}

#[component]
fn Goal(id: RecordId) -> impl IntoView {
    view! {
        <GoalHead id />
        <div class="with-panel">
            <div class="stack stack-loose">
                <TrailCard goal=id />
                <RatingsCard goal=id />
                <GivenAbout about=id />
            </div>
            <aside class="stack stack-loose" aria-label=t(goals::About)>
                <AboutCard id />
                <LinkedEntries goal=id />
            </aside>
        </div>
    }
}

/// It rests in the trash and can come back.
#[component]
fn InTrash(id: RecordId) -> impl IntoView {
    let store = use_notebook();
    let restore = move |_| {
        if store.apply(Change::Restore(vec![id])).is_ok() {
            focus::soon("main h1");
        }
    };
    view! {
        <h1 tabindex="-1">{t(goals::InTrash)}</h1>
        <p>{t(goals::InTrashWhy)}</p>
        <div class="row">
            <Button label=t(goals::BringBack) tone=Tone::Primary on_click=restore />
            <LinkButton label=t(goals::ToGoals) href=Route::Goals.href() />
        </div>
    }
}

#[component]
fn Gone() -> impl IntoView {
    view! {
        <h1 tabindex="-1">{t(goals::Gone)}</h1>
        <p>{t(goals::GoneWhy)}</p>
        <div class="row">
            <LinkButton label=t(goals::ToGoals) href=Route::Goals.href() tone=Tone::Primary />
        </div>
    }
}
