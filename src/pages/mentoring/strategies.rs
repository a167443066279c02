//! “What works”: strategies and resources to come back to and to pass on.

use leptos::prelude::*;
use waymark_domain::{
    ChangeError, Notebook,
    id::RecordId,
    mentoring::{
        Act,
        strategy::{self, Sort, Strategy},
    },
};

use super::words;
use crate::{
    memo::Memo,
    pages::{
        goals::words::refused_new,
        shared::{
            choice::Choice,
            draft_field::{DraftLine, DraftText},
            given::{delete, from_chip},
            link::Link,
            share_with::ShareWith,
        },
    },
    signal::Signal,
    state::notebook_store::use_notebook,
    text::{mentoring, t, tf},
    widgets::{
        Button, Checkbox, Chip, Disclosure, Gap, Icon, Section, SelectField, Show, TextField, VirtualList,
        use_toasts,
    },
};

/// All cards, and a place to write one down.
#[component]
pub(super) fn Strategies() -> impl IntoView {
    let all = use_notebook()
        .memo(|notebook: &Notebook| notebook.strategies().iter().map(Strategy::id).collect::<Vec<_>>());
    view! {
        <Section title=t(mentoring::WorkedForMe)>
            <Show when=move || all.with(Vec::is_empty)>
                <p class="quiet">{t(mentoring::NoStrategies)}</p>
            </Show>
            <VirtualList
                label=t(mentoring::WorkedForMe)
                items=all
                key=|id| id.uuid().as_u128()
                estimate=|_| 300.0
                gap=Gap::Medium
                row=|id| view! { <StrategyCard id /> }.into_any()
                remember_as="strategies"
            />
            <AddStrategy />
        </Section>
    }
}

#[component]
fn StrategyCard(id: RecordId) -> impl IntoView {
    let (store, toasts) = (use_notebook(), use_toasts());
    let card = store.memo(move |notebook| notebook.strategy(id));
    let title = Memo::new(move |_| {
        card.with(|card| card.as_ref().map(|one| one.title().to_owned()).unwrap_or_default())
    });
    let text = move |field: waymark_domain::field::Field| {
        card.with(|card| card.as_ref().map(|one| one.0.text(field).to_owned()).unwrap_or_default())
    };
    let remove =
        move |_| delete(store, toasts, id, tf(mentoring::InTrash, &[("title", &title.get_untracked())]));
    view! {
        <article class="card">
            <h3 dir="auto">{move || title.get()}</h3>
            <div class="row row-tight">
                {move || card.with(|card| card.as_ref().map(|one| t(words::sort(one.sort())))).map(|label| view! { <Chip label /> })}
                {move || from_chip(&text(strategy::FROM))}
            </div>
            <p class="written" dir="auto">{move || text(strategy::TEXT)}</p>
            {move || view! { <Link link=text(strategy::LINK) /> }}
            <Worked id />
            <ShareWith id />
            <Disclosure label=tf(mentoring::EditCard, &[("title", &title.get_untracked())])>
                <DraftLine id field=strategy::TITLE label=t(mentoring::StrategyTitle) />
                <DraftText id field=strategy::TEXT label=t(mentoring::StrategyText) />
                <DraftLine id field=strategy::LINK label=t(mentoring::LinkField) />
                <div class="row">
                    <Button label=t(mentoring::DeleteCard) icon=Icon::Trash on_click=remove />
                </div>
            </Disclosure>
        </article>
    }
}

#[component]
fn Worked(id: RecordId) -> impl IntoView {
    let store = use_notebook();
    let on =
        store.memo(move |notebook| notebook.record(id).is_some_and(|record| record.flag(strategy::WORKED)));
    let choice = Choice::new(store, id, strategy::WORKED);
    view! { <Checkbox label=t(mentoring::ItWorked) checked=on on_change=move |on: bool| choice.write(on) /> }
}

/// A new card, by its name alone.
#[component]
fn AddStrategy() -> impl IntoView {
    let store = use_notebook();
    let (title, sort) = (RwSignal::new(String::new()), RwSignal::new(Sort::default()));
    let refused = RwSignal::new(None::<ChangeError>);
    let options: Vec<_> = Sort::ALL.into_iter().map(|sort| (sort, t(words::sort(sort)).to_owned())).collect();
    let add = move || {
        let (text, link, from) = (String::new(), String::new(), String::new());
        let (title_now, sort) = (title.get_untracked(), sort.get_untracked());
        let act = Act::AddStrategy { title: title_now, sort, text, link, from, origin: None };
        match store.apply(act) {
            Ok(_) => title.set(String::new()),
            Err(error) => refused.set(Some(error)),
        }
    };
    view! {
        <Disclosure label=t(mentoring::AddStrategy)>
            <TextField
                label=t(mentoring::StrategyTitle)
                value=title
                on_input=move |text| {
                    title.set(text);
                    refused.set(None);
                }
                on_enter=move |_| add()
                error=Signal::derive(move || refused.get().map(refused_new))
            />
            <SelectField label=t(mentoring::StrategySort) value=sort options on_change=move |chosen| sort.set(chosen) />
            <div class="row">
                <Button label=t(mentoring::Add) on_click=move |_| add() />
            </div>
        </Disclosure>
    }
}
