//! How a browser is started: headless, quiet, with its downloads in the profile's folder and every log kept.

use serde_json::json;
use thirtyfour::common::capabilities::desiredcapabilities::{Capabilities, PageLoadStrategy};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{CapabilitiesHelper as _, ChromeCapabilities, ChromiumLikeCapabilities as _};

use super::profile::Profile;

/// What may differ between browsers.
#[derive(Debug, Clone)]
pub struct Options {
    /// Width and height of the window in CSS pixels.
    pub window: (u32, u32),
    /// The languages the person reads, best first, like `en-GB,en`.
    pub languages: String,
    /// Nothing that costs the page time on our account: no accessibility tree is kept, no request is logged.
    pub undisturbed: bool,
    /// Whoever opens a page goes on once it is loaded; else at once.
    pub waits_for_load: bool,
}

impl Default for Options {
    fn default() -> Self {
        let (window, languages) = ((1100, 900), "en-US,en".into());
        Self { window, languages, undisturbed: false, waits_for_load: true }
    }
}

const ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-search-engine-choice-screen",
    // Pages of the browser's own for a bar that nobody sees: a second of work at each start.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
    // Gives every element `computedRole` and `computedName`, which journeys find things by.
    "--enable-blink-features=ComputedAccessibilityInfo",
    // Nothing can leave this machine, even if a test fails to notice that the app tried.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// The capabilities to ask a driver for.
pub fn capabilities(profile: &Profile, options: &Options) -> WebDriverResult<Capabilities> {
    let mut wanted = ChromeCapabilities::new();
    for argument in ARGUMENTS {
        wanted.add_arg(argument)?;
    }
    let (width, height) = options.window;
    wanted.add_arg(&format!("--window-size={width},{height}"))?;
    wanted.add_arg(&format!("--user-data-dir={}", profile.user_data().display()))?;
    wanted.add_experimental_option("prefs", preferences(profile, options))?;
    if !options.waits_for_load {
        wanted.set_page_load_strategy(PageLoadStrategy::None)?;
    }
    if !options.undisturbed {
        watch(&mut wanted)?;
    }
    Ok(wanted.into())
}

fn watch(wanted: &mut ChromeCapabilities) -> WebDriverResult<()> {
    wanted
        .add_experimental_option("perfLoggingPrefs", json!({"enableNetwork": true, "enablePage": false}))?;
    wanted.set("goog:loggingPrefs", json!({"browser": "ALL", "performance": "ALL"}))
}

fn preferences(profile: &Profile, options: &Options) -> serde_json::Value {
    json!({
        "download.default_directory": profile.downloads(),
        "download.prompt_for_download": false,
        "profile.default_content_setting_values.automatic_downloads": 1,
        "intl.accept_languages": options.languages,
        "credentials_enable_service": false,
    })
}
