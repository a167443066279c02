//! The ledger: every file that left for a person and every one that came, what was in it, what changed since.

use leptos::prelude::*;
use waymark_domain::{
    id::RecordId,
    mentoring::{
        CameOn,
        sent::{Sent, SentItem},
    },
};

use super::{next_file::NextFile, words};
use crate::{
    browser::intl,
    state::notebook_store::use_notebook,
    text::{files, mentoring, t, tf},
    widgets::{Card, Disclosure, Show},
};

/// What left and what came.
#[component]
pub(super) fn Ledger(id: RecordId) -> impl IntoView {
    let sent = NextFile::here().sent();
    let came = use_notebook().memo_of_mentoring(move |notebook| notebook.files_from(id));
    view! {
        <Card title=t(mentoring::Ledger)>
            <Show when=move || sent.with(Vec::is_empty) && came.with(|came| came.all.is_empty() && came.damaged == 0)>
                <p class="quiet">{t(mentoring::LedgerEmpty)}</p>
            </Show>
            <ul class="stack">
                {move || sent.get().into_iter().map(|file| view! { <SentFile file /> }).collect_view()}
            </ul>
            <ul class="stack">
                {move || came.with(|came| came.all.clone()).into_iter().map(|file| view! { <CameFile file /> }).collect_view()}
                {move || (0..came.with(|came| came.damaged)).map(|_| view! { <li>{t(mentoring::CameDamaged)}</li> }).collect_view()}
            </ul>
            <Show when=move || !sent.with(Vec::is_empty)>
                <p class="quiet">{t(mentoring::SentStaysSent)}</p>
            </Show>
        </Card>
    }
}

#[component]
fn SentFile(file: Sent) -> impl IntoView {
    let store = use_notebook();
    let day = file.on().map(|day| intl::day_near(day, store.today())).unwrap_or_default();
    view! {
        <li>
            <Disclosure label=tf(mentoring::SentOn, &[("day", &day)])>
                <WhatWasSent file />
            </Disclosure>
        </li>
    }
}

#[component]
fn WhatWasSent(file: Sent) -> impl IntoView {
    let next = NextFile::here();
    let message = Some(file.message().to_owned()).filter(|text| !text.is_empty());
    let row = move |item: SentItem| {
        let title = item.title.clone();
        view! { <li><bdi>{title}</bdi>" "<small>{move || t(words::since(next.since(&item)))}</small></li> }
    };
    view! {
        {message.map(|words| view! { <p class="written" dir="auto">{words}</p> })}
        <ul class="stack stack-tight">{file.items().into_iter().map(row).collect_view()}</ul>
    }
}

#[component]
fn CameFile(file: CameOn) -> impl IntoView {
    let store = use_notebook();
    let opened = file.received.on().map(|day| intl::day_near(day, store.today())).unwrap_or_default();
    view! {
        <li>
            <Disclosure label=tf(mentoring::CameOn, &[("opened", &opened)])>
                <WhatCame file />
            </Disclosure>
        </li>
    }
}

#[component]
fn WhatCame(file: CameOn) -> impl IntoView {
    let written = tf(files::WrittenOn, &[("day", &intl::day_short_with_year(file.written))]);
    let share = use_notebook().with_untracked(|notebook| notebook.file_of(&file.received));
    let titles = share.iter().flat_map(|share| share.items.all()).map(|item| words::beginning(item.title()));
    let row = |title: String| view! { <li><bdi>{title}</bdi></li> };
    view! {
        <p class="quiet">{written}</p>
        <ul class="stack stack-tight">{titles.map(row).collect_view()}</ul>
    }
}
