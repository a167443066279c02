//! One entry: its text, and what is said about it.

use super::App;
use crate::harness::{Finds as _, Page, Role, eventually};

/// The page of an entry.
pub struct Entry {
    app: App,
}

impl Entry {
    /// The entry that is opening.
    pub async fn opened(app: &App) -> Self {
        app.is_at("Entry").await;
        Self { app: app.clone() }
    }

    /// The tab it is open in.
    pub fn page(&self) -> &Page {
        self.app.page()
    }

    /// Writes, in place of what was there.
    pub async fn write(&self, text: &str) {
        self.page().field("Entry").fill(text).await;
    }

    /// Writes more at its end.
    pub async fn add(&self, text: &str) {
        self.page().field("Entry").add(text).await;
    }

    /// Names it.
    pub async fn title(&self, title: &str) {
        self.page().field("Title").fill(title).await;
    }

    /// Gives it another day, like `2031-05-31`.
    pub async fn dated(&self, date: &str) {
        self.page().field("Date").fill_date(date).await;
    }

    /// Waits until its day is that.
    pub async fn is_dated(&self, date: &str) {
        self.page().field("Date").holds(date).await;
    }

    /// Adds a tag.
    pub async fn tag(&self, tag: &str) {
        self.page().field("Tags").fill_and_enter(tag).await;
        self.is_tagged(tag).await;
    }

    /// Links a goal by its title.
    pub async fn link(&self, goal: &str) {
        self.page().field("Link a goal").choose(goal).await;
        self.page().button("Link").activate().await;
        self.is_linked_to(goal).await;
    }

    /// Waits until it has that tag.
    pub async fn is_tagged(&self, tag: &str) {
        self.page().button(format!("Remove tag “{tag}”")).is_there().await;
    }

    /// Waits until it is linked to that goal.
    pub async fn is_linked_to(&self, goal: &str) {
        self.page().list("Linked goals").link(goal).is_there().await;
    }

    /// Waits until its text is that.
    pub async fn reads(&self, text: &str) {
        self.page().field("Entry").holds(text).await;
    }

    /// Chooses a number on one of the scales of the self-check.
    pub async fn check(&self, scale: &str, number: u8) {
        let question = self.page().group(scale);
        if question.count().await == 0 {
            self.page().the(Role::Summary, "Self-check").activate().await;
        }
        question.radio(number.to_string()).activate().await;
        let point = question.radio(number.to_string());
        eventually(&format!("{scale} to be {number}"), async || point.is_on().await).await;
    }

    /// Puts it into the trash.
    pub async fn delete(&self) {
        self.page().button("Delete entry").activate().await;
        self.app.is_at("Journal").await;
    }
}
