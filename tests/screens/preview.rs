//! What a file would bring, before anything is changed.

use std::path::Path;

use super::App;
use crate::harness::{Finds as _, Page, Target, eventually};

/// The dialog that an opened file brings up.
pub struct Preview {
    app: App,
}

impl Preview {
    /// Gives a file to *Open a file*, wherever the app is now.
    pub async fn of(app: &App, path: &Path) -> Self {
        app.page().pick_file(path).await;
        Self::opened(app).await
    }

    /// Gives a file to *Open a file* that cannot be opened; the page says why.
    pub async fn refused(app: &App, path: &Path, why: &str) {
        app.page().pick_file(path).await;
        app.page().shows(why).await;
    }

    /// The preview that is opening.
    pub async fn opened(app: &App) -> Self {
        let preview = Self { app: app.clone() };
        preview.dialog().is_there().await;
        preview
    }

    fn page(&self) -> &Page {
        self.app.page()
    }

    /// The dialog itself.
    pub fn dialog(&self) -> Target {
        self.page().dialog("What would be imported")
    }

    /// Waits until it says that.
    pub async fn says(&self, words: &str) {
        self.dialog().says(words).await;
    }

    /// Takes only the days from `first` to `last`.
    pub async fn take_days(&self, first: &str, last: &str) {
        self.dialog().field("From").fill_date(first).await;
        self.dialog().field("Until").fill_date(last).await;
    }

    /// Imports it.
    pub async fn import(&self) {
        self.press_import().await;
        self.dialog().is_gone().await;
    }

    /// Tries to import it and is refused; the dialog stays and says why.
    pub async fn import_in_vain(&self) {
        self.press_import().await;
        self.says("Nothing was changed.").await;
    }

    /// Presses *Import* once all that would come in is worked out.
    async fn press_import(&self) {
        let import = self.dialog().button("Import");
        eventually("a file to be ready to come in", async || import.is_enabled().await).await;
        import.activate().await;
    }

    /// Puts it away without changing anything.
    pub async fn cancel(&self) {
        self.dialog().button("Cancel").activate().await;
        self.dialog().is_gone().await;
    }
}
