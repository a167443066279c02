//! Splits the app into two wasm files: the first page, and everything after it (`src/app/later.rs`). That has to happen
//! between the linker and wasm-bindgen, where Trunk has no step. So Trunk finds this program under wasm-bindgen's name.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::hash::short_hash;
use crate::{paths, run};

/// The name that Trunk calls.
pub(crate) const STANDS_IN_FOR: &str = "wasm-bindgen";
/// Its own name in Trunk.toml.
const HOOK: &str = "waymark-xtask";
/// Says where the real one is.
pub(crate) const REAL: &str = "WAYMARK_WASM_BINDGEN";
/// The script of the whole app, as wasm-bindgen names it before Trunk puts a hash in.
const MAIN_SCRIPT: &str = "./waymark.js";
/// How the fetching script compiles while the file is on its way. Browsers refuse that for a file of another type.
const COMPILES: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// What it does instead: some static hosts do not know the type of wasm.
const COMPILES_ANY_TYPE: &str = "WebAssembly.instantiateStreaming(src.then(asWasm), imports)";
/// The file as it came where its type is right, since browsers keep the compiled code of such a file alone.
const AS_WASM: &str = "
function asWasm(given) {
    const headers = { 'content-type': 'application/wasm' };
    if (given.headers.get('content-type') === headers['content-type']) return given;
    return new Response(given.body, { status: given.status, headers });
}
";
/// What makes both parts small once they are compressed (`docs/performance.md`): code that repeats itself, and stands beside
/// its like, is worth more then than short code. No load is kept for the trap it might be.
const SMALL: [&str; 7] = [
    "--ignore-implicit-traps",
    "--skip-pass=code-folding",
    "--skip-pass=local-cse",
    "--one-caller-inline-max-function-size=60",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];
/// What wasm-bindgen and Trunk go on with.
const FIRST_PART: &str = "waymark.wasm";

/// A folder in which this program goes by the names that Trunk calls.
pub(crate) fn stand_in() -> Result<PathBuf> {
    let folder = paths::scratch().join("stand-in");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made.", folder.display()))?;
    let this = std::env::current_exe().context("This program does not know where it is.")?;
    for name in [STANDS_IN_FOR, HOOK] {
        let name = folder.join(name).with_extension(std::env::consts::EXE_EXTENSION);
        if name.exists() {
            fs::remove_file(&name).with_context(|| format!("{} cannot be replaced.", name.display()))?;
        }
        let linked = fs::hard_link(&this, &name).or_else(|_| fs::copy(&this, &name).map(drop));
        linked.with_context(|| format!("{} cannot be made.", name.display()))?;
    }
    Ok(folder)
}

/// wasm-bindgen with the app split before it. Every other question is passed on as it is.
pub(crate) fn run_wasm_bindgen(mut arguments: Vec<OsString>) -> Result<()> {
    let real = std::env::var_os(REAL).context("This name is for Trunk to call: run `cargo xtask dist`.")?;
    let linked =
        arguments.iter_mut().find(|argument| Path::new(argument).extension() == Some("wasm".as_ref()));
    if let Some(linked) = linked {
        *linked = split(Path::new(linked))?.into();
        arguments.extend(["--keep-lld-exports".into(), "--no-demangle".into()]);
    }
    run::plainly(Command::new(real).args(arguments))
}

/// Writes both parts and the script that fetches the second one; gives back the first part.
fn split(linked: &Path) -> Result<PathBuf> {
    let wasm = fs::read(linked).with_context(|| format!("{} cannot be read.", linked.display()))?;
    let profile = linked.parent().and_then(Path::file_name).unwrap_or_default();
    let folder = parts(&profile.to_string_lossy());
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be emptied.", folder.display()))?;
    }
    let first = folder.join(FIRST_PART);
    let mut options = wasm_split_cli_support::Options::new(&wasm);
    let fetches = format!("./waymark-parts-{}.js", short_hash(&wasm));
    options.output_dir = &folder;
    options.main_out_path = &first;
    options.link_name = &fetches;
    options.main_module = MAIN_SCRIPT;
    wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow::anyhow!("The app cannot be split in two: {error:#}"))?;
    Ok(first)
}

/// Puts the second part beside the first one, under names that change when they do. Gives back the script's name.
pub(crate) fn place(profile: &str, staging: &Path, main_script: &str) -> Result<String> {
    let published = profile == "release";
    place_from(&parts(profile), staging, main_script, if published { shrink } else { copy })
}

