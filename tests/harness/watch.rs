//! What no journey may cause: errors in the console, uncaught exceptions, reports of the content security policy,
//! and any request to another origin. Collected from every browser, judged at the end of the journey.

use std::sync::{Arc, Mutex};

use serde_json::Value;
use thirtyfour::WebDriver;

/// Everything seen so far. Clones look at the same.
#[derive(Debug, Clone, Default)]
pub struct Watch(Arc<Mutex<Seen>>);

#[derive(Debug, Default)]
struct Seen {
    own_origins: Vec<String>,
    expected: Vec<&'static str>,
    console: Vec<String>,
    requests: Vec<String>,
}

impl Watch {
    /// Requests to this origin are the app's own.
    pub fn allow_origin(&self, url: &str) {
        let origin = url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        self.0.lock().expect("the watch is not poisoned").own_origins.push(origin + "/");
    }

    /// What the console says of this was brought about by the journey itself.
    pub fn expect(&self, part: &'static str) {
        self.0.lock().expect("the watch is not poisoned").expected.push(part);
    }

    /// Takes over what the browser has logged since the last time.
    pub async fn collect(&self, session: &WebDriver) {
        let logs = (session.browser_log().await, session.get_log("performance").await);
        let mut seen = self.0.lock().expect("the watch is not poisoned");
        let (Ok(console), Ok(network)) = logs else {
            return seen.console.push("the browser's logs could not be read".into());
        };
        let bad = console.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        seen.console.extend(bad.map(|entry| format!("{} {}", entry.level, entry.message)));
        seen.requests.extend(network.iter().filter_map(|entry| requested(&entry.message)));
    }

    /// Everything that was not to happen, one complaint each.
    pub fn complaints(&self) -> Vec<String> {
        let seen = self.0.lock().expect("the watch is not poisoned");
        let is_expected = |line: &&String| seen.expected.iter().any(|part| line.contains(part));
        let console = seen.console.iter().filter(|line| !is_expected(line));
        let console = console.map(|line| format!("console: {line}"));
        let is_foreign = |url: &&String| !seen.is_own(url);
        let foreign = seen.requests.iter().filter(is_foreign).map(|url| format!("foreign request: {url}"));
        console.chain(foreign).collect()
    }

    /// How many requests were seen at all, so that a blind watch is noticed.
    pub fn requests_seen(&self) -> usize {
        self.0.lock().expect("the watch is not poisoned").requests.len()
    }
}

impl Seen {
    fn is_own(&self, url: &str) -> bool {
        let inside = ["data:", "blob:", "about:", "chrome:"];
        inside.iter().any(|scheme| url.starts_with(scheme))
            || self.own_origins.iter().any(|origin| url.starts_with(origin))
    }
}

/// The address in a network event of the performance log, if it is the start of a request.
fn requested(message: &str) -> Option<String> {
    let event: Value = serde_json::from_str(message).ok()?;
    let message = &event["message"];
    let url = match message["method"].as_str()? {
        "Network.requestWillBeSent" => &message["params"]["request"]["url"],
        "Network.webSocketCreated" | "Network.webTransportCreated" => &message["params"]["url"],
        _ => return None,
    };
    url.as_str().map(str::to_owned)
}
