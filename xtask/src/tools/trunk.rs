//! Trunk: builds the page from index.html.

use std::path::PathBuf;

use anyhow::Result;

use super::install::Tool;
use crate::run;
use crate::toolchain::Toolchain;

/// The last one that the compiler in Cargo.toml can build.
const VERSION: &str = "0.21.14";

/// The program, installed if it was missing.
pub(crate) fn ready() -> Result<PathBuf> {
    let name = format!("trunk-{VERSION}");
    let tool = Tool { name: &name, proof: "bin/trunk", takes: "4 minutes" };
    let home = tool.ready(|folder, log| {
        // Without optimisation it installs in half the time and builds the app just as quickly.
        let arguments =
            ["install", "--locked", "--debug", "--no-default-features", "trunk", "--version", VERSION];
        let mut command = Toolchain::current().cargo(&arguments);
        run::quietly(command.arg("--root").arg(folder), log, None)
    })?;
    Ok(home.join("bin/trunk"))
}
