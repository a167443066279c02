//! Choosing what one person may see.

use super::{App, SharePreview};
use crate::harness::{Finds as _, Name, Page, Role, Target, eventually};

/// The page where a file for a person is put together.
pub struct Share {
    app: App,
    name: String,
}

impl Share {
    /// The page that is opening.
    pub async fn opened(app: &App, name: &str) -> Self {
        app.is_at("Sharing").await;
        app.page().heading(format!("What may {name} see?")).is_there().await;
        Self { app: app.clone(), name: name.to_owned() }
    }

    fn page(&self) -> &Page {
        self.app.page()
    }

    /// The box of a thing: named by its title, or by its day or kind and its words.
    pub async fn thing(&self, words: &str) -> Target {
        let mut named = None;
        let end = format!(": {words}");
        eventually(&format!("a box for “{words}”"), async || {
            let boxes = self.page().the(Role::Checkbox, Name::Any).names().await;
            named = boxes.into_iter().find(|name| name == words || name.ends_with(&end));
            named.is_some()
        })
        .await;
        self.page().checkbox(named.expect("just seen"))
    }

    /// Ticks things.
    pub async fn choose(&self, things: &[&str]) {
        for words in things {
            let thing = self.thing(words).await;
            assert!(!thing.is_on().await, "{words} is not shared before it was chosen");
            thing.activate().await;
            eventually(&format!("“{words}” to be ticked"), async || thing.is_on().await).await;
        }
    }

    /// Takes the tick away from a thing.
    pub async fn leave_out(&self, words: &str) {
        let thing = self.thing(words).await;
        thing.activate().await;
        eventually(&format!("“{words}” not to be ticked"), async || !thing.is_on().await).await;
    }

    /// Adds a question to the next file.
    pub async fn ask(&self, question: &str) {
        self.page().field("Your question").fill(question).await;
        self.page().button("Ask").activate().await;
        self.thing(question).await.is_there().await;
    }

    /// Writes the word that goes with the file.
    pub async fn message(&self, words: &str) {
        self.page().field("Message").fill(words).await;
    }

    /// Shows what is in the file so far.
    pub async fn preview(&self) -> SharePreview {
        self.page().button("Preview").activate().await;
        SharePreview::opened(&self.app, &self.name).await
    }
}
