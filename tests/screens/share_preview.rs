//! What is about to leave for a person, before anything does.

use std::path::PathBuf;

use super::App;
use crate::harness::{Finds as _, Target};

/// The dialog that shows it.
pub struct SharePreview {
    app: App,
    name: String,
}

impl SharePreview {
    /// The dialog that is opening.
    pub async fn opened(app: &App, name: &str) -> Self {
        let preview = Self { app: app.clone(), name: name.to_owned() };
        preview.dialog().is_there().await;
        preview
    }

    /// The dialog itself.
    pub fn dialog(&self) -> Target {
        self.app.page().dialog(format!("What {} will see", self.name))
    }

    /// Waits until it says that.
    pub async fn says(&self, words: &str) {
        self.dialog().says(words).await;
    }

    /// Gives the file a passphrase.
    pub async fn lock(&self, passphrase: &str) {
        self.dialog().checkbox("Lock it with a passphrase").activate().await;
        self.dialog().field("Passphrase").fill(passphrase).await;
    }

    /// Saves the file; gives back where it is.
    pub async fn save(&self) -> PathBuf {
        let save = self.dialog().button("Save the file");
        let file = self.app.page().downloaded_by(save.activate()).await;
        self.dialog().is_gone().await;
        file
    }

    /// Puts it away; nothing leaves.
    pub async fn close(&self) {
        self.dialog().button("Close").activate().await;
        self.dialog().is_gone().await;
    }
}
