//! Backing up, and opening a file.

use leptos::prelude::*;

use super::{backup_file::BackupFileRow, snapshots::Snapshots};
use crate::{
    browser::intl,
    pages::files::{OpenFile, back_up},
    state::{notebook_store::use_notebook, preferences::use_preferences},
    text::{settings, t, tf},
    widgets::{Button, Icon, Section, Tone, use_toasts},
};

/// The whole notebook out, and files in.
#[component]
pub(super) fn Data() -> impl IntoView {
    let (store, preferences, toasts) = (use_notebook(), use_preferences(), use_toasts());
    let save = move |_| {
        let said = if back_up(store, preferences) { settings::BackedUp } else { settings::NotBackedUp };
        toasts.show(t(said));
    };
    let last = move || match preferences.last_backup().get() {
        Some(day) => tf(settings::LastBackup, &[("day", &intl::day_near(day, store.today()))]),
        None => t(settings::NoBackupYet).to_owned(),
    };
    view! {
        <Section title=t(settings::Data)>
            <p class="quiet">{t(settings::DataHint)}</p>
            <div class="row">
                <Button label=t(settings::BackUp) icon=Icon::Download tone=Tone::Primary on_click=save />
                <p class="quiet">{last}</p>
            </div>
            <BackupFileRow />
            <OpenFile />
            <Snapshots />
        </Section>
    }
}
