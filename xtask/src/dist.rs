//! The folder to upload: built as small as it gets, and measured.

use std::time::Instant;

use anyhow::{Context as _, Result};

use crate::{paths, run, size_budget, tools};

/// Builds and says where it is and how big.
pub(crate) fn run() -> Result<()> {
    build()?;
    let report = size_budget::measure(&paths::dist())?;
    println!("\n{report}\n\nReady to upload: {}", paths::dist().display());
    report.within_budget()
}

/// Builds with every optimisation into `dist/`.
pub(crate) fn build() -> Result<()> {
    let tools = tools::for_build()?;
    let started = Instant::now();
    println!("  Building Waymark, optimised (the first time about 2 minutes) …");
    run::plainly(&mut tools.trunk(&["build", "--release"]))
        .context("The build failed. If it says that a file is missing, `cargo xtask tidy` may know more.")?;
    println!("  Built in {}.", run::elapsed(started));
    Ok(())
}
