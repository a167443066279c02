//! Tools that come as npm packages.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::install::Tool;
use super::{debian, is_on_path};
use crate::run;

/// A package at a version, and a file in it that says that it is there.
pub(crate) struct Package {
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
    pub(crate) proof: &'static str,
}

impl Package {
    /// Its folder, with `node_modules` in it.
    pub(crate) fn ready(&self) -> Result<PathBuf> {
        let name = format!("{}-{}", self.name, self.version);
        let tool = Tool { name: &name, proof: self.proof, takes: "10 seconds" };
        tool.ready(|folder, log| {
            if !is_on_path("npm") {
                debian::install(&["npm"], &format!("npm, which brings {}", self.name))?;
            }
            let mut command = Command::new("npm");
            command.args(["install", "--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts"]);
            command.arg("--prefix").arg(folder).arg(format!("{}@{}", self.name, self.version));
            run::quietly(&mut command, log, None)
        })
    }
}

/// Sees to it that Node is there, which runs what npm brings.
pub(crate) fn node(what: &str) -> Result<()> {
    if is_on_path("node") {
        Ok(())
    } else {
        debian::install(&["nodejs"], &format!("Node, which runs {what}"))
    }
}
