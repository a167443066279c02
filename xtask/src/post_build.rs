//! What Trunk calls when a build is ready, before the page is moved to its place.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use xtask::service_worker;

use crate::csp::{InlineScripts, protect, without_wasm_preload_integrity};
use crate::hash::integrity;
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
    let html = with_second_part(&html, &profile, &staging)?;
    let html = styles::merged(&html, &staging)?;
    let html = if is_published(&profile) { scripts::minified(&html, &staging)? } else { html };
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

/// The first part imports the script that fetches the second one, so the page asks for both at once.
fn with_second_part(html: &str, profile: &str, staging: &Path) -> Result<String> {
    let preloads = tags(html, "link").into_iter().map(|range| (range.end, &html[range]));
    let main = preloads
        .filter(|(_, tag)| attribute(tag, "rel") == Some("modulepreload"))
        .find_map(|(end, tag)| attribute(tag, "href").map(|href| (end, href.trim_start_matches("./"))));
    let (end, main) = main.context("Trunk's page preloads no script: the app's name is not known.")?;
    let script = split::place(profile, staging, main)?;
    let (before, after) = html.split_at(end);
    let bytes = fs::read(staging.join(&script)).with_context(|| format!("{script} cannot be read."))?;
    let integrity = integrity(&bytes);
    Ok(format!("{before}<link rel=modulepreload href=./{script} integrity={integrity}>{after}"))
}

fn inline_scripts(profile: &str) -> InlineScripts {
    if is_published(profile) { InlineScripts::ByHash } else { InlineScripts::Any }
}
