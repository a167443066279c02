//! Files in and out of a page: given to its file input, found in the folder of downloads.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use thirtyfour::By;

use super::page::Page;
use super::wait;

impl Page {
    /// Gives a file to the page's file input, as if picked in the browser's window for it.
    pub async fn pick_file(&self, path: &Path) {
        self.browser().story().tell(format!("pick the file {}", path.display()));
        // The driver refuses a path that has `..` in it.
        let path = path.canonicalize().expect("a file that is there");
        let path = path.to_str().expect("a readable path");
        let picking = async || -> Result<(), String> {
            let session = self.session().await.map_err(|e| e.to_string())?;
            // The one thing not found by its role: the input may be hidden behind the button that opens it.
            let input = session.find(By::Css("input[type=file]")).await.map_err(|e| e.to_string())?;
            input.send_keys(path).await.map_err(|e| e.to_string())
        };
        wait::until(picking).await.unwrap_or_else(|why| panic!("no file could be given: {why}"));
    }

    /// Waits for the download that `act` causes; gives back the finished file.
    pub async fn downloaded_by(&self, act: impl Future<Output = ()>) -> PathBuf {
        let folder = self.browser().profile().downloads();
        let before = finished_in(&folder);
        act.await;
        let mut new = Vec::new();
        wait::eventually("a download to finish", async || {
            new = finished_in(&folder).into_iter().filter(|file| !before.contains(file)).collect();
            !new.is_empty() && !is_under_way(&folder)
        })
        .await;
        assert_eq!(new.len(), 1, "one file was to come: {new:?}");
        new.remove(0)
    }
}

/// Reads a file as JSON.
pub fn json_of(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("the file can be read");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{} is not JSON: {error}", path.display()))
}

fn names_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder of downloads");
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

fn finished_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = names_in(folder);
    files.retain(|file| !is_partial(file));
    files
}

fn is_under_way(folder: &Path) -> bool {
    names_in(folder).iter().any(|file| is_partial(file))
}

/// The browser downloads into a file with such an ending or a hidden one, and renames it at the end.
fn is_partial(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".crdownload") || name.starts_with('.')
}
