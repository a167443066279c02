//! *Open a file*: choose it, drop it, paste it, or share it from another app. What it would bring is shown before anything is changed.

use std::sync::Arc;

use leptos::{ev, prelude::*, task::spawn_local};
use waymark_domain::file::{self, FileError, Incoming, MAX_BYTES, Read, SealedFile, share::OpenedShare};
use web_sys::{Blob, File};

use super::{preview::ImportDialog, sentences, share_preview::ShareDialog, unseal::UnsealDialog};
use crate::{
    browser::{
        dom,
        files::{self, Pasted},
        shared_file,
    },
    route::{Route, replace, use_route},
    text::{files as words, t},
    widgets::{Banner, BannerTone, DropZone, FileInput, Icon, use_toasts},
};

/// What was opened last.
#[derive(Clone)]
enum Opened {
    Reading,
    Refused(String),
    Sealed(Arc<SealedFile>),
    Read(Arc<Incoming>),
    Share(Arc<OpenedShare>),
}

/// Choose, drop or paste a file; a dialog then shows what would come in.
#[component]
pub fn OpenFile() -> impl IntoView {
    let opened = RwSignal::new(None::<Opened>);
    let take = move |file: File| spawn_local(open(file.into(), opened));
    listen_for_paste(opened);
    take_what_was_shared(opened);
    let incoming = Signal::derive(move || match opened.get() {
        Some(Opened::Read(incoming)) => Some(incoming),
        _ => None,
    });
    let share = Signal::derive(move || match opened.get() {
        Some(Opened::Share(share)) => Some(share),
        _ => None,
    });
    let sealed = Signal::derive(move || match opened.get() {
        Some(Opened::Sealed(sealed)) => Some(sealed),
        _ => None,
    });
    let close = move || drop(opened.try_set(None));
    view! {
        <DropZone on_file=take>
            <FileInput
                label=t(words::OpenAFile)
                icon=Icon::Upload
                accept=".json,.jsonl,.ndjson,.txt,application/json"
                on_file=take
            />
            <p class="quiet">{t(words::DropOrPaste)}</p>
        </DropZone>
        <div aria-live="polite">
            {move || match opened.get()? {
                Opened::Reading => Some(view! { <p class="quiet">{t(words::Reading)}</p> }.into_any()),
                Opened::Refused(why) => Some(view! { <Banner text=why tone=BannerTone::Warn /> }.into_any()),
                Opened::Read(_) | Opened::Share(_) | Opened::Sealed(_) => None,
            }}
        </div>
        <ImportDialog incoming on_close=move |()| close() />
        <ShareDialog opened=share on_close=move |()| close() />
        <UnsealDialog sealed on_read=move |read| show(opened, Ok(read)) on_close=move |()| close() />
    }
}

/// A paste anywhere on the page brings a file in, except into a field someone writes in.
fn listen_for_paste(opened: RwSignal<Option<Opened>>) {
    let listener = window_event_listener(ev::paste, move |event| {
        if dom::is_writing(&event) {
            return;
        }
        match files::pasted(&event) {
            Some(Pasted::File(file)) => spawn_local(open(file.into(), opened)),
            Some(Pasted::Text(text)) => show(opened, file::read(text.as_bytes())),
            None => {}
        }
    });
    on_cleanup(move || listener.remove());
}

/// A file from another app is taken out at the address for it, which then gives way: reloading looks for no other file.
fn take_what_was_shared(opened: RwSignal<Option<Opened>>) {
    let (route, toasts) = (use_route(), use_toasts());
    Effect::new(move |_| {
        if route.with(|route| *route == Route::Opened) {
            replace(&Route::Settings);
            spawn_local(async move {
                match shared_file::take().await {
                    Some(file) => open(file, opened).await,
                    None => drop(opened.try_set(Some(Opened::Refused(t(words::NothingShared).to_owned())))),
                }
                // Whoever comes this way has not seen yet where files are opened.
                if let Some(Some(Opened::Refused(why))) = opened.try_get_untracked() {
                    toasts.show(why);
                }
            });
        }
    });
}

async fn open(file: Blob, opened: RwSignal<Option<Opened>>) {
    opened.try_set(Some(Opened::Reading));
    if files::size(&file) > MAX_BYTES {
        return show(opened, Err(FileError::TooLarge));
    }
    match files::read(file).await {
        Some(bytes) => show(opened, file::read(&bytes)),
        None => drop(opened.try_set(Some(Opened::Refused(t(words::CannotRead).to_owned())))),
    }
}

fn show(opened: RwSignal<Option<Opened>>, read: Result<Read, FileError>) {
    opened.try_set(Some(match read {
        Ok(Read::Plain(incoming)) => Opened::Read(Arc::new(incoming)),
        Ok(Read::Share(share)) => Opened::Share(Arc::new(*share)),
        Ok(Read::Sealed(sealed)) => Opened::Sealed(Arc::new(sealed)),
        Err(error) => Opened::Refused(sentences::refused_file(error)),
    }));
}
