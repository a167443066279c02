//! A file that opens only with a passphrase: asks for it, says what is going on meanwhile, and tells a wrong passphrase
//! from damage. What is inside is read without holding up the page, like any file.

use std::sync::Arc;

use leptos::{html, prelude::*, task::spawn_local};
use waymark_domain::file::{Progress, Read, SealedError, SealedFile};

use super::{progress::WorkProgress, sentences};
use crate::{
    browser::{dom, files::read_in_slices, focus},
    signal::Signal,
    text::{files, shell, t},
    widgets::{Button, Dialog, TextField, Tone},
};

/// Opens while there is a sealed file; `on_read` gets what is in it.
#[component]
pub(super) fn UnsealDialog(
    sealed: Signal<Option<Arc<SealedFile>>>,
    #[prop(into)] on_read: Callback<Read>,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    let passphrase = RwSignal::new(String::new());
    let working = RwSignal::new(false);
    let share = RwSignal::new(None::<f64>);
    let refused = RwSignal::new(None::<SealedError>);
    let close = move || {
        passphrase.set(String::new());
        refused.set(None);
        on_close.run(());
    };
    let open = Callback::new(move |()| {
        let Some(file) = sealed.get_untracked().filter(|_| !working.get_untracked()) else { return };
        working.set(true);
        refused.set(None);
        spawn_local(async move {
            // Lets the page show that it is working before the work holds it up.
            dom::painted().await;
            let is_wanted =
                || sealed.try_get_untracked().flatten().is_some_and(|wanted| Arc::ptr_eq(&wanted, &file));
            let typed = passphrase.get_untracked();
            let opened = open_file(&file, &typed, |progress| {
                share.try_set(Some(progress.share()));
                is_wanted()
            });
            let opened = opened.await;
            working.try_set(false);
            share.try_set(None);
            match opened.filter(|_| is_wanted()) {
                Some(Ok(read)) => {
                    passphrase.set(String::new());
                    on_read.run(read);
                }
                Some(Err(error)) => refused.set(Some(error)),
                None => {}
            }
        });
    });
    view! {
        <Dialog
            open=Signal::derive(move || sealed.with(Option::is_some))
            on_close=move |()| close()
            title=t(files::SealedTitle)
            close_label=t(shell::Close)
            actions=move || {
                view! {
                    <Button label=t(files::Cancel) on_click=move |_| close() />
                    <Button label=t(files::Unlock) tone=Tone::Primary disabled=working on_click=move |_| open.run(()) />
                }
            }
        >
            <Ask passphrase working refused open />
            <WorkProgress share=share.into() says=files::Reading so_far=files::ReadSoFar />
        </Dialog>
    }
}

/// Unlocks a file and reads what is inside; nothing comes of one that is not wanted any more.
async fn open_file(
    file: &SealedFile,
    passphrase: &str,
    go_on: impl Fn(Progress) -> bool,
) -> Option<Result<Read, SealedError>> {
    match file.open(passphrase) {
        Ok(text) => read_in_slices(text.into_bytes(), go_on).await.map(SealedFile::inside),
        Err(error) => Some(Err(error)),
    }
}

#[component]
fn Ask(
    passphrase: RwSignal<String>,
    working: RwSignal<bool>,
    refused: RwSignal<Option<SealedError>>,
    open: Callback<()>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    focus::on_arrival(input);
    view! {
        <p>{t(files::SealedWhat)}</p>
        <TextField
            label=t(files::Passphrase)
            verbatim=true
            value=passphrase
            on_input=move |text| {
                passphrase.set(text);
                refused.set(None);
            }
            on_enter=move |_| open.run(())
            error=Signal::derive(move || refused.get().map(sentences::refused_passphrase))
            node_ref=input
        />
        <p class="quiet" aria-live="polite">{move || working.get().then(|| t(files::Unlocking))}</p>
    }
}
