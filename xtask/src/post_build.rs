//! What Trunk calls when a build is ready, before the page is moved to its place.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use xtask::service_worker;

use crate::csp::{InlineScripts, protect, without_wasm_preload_integrity};
use crate::html::{attribute, tags};
use crate::{scripts, split, styles};

/// Puts the second part of the app and one style file beside the page that Trunk has just written, the security policy
/// into it, and the service worker, which knows all of these, beside them.
pub(crate) fn run() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("`post-build` is for Trunk to call: run `cargo xtask dist`.")?;
    let profile = std::env::var("TRUNK_PROFILE").unwrap_or_else(|_| "debug".into());
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("{} cannot be read.", page.display()))?;
    let fetches = split::place(&profile, &staging, main_script(&html)?)?;
    let html = styles::merged(&html, &staging)?;
    let html = if is_published(&profile) { scripts::minified(&html, &staging, &fetches)? } else { html };
    let html = protect(&without_wasm_preload_integrity(&html), inline_scripts(&profile))?;
    fs::write(&page, html).with_context(|| format!("{} cannot be written.", page.display()))?;
    if is_published(&profile) {
        service_worker::write(&staging)
    } else {
        service_worker::write_for_developing(&staging)
    }
}

fn is_published(profile: &str) -> bool {
    profile == "release"
}

/// The script of the app, as Trunk named it.
fn main_script(html: &str) -> Result<&str> {
    let mut links = tags(html, "link").into_iter().map(|range| &html[range]);
    let main = links.find(|tag| attribute(tag, "rel") == Some("modulepreload"));
    let address = main.and_then(|tag| attribute(tag, "href"));
    address
        .map(|address| address.trim_start_matches("./"))
        .context("Trunk's page preloads no script: the app's name is not known.")
}

fn inline_scripts(profile: &str) -> InlineScripts {
    if is_published(profile) { InlineScripts::ByHash } else { InlineScripts::Any }
}
