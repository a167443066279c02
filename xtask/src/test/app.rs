//! The app without its page: what can run natively, and then everything in a real browser.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::layer::Layer;
use crate::toolchain::{Toolchain, WASM};
use crate::{paths, tools};

/// Chromium without a window; the rest keeps it from calling home and from the sandbox that root cannot have.
const BROWSER_OPTIONS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

pub(super) fn run(layer: &mut Layer) -> Result<()> {
    let host = Toolchain::current();
    layer.tests("app, natively", host.cargo(&["test", "--locked", "-p", "waymark", "--lib"]))?;
    let wasm = tools::wasm_toolchain()?;
    let runner = tools::test_runner()?;
    let mut tests = wasm.cargo(&["test", "--locked", "-p", "waymark", "--lib", "--target", WASM]);
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    tests.env("CHROMEDRIVER", tools::browser::driver()?);
    tests.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", write_browser_options()?);
    layer.tests("app, in a browser", tests)
}

fn write_browser_options() -> Result<PathBuf> {
    let folder = paths::scratch();
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made.", folder.display()))?;
    let file = folder.join("webdriver.json");
    let options = serde_json::json!({ "goog:chromeOptions": { "args": BROWSER_OPTIONS } });
    std::fs::write(&file, options.to_string())
        .with_context(|| format!("{} cannot be written.", file.display()))?;
    Ok(file)
}
