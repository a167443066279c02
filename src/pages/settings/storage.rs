//! How much of this browser's storage is in use, and what in it could not be read.

use leptos::prelude::*;
use waymark_domain::{
    progress,
    store::{Unreadable, Usage},
};

use crate::{
    browser::{files, intl},
    memo::Memo,
    state::{
        durability::LogState,
        new_build::{Offline, use_offline},
        notebook_store::{NotebookStore, use_notebook},
        persistence::{Keeps, use_persistence},
    },
    text::{Text, settings, t, tf, tn},
    widgets::{Banner, BannerTone, Button, Icon, Section, Show},
};

/// Storage used of what there is.
#[component]
pub(super) fn StorageUsed() -> impl IntoView {
    let store = use_notebook();
    let keeper = store.keeper();
    let usage = store.memo(move |_| keeper.usage().ok());
    let used = move || match usage.get() {
        Some(usage) => {
            let number = intl::number;
            tf(
                settings::StorageUsed,
                &[
                    ("ours", &number(usage.ours)),
                    ("capacity", &number(usage.capacity)),
                    ("percent", &number(usage.percent())),
                ],
            )
        }
        None => t(settings::StorageUnknown).to_owned(),
    };
    view! {
        <Section title=t(settings::Storage)>
            <p>{used}</p>
            <progress
                aria-label=t(settings::Storage)
                max="100"
                value=move || usage.get().map(|usage| usage.percent())
            />
            <OpensOffline />
            {move || years_left(store, usage.get()?).map(|words| view! { <p>{words}</p> })}
            <p class="quiet">{move || t(crash_words(keeper.log()))}</p>
            <HowItIsKept />
            <Show when=move || !keeper.locks_available()>
                <p class="quiet">{t(settings::NoLocks)}</p>
            </Show>
            {move || {
                let unreadable = keeper.unreadable();
                (!unreadable.is_empty()).then(|| view! { <SetAside unreadable /> })
            }}
        </Section>
    }
}

/// For how long the room will do.
fn years_left(store: NotebookStore, usage: Usage) -> Option<String> {
    let years = store.with_untracked(|notebook| progress::years_left(notebook, usage.ours, usage.free()))?;
    Some(if years == 0 { t(settings::LessThanAYear).to_owned() } else { tn(settings::YearsLeft, years) })
}

const fn crash_words(log: LogState) -> Text {
    match log {
        LogState::Missing => settings::NoJournal,
        LogState::Opening | LogState::UpToDate | LogState::Behind => settings::SafeFromACrash,
    }
}

/// What the browser does with it by itself, and asking it to do better.
#[component]
fn HowItIsKept() -> impl IntoView {
    let persistence = use_persistence();
    let keeps = Memo::new(move |_| persistence.get());
    move || {
        keeps.get().map(|keeps| {
            let ask =
                || view! { <Button label=t(settings::AskToKeep) on_click=move |_| persistence.ask() /> };
            view! {
                <p class="quiet">{t(keeps_words(keeps))}</p>
                {(keeps != Keeps::Always).then(|| view! { <div class="row">{ask()}</div> })}
            }
        })
    }
}

const fn keeps_words(keeps: Keeps) -> Text {
    match keeps {
        Keeps::Always => settings::KeepsAlways,
        Keeps::UnlessRoomIsShort => settings::KeepsUnlessRoomIsShort,
        Keeps::SevenDays => settings::KeepsSevenDays,
    }
}

/// Whether the app opens where there is no network.
#[component]
fn OpensOffline() -> impl IntoView {
    let offline = use_offline();
    let said = move || {
        t(match offline.get() {
            Offline::Ready => settings::OfflineReady,
            Offline::NotYet => settings::OfflineNotYet,
            Offline::Never => settings::OfflineNever,
        })
    };
    view! { <p class="quiet">{said}</p> }
}

/// Values that could not be read. They stay as they are until the person decides.
#[component]
fn SetAside(unreadable: Vec<Unreadable>) -> impl IntoView {
    let sentence = tn(settings::Unreadable, unreadable.len());
    let download = move |_| {
        let parts: Vec<_> = unreadable.iter().map(|part| (part.key.as_str(), part.raw.as_str())).collect();
        let text = serde_json::to_string_pretty(&parts).unwrap_or_default();
        // The button stays, so a browser that refuses can be asked again.
        files::save_as("waymark-unreadable.json", "application/json", &text);
    };
    view! {
        <Banner text=sentence tone=BannerTone::Warn>
            <Button label=t(settings::DownloadUnreadable) icon=Icon::Download on_click=download />
        </Banner>
    }
}
