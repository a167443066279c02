//! A browser and its driver, for the tests.

use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::{debian, is_on_path};

/// The driver of Chromium, installed with the browser if one of them was missing.
/// `CHROMEDRIVER` names another one.
pub(crate) fn driver() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMEDRIVER").map(PathBuf::from).filter(|path| path.is_file()) {
        return Ok(named);
    }
    let has_browser = ["chromium", "google-chrome", "chrome"].into_iter().any(is_on_path);
    if !has_browser || !is_on_path("chromedriver") {
        debian::install(&["chromium", "chromium-driver"], "a browser and its driver, for the tests")?;
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join("chromedriver"))
        .find(|program| program.is_file())
        .context("chromedriver is still missing. Install Chromium and its driver, or set CHROMEDRIVER to the driver.")
}
