//! *Open a file*: choose it, drop it, paste it, or share it from another app. What it would bring is shown before anything is changed.

use std::sync::Arc;

use leptos::{ev, prelude::*, task::spawn_local};
use waymark_domain::file::{Incoming, OpenedShare, Read, SealedFile};
use web_sys::File;

use super::{
    preview::ImportDialog,
    reader::{Reader, ReadingProgress, Stage},
    share_preview::ShareDialog,
    unseal::UnsealDialog,
};
use crate::{
    browser::{
        dom,
        files::{self, Pasted},
        shared_file,
    },
    route::{Route, replace, use_route},
    signal::{Signal, effect},
    text::{files as words, t},
    widgets::{Banner, BannerTone, DropZone, FileInput, Icon, use_toasts},
};

/// What was opened last.
#[derive(Clone)]
enum Opened {
    Sealed(Arc<SealedFile>),
    Read(Arc<Incoming>),
    Share(Arc<OpenedShare>),
}

/// Choose, drop or paste a file; a dialog then shows what would come in.
#[component]
pub fn OpenFile() -> impl IntoView {
    let opened = RwSignal::new(None::<Opened>);
    let show = Callback::new(move |read| drop(opened.try_set(Some(Opened::from(read)))));
    let reader = Reader::new(show);
    listen_for_paste(reader);
    take_what_was_shared(reader);
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
        <DropZone on_file=move |file: File| reader.open(file.into())>
            <FileInput
                label=t(words::OpenAFile)
                icon=Icon::Upload
                accept=".json,.jsonl,.ndjson,.txt,application/json"
                on_file=move |file: File| reader.open(file.into())
            />
            <p class="quiet">{t(words::DropOrPaste)}</p>
        </DropZone>
        <div aria-live="polite">
            {move || match reader.stage()? {
                Stage::Reading => Some(view! { <p class="quiet">{t(words::Reading)}</p> }.into_any()),
                Stage::Stopped => Some(view! { <p class="quiet">{t(words::Stopped)}</p> }.into_any()),
                Stage::Refused(why) => Some(view! { <Banner text=why tone=BannerTone::Warn /> }.into_any()),
            }}
        </div>
        <ReadingProgress reader />
        <ImportDialog incoming on_close=move |()| close() />
        <ShareDialog opened=share on_close=move |()| close() />
        <UnsealDialog sealed on_read=move |read| show.run(read) on_close=move |()| close() />
    }
}

/// A paste anywhere on the page opens a file, unless it goes into a field.
fn listen_for_paste(reader: Reader) {
    let listener = window_event_listener(ev::paste, move |event| {
        if dom::is_writing(&event) {
            return;
        }
        match files::pasted(&event) {
            Some(Pasted::File(file)) => reader.open(file.into()),
            Some(Pasted::Text(text)) => reader.read(text.into_bytes()),
            None => {}
        }
    });
    on_cleanup(move || listener.remove());
}

impl From<Read> for Opened {
    fn from(read: Read) -> Self {
        match read {
            Read::Plain(incoming) => Self::Read(Arc::new(incoming)),
            Read::Share(share) => Self::Share(Arc::new(*share)),
            Read::Sealed(sealed) => Self::Sealed(Arc::new(sealed)),
        }
    }
}

/// A file from another app is taken out at the address for it, which then gives way: reloading looks for no other file.
fn take_what_was_shared(reader: Reader) {
    let (route, toasts) = (use_route(), use_toasts());
    effect(move || {
        if route.with(|route| *route == Route::Opened) {
            replace(&Route::Settings);
            spawn_local(async move {
                let why = match shared_file::take().await {
                    Some(file) => reader.open_now(file).await,
                    None => Some(reader.refuse(t(words::NothingShared))),
                };
                // Whoever comes this way has not seen yet where files are opened.
                if let Some(why) = why {
                    toasts.show(why);
                }
            });
        }
    });
}
