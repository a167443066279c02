//! rustfmt and clippy, which rustup's smallest installation leaves out.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result};

use crate::run;
use crate::toolchain::Toolchain;

/// Adds what is missing to the toolchain in use.
pub(crate) fn ready() -> Result<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if run::answer(&mut Toolchain::current().cargo(&[command, "--version"])).is_none() {
            add(component)?;
        }
    }
    Ok(())
}

fn add(component: &str) -> Result<()> {
    let started = Instant::now();
    println!("  Installing {component} (rustup) …");
    run::plainly(Command::new("rustup").args(["component", "add", component])).with_context(|| {
        format!("{component} is missing. Please install it, with `rustup component add {component}` or as a package.")
    })?;
    println!("  Installed {component} in {}.", run::elapsed(started));
    Ok(())
}
