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

/// What is left of a script that stands in the page itself.
pub(crate) fn for_the_page(script: &Path, published: bool) -> Result<String> {
    if !published {
        return text(script);
    }
    let smaller = paths::scratch().join("in-the-page.js");
    minify_into(script, &smaller)?;
    Ok(text(&smaller)?.trim_end().to_owned())
}

/// Makes one script smaller, in its place.
pub(crate) fn minify(script: &Path) -> Result<()> {
    minify_into(script, script)
}

fn minify_into(script: &Path, smaller: &Path) -> Result<()> {
    let log = paths::scratch().join("esbuild.log");
    let mut command = Command::new("esbuild");
    command.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--allow-overwrite"]);
    command.arg(script).arg(format!("--outfile={}", smaller.display()));
    run::quietly(&mut command, &log, None)
}

fn text(script: &Path) -> Result<String> {
    fs::read_to_string(script).with_context(|| format!("{} cannot be read.", script.display()))
}

fn read(script: &Path) -> Result<Vec<u8>> {
    fs::read(script).with_context(|| format!("{} cannot be read.", script.display()))
}
