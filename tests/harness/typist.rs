//! Types into a field faster than any person, from inside of the page, so that two tabs can be typed into at once.

use serde_json::json;

use super::page::Page;
use super::target::Target;
use super::wait;

/// How each of many texts is put into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// The field is left after each text and entered again.
    LeavingEachTime,
    /// The field is never left: a draft stays open, and rests a moment after every few texts.
    StayingInside,
}

const TYPE: &str = include_str!("typist.js");

impl Page {
    /// The tab takes itself for the one that is being looked at, as tabs side by side do.
    pub async fn is_looked_at(&self) {
        self.devtools("Emulation.setFocusEmulationEnabled", json!({"enabled": true})).await;
    }
}

impl Target {
    /// Begins to put one text after the other into the field, and comes back at once.
    pub async fn begin_typing(&self, texts: &[String], manner: Manner) {
        let field = self.found().await.to_json().expect("an element is JSON");
        let leaving = json!(manner == Manner::LeavingEachTime);
        self.page().script(TYPE, vec![field, json!(texts), leaving]).await;
    }

    /// Waits until everything that was begun in this tab has been typed, as long as it goes on.
    pub async fn is_typed(&self) {
        let mut left = self.left_to_type().await;
        while left > 0 {
            wait::eventually("more to be typed", async || self.left_to_type().await < left).await;
            left = self.left_to_type().await;
        }
    }

    /// How many texts are left to type in this tab.
    pub async fn left_to_type(&self) -> u64 {
        self.page().script("return window.textsLeftToType", vec![]).await.as_u64().expect("a number")
    }
}
