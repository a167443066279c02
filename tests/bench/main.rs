//! Measures the built app in a real browser beside a plain page and beside `TiddlyWiki`. It reports and judges nothing, so it is
//! no test: it runs only where `cargo xtask bench` names, in `WAYMARK_BENCH`, the file that the table goes to.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a bench that cannot go on ends here")]
#![allow(unreachable_pub, reason = "a test binary has no public interface")]

#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, unused_imports, unused_macros, reason = "the journeys use the rest of it")]
#[path = "../harness/mod.rs"]
mod harness;
#[cfg(not(target_arch = "wasm32"))]
mod measures;
#[cfg(not(target_arch = "wasm32"))]
#[allow(dead_code, unused_imports, unused_macros, reason = "the journeys use the rest of it")]
#[path = "../screens/mod.rs"]
mod screens;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    if let Some(table) = std::env::var_os("WAYMARK_BENCH") {
        measures::run(table.as_ref());
    }
}
