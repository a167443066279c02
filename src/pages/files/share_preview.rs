//! What a file from another person would bring: who it says it is from, what is new, what is set aside and why. Nothing is
//! changed before *Import*.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use waymark_domain::{
    file::{OpenedShare, Plan, Recency, Sender, ShareCounts, ShareError, ShareOptions, SharePreview},
    id::RecordId,
};

use super::{preview::SetAsideList, progress::StoringProgress, sentences};
use crate::{
    browser::intl,
    memo::Memo,
    pages::shared::kinds::words,
    route::{Route, navigate},
    signal::Signal,
    state::{
        commands::{Command, use_commands},
        importing::{ImportError, Storing},
        notebook_store::{NotebookStore, use_notebook},
        preferences::use_preferences,
    },
    text::{files, mentoring, shell, t, tf, tn},
    widgets::{Banner, BannerTone, Button, Dialog, SelectField, Show, TextField, Tone, use_toasts},
};

type Planned = Result<Plan<SharePreview>, ShareError>;

/// Opens as soon as a file from a person was read; `on_close` forgets it.
#[component]
pub(super) fn ShareDialog(
    opened: Signal<Option<Arc<OpenedShare>>>,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    let (store, preferences, toasts) = (use_notebook(), use_preferences(), use_toasts());
    let commands = use_commands();
    let person = RwSignal::new(None::<RecordId>);
    let name = RwSignal::new(String::new());
    let not_taken = RwSignal::new(None::<ShareError>);
    let refused = RwSignal::new(None::<ImportError>);
    let storing = Storing::new();
    // What was chosen for another file says nothing about this one.
    let begin = move || {
        person.set(None);
        name.set(String::new());
        not_taken.set(None);
        refused.set(None);
    };
    let close = move || {
        storing.stop();
        begin();
        on_close.run(());
    };
    // Worked out once, for what is shown and for whether it can be imported. What to call someone new makes no difference to
    // that, so it is not worked out again for each letter.
    let planned: Memo<Option<Planned>> =
        Memo::new(move |_| opened.get().map(|opened| plan(store, &opened, person.get(), String::new())));
    let nothing = move || {
        planned.with(|planned| {
            let plan = planned.as_ref().and_then(|planned| planned.as_ref().ok());
            plan.is_none_or(|plan| plan.preview.is_nothing())
        })
    };
    let disabled = Signal::derive(move || nothing() || storing.share().is_some());
    let import = move || {
        let Some(opened) = opened.get_untracked() else { return };
        let named = plan(store, &opened, person.get_untracked(), name.get_untracked());
        let plan = match named {
            Ok(plan) => plan,
            Err(error) => return not_taken.set(Some(error)),
        };
        let (person, news) = (plan.preview.relationship, plan.preview.news());
        spawn_local(async move {
            match store.import(plan, storing).await {
                Ok(_) => {
                    preferences.begin();
                    close();
                    navigate(&Route::Person(person.uuid()));
                    let said =
                        if news == 0 { t(files::FileIsIn).to_owned() } else { tn(files::CameIn, news) };
                    toasts.offer(said, t(shell::Undo), move || commands.run(Command::Undo));
                }
                Err(ImportError::Stopped) => {}
                Err(error) => drop(refused.try_set(Some(error))),
            }
        });
    };
    view! {
        <Dialog
            open=Signal::derive(move || opened.with(Option::is_some))
            on_close=move |()| close()
            title=t(files::PreviewTitle)
            close_label=t(shell::Close)
            actions=move || {
                view! {
                    <Button label=t(files::Cancel) on_click=move |_| close() />
                    <Button label=t(files::Import) tone=Tone::Primary disabled on_click=move |_| import() />
                }
            }
        >
                {move || opened.get().map(|opened| {
                begin();
                store.read_everything();
                view! { <WhatComes opened planned person name not_taken refused /> }
            })}
            <StoringProgress storing />
        </Dialog>
    }
}

/// Someone new needs a name: their own, or a word for someone without one.
fn plan(store: NotebookStore, opened: &OpenedShare, person: Option<RecordId>, name: String) -> Planned {
    let mut options = ShareOptions { person, name };
    if options.name.trim().is_empty() && opened.file.from.name.trim().is_empty() {
        t(mentoring::Someone).clone_into(&mut options.name);
    }
    store.plan_share(opened, &options)
}

