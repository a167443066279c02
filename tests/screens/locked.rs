//! A file that only a passphrase opens.

use std::path::Path;

use super::{App, Preview};
use crate::harness::{Finds as _, Target};

/// The dialog that asks for the passphrase.
pub struct Locked {
    app: App,
}

impl Locked {
    /// Gives a sealed file to *Open a file*, wherever the app is now.
    pub async fn of(app: &App, path: &Path) -> Self {
        app.page().pick_file(path).await;
        let locked = Self { app: app.clone() };
        locked.dialog().is_there().await;
        locked
    }

    /// The dialog itself.
    pub fn dialog(&self) -> Target {
        self.app.page().dialog("This file is locked")
    }

    /// Tries a passphrase; the dialog stays and says why it does not open.
    pub async fn refuses(&self, passphrase: &str, why: &str) {
        self.dialog().field("Passphrase").fill(passphrase).await;
        self.dialog().button("Unlock").activate().await;
        self.dialog().says(why).await;
    }

    /// Unlocks it; what would come in is shown.
    pub async fn unlock(&self, passphrase: &str) -> Preview {
        self.dialog().field("Passphrase").fill(passphrase).await;
        self.dialog().button("Unlock").activate().await;
        self.dialog().is_gone().await;
        Preview::opened(&self.app).await
    }
}
