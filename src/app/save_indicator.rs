//! Whether everything is stored: a quiet word in the top line, and a banner where a person must act.

use leptos::prelude::*;

use crate::{
    pages::files::back_up,
    state::{
        notebook_store::use_notebook,
        preferences::use_preferences,
        save_status::{NotSaved, SaveStatus},
    },
    text::{shell, t},
    widgets::{Banner, BannerTone, Button, Icon, IconView},
};

/// *Saved*, *Saving…* or *Not saved*.
#[component]
pub(super) fn SaveIndicator() -> impl IntoView {
    let store = use_notebook();
    move || {
        let (icon, words) = match store.save_status() {
            SaveStatus::Saved => (Icon::Check, shell::Saved),
            SaveStatus::Saving => (Icon::Working, shell::Saving),
            SaveStatus::NotSaved(_) => (Icon::NotSaved, shell::NotSaved),
        };
        view! { <span class="save-status"><IconView icon /><span>{t(words)}</span></span> }
    }
}

/// Stays as long as something is not stored, and says what to do.
#[component]
pub(super) fn NotSavedBanner() -> impl IntoView {
    let (store, preferences) = (use_notebook(), use_preferences());
    let why = Memo::new(move |_| match store.save_status() {
        SaveStatus::NotSaved(why) => Some(why),
        SaveStatus::Saved | SaveStatus::Saving => None,
    });
    let save = move |_| {
        back_up(store, preferences);
    };
    move || {
        why.get().map(|why| {
            let sentence = t(match why {
                NotSaved::Full => shell::StorageFull,
                NotSaved::Blocked => shell::StorageBlocked,
                NotSaved::Newer => shell::StorageNewer,
            });
            view! {
                <Banner text=sentence tone=BannerTone::Warn>
                    <Button label=t(shell::SaveACopy) icon=Icon::Download on_click=save />
                </Banner>
            }
        })
    }
}
