//! Parts of the diary to bring in, each with texts that no other has.

use std::collections::BTreeSet;

use serde_json::json;

use crate::harness::{Backup, Diary};

/// A part of the diary.
pub struct Part {
    /// As JSON Lines.
    pub lines: String,
    /// What is in it.
    pub texts: BTreeSet<String>,
}

impl Part {
    /// The part of that number, of so many entries.
    pub fn of(diary: &Diary, number: usize, count: usize) -> Self {
        let from = number * count % (diary.entries.len() - count);
        let mut part = Self { lines: String::new(), texts: BTreeSet::new() };
        for (place, entry) in diary.entries[from..from + count].iter().enumerate() {
            let text = format!("{number}-{place}. {}", entry.text);
            part.lines += &json!({"date": entry.date, "text": text}).to_string();
            part.lines.push('\n');
            part.texts.insert(text);
        }
        part
    }

    /// Whether it came in.
    pub fn is_in(&self, backup: &Backup) -> bool {
        let there = backup.texts("entry", "text");
        self.texts.first().is_some_and(|text| there.contains(&text.as_str()))
    }
}
