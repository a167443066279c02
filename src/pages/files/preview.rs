//! What a file would bring, before anything is changed: in numbers, in days, and what is set aside and why.

mod counts;
mod range;

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use waymark_domain::file::{ImportOptions, Incoming, Plan, Preview};

pub(super) use self::counts::SetAsideList;
use self::{counts::CountList, range::Range};
use super::{sentences, storing::StoringProgress};
use crate::{
    browser::intl,
    state::{
        commands::{Command, use_commands},
        importing::{ImportError, Storing},
        notebook_store::{NotebookStore, use_notebook},
        preferences::use_preferences,
    },
    text::{files, shell, t, tf, tn},
    widgets::{Banner, BannerTone, Button, Checkbox, Dialog, Tone, use_toasts},
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
    let storing = Storing::new();
    let close = move || {
        storing.stop();
        options.set(ImportOptions::default());
        refused.set(None);
        on_close.run(());
    };
    let import = move || {
        let Some(incoming) = incoming.get_untracked().filter(|_| storing.share().is_none()) else { return };
        let plan = untrack(|| options.with(|options| store.plan(&incoming, options)));
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
            actions=move || view! { <Actions import=import cancel=close /> }
        >
            {move || incoming.get().map(|incoming| view! { <WhatComesIn store incoming options refused /> })}
            <StoringProgress storing />
        </Dialog>
    }
}

#[component]
fn Actions(
    import: impl Fn() + Copy + Send + Sync + 'static,
    cancel: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <Button label=t(files::Cancel) on_click=move |_| cancel() />
        <Button label=t(files::Import) tone=Tone::Primary on_click=move |_| import() />
    }
}

#[component]
fn WhatComesIn(
    store: NotebookStore,
    incoming: Arc<Incoming>,
    options: RwSignal<ImportOptions>,
    refused: RwSignal<Option<ImportError>>,
) -> impl IntoView {
    let diary = matches!(*incoming, Incoming::Diary(_));
    store.read_everything();
    let days = match &*incoming {
        Incoming::Diary(diary) => diary.days(),
        Incoming::Notebook(_) => None,
    };
    let plan: Memo<Plan> = Memo::new(move |_| {
        refused.set(None);
        options.with(|options| store.plan(&incoming, options))
    });
    let preview = move |read: fn(&Preview) -> bool| plan.with(|plan| read(&plan.preview));
    view! {
        <p>{move || sentences::whose(plan.with(|plan| plan.preview.whose))}</p>
        <p class="quiet">{move || plan.with(|plan| written(&plan.preview))}</p>
        {days.map(|days| view! { <Range days options /> })}
        <CountList plan />
        <Show when=move || preview(Preview::is_nothing)>
            <p>{t(if diary { files::NothingInRange } else { files::NothingNew })}</p>
        </Show>
        <Show when=move || preview(|preview| preview.all().erased_here > 0)>
            <Checkbox
                label=t(files::BringBack)
                checked=Signal::derive(move || options.with(|options| options.bring_back))
                on_change=move |on| options.update(|options| options.bring_back = on)
            />
        </Show>
        <SetAsideList aside=Signal::derive(move || plan.with(|plan| plan.preview.set_aside.clone())) />
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
