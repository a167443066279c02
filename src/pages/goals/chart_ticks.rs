//! The labels under the profile: months where there are some in sight, else the days at its ends.

use chrono::{Datelike as _, NaiveDate};

use super::chart::{LEFT, RIGHT};

/// A short month or a year, with room around it, in CSS pixels.
pub(super) const LABEL: f64 = 56.0;

/// A label under the profile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tick {
    pub(super) x: f64,
    pub(super) day: NaiveDate,
    pub(super) shows: Shows,
    pub(super) anchor: Anchor,
}

/// What a label says of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    Day,
    Month,
    Year,
}

/// Which part of a label stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// The value of `text-anchor`.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// The days from left to right.
pub(super) struct Days {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) width: f64,
}

impl Days {
    #[expect(clippy::cast_precision_loss, reason = "a number of days has far fewer than 53 bits")]
    pub(super) fn x_of(&self, day: NaiveDate) -> f64 {
        let days = |to: NaiveDate| to.signed_duration_since(self.first).num_days() as f64;
        let room = self.width - LEFT - RIGHT;
        let all = days(self.last);
        LEFT + if all > 0.0 { room * days(day) / all } else { room / 2.0 }
    }

    /// The first days of months, so many months apart that their labels do not meet.
    fn months(&self) -> Vec<Tick> {
        let starts: Vec<NaiveDate> = month_starts(self.first, self.last).collect();
        let apart = [1, 2, 3, 6, 12, 24, 60, 120, 600].into_iter().find(|apart| {
            let shown: Vec<f64> =
                starts.iter().filter(|day| is_shown(**day, *apart)).map(|day| self.x_of(*day)).collect();
            shown.windows(2).all(|pair| pair[1] - pair[0] >= LABEL)
        });
        let tick = |day: NaiveDate| Tick {
            x: self.x_of(day),
            day,
            shows: if day.month0() == 0 { Shows::Year } else { Shows::Month },
            anchor: Anchor::Middle,
        };
        let apart = apart.unwrap_or(1_200);
        starts.into_iter().filter(|day| is_shown(*day, apart)).map(tick).collect()
    }

    /// Months where at least two are in sight; else the first and the last day.
    pub(super) fn ticks(&self) -> Vec<Tick> {
        let months = self.months();
        if months.len() >= 2 {
            return months;
        }
        let end = |day, anchor| Tick { x: self.x_of(day), day, shows: Shows::Day, anchor };
        if self.first == self.last {
            vec![end(self.first, Anchor::Middle)]
        } else {
            vec![end(self.first, Anchor::Start), end(self.last, Anchor::End)]
        }
    }
}

fn month_starts(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let month = first.with_day(1);
    std::iter::successors(month, |month| month.checked_add_months(chrono::Months::new(1)))
        .skip_while(move |month| *month < first)
        .take_while(move |month| *month <= last)
}

/// Whether this month is one of those that stand `apart` months from each other, counted from a January.
fn is_shown(month: NaiveDate, apart: i64) -> bool {
    (i64::from(month.year()) * 12 + i64::from(month.month0())) % apart == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(first: &str, last: &str, width: f64) -> Vec<(String, Shows)> {
        let days = Days { first: first.parse().unwrap(), last: last.parse().unwrap(), width };
        days.ticks().iter().map(|tick| (tick.day.to_string(), tick.shows)).collect()
    }

    #[test]
    fn a_term_shows_its_months_and_a_new_year_its_number() {
        let months = [
            ("2026-10-01", Shows::Month),
            ("2026-11-01", Shows::Month),
            ("2026-12-01", Shows::Month),
            ("2027-01-01", Shows::Year),
            ("2027-02-01", Shows::Month),
        ];
        assert_eq!(
            labels("2026-09-20", "2027-02-10", 600.0),
            months.map(|(day, shows)| (day.to_owned(), shows))
        );
        assert!(labels("2026-09-20", "2027-02-10", 200.0).len() < months.len());
    }

    #[test]
    fn a_few_days_show_the_first_and_the_last_and_one_day_itself() {
        let days = [("2026-11-03", Shows::Day), ("2026-11-21", Shows::Day)];
        assert_eq!(
            labels("2026-11-03", "2026-11-21", 300.0),
            days.map(|(day, shows)| (day.to_owned(), shows))
        );
        assert_eq!(labels("2026-11-03", "2026-11-03", 300.0).len(), 1);
    }
}
