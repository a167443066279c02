//! One goal: its trail of steps, how it is going, what it is about.

use super::App;
use crate::harness::{Finds as _, Page, Target, eventually, starting};

/// The page of a goal.
pub struct Goal {
    app: App,
}

impl Goal {
    /// The goal that is opening.
    pub async fn opened(app: &App) -> Self {
        app.is_at("Goal").await;
        Self { app: app.clone() }
    }

    /// The tab it is open in.
    pub fn page(&self) -> &Page {
        self.app.page()
    }

    /// One of its fields.
    pub fn field(&self, name: &str) -> Target {
        self.page().field(name)
    }

    /// Waits until it has that title.
    pub async fn is_called(&self, title: &str) {
        self.field("Title").holds(title).await;
    }

    /// Gives it another title.
    pub async fn retitle(&self, title: &str) {
        self.field("Title").fill(title).await;
        self.is_called(title).await;
    }

    /// Adds a step by typing it and pressing Enter.
    pub async fn add_step(&self, step: &str) {
        self.field("Step").fill_and_enter(step).await;
        self.mark(step).is_there().await;
    }

    /// The marker of a step, which ticks it.
    pub fn mark(&self, step: &str) -> Target {
        self.page().button(format!("Done: {step}"))
    }

    /// Ticks a step.
    pub async fn tick(&self, step: &str) {
        self.mark(step).activate().await;
        self.is_ticked(step).await;
    }

    /// Waits until a step is ticked.
    pub async fn is_ticked(&self, step: &str) {
        eventually(&format!("“{step}” to be ticked"), async || self.mark(step).is_on().await).await;
    }

    /// Unfolds what else can be done with a step.
    pub async fn more_about(&self, step: &str) {
        self.mark(step).is_there().await;
        let buttons = self.page().button(starting("More about step")).names().await;
        let name = buttons.iter().find(|name| name.ends_with(&format!(": {step}")));
        self.page().button(name.expect("every step has more about it")).activate().await;
    }

    /// Waits until its trail has these steps in this order.
    pub async fn has_steps(&self, steps: &[&str]) {
        let all = self.page().button(starting("Done: "));
        let wanted: Vec<_> = steps.iter().map(|step| format!("Done: {step}")).collect();
        eventually(&format!("the steps {steps:?}"), async || all.names().await == wanted).await;
    }

    /// Rates it today, with a word on it.
    pub async fn rate(&self, value: u8, note: &str) {
        self.page().button("Rate today").activate().await;
        let question = self.page().group("How close are you today?");
        question.radio(value.to_string()).activate().await;
        self.is_rated(value).await;
        self.field("Note").fill(note).await;
        self.page().button("Close").activate().await;
    }

    /// Waits until its last self-check is that.
    pub async fn is_rated(&self, value: u8) {
        self.page().shows(&format!("{value} of 10 on")).await;
    }

    /// Waits until another version of a field is offered.
    pub async fn offers(&self, version: &str) {
        self.page().shows("Also written elsewhere").await;
        self.page().shows(version).await;
    }
}
