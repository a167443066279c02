//! Saving a file for someone: with a passphrase it is sealed first. It is noted in the ledger only once it is out.

use leptos::{prelude::*, task::spawn_local};
use waymark_domain::{
    file::SealedError,
    id::RecordId,
    mentoring::{Act, Outgoing},
};

use super::next_file::NextFile;
use crate::{
    browser::{files, focus},
    state::{
        notebook_store::{NotebookStore, use_notebook},
        sealing::seal,
    },
    text::{Text, mentoring, tf},
    widgets::{Toasts, use_toasts},
};

/// How it goes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Progress {
    Resting,
    Working,
    Failed(Text),
}

impl PartialEq for Progress {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// One file on its way out.
#[derive(Clone, Copy)]
pub(super) struct Saving {
    store: NotebookStore,
    toasts: Toasts,
    with: RecordId,
    next: NextFile,
    open: RwSignal<bool>,
    /// Whether it gets a passphrase.
    pub(super) locked: RwSignal<bool>,
    /// Kept in memory while the preview is open, and nowhere else.
    pub(super) passphrase: RwSignal<String>,
    pub(super) progress: RwSignal<Progress>,
}

type Way = fn(&str, &str) -> files::Leaving;

impl Saving {
    pub(super) fn new(with: RecordId, open: RwSignal<bool>) -> Self {
        Self {
            store: use_notebook(),
            toasts: use_toasts(),
            with,
            next: NextFile::here(),
            open,
            locked: RwSignal::new(false),
            passphrase: RwSignal::new(String::new()),
            progress: RwSignal::new(Progress::Resting),
        }
    }

    /// With a passphrase, or without.
    pub(super) fn lock(self, on: bool) {
        self.locked.set(on);
        self.passphrase.set(String::new());
        self.progress.set(Progress::Resting);
    }

    /// The person writes the passphrase; what was wrong before is being put right.
    pub(super) fn write_passphrase(self, text: String) {
        self.passphrase.set(text);
        self.progress.set(Progress::Resting);
    }

    /// Whether the file would hold nothing at all.
    pub(super) fn is_nothing(self) -> bool {
        self.next.get().is_none_or(|next| next.is_nothing())
    }

    /// Closes the preview and forgets the passphrase.
    pub(super) fn close(self) {
        self.open.set(false);
        self.locked.set(false);
        self.passphrase.set(String::new());
        self.progress.set(Progress::Resting);
    }

    /// Saves the file where the browser saves files.
    pub(super) fn save(self) {
        self.begin(|name, text| files::Leaving::Done(files::save_as(name, "application/json", text)));
    }

    /// Hands the file to the system, which offers other apps.
    pub(super) fn hand_over(self) {
        self.begin(files::hand_over);
    }

    fn begin(self, way: Way) {
        self.store.pending().finish_all();
        if self.locked.get_untracked() && self.passphrase.with_untracked(String::is_empty) {
            focus::soon(".dialog input[type=text]");
            return self.fail(mentoring::NoPassphrase);
        }
        let Some(leaving) = self.next.now() else { return };
        self.progress.set(Progress::Working);
        spawn_local(async move {
            let (locked, passphrase) = (self.locked.get_untracked(), self.passphrase.get_untracked());
            let sealed = if locked { Some(seal(leaving.bytes(), &passphrase).await) } else { None };
            // Whoever closed the preview meanwhile does not want it saved any more.
            if self.open.try_get_untracked() != Some(true) {
                return;
            }
            match sealed.transpose() {
                Ok(sealed) => self.send(&leaving, sealed.as_deref().unwrap_or(leaving.bytes()), way).await,
                Err(error) => self.fail(why(error)),
            }
        });
    }

    async fn send(self, leaving: &Outgoing, text: &str, way: Way) {
        let file = leaving.file().clone();
        if !way(&leaving.name(), text).is_done().await {
            return self.fail(mentoring::NotSaved);
        }
        let (to, with) = (file.to.name.clone(), self.with);
        // The file is out, so nothing may keep it from being noted; a relationship that is gone has no ledger.
        self.store.apply(Act::NoteSent { with, file: Box::new(file) }).map(drop).unwrap_or_default();
        self.close();
        self.toasts.show(tf(mentoring::FileSaved, &[("name", &to)]));
    }

    fn fail(self, why: Text) {
        self.progress.try_set(Progress::Failed(why));
    }
}

const fn why(error: SealedError) -> Text {
    match error {
        SealedError::NoMemory => mentoring::NoMemory,
        _ => mentoring::NotLocked,
    }
}
