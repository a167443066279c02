//! Mentoring: the people, and what waits for an answer.

use std::path::Path;

use super::{App, PersonPage, Preview};
use crate::harness::{Finds as _, Page};

/// The page “Mentoring”.
pub struct Mentoring {
    app: App,
}

impl Mentoring {
    /// Goes there.
    pub async fn open(app: &App) -> Self {
        app.go_to("Mentoring").await;
        Self { app: app.clone() }
    }

    fn page(&self) -> &Page {
        self.app.page()
    }

    /// Adds a person by name and by what they are; their page opens.
    pub async fn add_person(&self, name: &str, role: &str) -> PersonPage {
        self.page().button("Add a person").activate().await;
        self.page().field("Name").fill(name).await;
        self.page().field("What are you to each other?").choose(role).await;
        self.page().button("Add").activate().await;
        PersonPage::opened(&self.app, name).await
    }

    /// Opens a person's page.
    pub async fn open_person(&self, name: &str) -> PersonPage {
        self.page().region("People").link(name).activate().await;
        PersonPage::opened(&self.app, name).await
    }

    /// Opens a file from someone; what would come in is shown.
    pub async fn open_file(&self, path: &Path) -> Preview {
        Preview::of(&self.app, path).await
    }
}
