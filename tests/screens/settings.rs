//! Settings: theme, backup, the trash, and leaving nothing behind.

use std::path::PathBuf;

use super::{App, Preview};
use crate::harness::{Backup, Finds as _, Page, Target};

const PASTE: &str = "
    const carried = new DataTransfer();
    carried.setData('text/plain', arguments[0]);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true }));";

/// On the words beside the button: a drop anywhere in that place counts.
const DROP: &str = "
    const carried = new DataTransfer();
    carried.items.add(new File([arguments[1]], arguments[0]));
    const place = document.querySelector('input[type=file]').closest('label').nextElementSibling;
    for (const type of ['dragover', 'drop']) {
        place.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
    }";

/// The page “Settings”.
pub struct Settings {
    app: App,
}

impl Settings {
    /// Goes there.
    pub async fn open(app: &App) -> Self {
        app.go_to("Settings").await;
        Self { app: app.clone() }
    }

    fn page(&self) -> &Page {
        self.app.page()
    }

    /// Says what the person is called.
    pub async fn call_me(&self, name: &str) {
        self.page().field("What should we call you?").fill(name).await;
    }

    /// Chooses a theme: `Light`, `Dark` or `As the system`.
    pub async fn choose_theme(&self, theme: &str) {
        self.page().field("Theme").choose(theme).await;
    }

    /// Saves a backup; gives back its file.
    pub async fn back_up(&self) -> PathBuf {
        let button = self.page().button("Back up");
        self.page().downloaded_by(button.activate()).await
    }

    /// Saves a backup and reads it.
    pub async fn read_backup(&self) -> Backup {
        Backup::read(&self.back_up().await)
    }

    /// Opens a file; what would come in is shown.
    pub async fn open_file(&self, path: &std::path::Path) -> Preview {
        Preview::of(&self.app, path).await
    }

    /// Pastes a text onto the page; what would come in is shown.
    pub async fn paste(&self, text: &str) -> Preview {
        self.page().script(PASTE, vec![text.into()]).await;
        Preview::opened(&self.app).await
    }

    /// Drops a file where files can be dropped; what would come in is shown.
    pub async fn drop_file(&self, name: &str, text: &str) -> Preview {
        self.page().script(DROP, vec![name.into(), text.into()]).await;
        Preview::opened(&self.app).await
    }

    /// Brings a thing back from the trash.
    pub async fn bring_back(&self, title: &str) {
        let item = self.in_trash(title);
        item.activate().await;
        item.is_gone().await;
    }

    /// The button in the trash that brings a thing back.
    pub fn in_trash(&self, title: &str) -> Target {
        self.page().button(format!("Bring back: {title}"))
    }

    /// Empties the trash, for good.
    pub async fn empty_trash(&self) {
        self.page().button("Empty the trash").activate().await;
        self.page().dialog("Empty the trash").button("Erase for good").activate().await;
        self.page().dialog("Empty the trash").is_gone().await;
    }

    /// Deletes everything, without a backup.
    pub async fn delete_everything(&self) {
        self.page().button("Delete everything").activate().await;
        self.page().dialog("Delete everything").button("Delete it now").activate().await;
        self.app.is_new().await;
    }

    /// Saves a backup and wipes this browser; gives back the backup's file.
    pub async fn put_away(&self) -> PathBuf {
        self.page().button("Put away").activate().await;
        let dialog = self.page().dialog("Put away");
        let wipe = dialog.button("Wipe this browser");
        assert!(!wipe.is_enabled().await, "nothing is wiped before a backup was saved");
        let file = self.page().downloaded_by(dialog.button("Save a backup first").activate()).await;
        wipe.activate().await;
        self.app.is_new().await;
        file
    }
}
