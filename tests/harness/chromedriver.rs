//! A chromedriver of our own on a free port, ended when it is dropped.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::wait;

/// A machine that builds something else meanwhile starts programs slowly.
const STARTING: Duration = Duration::from_secs(90);

/// A running chromedriver.
#[derive(Debug)]
pub struct Chromedriver {
    process: Child,
    port: u16,
}

impl Chromedriver {
    /// Starts one and waits until it answers; what it prints goes to `log`.
    pub async fn start(log: &Path) -> Self {
        let out = File::create(log).expect("the driver's log can be made");
        let process = Command::new(program())
            .arg("--port=0")
            .stderr(out.try_clone().expect("the log can be shared"))
            .stdout(out)
            .stdin(Stdio::null())
            .spawn()
            .expect("chromedriver starts; `cargo xtask test e2e` installs it on Debian");
        let mut driver = Self { process, port: 0 };
        driver.port =
            wait::until_within(STARTING, async || port_told_in(log).ok_or("it did not say its port"))
                .await
                .unwrap_or_else(|why| panic!("chromedriver: {why}; see {}", log.display()));
        driver
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

/// The driver picks a free port itself, so that no one can take it in between, and prints it.
fn port_told_in(log: &Path) -> Option<u16> {
    let told = fs::read_to_string(log).ok()?;
    let (_, after) = told.split_once("successfully on port ")?;
    after.split('.').next()?.trim().parse().ok()
}
