//! axe-core: the accessibility rules that the end-to-end tests hold every page to. A script, run in the page.

use std::path::PathBuf;

use anyhow::Result;

use super::install::Tool;
use super::npm;

const VERSION: &str = "4.14.1";
const SCRIPT: &str = "node_modules/axe-core/axe.min.js";

/// The script.
pub(crate) fn ready() -> Result<PathBuf> {
    let name = format!("axe-core-{VERSION}");
    let tool = Tool { name: &name, proof: SCRIPT, takes: "5 seconds" };
    let home = tool.ready(|folder, log| npm::install(&format!("axe-core@{VERSION}"), folder, log))?;
    Ok(home.join(SCRIPT))
}
