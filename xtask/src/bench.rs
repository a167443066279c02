//! Measures the published app beside a plain page and beside `TiddlyWiki`, in one run, and prints one table.

mod document;
mod wiki;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::toolchain::Toolchain;
use crate::{dist, paths, run, size_budget, tools};

/// What was asked for.
#[derive(Default)]
struct Wanted {
    /// Takes `dist/` as it is.
    built: bool,
    /// Puts the table into the document.
    write: bool,
}

/// Builds the app, installs what is missing, measures, and says what came out. It never fails for slowness.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    let wanted = wanted(words)?;
    if !wanted.built {
        dist::build()?;
    }
    let wiki = wiki::ready()?;
    let table = paths::scratch().join("bench.md");
    measure(&wiki, &table)?;
    if wanted.write {
        let table = fs::read_to_string(&table).context("The bench left no table.")?;
        document::put(&table)?;
    }
    Ok(())
}

fn wanted(words: &[&str]) -> Result<Wanted> {
    let mut wanted = Wanted::default();
    for word in words {
        match *word {
            "--built" => wanted.built = true,
            "--write" => wanted.write = true,
            _ => bail!("`bench` knows two options, `--built` and `--write`."),
        }
    }
    Ok(wanted)
}

fn measure(wiki: &Path, table: &Path) -> Result<()> {
    let mut bench = Toolchain::current().cargo(&["test", "--locked", "-p", "waymark", "--test", "bench"]);
    bench.env("WAYMARK_BENCH", table);
    bench.env("WAYMARK_DIST", paths::dist());
    bench.env("WAYMARK_BENCH_WIKI", wiki);
    bench.env("WAYMARK_BENCH_TRANSFER", transfer(wiki)?);
    bench.env("CHROMEDRIVER", tools::browser::driver()?);
    run::plainly(&mut bench)
}

/// What each loads before its first screen, in bytes after brotli: the app, then the wiki.
fn transfer(wiki: &Path) -> Result<String> {
    let app = size_budget::measure(&paths::dist())?.first_screen();
    let page = fs::read(wiki.join(wiki::PAGE)).context("The wiki's page cannot be read.")?;
    let wiki = size_budget::compressed_size(&page).context("The wiki's page cannot be compressed.")?;
    Ok(format!("{app} {wiki}"))
}
