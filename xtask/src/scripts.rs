//! The scripts of a published build, made smaller. What the page says of their content follows.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::hash::integrity;
use crate::{paths, run};

/// Makes every script of the app in `staging` smaller; gives back the page with the new `integrity` of each. The one that
/// fetches the second part goes into the one that imports it, which saves the first screen a request.
pub(crate) fn minified(html: &str, staging: &Path, fetches: &str) -> Result<String> {
    let mut html = html.to_owned();
    for entry in fs::read_dir(staging).context("The built app cannot be listed.")? {
        let script = entry.context("The built app cannot be listed to its end.")?.path();
        if script.extension() == Some("js".as_ref()) && script.file_name() != Some(fetches.as_ref()) {
            let before = integrity(&read(&script)?);
            minify(&script)?;
            html = html.replace(&before, &integrity(&read(&script)?));
        }
    }
    fs::remove_file(staging.join(fetches)).with_context(|| format!("{fetches} cannot be removed."))?;
    Ok(html)
}

fn minify(script: &Path) -> Result<()> {
    let log = paths::scratch().join("esbuild.log");
    let mut command = Command::new("esbuild");
    command.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--allow-overwrite"]);
    command.arg(script).arg(format!("--outfile={}", script.display()));
    run::quietly(&mut command, &log, None)
}

fn read(script: &Path) -> Result<Vec<u8>> {
    fs::read(script).with_context(|| format!("{} cannot be read.", script.display()))
}
