//! What a file would bring, before anything is changed: in numbers, in days, and what is set aside and why.

mod counts;
mod range;

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use waymark_domain::file::{ImportOptions, Incoming, Preview};

pub(super) use self::counts::SetAsideList;
use self::{counts::CountList, range::Range};
use super::{
    progress::{StoringProgress, WorkProgress},
    sentences,
};
use crate::{
    browser::intl,
    signal::Signal,
    state::{
        commands::{Command, use_commands},
        importing::{ImportError, Storing},
        notebook_store::{NotebookStore, use_notebook},
        planning::Planner,
        preferences::use_preferences,
    },
    text::{files, shell, t, tf, tn},
    widgets::{Banner, BannerTone, Button, Checkbox, Dialog, Show, Tone, use_toasts},
};

/// Opens as soon as a file was read; `on_close` forgets the file.
#[component]
pub(super) fn ImportDialog(
    incoming: Signal<Option<Arc<Incoming>>>,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    let (store, preferences, toasts) = (use_notebook(), use_preferences(), use_toasts());
    let commands = use_commands();
    let options = RwSignal::new(ImportOptions::default());
    let refused = RwSignal::new(None::<ImportError>);
    let (planner, storing) = (Planner::new(), Storing::new());
    let disabled = Signal::derive(move || !planner.is_ready() || storing.share().is_some());
    let close = move || {
        storing.stop();
        on_close.run(());
    };
    let import = move || {
        let Some(plan) = planner.plan() else { return };
        let changes = plan.preview.all().changes();
        spawn_local(async move {
            match store.import(plan, storing).await {
                Ok(_) => {
                    preferences.begin();
                    close();
                    let undo = move || commands.run(Command::Undo);
                    toasts.offer(tn(files::CameIn, changes), t(shell::Undo), undo);
                }
                Err(ImportError::Stopped) => {}
                Err(error) => drop(refused.try_set(Some(error))),
            }
        });
    };
    view! {
        <Dialog
            open=Signal::derive(move || incoming.with(Option::is_some))
            on_close=move |()| close()
            title=t(files::PreviewTitle)
            close_label=t(shell::Close)
            actions=move || view! { <Actions disabled import=import cancel=close /> }
        >
            {move || incoming.get().map(|incoming| view! { <WhatComesIn store incoming options planner refused /> })}
            <WorkProgress
                share=Signal::derive(move || planner.share())
                says=files::Planning
                so_far=files::PlannedSoFar
            />
            <StoringProgress storing />
        </Dialog>
    }
}

#[component]
fn Actions(
    disabled: Signal<bool>,
    import: impl Fn() + Copy + Send + Sync + 'static,
    cancel: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <Button label=t(files::Cancel) on_click=move |_| cancel() />
        <Button label=t(files::Import) tone=Tone::Primary disabled on_click=move |_| import() />
    }
}

#[component]
fn WhatComesIn(
    store: NotebookStore,
    incoming: Arc<Incoming>,
    options: RwSignal<ImportOptions>,
    planner: Planner,
    refused: RwSignal<Option<ImportError>>,
) -> impl IntoView {
    let diary = matches!(*incoming, Incoming::Diary(_));
    // What was chosen for another file does not apply to this one.
    options.set(ImportOptions::default());
    store.read_everything();
    let days = match &*incoming {
        Incoming::Diary(diary) => diary.days(),
        Incoming::Notebook(_) => None,
    };
    on_cleanup(move || planner.stop());
    let plan = move || {
        refused.set(None);
        options.with(|options| planner.begin(store, incoming.clone(), options));
    };
    view! {
        // Runs at once, and again when the notebook or what was chosen changes.
        {plan}
        <Show when=move || planner.is_known()>
            <p>{move || planner.read(|preview| sentences::whose(preview.whose))}</p>
            <p class="quiet">{move || planner.read(written)}</p>
        </Show>
        {days.map(|days| view! { <Range days options /> })}
        <CountList planner />
        <Show when=move || planner.read(Preview::is_nothing)>
            <p>{t(if diary { files::NothingInRange } else { files::NothingNew })}</p>
        </Show>
        <Show when=move || planner.read(|preview| preview.all().erased_here > 0)>
            <Checkbox
                label=t(files::BringBack)
                checked=Signal::derive(move || options.with(|options| options.bring_back))
                on_change=move |on| options.update(|options| options.bring_back = on)
            />
        </Show>
        <SetAsideList aside=Signal::derive(move || planner.read(|preview| preview.set_aside.clone())) />
        {move || {
            let advice = if diary { files::NoRoomDiary } else { files::NoRoomBackup };
            let why = refused.get().map(|error| sentences::refused_import(error, advice))?;
            Some(view! { <Banner text=why tone=BannerTone::Warn /> })
        }}
    }
}

/// When the file was written, and the days of its entries.
fn written(preview: &Preview) -> String {
    let day = intl::day_short_with_year;
    let written = preview.written.map(|written| tf(files::WrittenOn, &[("day", &day(written))]));
    let entries = preview
        .days
        .map(|(first, last)| tf(files::EntriesFromTo, &[("first", &day(first)), ("last", &day(last))]));
    [written, entries].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
