//! The head of a person's page: their name, what we are to each other, and the two ways to make a file.

use leptos::prelude::*;
use waymark_domain::{id::RecordId, mentoring::relationship};

use super::{preview::PreviewDialog, words};
use crate::{
    pages::shared::draft_field::DraftLine,
    route::Route,
    state::notebook_store::use_notebook,
    text::{mentoring, t},
    widgets::{Button, Chip, ChipTone, Disclosure, Icon, LinkButton, Show, Tone},
};

/// Path, name, roles, and the buttons.
#[component]
pub(super) fn PersonHead(id: RecordId) -> impl IntoView {
    let person = use_notebook().memo(move |notebook| {
        notebook.relationship(id).map(|one| (one.name().to_owned(), one.my_roles(), one.status()))
    });
    let previewing = RwSignal::new(false);
    let came = use_notebook().memo(move |notebook| notebook.received_from(id).next().is_some());
    let name = move || person.with(|person| person.as_ref().map(|(name, ..)| name.clone()));
    let chips = move || {
        let (_, roles, status) = person.get()?;
        Some(view! {
            <Chip label=t(words::their_role(roles)) tone=ChipTone::On />
            <Chip label=t(words::status(status)) />
        })
    };
    view! {
        <header class="goal-head">
            <p class="goal-path"><a href=Route::Mentoring.href()>{t(mentoring::PageMentoring)}</a></p>
            <h1 tabindex="-1" dir="auto">{name}</h1>
            <div class="row row-tight">{chips}</div>
            <div class="row row-tight no-print">
                <Show when=move || came.get()>
                    <Button
                        label=t(mentoring::Reply)
                        icon=Icon::Words
                        tone=Tone::Primary
                        on_click=move |_| previewing.set(true)
                    />
                </Show>
                {move || {
                    let tone = if came.get() { Tone::Normal } else { Tone::Primary };
                    let href = Route::Share(id.uuid()).href();
                    view! { <LinkButton label=t(mentoring::Share) icon=Icon::Send href tone /> }
                }}
            </div>
            <Disclosure label=t(mentoring::NameAndRole)>
                <NameAndRole id />
            </Disclosure>
        </header>
        <PreviewDialog with=id open=previewing />
    }
}

#[component]
fn NameAndRole(id: RecordId) -> impl IntoView {
    view! {
        <DraftLine id field=relationship::NAME label=t(mentoring::Name) />
        <Role id field=relationship::MENTORS_ME label=t(mentoring::TheyMentorMe) />
        <Role id field=relationship::I_MENTOR label=t(mentoring::IMentorThem) />
    }
}

#[component]
fn Role(id: RecordId, field: waymark_domain::field::Field, label: &'static str) -> impl IntoView {
    let store = use_notebook();
    let on = store.memo(move |notebook| notebook.record(id).is_some_and(|record| record.flag(field)));
    let choice = crate::pages::shared::choice::Choice::new(store, id, field);
    view! { <crate::widgets::Checkbox label checked=on on_change=move |on: bool| choice.write(on) /> }
}
