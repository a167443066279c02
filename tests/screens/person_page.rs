//! One person: what they share and gave, what I gave them, and what we agreed on.

use super::{App, Share, SharePreview};
use crate::harness::{Finds as _, Page, Role, Target, eventually};

/// The page of a person.
pub struct PersonPage {
    app: App,
    name: String,
}

impl PersonPage {
    /// The person whose page is opening.
    pub async fn opened(app: &App, name: &str) -> Self {
        app.is_at("Person").await;
        app.page().heading(name).is_there().await;
        Self { app: app.clone(), name: name.to_owned() }
    }

    /// The tab it is open in.
    pub fn page(&self) -> &Page {
        self.app.page()
    }

    /// Begins an answer to a thing of theirs, or `In general`.
    pub async fn answer(&self, about: &str) -> Answer {
        self.page().button(format!("Answer: {about}")).activate().await;
        let answer = Answer { page: self.page().clone() };
        answer.feedback().has_focus().await;
        answer
    }

    /// Goes to choosing what they may see.
    pub async fn share(&self) -> Share {
        self.page().link("Share").activate().await;
        Share::opened(&self.app, &self.name).await
    }

    /// Makes the next file for them; what is in it is shown.
    pub async fn reply(&self) -> SharePreview {
        self.page().button("Reply").activate().await;
        SharePreview::opened(&self.app, &self.name).await
    }

    /// Unfolds a part of the page that is folded away at first.
    pub async fn unfold(&self, part: &str) {
        self.page().the(Role::Summary, part).activate().await;
    }

    /// Writes a part of the agreement, after it was unfolded.
    pub async fn agree_on(&self, what: &str, words: &str) {
        self.page().field(what).fill(words).await;
    }
}

/// The form of an answer.
pub struct Answer {
    page: Page,
}

impl Answer {
    fn feedback(&self) -> Target {
        self.page.field("Feedback")
    }

    /// Writes feedback of a kind, as the form calls it.
    pub async fn says(self, kind: &str, words: &str) -> Self {
        self.feedback().fill(words).await;
        if self.page.field("What is it for?").chosen().await.as_deref() != Some(kind) {
            self.page.field("What is it for?").choose(kind).await;
        }
        self
    }

    /// Suggests a step.
    pub async fn suggests(self, step: &str) -> Self {
        self.page.field("Suggest").fill(step).await;
        self
    }

    /// Rates the goal as one sees it.
    pub async fn rates(self, value: u8) -> Self {
        self.page.the(Role::Summary, "Rate this goal as you see it").activate().await;
        let point = self.page.group("How close do you think they are?").radio(value.to_string());
        point.activate().await;
        eventually(&format!("the rating to be {value}"), async || point.is_on().await).await;
        self
    }

    /// Adds it all to the next file.
    pub async fn add(self) {
        self.page.button("Add").activate().await;
        self.feedback().is_gone().await;
    }
}
