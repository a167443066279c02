//! The standard library's source, from which the published app's own, smaller one is built.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::toolchain::Toolchain;
use crate::{paths, run};

/// Longer than this is a server that will not answer.
const PATIENCE: Duration = Duration::from_mins(3);

/// Whether it is there, brought if it was missing. Where it cannot be had the app is built all the same, only bigger.
pub(crate) fn ready(toolchain: &Toolchain) -> bool {
    if is_there(toolchain) {
        return true;
    }
    match add() {
        Ok(()) if is_there(toolchain) => return true,
        Ok(()) => println!("  rustup added the source to another toolchain than the one in use."),
        Err(error) => println!("  {error:#}"),
    }
    println!("  The app is built with the standard library that is there, and about a tenth bigger.");
    false
}

fn is_there(toolchain: &Toolchain) -> bool {
    let library =
        toolchain.sysroot().map(|root| Path::new(&root).join("lib/rustlib/src/rust/library/Cargo.lock"));
    library.is_some_and(|lock| lock.is_file())
}

fn add() -> Result<()> {
    let started = Instant::now();
    println!("  Installing the standard library's source (about 5 seconds) …");
    let log = paths::tool_cache()?.join(".rust-src.log");
    run::quietly(Command::new("rustup").args(["component", "add", "rust-src"]), &log, Some(PATIENCE))?;
    println!("  Installed the source in {}.", run::elapsed(started));
    Ok(())
}
