//! A file while it is read: how far it is, and *Cancel*. Whatever stops it, nothing was changed.

use leptos::{prelude::*, task::spawn_local};
use waymark_domain::file::{FileError, MAX_BYTES, Read};
use web_sys::Blob;

use super::sentences;
use crate::{
    browser::{files, focus},
    text::{files as words, t},
    widgets::{Button, Show},
};

/// Where the focus goes when *Cancel* goes.
const CHOOSE: &str = ".file-input input";

/// Reads one file at a time: the last that was asked for.
#[derive(Clone, Copy)]
pub(super) struct Reader {
    stage: RwSignal<Option<Stage>>,
    percent: RwSignal<usize>,
    /// The number of the file that is wanted.
    wanted: StoredValue<usize>,
    on_read: Callback<Read>,
}

/// What there is to say of it.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Stage {
    Reading,
    Stopped,
    Refused(String),
}

impl Reader {
    /// `on_read` gets what was read.
    pub(super) fn new(on_read: Callback<Read>) -> Self {
        Self { stage: RwSignal::new(None), percent: RwSignal::new(0), wanted: StoredValue::new(0), on_read }
    }

    /// What there is to say now.
    pub(super) fn stage(self) -> Option<Stage> {
        self.stage.get()
    }

    /// Reads a file, instead of any other.
    pub(super) fn open(self, file: Blob) {
        spawn_local(async move { drop(self.open_now(file).await) });
    }

    /// The same; says why it was refused, if it was.
    pub(super) async fn open_now(self, file: Blob) -> Option<String> {
        let number = self.begin();
        if files::size(&file) > MAX_BYTES {
            self.end(number, Err(FileError::TooLarge));
        } else {
            match files::read(file).await {
                Some(bytes) => self.go_through(number, bytes).await,
                None => self.say(number, Some(Stage::Refused(t(words::CannotRead).to_owned()))),
            }
        }
        match self.stage.try_get_untracked().flatten() {
            Some(Stage::Refused(why)) => Some(why),
            _ => None,
        }
    }

    /// There is nothing to read; gives the reason back.
    pub(super) fn refuse(self, why: &str) -> String {
        self.say(self.begin(), Some(Stage::Refused(why.to_owned())));
        why.to_owned()
    }

    /// Reads the bytes of a file, instead of any other.
    pub(super) fn read(self, bytes: Vec<u8>) {
        let number = self.begin();
        spawn_local(self.go_through(number, bytes));
    }

    fn begin(self) -> usize {
        self.percent.set(0);
        self.stage.set(Some(Stage::Reading));
        self.wanted.update_value(|wanted| *wanted += 1);
        self.wanted.get_value()
    }

    async fn go_through(self, number: usize, bytes: Vec<u8>) {
        let read = files::read_in_slices(bytes, |progress| {
            let is_wanted = self.is_wanted(number);
            if is_wanted {
                self.percent.set(progress.percent());
            }
            is_wanted
        });
        if let Some(read) = read.await {
            self.end(number, read);
        }
    }

    fn end(self, number: usize, read: Result<Read, FileError>) {
        match read {
            Ok(read) if self.is_wanted(number) => {
                self.stage.set(None);
                self.on_read.run(read);
            }
            Ok(_) => {}
            Err(error) => self.say(number, Some(Stage::Refused(sentences::refused_file(error)))),
        }
    }

    fn say(self, number: usize, stage: Option<Stage>) {
        if self.is_wanted(number) {
            self.stage.set(stage);
        }
    }

    /// Whether nobody stopped it, chose another file or left the page.
    fn is_wanted(self, number: usize) -> bool {
        self.wanted.try_get_value() == Some(number)
    }

    fn stop(self) {
        self.wanted.update_value(|wanted| *wanted += 1);
        self.stage.set(Some(Stage::Stopped));
        focus::soon(CHOOSE);
    }
}

/// How far a file is read, while it is.
#[component]
pub(super) fn ReadingProgress(reader: Reader) -> impl IntoView {
    view! {
        <Show when=move || reader.stage.with(|stage| *stage == Some(Stage::Reading))>
            <div class="reading-progress">
                <progress
                    aria-label=t(words::ReadSoFar)
                    max="100"
                    value=move || reader.percent.get().to_string()
                />
                <Button label=t(words::Cancel) on_click=move |_| reader.stop() />
            </div>
        </Show>
    }
}
