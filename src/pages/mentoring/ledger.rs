//! The ledger: every file that left for a person and every one that came, what was in it, what changed since.

use leptos::prelude::*;
use waymark_domain::{
    id::RecordId,
    mentoring::{LedgerItem, received::Received, sent::Sent},
    sorting::sort_by_key,
};

use super::words;
use crate::{
    browser::intl,
    state::notebook_store::use_notebook,
    text::{files, mentoring, t, tf},
    widgets::{Card, Disclosure},
};

/// What left and what came.
#[component]
pub(super) fn Ledger(id: RecordId) -> impl IntoView {
    let sent = use_notebook().memo(move |notebook| notebook.ledger(id));
    let came = use_notebook().memo(move |notebook| came(notebook.received_from(id).collect()));
    view! {
        <Card title=t(mentoring::Ledger)>
            <Show when=move || sent.with(Vec::is_empty) && came.with(Vec::is_empty)>
                <p class="quiet">{t(mentoring::LedgerEmpty)}</p>
            </Show>
            <ul class="stack">
                {move || sent.get().into_iter().map(|(file, items)| view! { <SentFile file items /> }).collect_view()}
            </ul>
            <ul class="stack">
                {move || came.get().into_iter().map(|file| view! { <CameFile file /> }).collect_view()}
            </ul>
            <Show when=move || !sent.with(Vec::is_empty)>
                <p class="quiet">{t(mentoring::SentStaysSent)}</p>
            </Show>
        </Card>
    }
}

fn came(mut files: Vec<Received>) -> Vec<Received> {
    sort_by_key(&mut files, |one| std::cmp::Reverse((one.file().map(|file| file.number), one.id())));
    files
}

#[component]
fn SentFile(file: Sent, items: Vec<LedgerItem>) -> impl IntoView {
    let store = use_notebook();
    let day = file.on().map(|day| intl::day_near(day, store.today())).unwrap_or_default();
    let label = tf(mentoring::SentOn, &[("day", &day)]);
    let message = Some(file.message().to_owned()).filter(|text| !text.is_empty());
    let row = |one: LedgerItem| {
        view! { <li><bdi>{one.item.title}</bdi>" "<small>{t(words::since(one.since))}</small></li> }
    };
    view! {
        <li>
            <Disclosure label>
                {message.map(|words| view! { <p class="written" dir="auto">{words}</p> })}
                <ul class="stack stack-tight">{items.into_iter().map(row).collect_view()}</ul>
            </Disclosure>
        </li>
    }
}

#[component]
fn CameFile(file: Received) -> impl IntoView {
    let Some(share) = file.file() else { return view! { <li>{t(mentoring::CameDamaged)}</li> }.into_any() };
    let store = use_notebook();
    let opened = file.on().map(|day| intl::day_near(day, store.today())).unwrap_or_default();
    let written = tf(files::WrittenOn, &[("day", &intl::day_short_with_year(share.written))]);
    let row = |title: String| view! { <li><bdi>{title}</bdi></li> };
    let titles: Vec<String> =
        share.items.all().into_iter().map(|item| item.title().chars().take(80).collect()).collect();
    view! {
        <li>
            <Disclosure label=tf(mentoring::CameOn, &[("opened", &opened)])>
                <p class="quiet">{written}</p>
                <ul class="stack stack-tight">{titles.into_iter().map(row).collect_view()}</ul>
            </Disclosure>
        </li>
    }
    .into_any()
}
