//! The standard library for the wasm target: from rustup, or from Debian where rustup's server is out of reach.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use super::{is_on_path, wasm_target_debian};
use crate::toolchain::{Toolchain, WASM};
use crate::{paths, run};

/// Longer than this is a server that will not answer.
const PATIENCE: Duration = Duration::from_mins(3);

/// A toolchain that can build for wasm, made able to if it could not.
pub(crate) fn ready() -> Result<Toolchain> {
    let current = Toolchain::current();
    if current.has_wasm() {
        return Ok(current);
    }
    if wasm_target_debian::is_there() {
        return Ok(Toolchain::debian());
    }
    match add_with_rustup() {
        Ok(()) if current.has_wasm() => Ok(current),
        Ok(()) => from_debian("rustup added the wasm target to another toolchain than the one in use"),
        Err(error) => from_debian(&format!("{error:#}")),
    }
}

fn add_with_rustup() -> Result<()> {
    if !is_on_path("rustup") {
        anyhow::bail!("rustup is not there");
    }
    let started = Instant::now();
    println!("  Installing the Rust target {WASM} (about 5 seconds) …");
    let cache = paths::tool_cache()?;
    std::fs::create_dir_all(&cache).with_context(|| format!("{} cannot be made.", cache.display()))?;
    let log = cache.join(".rustup.log");
    run::quietly(Command::new("rustup").args(["target", "add", WASM]), &log, Some(PATIENCE))?;
    println!("  Installed the Rust target in {}.", run::elapsed(started));
    Ok(())
}

fn from_debian(why: &str) -> Result<Toolchain> {
    println!("  The first way to the wasm target did not work: {why}\n  Trying Debian's toolchain instead.");
    wasm_target_debian::install().context(
        "The wasm target is missing, and Debian's could not take its place. \
         Please run `rustup target add wasm32-unknown-unknown` where its server can be reached, and then this again.",
    )?;
    Ok(Toolchain::debian())
}
