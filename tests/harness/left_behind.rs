//! Where words are left in a browser: its storage, every shelf of every database, every cache; packed or not.

use waymark_domain::store::pack::unpack;

use super::page::Page;
use super::wait;

const EVERYTHING: &str = include_str!("left_behind.js");

impl Page {
    /// The places in which `words` stand.
    pub async fn places_with(&self, words: &str) -> Vec<String> {
        let found = self.script_that_calls_back(EVERYTHING, vec![]).await;
        let all: Vec<(String, String)> = serde_json::from_value(found).expect("places and texts");
        assert!(all.iter().all(|(_, text)| text != "looking failed"), "{all:?}");
        let has = |text: &str| text.contains(words) || unpacked(text).contains(words);
        all.into_iter().filter(|(_, text)| has(text)).map(|(place, _)| place).collect()
    }

    /// Waits until `words` stand nowhere. Then the tab is closed, as it were, and they must still stand nowhere.
    pub async fn is_left_without(&self, words: &str, inert: &str) {
        let mut left = Vec::new();
        let answer = wait::until(async || {
            left = self.places_with(words).await;
            if left.is_empty() { Ok(()) } else { Err(()) }
        });
        assert!(answer.await.is_ok(), "“{words}” stands in {left:#?}");
        self.go_to(inert).await;
        assert_eq!(self.places_with(words).await, [""; 0], "“{words}” came back");
    }
}

fn unpacked(text: &str) -> String {
    unpack(text).map(|records| format!("{records:?}")).unwrap_or_default()
}
