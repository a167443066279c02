//! For how long the room in a storage will do, at the pace of the years that were written; and when a backup is due.

use chrono::NaiveDate;

use crate::notebook::Notebook;
use crate::sizes::scaled;

/// A shorter journal says nothing about a pace.
const DAYS_MIN: i64 = 28;
/// More years than anybody asks about.
const YEARS_MAX: usize = 99;
const DAYS_A_YEAR: usize = 365;

/// For about how many more years there is room, at most 99. `used` and `free` are in the same unit. Nothing where the
/// journal is too short to tell.
pub fn years_left(notebook: &Notebook, used: usize, free: usize) -> Option<usize> {
    let (first, last) = notebook.journal_days()?;
    let days = usize::try_from(last.signed_duration_since(first).num_days()).ok()?;
    let is_long = i64::try_from(days).is_ok_and(|days| days >= DAYS_MIN);
    is_long.then(|| (scaled(free, days, used) / DAYS_A_YEAR).min(YEARS_MAX))
}

/// How old a backup may be where a browser may forget all that is stored, in days: as long as the strictest remember.
const BACKUP_DAYS: i64 = 7;

/// Whether a browser that may forget should hold a newer backup than the last one.
pub fn is_backup_due(last: Option<NaiveDate>, today: NaiveDate) -> bool {
    last.is_none_or(|day| today.signed_duration_since(day).num_days() >= BACKUP_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Change, NewEntry};
    use crate::stamp::testing::{TestStamp, notebook};
    use crate::{day::parse_day, entry};

    fn journal(days: [&str; 2]) -> Notebook {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        for day in days {
            let id = book.apply(Change::AddEntry(NewEntry::default()), &mut stamp).unwrap().created.unwrap();
            let saw = book.record(id).unwrap().saw(entry::DATE.name);
            assert!(parse_day(day).is_some());
            book.apply(Change::Write { id, field: entry::DATE, value: day.into(), saw }, &mut stamp).unwrap();
        }
        book
    }

    #[test]
    fn a_backup_is_due_after_a_week_and_where_there_is_none() {
        let day = |text| parse_day(text).unwrap();
        assert!(is_backup_due(None, day("2026-11-26")));
        assert!(is_backup_due(Some(day("2026-11-19")), day("2026-11-26")));
        assert!(!is_backup_due(Some(day("2026-11-20")), day("2026-11-26")));
    }

    #[test]
    fn what_is_free_lasts_as_long_as_what_was_used_did_for_its_size() {
        let two_years = journal(["2024-01-01", "2025-12-31"]);
        assert_eq!(years_left(&two_years, 100, 500), Some(10));
        assert_eq!(years_left(&two_years, 100, 0), Some(0));
        assert_eq!(years_left(&two_years, 0, usize::MAX), Some(99));
        assert_eq!(years_left(&journal(["2024-01-01", "2024-01-20"]), 100, 500), None);
        assert_eq!(years_left(&notebook(1), 100, 500), None);
    }

    #[test]
    fn room_times_days_may_be_more_than_32_bits_hold() {
        let ten_years = journal(["2016-01-01", "2025-12-31"]);
        assert_eq!(years_left(&ten_years, 1_000_000, 4_242_880), Some(42));
        assert_eq!(years_left(&ten_years, 100_000, 5_142_880), Some(99));
    }
}