fn place_from(
    folder: &Path,
    staging: &Path,
    main_script: &str,
    put: fn(&Path, &Path) -> Result<()>,
) -> Result<String> {
    let (name, mut script) = fetching_script(folder)?;
    ensure!(script.contains(MAIN_SCRIPT), "The fetching script does not name {MAIN_SCRIPT}.");
    ensure!(script.matches(COMPILES).count() == 1, "The fetching script does not say {COMPILES} once.");
    script = script.replace(COMPILES, COMPILES_ANY_TYPE) + AS_WASM;
    script = script.replace(MAIN_SCRIPT, &format!("./{main_script}"));
    for wasm in files(folder, "wasm")?.iter().filter(|wasm| name_of(wasm) != FIRST_PART) {
        let unnamed = staging.join(name_of(wasm));
        put(wasm, &unnamed)?;
        let bytes = fs::read(&unnamed).with_context(|| format!("{} cannot be read.", unnamed.display()))?;
        let named = format!("waymark-later-{}.wasm", short_hash(&bytes));
        fs::rename(&unnamed, staging.join(&named)).with_context(|| format!("{named} cannot be named."))?;
        script = script.replace(&format!("./{}", name_of(wasm)), &format!("./{named}"));
    }
    fs::write(staging.join(&name), script).with_context(|| format!("{name} cannot be written."))?;
    Ok(name)
}

fn fetching_script(folder: &Path) -> Result<(String, String)> {
    let scripts = files(folder, "js")?;
    ensure!(scripts.len() == 1, "One script was to fetch the second part: {scripts:?}");
    let script = fs::read_to_string(&scripts[0]).context("The fetching script cannot be read.")?;
    Ok((name_of(&scripts[0]), script))
}

/// As Trunk does with the first part: index.html tells it the same.
fn shrink(wasm: &Path, to: &Path) -> Result<()> {
    let log = paths::scratch().join("wasm-opt.log");
    run::quietly(Command::new("wasm-opt").arg("-Os").args(SMALL).arg(wasm).arg("-o").arg(to), &log, None)
}

fn copy(wasm: &Path, to: &Path) -> Result<()> {
    fs::copy(wasm, to).map(drop).with_context(|| format!("{} cannot be copied.", wasm.display()))
}

fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read.", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    Ok(paths.filter(|path| path.extension() == Some(extension.as_ref())).collect())
}

/// Where the parts of a build wait for the rest of it.
fn parts(profile: &str) -> PathBuf {
    paths::scratch().join("parts").join(profile)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::{SMALL, copy, place_from};

    const SCRIPT: &str = "import { initSync } from \"./waymark.js\";\nconst src = fetch(new URL(\"./split_later.wasm\", import.meta.url));\n(WebAssembly.instantiateStreaming(src, imports));";

    fn parts(script: &str, second_part: &str) -> TempDir {
        let parts = tempfile::tempdir().unwrap();
        fs::write(parts.path().join("waymark-parts-1.js"), script).unwrap();
        fs::write(parts.path().join("waymark.wasm"), "first").unwrap();
        fs::write(parts.path().join("split_later.wasm"), second_part).unwrap();
        parts
    }

    fn placed(second_part: &str) -> (String, String) {
        let (parts, staging) = (parts(SCRIPT, second_part), tempfile::tempdir().unwrap());
        let script = place_from(parts.path(), staging.path(), "waymark-12.js", copy).unwrap();
        let text = fs::read_to_string(staging.path().join(script)).unwrap();
        let files =
            fs::read_dir(&staging).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        let wasms: Vec<String> = files.filter(|name| name.ends_with("wasm")).collect();
        assert_eq!(wasms.len(), 1, "the first part is placed by Trunk: {wasms:?}");
        (wasms[0].clone(), text)
    }

    #[test]
    fn the_script_names_the_files_as_they_are_published() {
        let (wasm, script) = placed("second");
        assert!(script.contains("from \"./waymark-12.js\""), "{script}");
        assert!(script.contains(&format!("new URL(\"./{wasm}\"")), "{script}");
        assert!(!script.contains("split_later"), "{script}");
    }

    #[test]
    fn both_parts_are_made_small_in_the_same_way() {
        let page = include_str!("../../index.html");
        assert!(page.contains(&format!("data-wasm-opt=\"s\" data-wasm-opt-params=\"{}\"", SMALL.join(" "))));
    }

    #[test]
    fn another_second_part_has_another_name() {
        assert_ne!(placed("second").0, placed("changed").0);
        assert_eq!(placed("second").0, placed("second").0);
    }

    #[test]
    fn a_script_that_compiles_in_another_way_is_not_published() {
        let (parts, staging) = (parts("import \"./waymark.js\";", "second"), tempfile::tempdir().unwrap());
        let refused = place_from(parts.path(), staging.path(), "waymark-12.js", copy).unwrap_err();
        assert!(refused.to_string().contains("instantiateStreaming"), "{refused}");
        let (_, script) = placed("second");
        assert!(
            script.contains("(src.then(asWasm), imports)") && script.contains("function asWasm("),
            "{script}"
        );
    }
}
