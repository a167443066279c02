//! The screen that is left when the app has stopped.

use std::path::PathBuf;

use serde_json::Value;

use super::App;
use crate::harness::{Finds as _, Stored, Target, json_of};

/// The screen.
pub struct Rescue {
    app: App,
}

/// What the names of everything that the app stores at `/` begin with.
const PREFIX: &str = "waymark:/:";

impl Rescue {
    /// Waits until it is there, with the focus on it and all else out of reach.
    pub async fn appeared(app: &App) -> Self {
        let rescue = Self { app: app.clone() };
        rescue.screen().is_there().await;
        rescue.screen().heading("Waymark has stopped").has_focus().await;
        app.page().link("Today").is_gone().await;
        rescue
    }

    fn screen(&self) -> Target {
        self.app.page().dialog("Waymark has stopped")
    }

    /// Saves everything as a file.
    pub async fn saves(&self) -> RescueFile {
        let save = self.screen().button("Save everything as a file");
        let path = self.app.page().downloaded_by(save.activate()).await;
        let file = json_of(&path);
        assert_eq!(file["format"], "waymark-rescue");
        RescueFile { path, file }
    }

    /// What it says.
    pub async fn says(&self, part: &str) {
        self.screen().says(part).await;
    }

    /// Loads the app again.
    pub async fn reload(self) {
        self.screen().button("Reload").activate().await;
        self.app.page().link("Today").is_there().await;
        self.screen().is_gone().await;
    }
}

/// The file that the screen saves.
pub struct RescueFile {
    /// Where it is.
    pub path: PathBuf,
    file: Value,
}

impl RescueFile {
    /// The texts that were in the page.
    pub fn texts(&self) -> Vec<&str> {
        let texts = self.file["texts"].as_array().expect("texts");
        texts.iter().map(|said| said["text"].as_str().unwrap_or_default()).collect()
    }

    /// Whether it holds everything that the browser stores.
    pub fn holds(&self, stored: &Stored) {
        assert_eq!(self.file["keys"].as_object().map(serde_json::Map::len), Some(stored.len()));
        for (key, value) in stored {
            let key = key.strip_prefix(PREFIX).expect("a key of the app");
            assert_eq!(self.file["keys"][key], value.as_str(), "{key}");
        }
    }
}

/// What belonged to no field, after the app was loaded again.
pub struct RescuedWords {
    app: App,
}

impl RescuedWords {
    /// Waits until it shows.
    pub async fn wait(app: &App) -> Self {
        let words = Self { app: app.clone() };
        words.card().is_there().await;
        words
    }

    fn card(&self) -> Target {
        self.app.page().region("What you were writing when Waymark stopped")
    }

    /// Waits until a text is among them.
    pub async fn say(&self, text: &str) {
        self.card().says(text).await;
    }

    /// Copies the words of a field.
    pub async fn copy(&self, label: &str) {
        self.card().button(format!("Copy “{label}”")).activate().await;
        self.app.page().shows("Copied.").await;
    }

    /// Puts them away.
    pub async fn done(self) {
        self.card().button("Done").activate().await;
        self.card().is_gone().await;
    }
}

/// Waits until nothing rescued is stored any more.
pub async fn nothing_waits(app: &App) {
    let is_rescued = |key: &String| key.contains("rescued:");
    let look = async || !app.page().stored().await.keys().any(is_rescued);
    crate::harness::eventually("what was rescued to be taken in", look).await;
}
