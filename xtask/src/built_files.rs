//! The files of a built folder, by their names in addresses.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// Every file in the folder and below it, like `icons/icon.svg`.
pub fn names(dist: &Path) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut folders = vec![dist.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read.", folder.display()))? {
            let path = entry.context("A folder cannot be read to its end.")?.path();
            match path.strip_prefix(dist) {
                Ok(_) if path.is_dir() => folders.push(path),
                Ok(name) => drop(found.insert(name.to_string_lossy().replace('\\', "/"))),
                Err(error) => return Err(error).context("A file lies outside of the built folder."),
            }
        }
    }
    Ok(found)
}

/// What is in one of them.
pub fn read(dist: &Path, name: &str) -> Result<Vec<u8>> {
    fs::read(dist.join(name)).with_context(|| format!("{name} cannot be read."))
}
