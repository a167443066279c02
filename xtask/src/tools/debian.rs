//! Installing Debian packages, as root or through sudo, with words for those who can do neither.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use super::is_on_path;
use crate::{paths, run};

/// Installs packages; `what` says to the person who waits what they are for.
pub(crate) fn install(packages: &[&str], what: &str) -> Result<()> {
    let names = packages.join(" ");
    if !is_on_path("apt-get") {
        bail!(
            "Missing: {what}. On Debian it is `apt-get install {names}`; please install it here and run this again."
        );
    }
    if !is_root() && !can_sudo() {
        bail!("Missing: {what}. Please run `sudo apt-get install {names}` and then this again.");
    }
    let started = Instant::now();
    println!("  Installing {what} (apt-get: {names}) …");
    let cache = paths::tool_cache()?;
    std::fs::create_dir_all(&cache).with_context(|| format!("{} cannot be made.", cache.display()))?;
    let log = cache.join(".apt-get.log");
    fetch_and_unpack(packages, &log).with_context(|| {
        format!("Please run `sudo apt-get update && sudo apt-get install {names}` and then this again.")
    })?;
    println!("  Installed {names} in {}.", run::elapsed(started));
    Ok(())
}

/// Package lists may be missing or older than the server, so a failure is tried again with new ones.
fn fetch_and_unpack(packages: &[&str], log: &Path) -> Result<()> {
    let install =
        || run::quietly(apt_get(&["install", "--yes", "--no-install-recommends"]).args(packages), log, None);
    if install().is_ok() {
        return Ok(());
    }
    run::quietly(&mut apt_get(&["update"]), log, None)?;
    install()
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = as_root("env");
    command
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"])
        .args(arguments);
    command
}

/// A program run with the rights of root.
pub(crate) fn as_root(program: &str) -> Command {
    if is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.args(["-n", program]);
    command
}

fn is_root() -> bool {
    run::answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn can_sudo() -> bool {
    is_on_path("sudo") && run::answer(Command::new("sudo").args(["-n", "true"])).is_some()
}
