//! Builds the app as it is published and serves it as a static host would.

use std::net::SocketAddr;

use anyhow::{Context as _, Result};
use xtask::static_server::StaticServer;

use crate::{dist, paths};

const PORT: u16 = 8080;

/// Builds, serves, and stays until it is stopped.
pub(crate) fn run() -> Result<()> {
    let address = SocketAddr::from(([127, 0, 0, 1], PORT));
    // Asked before the build, so that nobody waits for a build that cannot be served.
    drop(start(address)?);
    dist::build()?;
    let server = start(address)?;
    println!("\nWaymark is ready at http://{address}\nCtrl+C stops it.");
    server.wait();
    Ok(())
}

fn start(address: SocketAddr) -> Result<StaticServer> {
    StaticServer::start(paths::dist(), address, "/").with_context(|| {
        format!("Port {PORT} cannot be used. Is another `cargo xtask serve` running? Stop it and try again.")
    })
}
