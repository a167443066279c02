//! Puts the service worker beside a built page, with the list of all files of that build and their digests.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::built_files::{names, read};
use crate::hash::{digest, short_hash};

/// Its name in the folder, which never changes: browsers ask for it again to hear of a new build.
pub const NAME: &str = "sw.js";

const PROGRAM: &str = include_str!("../../assets/service_worker.js");
const NO_FILES: &str = "const FILES = {};";
const NO_BUILD: &str = "const BUILD = '';";

/// While developing every file may change at any moment, so the worker of a published build at the same address steps
/// aside, and nothing is kept.
const WHILE_DEVELOPING: &str = "\
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.registration.unregister()));
";

/// Each file of a build with its digest. The worker itself is not one of them.
pub fn files(dist: &Path) -> Result<BTreeMap<String, String>> {
    let files = names(dist)?.into_iter().filter(|name| name != NAME);
    files.map(|name| Ok((name.clone(), digest(&read(dist, &name)?)))).collect()
}

/// Writes the worker for what is in the folder now. Whatever is changed afterwards is not of this build, and a browser
/// that finds it does not take the build.
pub fn write(dist: &Path) -> Result<()> {
    place(dist, &program(PROGRAM, &files(dist)?)?)
}

/// Writes one that keeps nothing.
pub fn write_for_developing(dist: &Path) -> Result<()> {
    place(dist, WHILE_DEVELOPING)
}

fn place(dist: &Path, program: &str) -> Result<()> {
    fs::write(dist.join(NAME), program).with_context(|| format!("{NAME} cannot be written."))
}

/// The build is named after the program too: another program may keep the same files in another way.
fn program(program: &str, files: &BTreeMap<String, String>) -> Result<String> {
    let blanks = [NO_FILES, NO_BUILD].iter().all(|blank| program.matches(blank).count() == 1);
    ensure!(blanks, "assets/service_worker.js has no place for {NO_FILES} and {NO_BUILD}");
    let list = serde_json::to_string_pretty(files).context("The list of files cannot be written.")?;
    let program = program.replace(NO_FILES, &format!("const FILES = {list};"));
    let build = short_hash(program.as_bytes());
    Ok(program.replace(NO_BUILD, &format!("const BUILD = '{build}';")))
}

#[cfg(test)]
mod tests;
