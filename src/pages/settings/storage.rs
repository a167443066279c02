//! How much of this browser's storage is in use, and what in it could not be read.

use leptos::prelude::*;
use waymark_domain::store::Unreadable;

use crate::{
    browser::{files, intl},
    state::{
        new_build::{Offline, use_offline},
        notebook_store::use_notebook,
    },
    text::{settings, t, tf, tn},
    widgets::{Banner, BannerTone, Button, Icon, Section},
};

/// Storage used of what there is.
#[component]
pub(super) fn StorageUsed() -> impl IntoView {
    let store = use_notebook();
    let keeper = store.keeper();
    let usage = store.memo(move |_| keeper.usage().ok());
    let used = move || match usage.get() {
        Some(usage) => {
            let percent = ((usage.ours + usage.others) * 100).div_ceil(usage.capacity.max(1));
            let number = intl::number;
            tf(
                settings::StorageUsed,
                &[
                    ("ours", &number(usage.ours)),
                    ("capacity", &number(usage.capacity)),
                    ("percent", &number(percent)),
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
                value=move || usage.get().map(|usage| (usage.ours + usage.others) * 100 / usage.capacity.max(1))
            />
            <OpensOffline />
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
