//! One person's browser profile: a folder that outlives the browser, with the downloads beside it.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder with a browser profile and its downloads; removed when the last browser on it is gone.
#[derive(Debug)]
pub struct Profile {
    folder: PathBuf,
}

impl Profile {
    /// A fresh profile in `parent`, named after the person.
    pub fn fresh(parent: &Path, person: &str) -> Self {
        let folder = parent.join(person);
        fs::create_dir_all(folder.join("downloads")).expect("the profile's folder can be made");
        Self { folder }
    }

    /// What the browser gets as `--user-data-dir`.
    pub fn user_data(&self) -> PathBuf {
        self.folder.join("browser")
    }

    /// Where downloads arrive.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // A profile is some 10 MB of caches; the downloads stay as evidence until the next run.
        if self.user_data().exists()
            && let Err(error) = fs::remove_dir_all(self.user_data())
        {
            eprintln!("could not remove {}: {error}", self.user_data().display());
        }
    }
}
