//! What may leave for one person: choose, add a word and a question, look at it, save the file.

use leptos::prelude::*;
use uuid::Uuid;
use waymark_domain::{
    ChangeError,
    id::RecordId,
    mentoring::{feedback::Nature, relationship, share::ShareFile, suggestion::Suggested},
};

use super::{
    agreement::SendIt,
    choices::{ChooseEntries, ChooseGoals, ChooseOthers, ChooseWords},
    ledger::Ledger,
    next_file::NextFile,
    person_page::Gone,
    preview::PreviewDialog,
};
use crate::{
    memo::Memo,
    pages::{
        goals::words::refused_new,
        shared::{draft_field::DraftText, kinds::words},
    },
    route::Route,
    signal::Signal,
    state::{new_answer::NewAnswer, notebook_store::use_notebook},
    text::{mentoring, t, tf, tn},
    widgets::{Button, Card, Icon, TextArea, Tone},
};

/// Choosing what one person may see.
#[component]
pub fn SharePage(
    /// Which relationship.
    id: Uuid,
) -> impl IntoView {
    let id = RecordId::new(id);
    let name =
        use_notebook().memo(move |notebook| notebook.relationship(id).map(|one| one.name().to_owned()));
    let here = Memo::new(move |_| name.with(Option::is_some));
    let name = Memo::new(move |_| name.get().unwrap_or_default());
    move || if here.get() { view! { <Composer id name /> }.into_any() } else { view! { <Gone /> }.into_any() }
}

#[component]
fn Composer(id: RecordId, name: Memo<String>) -> impl IntoView {
    NextFile::provide(id);
    view! {
        <header class="goal-head">
            <p class="goal-path">
                <a href=Route::Mentoring.href()>{t(mentoring::PageMentoring)}</a> " · "
                <a href=Route::Person(id.uuid()).href()><bdi>{move || name.get()}</bdi></a>
            </p>
            <h1 tabindex="-1" dir="auto">{move || tf(mentoring::WhatMaySee, &[("name", &name.get())])}</h1>
            <p class="quiet">{t(mentoring::NothingLeavesYet)}</p>
        </header>
        <div class="with-panel">
            <div class="stack stack-loose">
                <ChooseGoals with=id />
                <ChooseEntries with=id />
                <Card title=t(mentoring::AQuestionFirst)>
                    <AskQuestion with=id />
                </Card>
                <ChooseWords with=id />
                <ChooseOthers with=id />
            </div>
            <aside class="stack stack-loose" aria-label=t(mentoring::TheFile)>
                <TheFile id name />
                <Ledger id />
            </aside>
        </div>
    }
}

/// The message, what is in it so far, and the way to see and save it.
#[component]
fn TheFile(id: RecordId, name: Memo<String>) -> impl IntoView {
    let previewing = RwSignal::new(false);
    let summary = NextFile::here().memo(|next| in_words(next.file()));
    view! {
        <Card title=Signal::derive(move || tf(mentoring::FileFor, &[("name", &name.get())]))>
            <DraftText id field=relationship::MESSAGE label=t(mentoring::Message) />
            <SendIt id />
            <p>{move || summary.get()}</p>
            <div class="row">
                <Button
                    label=t(mentoring::Preview)
                    icon=Icon::Search
                    tone=Tone::Primary
                    on_click=move |_| previewing.set(true)
                />
            </div>
        </Card>
        <PreviewDialog with=id open=previewing />
    }
}

/// `1 goal, 2 entries`
pub(super) fn in_words(file: &ShareFile) -> String {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for item in file.items.all() {
        match counts.iter_mut().find(|(kind, _)| *kind == item.kind()) {
            Some((_, count)) => *count += 1,
            None => counts.push((item.kind(), 1)),
        }
    }
    if counts.is_empty() {
        return t(mentoring::NothingChosen).to_owned();
    }
    counts.into_iter().map(|(kind, count)| tn(words(kind).shared, count)).collect::<Vec<_>>().join(", ")
}

/// A question for the next file.
#[component]
fn AskQuestion(with: RecordId) -> impl IntoView {
    let answer = NewAnswer::new(use_notebook(), with, None, Suggested::default());
    answer.nature.set(Nature::Question);
    let refused = RwSignal::new(None::<ChangeError>);
    let ask = move |_| refused.set(answer.add().err());
    view! {
        <TextArea
            label=t(mentoring::QuestionField)
            value=answer.text
            on_input=move |words| {
                answer.text.set(words);
                refused.set(None);
            }
            error=Signal::derive(move || refused.get().map(refused_new))
        />
        <div class="row">
            <Button label=t(mentoring::Ask) on_click=ask />
        </div>
    }
}
