//! A file of the person's choice that always holds the whole notebook, where the browser can write one again and again.

use std::time::Duration;

use js_sys::Array;
use leptos::{leptos_dom::helpers::debounce, prelude::*};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use waymark_domain::file;

use super::{APP, notebook_store::NotebookStore};
use crate::browser::{
    backup_file, clock,
    database::{Database, Shelf},
};

pub use backup_file::can_keep;

/// How long the notebook must rest before the file is written.
const REST: Duration = Duration::from_secs(5);
/// Under which name the file is remembered.
const NAME: &str = "backup";

/// How things stand with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupState {
    /// None was chosen.
    None,
    /// This one is kept up to date.
    UpToDate(String),
    /// The browser wants the person to allow it again.
    MustAsk(String),
    /// It could not be written, perhaps because it was moved; or it must not be, because a part of the notebook cannot be read.
    Failed(String),
}

/// A handle to the file.
#[derive(Clone, Copy)]
pub struct BackupFile {
    store: NotebookStore,
    /// The file, and the notebook that it is for: another one is never written over it.
    file: StoredValue<Option<(backup_file::BackupFile, String)>, LocalStorage>,
    state: RwSignal<BackupState>,
}

/// Takes up the file that was chosen before, and keeps it up to date.
pub(super) fn provide_backup_file(store: NotebookStore) {
    let kept =
        BackupFile { store, file: StoredValue::new_local(None), state: RwSignal::new(BackupState::None) };
    provide_context(kept);
    if !backup_file::can_keep() {
        return;
    }
    spawn_local(kept.take_up());
    let mut write_soon = debounce(REST, move |()| spawn_local(kept.write(false)));
    Effect::new(move |before: Option<()>| {
        store.with(|_| ());
        if before.is_some() {
            write_soon(());
        }
    });
}

/// The file. Call it while a component is made.
pub fn use_backup_file() -> BackupFile {
    expect_context()
}

impl BackupFile {
    /// How things stand; a signal to read.
    pub fn state(self) -> BackupState {
        self.state.get()
    }

    /// Lets the person choose a file, and writes it.
    pub fn choose(self, name: String) {
        spawn_local(async move {
            let Some(file) = backup_file::BackupFile::choose(&name).await else { return };
            let notebook = self.notebook();
            if let Some(database) = Database::open().await {
                let both = Array::of2(&file.to_keep(), &notebook.as_str().into());
                // Where it is not remembered, it is kept up to date until this page is closed.
                database.put(Shelf::Handles, &[(NAME.to_owned(), both.into())]).await;
            }
            self.file.try_set_value(Some((file, notebook)));
            self.write(true).await;
        });
    }

    /// The person allows it again.
    pub fn go_on(self) {
        spawn_local(self.write(true));
    }

    /// The file stays as it is from now on.
    pub fn stop(self) {
        self.file.try_set_value(None);
        self.state.try_set(BackupState::None);
        spawn_local(async {
            if let Some(database) = Database::open().await {
                database.remove(Shelf::Handles, &[NAME.to_owned()]).await;
            }
        });
    }

    async fn take_up(self) {
        let Some(database) = Database::open().await else { return };
        let known = database.all(Shelf::Handles).await.unwrap_or_default();
        let Some((_, value)) = known.into_iter().find(|(name, _)| name == NAME) else { return };
        let Ok(both) = value.dyn_into::<Array>() else { return };
        let Some(notebook) = both.get(1).as_string() else { return };
        self.file.try_set_value(Some((backup_file::BackupFile::from_kept(both.get(0)), notebook)));
        self.write(false).await;
    }

    fn notebook(self) -> String {
        self.store.with_untracked(|notebook| notebook.id().to_string())
    }

    async fn write(self, asks: bool) {
        let Some((file, notebook)) = self.file.try_get_value().flatten() else { return };
        if notebook != self.notebook() {
            // Everything was deleted, or a backup of another notebook was opened: what is in the file stays there.
            return self.stop();
        }
        if self.store.keeper().holds_unreadable() {
            // What the file has of it may be the last there is.
            return drop(self.state.try_set(BackupState::Failed(file.name())));
        }
        let may = if asks { file.ask_to_write().await } else { file.may_be_written().await };
        let state = if !may {
            BackupState::MustAsk(file.name())
        } else if file.write(&self.text()).await {
            BackupState::UpToDate(file.name())
        } else {
            BackupState::Failed(file.name())
        };
        self.state.try_set(state);
    }

    fn text(self) -> String {
        self.store.read_everything();
        self.store.with_untracked(|notebook| file::write(notebook, clock::now(), APP))
    }
}
