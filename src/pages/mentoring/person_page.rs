//! One person: what they share, what I gave them, what we agreed on, what left and came.

use leptos::prelude::*;
use uuid::Uuid;
use waymark_domain::{id::RecordId, mentoring::relationship};

use super::{
    agreement::AgreementCard,
    closing::ClosingCard,
    ledger::Ledger,
    my_words::MyWords,
    next_file::NextFile,
    person_head::PersonHead,
    theirs::{Shown, TheirThings},
};
use crate::{
    pages::{
        files::OpenFile,
        shared::{draft_field::DraftText, given::GivenBy},
    },
    route::Route,
    state::notebook_store::use_notebook,
    text::{mentoring, t, tf},
    widgets::{Card, LinkButton, Section, Show, Tone},
};

/// One person.
#[component]
pub fn PersonPage(
    /// Which relationship.
    id: Uuid,
) -> impl IntoView {
    let id = RecordId::new(id);
    let here = use_notebook().memo(move |notebook| notebook.relationship(id).is_some());
    move || if here.get() { view! { <Person id /> }.into_any() } else { view! { <Gone /> }.into_any() }
}

#[component]
fn Person(id: RecordId) -> impl IntoView {
    NextFile::provide(id);
    view! {
        <PersonHead id />
        <div class="with-panel">
            <div class="stack stack-loose">
                <FromThem id />
                <MyWords with=id />
            </div>
            <aside class="stack stack-loose" aria-label=t(mentoring::BetweenUs)>
                <Card title=t(mentoring::AFileCame)>
                    <OpenFile />
                </Card>
                <PrivateNote id />
                <AgreementCard id />
                <Ledger id />
                <ClosingCard id />
            </aside>
        </div>
    }
}

/// What they gave me, and what they share.
#[component]
fn FromThem(id: RecordId) -> impl IntoView {
    let store = use_notebook();
    let theirs = store.memo_of_mentoring(move |notebook| notebook.theirs(id));
    let name = store
        .memo(move |notebook| notebook.relationship(id).map(|one| one.name().to_owned()).unwrap_or_default());
    let nothing = move || theirs.with(|theirs| theirs.is_empty());
    let message = move || theirs.with(|theirs| Some(theirs.message.clone()).filter(|text| !text.is_empty()));
    view! {
        <Show when=nothing>
            <p>{move || tf(mentoring::NothingYet, &[("name", &name.get())])}</p>
        </Show>
        <Show when=move || theirs.with(|theirs| theirs.twice)>
            <p class="quiet">{t(mentoring::Twice)}</p>
        </Show>
        {move || message().map(|message| view! {
            <Section title=tf(mentoring::MessageFrom, &[("name", &name.get())])>
                <p class="written" dir="auto">{message}</p>
            </Section>
        })}
        <GivenBy with=id />
        <TheirThings theirs shown=Shown::Received(id) />
    }
}

#[component]
fn PrivateNote(id: RecordId) -> impl IntoView {
    view! {
        <Card>
            <DraftText
                id
                field=relationship::PRIVATE_NOTE
                label=t(mentoring::PrivateNote)
                hint=t(mentoring::PrivateNoteHint)
            />
        </Card>
    }
}

/// The relationship was removed, or never was here.
#[component]
pub(super) fn Gone() -> impl IntoView {
    view! {
        <h1 tabindex="-1">{t(mentoring::Gone)}</h1>
        <p>{t(mentoring::GoneWhy)}</p>
        <div class="row">
            <LinkButton label=t(mentoring::ToMentoring) href=Route::Mentoring.href() tone=Tone::Primary />
        </div>
    }
}
