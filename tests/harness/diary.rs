//! A long real diary to bring in: the one in the shared data where it is there, else one made up to the same size.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::made_up_diary;
use super::world::root;

/// A diary as JSON Lines, and what it holds.
#[derive(Debug)]
pub struct Diary {
    /// The file to open.
    pub path: PathBuf,
    /// Its entries in order.
    pub entries: Vec<DiaryEntry>,
}

/// One line of a diary.
#[derive(Debug, Clone, Deserialize)]
pub struct DiaryEntry {
    /// The day, like `1660-01-10`.
    pub date: String,
    /// What was written.
    pub text: String,
}

impl Diary {
    /// The real diary, or one of the same size and shape, written into `folder`.
    pub fn at_hand(folder: &Path) -> Self {
        let path = real_one().unwrap_or_else(|| made_up(folder));
        let lines = fs::read_to_string(&path).expect("the diary can be read");
        let entries = lines.lines().map(|line| serde_json::from_str(line).expect("a line of the diary"));
        Self { entries: entries.collect(), path }
    }

    /// A file with the first `count` entries alone, written into `folder`.
    pub fn part(&self, count: usize, folder: &Path) -> PathBuf {
        let path = folder.join("part-of-the-diary.jsonl");
        let lines = fs::read_to_string(&self.path).expect("the diary can be read");
        let part: Vec<_> = lines.lines().take(count).collect();
        fs::write(&path, part.join("\n")).expect("a part of the diary can be written");
        path
    }

    /// How many of the first `count` entries have `word` in them, whatever its case.
    pub fn having(&self, word: &str, count: usize) -> usize {
        let word = word.to_lowercase();
        self.entries[..count].iter().filter(|entry| entry.text.to_lowercase().contains(&word)).count()
    }
}

fn real_one() -> Option<PathBuf> {
    const NAME: &str = "pepys-diary.jsonl";
    let told = std::env::var_os("WAYMARK_DATA").map(PathBuf::from);
    let path = told.unwrap_or_else(|| root().join("../shared/data"));
    let path = if path.is_dir() { path.join(NAME) } else { path };
    path.is_file().then_some(path)
}

fn made_up(folder: &Path) -> PathBuf {
    println!("the diary of Samuel Pepys is not here: a made-up one of the same size takes its place");
    let path = folder.join("made-up-diary.jsonl");
    fs::write(&path, made_up_diary::lines()).expect("the made-up diary can be written");
    path
}
