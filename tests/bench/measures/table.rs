//! The table: what was measured, of whom, beside what it should be.

use std::fmt::{self, Display, Formatter};
use std::thread;

use super::numbers::whole;
use super::stage::{PART, Stage};

/// One line: words for each column. What a row leaves out was not measured.
#[derive(Debug, Default)]
pub struct Row {
    /// What was measured.
    pub measure: String,
    /// The app.
    pub waymark: String,
    /// The plain page.
    pub floor: String,
    /// The wiki.
    pub wiki: String,
    /// The app's beside the wiki's.
    pub ratio: Option<f64>,
    /// What it should be.
    pub target: String,
    /// Whether it is.
    pub holds: Option<bool>,
}

/// All of them, and what they were measured on.
pub struct Table {
    preface: String,
    rows: Vec<Row>,
}

impl Table {
    /// An empty one.
    pub async fn of(stage: &Stage) -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let preface = format!(
            "{cores} cores, {}, without a window. The diary has {} entries and {} characters; \
             TiddlyWiki and the floor have its first {} where nothing else is said.",
            stage.browser().await,
            whole(count(stage.diary.entries.len())),
            whole(count(stage.diary.entries.iter().map(|entry| entry.text.chars().count()).sum())),
            whole(count(PART)),
        );
        Self { preface, rows: Vec::new() }
    }

    /// One more line; it is said at once what came out.
    pub fn add(&mut self, row: Row) {
        println!("{row}");
        self.rows.push(row);
    }

    /// More lines.
    pub fn add_all(&mut self, rows: impl IntoIterator<Item = Row>) {
        rows.into_iter().for_each(|row| self.add(row));
    }
}

/// A count as a number that can be divided.
pub fn count(of: usize) -> f64 {
    u32::try_from(of).map_or(f64::INFINITY, f64::from)
}

impl Display for Row {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { measure, waymark, floor, wiki, target, .. } = self;
        let ratio = self.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
        let holds = self.holds.map_or("", |holds| if holds { "yes" } else { "**no**" });
        write!(f, "| {measure} | {waymark} | {floor} | {wiki} | {ratio} | {target} | {holds} |")
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n", self.preface)?;
        writeln!(f, "| measure | Waymark | floor | TiddlyWiki | ratio | target | holds |")?;
        writeln!(f, "|---|---|---|---|---|---|---|")?;
        self.rows.iter().try_for_each(|row| writeln!(f, "{row}"))
    }
}
