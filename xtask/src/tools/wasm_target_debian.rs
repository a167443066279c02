//! The second way to the wasm target: Debian's compiler, with its standard library built here once.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result};

use super::{debian, is_on_path};
use crate::toolchain::{Toolchain, WASM};
use crate::{paths, run};

const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];
const LIBRARY: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

/// Whether an earlier run has already done all this. The packages alone are not enough: Trunk calls cargo by name.
pub(crate) fn is_there() -> bool {
    let is_linked =
        || run::answer(Command::new("rustup").args(["run", "debian", "rustc", "--version"])).is_some();
    let is_reached_by_name = !is_on_path("rustup") || is_linked();
    Path::new("/usr/bin/cargo").is_file() && is_reached_by_name && Toolchain::debian().has_wasm()
}

/// Installs the compiler and puts a standard library for wasm beside it.
pub(crate) fn install() -> Result<()> {
    debian::install(&PACKAGES, "Debian's Rust with its sources")?;
    if is_on_path("rustup") {
        // Trunk calls cargo by name; through this the name leads to Debian's.
        run::plainly(Command::new("rustup").args(["toolchain", "link", "debian", "/usr"]))?;
    }
    let started = Instant::now();
    println!("  Building the standard library for {WASM} (about a minute) …");
    let libraries = build_standard_library()?;
    run::plainly(debian::as_root("mkdir").args(["-p", LIBRARY]))?;
    run::plainly(debian::as_root("cp").args(libraries).arg(LIBRARY))?;
    println!("  Built and put it in place in {}.", run::elapsed(started));
    Ok(())
}

fn build_standard_library() -> Result<Vec<PathBuf>> {
    let folder = std::env::temp_dir().join(format!("waymark-std-{}", std::process::id()));
    write_empty_crate(&folder).context("A crate to build the standard library with could not be written.")?;
    let mut cargo = Toolchain::debian().cargo(&["build", "--release", "--target", WASM]);
    cargo.arg("-Zbuild-std=std,panic_abort,test,proc_macro").current_dir(&folder);
    cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes");
    cargo.env("CARGO_TARGET_DIR", paths::scratch().join("std"));
    let built = run::quietly(&mut cargo, &folder.join("log"), None);
    fs::remove_dir_all(&folder).context("The crate for the standard library could not be removed.")?;
    built?;
    let libraries = paths::scratch().join("std").join(WASM).join("release/deps");
    let entries = fs::read_dir(&libraries).context("The built standard library cannot be found.")?;
    Ok(entries.flatten().map(|entry| entry.path()).filter(|path| is_standard_library(path)).collect())
}

fn is_standard_library(path: &Path) -> bool {
    let own = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("libempty"));
    path.extension() == Some(OsStr::new("rlib")) && !own
}

fn write_empty_crate(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("src/lib.rs"), "//! Nothing: only its standard library is wanted.\n")?;
    fs::write(folder.join("Cargo.toml"), "[package]\nname = \"empty\"\nedition = \"2024\"\n\n[workspace]\n")
}
