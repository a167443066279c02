//! The commands of this repository. `cargo xtask help` lists them.

mod bench;
mod csp;
mod dev;
mod dist;
mod html;
mod navigation;
mod paths;
mod post_build;
mod run;
mod scripts;
mod serve;
mod size_budget;
mod small;
mod split;
mod styles;
mod test;
mod tidy;
mod toolchain;
mod tools;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use xtask::hash;

const HELP: &str = "\
Commands, each as `cargo xtask <command>`:

  serve                 build optimised and serve at http://127.0.0.1:8080, as a static host would
  dev                   build quickly, serve, and reload the page when a file changes
  dist                  build the folder to upload, and say how big it is
  test [layer] [--full] lint, domain, app, e2e, or all of them; --full takes longer and tries more
  bench [--built] [--write]
                        measure the app beside a plain page and TiddlyWiki; --built takes dist/ as it is,
                        --write puts the table into docs/performance.md
  tidy                  check the rules of this repository that a compiler does not know

What is missing (wasm target, trunk, wasm-bindgen, wasm-opt, a browser for the tests) is installed on the way.
Tools are kept in $WAYMARK_TOOLS, else $XDG_CACHE_HOME/waymark, else ~/.cache/waymark.";

fn main() -> ExitCode {
    match run_as_named() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run_as_named() -> Result<()> {
    let mut arguments = std::env::args_os();
    let name = arguments.next().unwrap_or_default();
    if Path::new(&name).file_stem() == Some(split::STANDS_IN_FOR.as_ref()) {
        return split::run_wasm_bindgen(arguments.collect());
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    dispatch(&words)
}

fn dispatch(words: &[&str]) -> Result<()> {
    match words {
        [] | ["help" | "--help" | "-h"] => println!("{HELP}"),
        ["serve"] => serve::run()?,
        ["dev"] => dev::run()?,
        ["dist"] => dist::run()?,
        ["test", rest @ ..] => test::run(rest)?,
        ["bench", rest @ ..] => bench::run(rest)?,
        ["tidy"] => tidy::run()?,
        ["pre-build"] => styles::gather()?,
        ["post-build"] => post_build::run()?,
        other => bail!("There is no command `{}`.\n\n{HELP}", other.join(" ")),
    }
    Ok(())
}
