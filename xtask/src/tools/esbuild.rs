//! esbuild: makes the scripts smaller. Trunk's own minifier does not know all that wasm-bindgen writes.

use std::path::PathBuf;

use anyhow::Result;

use super::npm::{self, Package};

const PACKAGE: Package = Package { name: "esbuild", version: "0.28.2", proof: "node_modules/.bin/esbuild" };

/// The folder with the program in it.
pub(crate) fn ready() -> Result<PathBuf> {
    npm::node("esbuild")?;
    Ok(PACKAGE.ready()?.join("node_modules/.bin"))
}
