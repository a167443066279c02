//! wasm-opt: makes the wasm smaller. Debian's is too old; the npm package carries a new one, run by Node.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::install::Tool;
use super::{debian, is_on_path};
use crate::run;

const VERSION: &str = "132.0.0";

/// The folder with the program in it.
pub(crate) fn ready() -> Result<PathBuf> {
    if !is_on_path("node") {
        debian::install(&["nodejs"], "Node, which runs wasm-opt")?;
    }
    let name = format!("binaryen-{VERSION}");
    let tool = Tool { name: &name, proof: "node_modules/.bin/wasm-opt", takes: "10 seconds" };
    let home = tool.ready(|folder, log| {
        if !is_on_path("npm") {
            debian::install(&["npm"], "npm, which brings wasm-opt")?;
        }
        let mut command = Command::new("npm");
        command.args(["install", "--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts"]);
        command.arg("--prefix").arg(folder).arg(format!("binaryen@{VERSION}"));
        run::quietly(&mut command, log, None)
    })?;
    Ok(home.join("node_modules/.bin"))
}
