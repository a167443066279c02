//! The app as it is published: its size, and every journey in a real browser.

use std::process::Command;

use anyhow::Result;

use super::layer::Layer;
use crate::toolchain::Toolchain;
use crate::{dist, paths, size_budget, tools};

pub(super) fn run(layer: &mut Layer) -> Result<()> {
    dist::build()?;
    layer.check("size budget", || {
        let report = size_budget::measure(&paths::dist())?;
        println!("{report}");
        report.within_budget()
    });
    layer.tests("end to end", journeys(&[])?)?;
    if layer.full {
        let mut offline = journeys(&NEED_A_SERVER)?;
        offline.env("WAYMARK_OFFLINE", "1");
        layer.tests("end to end, without a network", offline)?;
    }
    Ok(())
}

/// Journeys about a server that is there, and those of two people, who once each need it.
const NEED_A_SERVER: [&str; 8] = [
    "--",
    "--skip=before_the_app",
    "--skip=second_part",
    "--skip=new_versions",
    "--skip=offline",
    "--skip=mentor",
    "--skip=folder_of_a_host",
    "--skip=an_app_that_does_not_start",
];

fn journeys(arguments: &[&str]) -> Result<Command> {
    let mut tests = Toolchain::current().cargo(&["test", "--locked", "-p", "waymark", "--test", "e2e"]);
    tests.args(arguments);
    tests.env("WAYMARK_DIST", paths::dist());
    tests.env("CHROMEDRIVER", tools::browser::driver()?);
    tests.env("WAYMARK_AXE", tools::axe::ready()?);
    Ok(tests)
}
