//! Where everything stands in the elevation profile: laid out anew for each width, so that its text never shrinks.

use std::fmt::Write as _;

use chrono::{Datelike as _, NaiveDate};

/// In CSS pixels.
pub(super) const HEIGHT: f64 = 184.0;
/// Room for the numbers at the left, and for half a label at the right.
pub(super) const LEFT: f64 = 32.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 32.0;
/// A short month or a year, with room around it.
const LABEL: f64 = 56.0;
/// Dots closer than this would run into each other.
const DOT: f64 = 9.0;
const GREATEST: u8 = 10;

/// Everything the profile draws.
#[derive(Debug, PartialEq)]
pub(super) struct Layout {
    pub(super) width: f64,
    /// The lines for 10, 5 and 0.
    pub(super) grid: Vec<(u8, f64)>,
    pub(super) ticks: Vec<Tick>,
    /// The path over all ratings.
    pub(super) line: String,
    /// The ground under it.
    pub(super) ground: String,
    /// The ratings that get a dot: all, or only the latest where there are too many.
    pub(super) dots: Vec<Spot>,
}

/// A place, from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    pub(super) x: f64,
    pub(super) y: f64,
}

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

/// The height above the lower edge of a value from 0 to 10.
fn y_of(value: u8) -> f64 {
    let share = f64::from(value.min(GREATEST)) / f64::from(GREATEST);
    HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)
}

/// The days from left to right.
struct Days {
    first: NaiveDate,
    last: NaiveDate,
    width: f64,
}

impl Days {
    #[expect(clippy::cast_precision_loss, reason = "a number of days has far fewer than 53 bits")]
    fn x_of(&self, day: NaiveDate) -> f64 {
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
    fn ticks(&self) -> Vec<Tick> {
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

/// Lays out ratings, oldest first, in a given width. Nothing where there are none.
pub(super) fn layout(ratings: &[(NaiveDate, u8)], width: f64) -> Option<Layout> {
    let (first, last) = (ratings.first()?.0, ratings.last()?.0);
    let days = Days { first, last, width };
    let spots: Vec<Spot> =
        ratings.iter().map(|(day, value)| Spot { x: days.x_of(*day), y: y_of(*value) }).collect();
    Some(Layout {
        width,
        grid: [10, 5, 0].map(|value| (value, y_of(value))).to_vec(),
        ticks: days.ticks(),
        line: path(&spots),
        ground: ground(&spots),
        dots: dots(spots),
    })
}

fn path(spots: &[Spot]) -> String {
    let mut path = String::new();
    for (i, spot) in spots.iter().enumerate() {
        let step = if i == 0 { 'M' } else { 'L' };
        // Writing into a string cannot fail.
        write!(path, "{step}{:.1} {:.1}", spot.x, spot.y).unwrap_or_default();
    }
    path
}

fn ground(spots: &[Spot]) -> String {
    let (Some(first), Some(last)) = (spots.first(), spots.last()) else { return String::new() };
    format!("{}L{:.1} {:.1}L{:.1} {:.1}Z", path(spots), last.x, y_of(0), first.x, y_of(0))
}

fn dots(spots: Vec<Spot>) -> Vec<Spot> {
    #[expect(clippy::cast_precision_loss, reason = "a number of ratings has far fewer than 53 bits")]
    let apart = |spots: &[Spot]| match spots {
        [first, .., last] => (last.x - first.x) / (spots.len() - 1) as f64,
        _ => f64::INFINITY,
    };
    let same_day = spots.first().map(|spot| spot.x) == spots.last().map(|spot| spot.x);
    if same_day || apart(&spots) >= DOT { spots } else { spots.last().copied().into_iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn labels(ratings: &[(&str, u8)], width: f64) -> Vec<(String, Shows)> {
        let ratings: Vec<_> = ratings.iter().map(|(on, value)| (day(on), *value)).collect();
        let layout = layout(&ratings, width).unwrap();
        layout.ticks.iter().map(|tick| (tick.day.to_string(), tick.shows)).collect()
    }

    #[test]
    fn higher_ratings_stand_higher_and_later_ones_further_right() {
        let ratings = [(day("2026-09-01"), 0), (day("2026-09-11"), 10), (day("2026-09-21"), 5)];
        let layout = layout(&ratings, 400.0).unwrap();
        let [low, high, middle] = layout.dots.as_slice() else { panic!("three dots") };
        assert_eq!((low.x, high.x, middle.x), (LEFT, (LEFT + 400.0 - RIGHT) / 2.0, 400.0 - RIGHT));
        assert_eq!((high.y, low.y), (TOP, HEIGHT - BOTTOM));
        assert_eq!(layout.grid, [(10, high.y), (5, middle.y), (0, low.y)]);
        assert_eq!(layout.line.matches('L').count(), 2);
        assert!(layout.ground.ends_with('Z'));
    }

    #[test]
    fn everything_stays_inside_at_every_width() {
        let ratings: Vec<_> =
            (0_u8..60).map(|i| (day("2025-03-05") + chrono::Days::new(u64::from(i) * 17), i % 11)).collect();
        for width in [200.0, 256.0, 328.0, 672.0, 2_000.0] {
            for count in [1, 2, 9, 60] {
                let layout = layout(&ratings[..count], width).unwrap();
                let inside = |x: f64, y: f64| (0.0..=width).contains(&x) && (0.0..=HEIGHT).contains(&y);
                assert!(layout.dots.iter().all(|spot| inside(spot.x, spot.y)));
                let close = layout.ticks.windows(2).any(|pair| pair[1].x - pair[0].x < LABEL);
                assert!(!close, "labels meet at {width}: {:?}", layout.ticks);
            }
        }
    }

    #[test]
    fn a_term_shows_its_months_and_a_new_year_its_number() {
        let term = [("2026-09-20", 3), ("2027-02-10", 6)];
        let months = [
            ("2026-10-01", Shows::Month),
            ("2026-11-01", Shows::Month),
            ("2026-12-01", Shows::Month),
            ("2027-01-01", Shows::Year),
            ("2027-02-01", Shows::Month),
        ];
        assert_eq!(labels(&term, 600.0), months.map(|(day, shows)| (day.to_owned(), shows)));
        assert!(labels(&term, 200.0).len() < months.len());
    }

    #[test]
    fn a_few_days_show_the_first_and_the_last_and_one_day_itself() {
        let days = [("2026-11-03", Shows::Day), ("2026-11-21", Shows::Day)];
        assert_eq!(
            labels(&[("2026-11-03", 3), ("2026-11-21", 6)], 300.0),
            days.map(|(day, shows)| (day.to_owned(), shows))
        );
        assert_eq!(labels(&[("2026-11-03", 3), ("2026-11-03", 6)], 300.0).len(), 1);
    }

    #[test]
    fn where_dots_would_meet_only_the_latest_is_drawn() {
        let daily: Vec<_> =
            (0_u8..100).map(|i| (day("2026-01-01") + chrono::Days::new(u64::from(i)), 5)).collect();
        assert_eq!(layout(&daily, 300.0).unwrap().dots.len(), 1);
        assert_eq!(layout(&daily, 1_200.0).unwrap().dots.len(), 100);
    }

    #[test]
    fn without_ratings_there_is_nothing_to_draw() {
        assert_eq!(layout(&[], 300.0), None);
    }
}
