//! The page “Mentoring”: people, what waits for an answer, files to open, and what works.

use leptos::prelude::*;
use waymark_domain::{Notebook, id::RecordId, mentoring::Relationship};

use super::{add_person::AddPerson, inbox::Inbox, strategies::Strategies, words};
use crate::{
    pages::files::OpenFile,
    route::Route,
    state::notebook_store::use_notebook,
    text::{mentoring, t, tn},
    widgets::{Chip, ChipList, ChipTone, Gap, Section, Show, VirtualList},
};

/// The page “Mentoring”.
#[component]
pub fn MentoringPage() -> impl IntoView {
    view! {
        <h1 tabindex="-1">{t(mentoring::PageMentoring)}</h1>
        <Inbox />
        <People />
        <Section title=t(mentoring::AFileCame)>
            <OpenFile />
        </Section>
        <Strategies />
    }
}

#[component]
fn People() -> impl IntoView {
    let people = use_notebook().memo(|notebook: &Notebook| {
        notebook.relationships().iter().map(Relationship::id).collect::<Vec<_>>()
    });
    view! {
        <Section title=t(mentoring::People)>
            <Show when=move || people.with(Vec::is_empty)>
                <p>{t(mentoring::NoPeople)}</p>
            </Show>
            <VirtualList
                label=t(mentoring::People)
                items=people
                key=|id| id.uuid().as_u128()
                estimate=|_| 112.0
                gap=Gap::Medium
                row=|id| view! { <PersonRow id /> }.into_any()
                remember_as="people"
            />
            <AddPerson />
        </Section>
    }
}

/// A row that leads to the person's page.
#[component]
fn PersonRow(id: RecordId) -> impl IntoView {
    let person = use_notebook().memo_of_mentoring(move |notebook| {
        let one = notebook.relationship(id)?;
        Some((one.name().to_owned(), one.my_roles(), one.status(), notebook.theirs(id).news()))
    });
    let name = move || person.with(|person| person.as_ref().map(|(name, ..)| name.clone()));
    let chips = move || {
        let (_, roles, status, news) = person.get()?;
        let news = (news > 0)
            .then(|| view! { <li><Chip label=tn(mentoring::News, news) tone=ChipTone::Flag /></li> });
        Some(view! {
            <ChipList>
                <li><Chip label=t(words::their_role(roles)) tone=ChipTone::On /></li>
                <li><Chip label=t(words::status(status)) /></li>
                {news}
            </ChipList>
        })
    };
    view! {
        <article class="card goal-row">
            <h3 class="goal-name" dir="auto">
                <a href=Route::Person(id.uuid()).href()>{name}</a>
            </h3>
            {chips}
        </article>
    }
}
