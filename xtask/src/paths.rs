//! Where things are: the repository, the built app and the cache of tools outside of it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The top folder of the repository that `cargo xtask` was called in.
pub(crate) fn root() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    manifest.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// The folder to upload.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Build files that are no part of the app; ignored by git.
pub(crate) fn scratch() -> PathBuf {
    root().join("target/xtask")
}

/// The folder that keeps one folder per tool and version.
pub(crate) fn tool_cache() -> Result<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    named("WAYMARK_TOOLS")
        .or_else(|| named("XDG_CACHE_HOME").map(|cache| cache.join("waymark")))
        .or_else(|| named("HOME").map(|home| home.join(".cache/waymark")))
        .context("No folder for the tools: set WAYMARK_TOOLS to a folder that can be written.")
}

/// The version of a crate in `Cargo.lock`, so that a tool that must match has one home for its number.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock cannot be read.")?;
    version_in(&lock, package)
        .with_context(|| format!("Cargo.lock does not name `{package}`. Run `cargo fetch`."))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let line = lock.lines().skip_while(|line| *line != name).nth(1)?;
    line.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_version_is_read_from_the_lock_file_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(super::version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(super::version_in(lock, "trunk"), None);
    }
}
