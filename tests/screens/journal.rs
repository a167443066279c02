//! The journal: search, and the list of entries by month.

use serde_json::Value;

use super::{App, Entry};
use crate::harness::{Finds as _, Page, Target, eventually};

/// The page “Journal”.
pub struct Journal {
    app: App,
}

impl Journal {
    /// Goes there.
    pub async fn open(app: &App) -> Self {
        app.go_to("Journal").await;
        Self { app: app.clone() }
    }

    fn page(&self) -> &Page {
        self.app.page()
    }

    fn list(&self) -> Target {
        self.page().list("Entries, newest first")
    }

    /// Begins a new entry.
    pub async fn new_entry(&self) -> Entry {
        self.page().button("New entry").activate().await;
        Entry::opened(&self.app).await
    }

    /// Writes a whole entry.
    pub async fn write(&self, text: &str) -> Entry {
        let entry = self.new_entry().await;
        entry.write(text).await;
        entry
    }

    /// Opens an entry by its heading.
    pub async fn open_entry(&self, heading: &str) -> Entry {
        self.list().link(heading).activate().await;
        Entry::opened(&self.app).await
    }

    /// Types into the search.
    pub async fn search(&self, words: &str) {
        self.page().field("Search").fill(words).await;
    }

    /// Waits until the page says how many entries it lists.
    pub async fn lists(&self, count: usize) {
        let words = if count == 1 { "1 entry".to_owned() } else { format!("{} entries", grouped(count)) };
        let look = async || self.page().text().await.lines().any(|line| line.trim() == words);
        eventually(&format!("the journal to list “{words}”"), look).await;
    }

    /// The headings of every entry in the list, also of those that are not drawn until one scrolls there.
    pub async fn headings(&self) -> Vec<String> {
        self.list().is_there().await;
        let found = self.page().script_that_calls_back(SCROLL_THROUGH, vec![]).await;
        let Value::Array(rows) = found else { panic!("no list: {found}") };
        rows.iter().map(|row| row.as_str().unwrap_or_default().to_owned()).collect()
    }
}

/// Scrolls down the page and remembers each row by its place.
const SCROLL_THROUGH: &str = "
    const done = arguments[0];
    const rows = new Map();
    const look = () => {
        for (const row of document.querySelectorAll('[role=listitem][aria-posinset]')) {
            rows.set(Number(row.ariaPosInSet), row.querySelector('a')?.innerText ?? '');
        }
        const height = document.documentElement.scrollHeight;
        const isEnd = scrollY + innerHeight >= height - 2;
        if (isEnd) return done([...rows].sort((a, b) => a[0] - b[0]).map(([, heading]) => heading));
        scrollBy({ top: innerHeight / 2, behavior: 'instant' });
        requestAnimationFrame(() => requestAnimationFrame(look));
    };
    scrollTo({ top: 0, behavior: 'instant' });
    requestAnimationFrame(() => requestAnimationFrame(look));";

/// `2000` as `2,000`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
