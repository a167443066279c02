//! The tools that build and test the app, each installed once when it is missing.

pub(crate) mod axe;
mod binaryen;
pub(crate) mod browser;
pub(crate) mod components;
mod debian;
mod esbuild;
mod install;
mod npm;
mod std_source;
pub(crate) mod tiddlywiki;
mod trunk;
mod wasm_bindgen;
mod wasm_target;
mod wasm_target_debian;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::toolchain::{Toolchain, WASM};
use crate::{run, small, split};

pub(crate) use wasm_bindgen::test_runner;
pub(crate) use wasm_target::ready as wasm_toolchain;

/// Everything that a build of the app needs.
pub(crate) struct BuildTools {
    toolchain: Toolchain,
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    path: OsString,
    own_std: bool,
}

/// Installs what is missing, with a line of progress for each.
pub(crate) fn for_build() -> Result<BuildTools> {
    let toolchain = wasm_target::ready()?;
    let trunk = trunk::ready()?;
    let wasm_bindgen = wasm_bindgen::ready()?.join(split::STANDS_IN_FOR);
    let folders = [split::stand_in()?, binaryen::ready()?, esbuild::ready()?];
    let own_std = std_source::ready(&toolchain);
    let mut fetch = toolchain.cargo(&["fetch", "--locked", "--target", WASM]);
    run::plainly(fetch.envs(small::environment(own_std))).context(
        "The app's packages could not be fetched. Is the network there, and Cargo.lock up to date?",
    )?;
    let old = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(folders.into_iter().chain(std::env::split_paths(&old)))
        .context("The path to the tools has a colon in it: set WAYMARK_TOOLS to another folder.")?;
    Ok(BuildTools { toolchain, trunk, wasm_bindgen, path, own_std })
}

impl BuildTools {
    /// Trunk, told to use the tools here and to download nothing.
    pub(crate) fn trunk(&self, arguments: &[&str]) -> Command {
        let mut command = self.toolchain.command(&self.trunk);
        command.args(arguments).env("PATH", &self.path).env(split::REAL, &self.wasm_bindgen);
        command.envs(small::environment(self.own_std && arguments.contains(&"--release")));
        command.env("TRUNK_OFFLINE", "true").env("TRUNK_SKIP_VERSION_CHECK", "true");
        if std::env::var_os("NO_COLOR").is_some() {
            // Trunk refuses the usual value, `1`.
            command.env("NO_COLOR", "true");
        }
        command
    }
}

/// Whether a program can be found by its name.
fn is_on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
