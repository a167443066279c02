//! wasm-opt: makes the wasm smaller. Debian's is too old; the npm package carries a new one, run by Node.

use std::path::PathBuf;

use anyhow::Result;

use super::install::Tool;
use super::npm;

const VERSION: &str = "132.0.0";

/// The folder with the program in it.
pub(crate) fn ready() -> Result<PathBuf> {
    npm::node("wasm-opt")?;
    let name = format!("binaryen-{VERSION}");
    let tool = Tool { name: &name, proof: "node_modules/.bin/wasm-opt", takes: "10 seconds" };
    let home = tool.ready(|folder, log| npm::install(&format!("binaryen@{VERSION}"), folder, log))?;
    Ok(home.join("node_modules/.bin"))
}
