//! What the journal says today: the latest entry, and those written on this day in earlier years.

use chrono::{Datelike, NaiveDate};

use crate::entry::Entry;
use crate::notebook::Notebook;
use crate::sorting::sort_by_key;

impl Notebook {
    /// The latest entry: of the newest day, the one last begun.
    pub fn latest_entry(&self) -> Option<Entry> {
        self.entries().max_by_key(|entry| (entry.date(), entry.0.begun_at(), entry.id()))
    }

    /// The entries about the same day and month in earlier years, newest first.
    pub fn on_this_day(&self, today: NaiveDate) -> Vec<Entry> {
        let same_day = |day: NaiveDate| {
            (day.month(), day.day()) == (today.month(), today.day()) && day.year() < today.year()
        };
        let mut entries: Vec<_> = self.entries().filter(|entry| entry.date().is_some_and(same_day)).collect();
        sort_by_key(&mut entries, |entry| std::cmp::Reverse((entry.date(), entry.0.begun_at(), entry.id())));
        entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Change, NewEntry};
    use crate::stamp::testing::{TestStamp, notebook};

    fn day(text: &str) -> NaiveDate {
        crate::day::parse_day(text).unwrap()
    }

    #[test]
    fn the_latest_entry_and_those_of_earlier_years_are_found() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        assert_eq!(book.latest_entry(), None);
        for (date, title) in [
            ("2026-11-21", "today"),
            ("2026-11-21", "today again"),
            ("2024-11-21", "two years ago"),
            ("2025-11-21", "a year ago"),
            ("2025-11-20", "another day"),
            ("2025-10-21", "another month"),
            ("2027-11-21", "ahead"),
        ] {
            let entry = NewEntry { date: Some(day(date)), title: title.into(), ..NewEntry::default() };
            book.apply(Change::AddEntry(entry), &mut stamp).unwrap();
        }
        let titles = |entries: Vec<Entry>| entries.iter().map(|e| e.title().to_owned()).collect::<Vec<_>>();
        assert_eq!(titles(book.on_this_day(day("2026-11-21"))), ["a year ago", "two years ago"]);
        assert_eq!(book.latest_entry().unwrap().title(), "ahead");
        let latest = book.latest_entry().unwrap().id();
        book.apply(Change::Delete(vec![latest]), &mut stamp).unwrap();
        assert_eq!(book.latest_entry().unwrap().title(), "today again");
    }
}
