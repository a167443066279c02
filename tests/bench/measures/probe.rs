//! Opening a page with a script that runs before anything of the page does, and asking that script later.

use serde_json::{Value, json};

use crate::harness::{Page, eventually};

/// A page with nothing on it, between two others.
pub const BLANK: &str = "about:blank";

/// Opens `url`, with `probe`, a function, called before anything else there.
pub async fn open(page: &Page, url: &str, probe: &str, arguments: &[Value]) {
    page.go_to(BLANK).await;
    let words: Vec<String> = arguments.iter().map(Value::to_string).collect();
    let source = probe.trim().trim_end_matches(';');
    // A comment may stand before the function.
    let added = page.before_the_app(&format!("(\n{source}\n)({})", words.join(","))).await;
    page.go_to(url).await;
    let which = json!({"identifier": added["identifier"]});
    page.devtools("Page.removeScriptToEvaluateOnNewDocument", which).await;
}

/// What the promise of that name tells.
pub async fn told(page: &Page, promise: &str) -> Value {
    page.script_that_calls_back(&format!("window.{promise}.then(arguments[0])"), vec![]).await
}

/// A number, often of milliseconds, that a script told.
pub fn number(told: &Value) -> f64 {
    told.as_f64().unwrap_or_else(|| panic!("no number: {told}"))
}

/// Waits until something is on the page.
pub async fn is_there(page: &Page, selector: &str) {
    let look = "return document.querySelector(arguments[0]) !== null";
    let is_there = async || page.script(look, vec![json!(selector)]).await == Value::Bool(true);
    eventually(&format!("{selector} to be there"), is_there).await;
}

/// Puts the focus into a field that is there soon.
pub async fn focus(page: &Page, selector: &str) {
    is_there(page, selector).await;
    page.script("document.querySelector(arguments[0]).focus()", vec![json!(selector)]).await;
}

/// Clicks something that is there soon.
pub async fn click(page: &Page, selector: &str) {
    is_there(page, selector).await;
    page.script("document.querySelector(arguments[0]).click()", vec![json!(selector)]).await;
}
