//! One layer of tests: its checks and test runs are printed as they go and counted. A failure does not stop the rest.

use std::fmt::{self, Display, Formatter};
use std::process::Command;
use std::time::Instant;

use anyhow::Result;

use super::tally::Tally;
use crate::run;

/// What one layer has done so far.
pub(super) struct Layer {
    name: &'static str,
    /// Whether the long form was asked for.
    pub(super) full: bool,
    pub(super) tally: Tally,
    checks: u32,
    faults: Vec<String>,
    started: Instant,
    took: String,
}

impl Layer {
    pub(super) fn new(name: &'static str, full: bool) -> Self {
        let started = Instant::now();
        Self {
            name,
            full,
            tally: Tally::default(),
            checks: 0,
            faults: Vec::new(),
            started,
            took: String::new(),
        }
    }

    /// Something that holds or does not.
    pub(super) fn check(&mut self, what: &str, check: impl FnOnce() -> Result<()>) {
        println!("--- {what}");
        self.checks += 1;
        if let Err(error) = check() {
            println!("{error:#}");
            self.fault(what);
        }
    }

    /// A command that succeeds or does not.
    pub(super) fn command(&mut self, what: &str, mut command: Command) {
        self.check(what, || run::plainly(&mut command));
    }

    /// A run of tests, counted by the summaries it prints.
    pub(super) fn tests(&mut self, what: &str, mut command: Command) -> Result<()> {
        println!("--- {what}");
        if self.full {
            command.env("WAYMARK_FULL", "1");
        } else {
            // The same random cases in every run; the full one tries others.
            command.env("PROPTEST_RNG_SEED", "1");
        }
        let before = self.tally;
        let tally = &mut self.tally;
        let succeeded = run::by_line(&mut command, |line| {
            println!("{line}");
            tally.read(line);
        })?;
        if !succeeded && self.tally.failed == before.failed {
            self.fault(&format!("{what}: stopped before its tests could say how they went"));
        }
        Ok(())
    }

    /// Notes something that went wrong outside of a test.
    pub(super) fn fault(&mut self, what: &str) {
        println!("FAILED: {what}");
        self.faults.push(what.to_owned());
    }

    /// Stops the watch.
    pub(super) fn finish(mut self) -> Self {
        self.took = run::elapsed(self.started);
        self
    }

    /// Failed tests and everything else that went wrong.
    pub(super) fn failed(&self) -> u32 {
        self.tally.failed + u32::try_from(self.faults.len()).unwrap_or(u32::MAX)
    }
}

impl Display for Layer {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Tally { passed, failed } = self.tally;
        write!(f, "{:<7}{passed:>5} tests passed, {failed} failed; {} checks", self.name, self.checks)?;
        write!(f, ", {} failed ({})", self.faults.len(), self.took)?;
        self.faults.iter().try_for_each(|fault| {
            write!(f, "\n         failed: {}", fault.lines().next().unwrap_or_default())
        })
    }
}
