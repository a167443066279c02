//! wasm-opt: makes the wasm smaller. Debian's is too old; the npm package carries a new one, run by Node.

use std::path::PathBuf;

use anyhow::Result;

use super::npm::{self, Package};

const PACKAGE: Package =
    Package { name: "binaryen", version: "132.0.0", proof: "node_modules/.bin/wasm-opt" };

/// The folder with the program in it.
pub(crate) fn ready() -> Result<PathBuf> {
    npm::node("wasm-opt")?;
    Ok(PACKAGE.ready()?.join("node_modules/.bin"))
}
