//! Strategies that someone passes on, and what became of what I gave them.

use leptos::prelude::*;
use waymark_domain::mentoring::{
    Act, Copied,
    share::{SharedResponse, SharedStrategy},
};

use super::{
    super::copied::{self, RemoveCopy, StandingChip, remove_copy},
    Shown,
};
use crate::{
    memo::Memo,
    pages::shared::{link::Link, mentoring_words as words, refusal::refusal},
    state::notebook_store::use_notebook,
    text::{mentoring, t, tf},
    widgets::{Button, Chip, ChipTone, Gap, Icon, Section, Show, VirtualList, use_toasts},
};

/// Strategies and resources that were passed on.
#[component]
pub(super) fn TheirStrategies(strategies: Memo<Vec<Copied<SharedStrategy>>>, shown: Shown) -> impl IntoView {
    view! {
        <Show when=move || !strategies.with(Vec::is_empty)>
            <Section title=t(mentoring::PassedOn)>
                <VirtualList
                    label=t(mentoring::PassedOn)
                    items=strategies
                    key=copied::key
                    estimate=|_| 200.0
                    gap=Gap::Medium
                    row=move |copy| view! { <TheirStrategy copy shown /> }.into_any()
                />
            </Section>
        </Show>
    }
}

#[component]
fn TheirStrategy(copy: Copied<SharedStrategy>, shown: Shown) -> impl IntoView {
    let SharedStrategy { id, sort, title, text, link, .. } = copy.item.clone();
    let remove = shown.received().map(|with| view! { <RemoveCopy with id label=remove_copy(&title) /> });
    let keep = shown.received().map(|with| view! { <Keep with strategy=copy.item /> });
    view! {
        <article class="card">
            <div class="heading copy-head">
                <h3 dir="auto">{title}</h3>
                <div class="heading-actions">{remove}</div>
            </div>
            <div class="row row-tight">
                <Chip label=t(words::sort(sort)) />
                <StandingChip standing=copy.standing />
            </div>
            <p class="written" dir="auto">{text}</p>
            <Link link />
            {keep}
        </article>
    }
}

/// Makes a card of my own from it.
#[component]
fn Keep(with: waymark_domain::id::RecordId, strategy: SharedStrategy) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let id = strategy.id;
    let kept = store.memo(move |notebook| {
        notebook
            .strategies()
            .iter()
            .any(|one| one.0.reference(waymark_domain::mentoring::strategy::ORIGIN) == Some(id))
    });
    let keep = move |_| {
        let name =
            store.with_untracked(|notebook| notebook.relationship(with).map(|one| one.name().to_owned()));
        let SharedStrategy { sort, title, text, link, .. } = strategy.clone();
        let act =
            Act::AddStrategy { title, sort, text, link, from: name.unwrap_or_default(), origin: Some(id) };
        match store.apply(act) {
            Ok(_) => toasts.show(t(mentoring::Kept)),
            Err(error) => toasts.show(refusal(error)),
        }
    };
    view! {
        <div class="row no-print">
            <Button
                label=t(mentoring::KeepIt)
                icon=Icon::Idea
                disabled=kept
                on_click=keep
            />
        </div>
    }
}

/// What became of what I gave.
#[component]
pub(super) fn TheirResponses(responses: Memo<Vec<Copied<SharedResponse>>>) -> impl IntoView {
    view! {
        <Show when=move || !responses.with(Vec::is_empty)>
            <Section title=t(mentoring::WhatBecame)>
                <VirtualList
                    label=t(mentoring::WhatBecame)
                    items=responses
                    key=copied::key
                    estimate=|_| 112.0
                    gap=Gap::Medium
                    row=|copy| view! { <TheirResponse copy /> }.into_any()
                />
            </Section>
        </Show>
    }
}

#[component]
fn TheirResponse(copy: Copied<SharedResponse>) -> impl IntoView {
    let SharedResponse { about, status, word, .. } = copy.item;
    view! {
        <article class="card">
            <p class="quiet"><bdi>{tf(mentoring::To, &[("title", &about.title)])}</bdi></p>
            <div class="row row-tight">
                <Chip label=t(words::answer(status, !word.is_empty())) tone=ChipTone::On />
                <StandingChip standing=copy.standing />
            </div>
            {(!word.is_empty()).then(|| view! { <p class="written" dir="auto">{word}</p> })}
        </article>
    }
}
