//! npm, which brings the tools that are no programs of Debian's.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{debian, is_on_path};
use crate::run;

/// Puts a package, named like `axe-core@4.14.1`, into the folder; nothing of it is run.
pub(super) fn install(package: &str, folder: &Path, log: &Path) -> Result<()> {
    if !is_on_path("npm") {
        debian::install(&["npm"], &format!("npm, which brings {package}"))?;
    }
    let mut command = Command::new("npm");
    command.args(["install", "--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts"]);
    command.arg("--prefix").arg(folder).arg(package);
    run::quietly(&mut command, log, None)
}

/// Sees to it that Node is there, which runs what npm brings.
pub(super) fn node(what: &str) -> Result<()> {
    if is_on_path("node") {
        Ok(())
    } else {
        debian::install(&["nodejs"], &format!("Node, which runs {what}"))
    }
}
