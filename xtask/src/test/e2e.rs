//! The app as it is published: its size, and every journey in a real browser.

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
    let mut tests = Toolchain::current().cargo(&["test", "--locked", "-p", "waymark", "--test", "e2e"]);
    tests.env("WAYMARK_DIST", paths::dist());
    tests.env("CHROMEDRIVER", tools::browser::driver()?);
    tests.env("WAYMARK_AXE", tools::axe::ready()?);
    layer.tests("end to end", tests)
}
