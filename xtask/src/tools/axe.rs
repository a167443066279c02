//! axe-core: the accessibility rules that the end-to-end tests hold every page to. A script, run in the page.

use std::path::PathBuf;

use anyhow::Result;

use super::npm::Package;

const SCRIPT: &str = "node_modules/axe-core/axe.min.js";
const PACKAGE: Package = Package { name: "axe-core", version: "4.14.1", proof: SCRIPT };

/// The script.
pub(crate) fn ready() -> Result<PathBuf> {
    Ok(PACKAGE.ready()?.join(SCRIPT))
}
