//! The files that the rules read.

use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{paths, run};

/// A text file of this repository, named from its top folder with `/`.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) text: String,
}

impl Source {
    #[cfg(test)]
    pub(super) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub(super) fn is_rust(&self) -> bool {
        self.has_extension("rs")
    }

    pub(super) fn is_css(&self) -> bool {
        self.has_extension("css")
    }

    fn has_extension(&self, extension: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, end)| end == extension)
    }
}

/// Every text file that git tracks, or would track.
pub(super) fn all() -> Result<Vec<Source>> {
    let mut git = Command::new("git");
    git.current_dir(paths::root()).args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    let names =
        run::answer(&mut git).context("Tidy asks git for the list of files, and git did not answer.")?;
    // What is not text (a picture), or was removed but not yet committed, has nothing to read.
    let read = |name: &str| std::fs::read_to_string(paths::root().join(name)).ok();
    Ok(names
        .lines()
        .filter_map(|name| read(name).map(|text| Source { path: name.to_owned(), text }))
        .collect())
}

/// The number of the line that a byte is on, from 1.
pub(super) fn line_at(text: &str, byte: usize) -> usize {
    text[..byte].matches('\n').count() + 1
}
