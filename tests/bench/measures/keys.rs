//! Pressing keys one by one, and how long each took until what it did was painted.

use serde_json::json;

use super::probe;
use crate::harness::{Page, keys};

/// Runs in the page before it does.
pub const PROBE: &str = include_str!("keys.js");

/// Types a text; gives back the milliseconds of each of its letters, each of which waits until nothing has changed for `rest`
/// milliseconds.
pub async fn type_slowly(page: &Page, text: &str, rest: u32) -> Vec<f64> {
    let mut times = Vec::new();
    for letter in text.chars() {
        keys::type_text(page, &letter.to_string()).await;
        times.push(is_quiet(page, rest).await);
    }
    times
}

/// Waits until nothing has changed for `rest` milliseconds; gives back how long the last key took.
pub async fn is_quiet(page: &Page, rest: u32) -> f64 {
    let told = page.script_that_calls_back("window.whenQuiet(...arguments)", vec![json!(rest)]).await;
    probe::number(&told)
}
