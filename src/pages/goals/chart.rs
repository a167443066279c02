//! Where everything stands in the elevation profile: laid out anew for each width, so that its text never shrinks.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::chart_ticks::{Days, Tick};

/// In CSS pixels.
pub(super) const HEIGHT: f64 = 184.0;
/// Room for the numbers at the left, and for half a label at the right.
pub(super) const LEFT: f64 = 32.0;
pub(super) const RIGHT: f64 = 20.0;
/// The height of a flag.
pub(super) const FLAG: f64 = 22.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 32.0;
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

/// The height above the lower edge of a value from 0 to 10.
fn y_of(value: u8) -> f64 {
    let share = f64::from(value.min(GREATEST)) / f64::from(GREATEST);
    HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)
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

/// Where small flags stand for days on which others left feedback: over the ground of the last rating before each. What
/// was left before the first rating stands at its beginning, what came after the last at its end.
pub(super) fn flags(ratings: &[(NaiveDate, u8)], days: &[NaiveDate], width: f64) -> Vec<Spot> {
    let (Some(first), Some(last)) = (ratings.first(), ratings.last()) else { return Vec::new() };
    let all = Days { first: first.0, last: last.0, width };
    let flag = |day: NaiveDate| {
        let day = day.clamp(first.0, last.0);
        let under = ratings.iter().rev().find(|(on, _)| *on <= day).unwrap_or(first);
        Spot { x: all.x_of(day), y: y_of(under.1) }
    };
    days.iter().copied().map(flag).collect()
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
    use crate::pages::goals::chart_ticks::LABEL;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
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
    fn where_dots_would_meet_only_the_latest_is_drawn() {
        let daily: Vec<_> =
            (0_u8..100).map(|i| (day("2026-01-01") + chrono::Days::new(u64::from(i)), 5)).collect();
        assert_eq!(layout(&daily, 300.0).unwrap().dots.len(), 1);
        assert_eq!(layout(&daily, 1_200.0).unwrap().dots.len(), 100);
    }

    #[test]
    fn a_flag_stands_on_its_day_over_the_rating_before_it_and_inside_the_picture() {
        let ratings = [(day("2026-09-01"), 0), (day("2026-09-11"), 10), (day("2026-09-21"), 5)];
        let days = ["2026-08-01", "2026-09-11", "2026-09-12", "2026-12-01"].map(day);
        let spots = flags(&ratings, &days, 400.0);
        assert_eq!(
            spots.iter().map(|spot| spot.y).collect::<Vec<_>>(),
            [y_of(0), y_of(10), y_of(10), y_of(5)]
        );
        assert_eq!((spots[0].x, spots[3].x), (LEFT, 400.0 - RIGHT));
        assert!(spots[1].x < spots[2].x);
        assert_eq!(flags(&[], &days, 400.0), []);
    }

    #[test]
    fn without_ratings_there_is_nothing_to_draw() {
        assert_eq!(layout(&[], 300.0), None);
    }
}
