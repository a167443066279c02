//! End to end: the built app in a real browser. `cargo xtask test e2e` builds it first and names its folder
//! in `WAYMARK_DIST`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a journey that cannot go on ends here")]
#![allow(unreachable_pub, reason = "a test binary has no public interface")]

mod harness;
mod journeys;
mod screens;
