//! What Trunk calls when a build is ready, before the page is moved to its place.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::csp::{InlineScripts, protect, without_wasm_preload_integrity};

/// Puts the security policy into the page that Trunk has just written.
pub(crate) fn run() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("`post-build` is for Trunk to call: run `cargo xtask dist`.")?;
    let page = staging.join("index.html");
    let html =
        std::fs::read_to_string(&page).with_context(|| format!("{} cannot be read.", page.display()))?;
    let html = protect(&without_wasm_preload_integrity(&html), inline_scripts())?;
    std::fs::write(&page, html).with_context(|| format!("{} cannot be written.", page.display()))
}

fn inline_scripts() -> InlineScripts {
    let released = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    if released { InlineScripts::ByHash } else { InlineScripts::Any }
}
