//! axe-core: the accessibility rules that the end-to-end tests hold every page to. A script, run in the page.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::install::Tool;
use super::{debian, is_on_path};
use crate::run;

const VERSION: &str = "4.14.1";
const SCRIPT: &str = "node_modules/axe-core/axe.min.js";

/// The script.
pub(crate) fn ready() -> Result<PathBuf> {
    let name = format!("axe-core-{VERSION}");
    let tool = Tool { name: &name, proof: SCRIPT, takes: "5 seconds" };
    let home = tool.ready(|folder, log| {
        if !is_on_path("npm") {
            debian::install(&["npm"], "npm, which brings axe-core")?;
        }
        let mut command = Command::new("npm");
        command.args(["install", "--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts"]);
        command.arg("--prefix").arg(folder).arg(format!("axe-core@{VERSION}"));
        run::quietly(&mut command, log, None)
    })?;
    Ok(home.join(SCRIPT))
}
