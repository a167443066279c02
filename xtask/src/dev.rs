//! Serves while developing: quick builds, and the page reloads when a file changes.

use anyhow::Result;

use crate::{run, tools};

/// Serves until it is stopped.
pub(crate) fn run() -> Result<()> {
    let tools = tools::for_build()?;
    let mut trunk = tools.trunk(&["serve"]);
    // Erased view types compile in a fraction of the time. Set for wasm alone, or xtask would be built anew, too.
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "--cfg erase_components");
    run::plainly(&mut trunk)
}
