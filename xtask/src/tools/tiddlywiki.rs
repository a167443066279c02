//! `TiddlyWiki`: another notebook in one page, measured beside this one. Node makes its page.

use std::path::PathBuf;

use anyhow::Result;

use super::install::Tool;
use super::npm;

const VERSION: &str = "5.4.1";
const PROGRAM: &str = "node_modules/tiddlywiki/tiddlywiki.js";

/// The program, for Node to run.
pub(crate) fn ready() -> Result<PathBuf> {
    npm::node("TiddlyWiki")?;
    let name = format!("tiddlywiki-{VERSION}");
    let tool = Tool { name: &name, proof: PROGRAM, takes: "10 seconds" };
    let home = tool.ready(|folder, log| npm::install(&format!("tiddlywiki@{VERSION}"), folder, log))?;
    Ok(home.join(PROGRAM))
}
