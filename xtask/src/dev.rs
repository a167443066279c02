//! Serves while developing: quick builds, and the page reloads when a file changes.

use anyhow::Result;

use crate::{run, tools};

/// Serves until it is stopped.
pub(crate) fn run() -> Result<()> {
    let tools = tools::for_build()?;
    let mut trunk = tools.trunk(&["serve"]);
    run::plainly(&mut trunk)
}
