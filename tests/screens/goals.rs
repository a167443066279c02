//! The list of goals, and the way to a new one.

use super::{App, Goal};
use crate::harness::{Finds as _, Page};

/// The page “Goals”.
pub struct Goals {
    app: App,
}

impl Goals {
    /// Goes there.
    pub async fn open(app: &App) -> Self {
        app.go_to("Goals").await;
        Self { app: app.clone() }
    }

    fn page(&self) -> &Page {
        self.app.page()
    }

    /// Sets a new goal by its title alone; its page opens.
    pub async fn add(&self, title: &str) -> Goal {
        self.page().button("New goal").activate().await;
        self.page().field("Title").fill_and_enter(title).await;
        let goal = Goal::opened(&self.app).await;
        goal.is_called(title).await;
        goal
    }

    /// Opens a goal by its title.
    pub async fn open_goal(&self, title: &str) -> Goal {
        self.page().link(title).activate().await;
        Goal::opened(&self.app).await
    }

    /// Waits until a goal of that title is listed.
    pub async fn lists(&self, title: &str) {
        self.page().link(title).is_there().await;
    }

    /// Waits until no goal of that title is listed.
    pub async fn lists_no(&self, title: &str) {
        self.page().heading("Goals").is_there().await;
        self.page().link(title).is_gone().await;
    }
}
