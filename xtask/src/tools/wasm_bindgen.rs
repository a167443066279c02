//! wasm-bindgen: writes the JavaScript around the wasm. It must be of the very version that the app links.

use std::path::PathBuf;

use anyhow::Result;

use super::install::Tool;
use crate::toolchain::Toolchain;
use crate::{paths, run};

/// The folder with the program in it.
pub(crate) fn ready() -> Result<PathBuf> {
    let version = paths::locked_version("wasm-bindgen")?;
    let name = format!("wasm-bindgen-{version}");
    let tool = Tool { name: &name, proof: "bin/wasm-bindgen", takes: "3 minutes" };
    let home = tool.ready(|folder, log| {
        // Not `--locked`: its lock file asks for a package version that was withdrawn.
        let mut command = Toolchain::current().cargo(&["install", "wasm-bindgen-cli", "--version", &version]);
        run::quietly(command.arg("--root").arg(folder), log, None)
    })?;
    Ok(home.join("bin"))
}

/// The program that runs tests in a browser.
pub(crate) fn test_runner() -> Result<PathBuf> {
    Ok(ready()?.join("wasm-bindgen-test-runner"))
}
