//! A chromedriver of our own on a free port, ended when it is dropped.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::wait;

/// A machine that builds something else meanwhile starts programs slowly.
const STARTING: Duration = Duration::from_secs(90);

const ATTEMPTS: usize = 5;

/// A running chromedriver.
#[derive(Debug)]
pub struct Chromedriver {
    process: Child,
    port: u16,
}

/// The driver gave up before it answered.
struct Ended;

impl Chromedriver {
    /// Starts one and waits until it answers; what it prints goes to `log`.
    pub async fn start(log: &Path) -> Self {
        for _ in 0..ATTEMPTS {
            if let Some(driver) = Self::try_start(log).await {
                return driver;
            }
        }
        panic!("chromedriver did not start; see {}", log.display());
    }

    /// It picks a free port by itself; now and then another program takes that port just then, and it gives up.
    async fn try_start(log: &Path) -> Option<Self> {
        let out = File::create(log).expect("the driver's log can be made");
        let process = Command::new(program())
            .arg("--port=0")
            .stderr(out.try_clone().expect("the log can be shared"))
            .stdout(out)
            .stdin(Stdio::null())
            .spawn()
            .expect("chromedriver starts; `cargo xtask test e2e` installs it on Debian");
        let mut driver = Self { process, port: 0 };
        let told = wait::until_within(STARTING, async || driver.port_or_end(log).ok_or("nothing told yet"));
        driver.port = told.await.ok()?.ok()?;
        Some(driver)
    }

    /// The port once it was told, or that the driver has ended instead.
    fn port_or_end(&mut self, log: &Path) -> Option<Result<u16, Ended>> {
        let has_ended = self.process.try_wait().is_ok_and(|ended| ended.is_some());
        match port_told_in(log) {
            None if has_ended => Some(Err(Ended)),
            port => port.map(Ok),
        }
    }

    /// The number of its process.
    pub fn pid(&self) -> u64 {
        self.process.id().into()
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        if let Err(error) = self.process.kill().and_then(|()| self.process.wait()) {
            eprintln!("could not end chromedriver {}: {error}", self.process.id());
        }
    }
}

fn program() -> String {
    std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into())
}

fn port_told_in(log: &Path) -> Option<u16> {
    let told = fs::read_to_string(log).ok()?;
    let (_, after) = told.split_once("successfully on port ")?;
    after.split('.').next()?.trim().parse().ok()
}