#[component]
fn WhatComes(
    opened: Arc<OpenedShare>,
    planned: Memo<Option<Planned>>,
    person: RwSignal<Option<RecordId>>,
    name: RwSignal<String>,
    not_taken: RwSignal<Option<ShareError>>,
    refused: RwSignal<Option<ImportError>>,
) -> impl IntoView {
    let (message, agreed) = (opened.file.message.clone(), opened.file.agreement.is_some());
    let preview = Memo::new(move |_| {
        planned.with(|planned| planned.as_ref()?.as_ref().ok().map(|plan| plan.preview.clone()))
    });
    let failed =
        move || planned.with(|planned| planned.as_ref()?.as_ref().err().copied()).or(not_taken.get());
    let aside = Signal::derive(move || {
        preview.with(|preview| preview.as_ref().map(|it| it.set_aside.clone()).unwrap_or_default())
    });
    view! {
        {move || failed().map(|error| view! { <Banner text=sentences::refused_share(error) tone=BannerTone::Warn /> })}
        {move || preview.get().map(|preview| view! { <FromWhom preview /> })}
        <WhoIsIt preview person name=name not_taken />
        {move || preview.get().map(|preview| view! { <Counts preview /> })}
        {(!message.is_empty()).then(|| view! { <p class="written" dir="auto">{message}</p> })}
        {agreed.then(|| view! { <p>{t(files::WithAgreement)}</p> })}
        <SetAsideList aside />
        {move || refused.get().map(|error| view! { <Banner text=sentences::refused_import(error, files::NoRoomBackup) tone=BannerTone::Warn /> })}
    }
}

/// Who it is from, and when it was written.
#[component]
fn FromWhom(preview: SharePreview) -> impl IntoView {
    let store = use_notebook();
    let known = |id: RecordId| store.with_untracked(|notebook| notebook.relationship_name(id));
    let is_first = |id: RecordId| {
        store.with_untracked(|notebook| notebook.relationship(id).is_some_and(|one| one.person().is_none()))
    };
    let own = preview.name.clone();
    let name = if own.is_empty() { t(mentoring::Someone).to_owned() } else { own };
    let who = match &preview.sender {
        Sender::Known(id) if is_first(*id) => {
            tf(files::FirstFrom, &[("name", &name), ("known", &known(*id))])
        }
        Sender::Known(id) => tf(files::FromKnown, &[("name", &known(*id))]),
        Sender::Unknown { claims_to_be: Some(id), .. } => {
            tf(files::ClaimsToBe, &[("name", &name), ("known", &known(*id))])
        }
        Sender::Unknown { .. } => tf(files::FromSomeoneNew, &[("name", &name)]),
    };
    let day = intl::day_short_with_year(preview.written);
    let recency = match preview.recency {
        Recency::Latest => None,
        Recency::Older => Some(files::OlderFile),
        Recency::Twin => Some(files::TwinFile),
        Recency::Here => Some(files::NothingNew),
    };
    view! {
        <p><bdi>{who}</bdi></p>
        <p class="quiet">{tf(files::WrittenOn, &[("day", &day)])}</p>
        {recency.map(|words| view! { <p>{t(words)}</p> })}
    }
}

/// For a file of an unknown thread: someone new, or one of those it could be from.
#[component]
fn WhoIsIt(
    preview: Memo<Option<SharePreview>>,
    person: RwSignal<Option<RecordId>>,
    name: RwSignal<String>,
    not_taken: RwSignal<Option<ShareError>>,
) -> impl IntoView {
    let store = use_notebook();
    let could_be = Memo::new(move |_| match preview.get().map(|preview| preview.sender) {
        Some(Sender::Unknown { could_be, .. }) => Some(could_be),
        _ => None,
    });
    let theirs = Memo::new(move |_| {
        preview.with(|preview| preview.as_ref().map(|it| it.name.clone()).unwrap_or_default())
    });
    let choices = Signal::derive(move || {
        let known = could_be.get().unwrap_or_default().into_iter();
        let known = known.map(|id| (Some(id), store.with(|notebook| notebook.relationship_name(id))));
        [(None, t(files::SomeoneNew).to_owned())].into_iter().chain(known).collect::<Vec<_>>()
    });
    let called = Signal::derive(move || {
        Some(name.get()).filter(|name| !name.is_empty()).unwrap_or_else(|| theirs.get())
    });
    view! {
        <Show when=move || could_be.with(|all| all.as_ref().is_some_and(|all| !all.is_empty()))>
            <SelectField
                label=t(files::WhoIsIt)
                value=person
                options=choices
                on_change=move |chosen| person.set(chosen)
            />
        </Show>
        <Show when=move || could_be.with(Option::is_some) && person.get().is_none()>
            <TextField
                label=t(files::WhatDoYouCallThem)
                value=called
                on_input=move |typed| {
                    name.set(typed);
                    not_taken.set(None);
                }
            />
        </Show>
    }
}

/// `2 goals: 1 new, 1 changed`, a line for each kind.
#[component]
fn Counts(preview: SharePreview) -> impl IntoView {
    let line = |(kind, counts): (&'static str, ShareCounts)| {
        let total = counts.new + counts.changed + counts.same + counts.gone;
        let all = [
            (files::New, counts.new),
            (files::Newer, counts.changed),
            (files::Same, counts.same),
            (files::GoneFromFile, counts.gone),
        ];
        let parts = all.into_iter().filter(|(_, count)| *count > 0).map(|(said, count)| tn(said, count));
        let parts = parts.collect::<Vec<_>>().join(" · ");
        view! { <li><strong>{tn(words(kind).shared, total)}</strong><span class="quiet">{parts}</span></li> }
    };
    view! {
        <ul class="stack stack-tight import-counts">
            {preview.counts.into_iter().map(line).collect_view()}
        </ul>
    }
}
