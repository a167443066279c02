//! End to end: the built app in a real browser. `cargo xtask test e2e` builds it first and names its folder
//! in `WAYMARK_DIST`.
#![cfg(not(target_arch = "wasm32"))]
