//! A file that is kept up to date by itself, where the browser can do that.

use leptos::prelude::*;
use waymark_domain::{Notebook, file};

use crate::{
    browser::clock,
    state::{
        backup_file::{BackupFile, BackupState, can_keep, use_backup_file},
        notebook_store::use_notebook,
    },
    text::{settings, t, tf},
    widgets::{Button, Icon, Tone},
};

/// Choose a file, allow it again, or let it be.
#[component]
pub(super) fn BackupFileRow() -> impl IntoView {
    can_keep().then(|| {
        let kept = use_backup_file();
        view! {
            <div class="stack stack-tight">
                <p class="quiet" aria-live="polite">{move || sentence(&kept.state())}</p>
                <div class="row">{move || buttons(&kept)}</div>
            </div>
        }
    })
}

fn sentence(state: &BackupState) -> String {
    match state {
        BackupState::None => t(settings::KeptFileHint).to_owned(),
        BackupState::UpToDate(name) => tf(settings::KeptFileIs, &[("name", name)]),
        BackupState::MustAsk(name) => tf(settings::KeptFileAsks, &[("name", name)]),
        BackupState::Failed(name) => tf(settings::KeptFileFailed, &[("name", name)]),
    }
}

fn buttons(kept: &BackupFile) -> AnyView {
    let kept = *kept;
    let store = use_notebook();
    let choose = move |_| {
        kept.choose(
            store.with_untracked(|notebook: &Notebook| file::file_name(notebook.name(), clock::today())),
        );
    };
    let choose = move |label| view! { <Button label=t(label) icon=Icon::Download on_click=choose /> };
    let stop = move || view! { <Button label=t(settings::KeptFileStop) tone=Tone::Plain on_click=move |_| kept.stop() /> };
    match kept.state() {
        BackupState::None => choose(settings::KeepAFile).into_any(),
        BackupState::UpToDate(_) => stop().into_any(),
        BackupState::MustAsk(_) => {
            view! { <Button label=t(settings::KeptFileGoOn) on_click=move |_| kept.go_on() /> {stop()} }
                .into_any()
        }
        BackupState::Failed(_) => view! { {choose(settings::KeepAnotherFile)} {stop()} }.into_any(),
    }
}
