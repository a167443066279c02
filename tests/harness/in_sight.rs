//! Whether what has the focus can be seen: inside of the window, and not wholly under a bar.

use serde_json::Value;

use super::keys::{self, Key};
use super::page::Page;

const LOOK: &str = include_str!("in_sight.js");
/// More stops than any page has before the focus comes round again.
const MOST_STOPS: usize = 150;

/// Tabs through the whole page; gives back every stop that could not be seen. Also says how many stops there were.
pub async fn stops_out_of_sight(page: &Page) -> (usize, Vec<String>) {
    let mut hidden = Vec::new();
    for stop in 0..MOST_STOPS {
        keys::press(page, Key::Tab).await;
        let seen = page.script(LOOK, vec![Value::from(stop)]).await;
        if seen["again"] == true {
            return (stop, hidden);
        }
        if seen["hidden"] == true {
            hidden.push(format!("{} at {}", seen["name"], seen["where"]));
        }
    }
    (MOST_STOPS, hidden)
}
