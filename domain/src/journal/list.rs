//! Which entries are listed, and in which order.

use chrono::{Datelike as _, NaiveDate};

use crate::entry::Entry;
use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::stamp::At;

/// Which entries a person wants to see. A condition that is not set lets every entry through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryFilter {
    /// Only with this tag.
    pub tag: Option<String>,
    /// Only linked to this goal.
    pub goal: Option<RecordId>,
    /// Not before this day.
    pub from: Option<NaiveDate>,
    /// Not after this day.
    pub to: Option<NaiveDate>,
}

impl EntryFilter {
    /// Whether an entry is one of them.
    pub fn lets_through(&self, entry: &Entry) -> bool {
        let tagged = |wanted: &String| entry.tags().any(|tag| tag == wanted);
        self.tag.as_ref().is_none_or(tagged)
            && self.goal.is_none_or(|wanted| entry.goals().any(|goal| goal == wanted))
            && self.lets_day_through(entry)
    }

    fn lets_day_through(&self, entry: &Entry) -> bool {
        if self.from.is_none() && self.to.is_none() {
            return true;
        }
        let inside =
            |day: NaiveDate| self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to);
        entry.date().is_some_and(inside)
    }
}

/// An entry in its place in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The entry.
    pub entry: Entry,
    /// Whether it is the first of its month, so that the month's heading stands before it.
    pub begins_month: bool,
}

/// Finds where a month's heading stands. Entries come in the order they are to stand in.
pub fn by_month(entries: impl IntoIterator<Item = Entry>) -> Vec<Listed> {
    let month = |entry: &Entry| entry.date().map(|day| (day.year(), day.month()));
    let mut open = None;
    let list = |entry: Entry| {
        let month = month(&entry);
        let begins_month = open.replace(month) != Some(month);
        Listed { entry, begins_month }
    };
    entries.into_iter().map(list).collect()
}

/// The entries next to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Neighbours {
    /// The one written after it.
    pub newer: Option<RecordId>,
    /// The one written before it.
    pub older: Option<RecordId>,
}

impl Notebook {
    /// The entries that stand before and after one in the journal.
    pub fn neighbours(&self, id: RecordId) -> Neighbours {
        let Some(here) = self.entry(id).map(|entry| place(&entry)) else { return Neighbours::default() };
        let (mut newer, mut older) = (None, None);
        for other in self.entries().map(|entry| place(&entry)) {
            if other > here && newer.is_none_or(|nearest| other < nearest) {
                newer = Some(other);
            } else if other < here && older.is_none_or(|nearest| other > nearest) {
                older = Some(other);
            }
        }
        let id_of = |place: Option<Place>| place.map(|(_, _, id)| id);
        Neighbours { newer: id_of(newer), older: id_of(older) }
    }
}

type Place = (Option<NaiveDate>, Option<At>, RecordId);

/// What entries are sorted by; see [`Notebook::entries_newest_first`].
fn place(entry: &Entry) -> Place {
    (entry.date(), entry.0.begun_at(), entry.id())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Change, NewEntry};
    use crate::day::parse_day;
    use crate::stamp::testing::{TestStamp, notebook};

    fn journal(entries: &[(&str, &str)]) -> Notebook {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        for (date, tag) in entries {
            let tags = if tag.is_empty() { vec![] } else { vec![(*tag).to_owned()] };
            let new = NewEntry { date: parse_day(date), tags, ..NewEntry::default() };
            book.apply(Change::AddEntry(new), &mut stamp).unwrap();
        }
        book
    }

    fn days(book: &Notebook, filter: &EntryFilter) -> Vec<String> {
        let listed = book.entries_newest_first().into_iter().filter(|entry| filter.lets_through(entry));
        listed.filter_map(|entry| entry.date()).map(|day| day.to_string()).collect()
    }

    #[test]
    fn a_filter_asks_for_tag_and_days_together() {
        let book = journal(&[
            ("2026-11-01", "club"),
            ("2026-11-02", "club"),
            ("2026-11-02", ""),
            ("2026-11-30", "club"),
            ("2026-12-01", "club"),
        ]);
        let filter = EntryFilter {
            tag: Some("club".into()),
            from: parse_day("2026-11-02"),
            to: parse_day("2026-11-30"),
            ..EntryFilter::default()
        };
        assert_eq!(days(&book, &filter), ["2026-11-30", "2026-11-02"]);
        assert_eq!(days(&book, &EntryFilter::default()).len(), 5);
    }

    #[test]
    fn a_filter_asks_for_a_goal() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let goal = book.apply(Change::AddGoal { title: "Swim".into() }, &mut stamp).unwrap().created.unwrap();
        for goals in [vec![goal], vec![]] {
            book.apply(Change::AddEntry(NewEntry { goals, ..NewEntry::default() }), &mut stamp).unwrap();
        }
        let filter = EntryFilter { goal: Some(goal), ..EntryFilter::default() };
        assert_eq!(days(&book, &filter).len(), 1);
    }

    #[test]
    fn each_month_is_headed_once() {
        let book = journal(&[("2025-11-03", ""), ("2026-10-31", ""), ("2026-11-01", ""), ("2026-11-30", "")]);
        let months: Vec<_> = by_month(book.entries_newest_first())
            .iter()
            .filter(|listed| listed.begins_month)
            .map(|listed| listed.entry.date().unwrap().to_string())
            .collect();
        assert_eq!(months, ["2026-11-30", "2026-10-31", "2025-11-03"]);
    }

    #[test]
    fn neighbours_are_the_entries_listed_beside_one() {
        let book = journal(&[("2026-11-02", ""), ("2026-11-01", ""), ("2026-11-02", ""), ("2025-01-01", "")]);
        let listed: Vec<_> = book.entries_newest_first().iter().map(Entry::id).collect();
        for (i, id) in listed.iter().enumerate() {
            let newer = i.checked_sub(1).map(|i| listed[i]);
            assert_eq!(book.neighbours(*id), Neighbours { newer, older: listed.get(i + 1).copied() });
        }
    }
}
