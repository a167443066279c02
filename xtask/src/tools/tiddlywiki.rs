//! `TiddlyWiki`: another notebook in one page, measured beside this one. Node makes its page.

use std::path::PathBuf;

use anyhow::Result;

use super::npm::{self, Package};

const PROGRAM: &str = "node_modules/tiddlywiki/tiddlywiki.js";
const PACKAGE: Package = Package { name: "tiddlywiki", version: "5.4.1", proof: PROGRAM };

/// The program, for Node to run.
pub(crate) fn ready() -> Result<PathBuf> {
    npm::node("TiddlyWiki")?;
    Ok(PACKAGE.ready()?.join(PROGRAM))
}
