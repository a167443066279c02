//! A file that is kept up to date by itself, where the browser can do that.

use leptos::prelude::*;
use waymark_domain::{Notebook, file};

use crate::{
    browser::clock,
    state::{
        kept_file::{KeptFile, Standing, can_keep, use_kept_file},
        notebook_store::use_notebook,
    },
    text::{settings, t, tf},
    widgets::{Button, Icon, Tone},
};

/// Choose a file, allow it again, or let it be.
#[component]
pub(super) fn KeptFileRow() -> impl IntoView {
    can_keep().then(|| {
        let kept = use_kept_file();
        view! {
            <div class="stack stack-tight">
                <p class="quiet" aria-live="polite">{move || sentence(&kept.standing())}</p>
                <div class="row">{move || buttons(&kept)}</div>
            </div>
        }
    })
}

fn sentence(standing: &Standing) -> String {
    match standing {
        Standing::None => t(settings::KeptFileHint).to_owned(),
        Standing::UpToDate(name) => tf(settings::KeptFileIs, &[("name", name)]),
        Standing::MustAsk(name) => tf(settings::KeptFileAsks, &[("name", name)]),
        Standing::Failed(name) => tf(settings::KeptFileFailed, &[("name", name)]),
    }
}

fn buttons(kept: &KeptFile) -> AnyView {
    let kept = *kept;
    let store = use_notebook();
    let choose = move |_| {
        kept.choose(
            store.with_untracked(|notebook: &Notebook| file::file_name(notebook.name(), clock::today())),
        );
    };
    let choose = move |label| view! { <Button label=t(label) icon=Icon::Download on_click=choose /> };
    let stop = move || view! { <Button label=t(settings::KeptFileStop) tone=Tone::Plain on_click=move |_| kept.stop() /> };
    match kept.standing() {
        Standing::None => choose(settings::KeepAFile).into_any(),
        Standing::UpToDate(_) => stop().into_any(),
        Standing::MustAsk(_) => {
            view! { <Button label=t(settings::KeptFileGoOn) on_click=move |_| kept.go_on() /> {stop()} }
                .into_any()
        }
        Standing::Failed(_) => view! { {choose(settings::KeepAnotherFile)} {stop()} }.into_any(),
    }
}
