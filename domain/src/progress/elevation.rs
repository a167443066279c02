//! A goal's ratings over time: the elevation profile of its trail.

use chrono::NaiveDate;

use crate::by_id::ById;
use crate::id::RecordId;
use crate::notebook::Notebook;
use crate::rating::{self, Rating};
use crate::sorting::sort_by_key;

/// One rating in the profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingPoint {
    /// The rating.
    pub id: RecordId,
    /// The day it speaks of.
    pub on: NaiveDate,
    /// From 0 to 10.
    pub value: u8,
    /// A word on it; may be empty.
    pub note: String,
}

impl Notebook {
    /// The ratings of a goal, oldest first, those of one day in the order they were made. One without a day or a value,
    /// as a damaged file may hold, is left out.
    pub fn elevation(&self, goal: RecordId) -> Vec<RatingPoint> {
        let points = self.ratings(goal).into_iter().filter_map(|rating| {
            Some(RatingPoint {
                id: rating.id(),
                on: rating.on()?,
                value: rating.value()?,
                note: rating.note().to_owned(),
            })
        });
        points.collect()
    }

    /// The value of each goal's latest rating.
    pub fn latest_ratings(&self) -> ById<u8> {
        let all = self.of_kind(rating::KIND).cloned().map(Rating);
        let valued = all.filter_map(|rating| {
            Some(((rating.on()?, rating.0.begun_at(), rating.id()), rating.goal()?, rating.value()?))
        });
        let mut valued: Vec<_> = valued.collect();
        sort_by_key(&mut valued, |(when, ..)| *when);
        valued.into_iter().map(|(_, goal, value)| (goal, value)).collect()
    }

    /// The latest rating of a goal that speaks of `day`.
    pub fn rating_of_day(&self, goal: RecordId, day: NaiveDate) -> Option<RatingPoint> {
        self.elevation(goal).into_iter().rfind(|point| point.on == day)
    }

    /// How much the latest rating of a goal is above the first, or below it; nothing before there are two.
    pub fn climb(&self, goal: RecordId) -> Option<i16> {
        let points = self.elevation(goal);
        let [first, .., latest] = points.as_slice() else { return None };
        Some(i16::from(latest.value) - i16::from(first.value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::Change;
    use crate::rating;
    use crate::stamp::testing::{TestStamp, notebook};

    #[test]
    fn ratings_stand_by_day_and_within_a_day_in_the_order_they_were_made() {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let goal = book.apply(Change::AddGoal { title: "Swim".into() }, &mut stamp).unwrap().created.unwrap();
        assert_eq!((book.latest_ratings().get(goal), book.climb(goal)), (None, None));
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let mut rate = |book: &mut Notebook, value, on| {
            let change = Change::RateGoal { goal, value, on: day(on), note: format!("{value}") };
            book.apply(change, &mut stamp).unwrap().created.unwrap()
        };
        rate(&mut book, 7, 9);
        assert_eq!(book.climb(goal), None);
        let nine = rate(&mut book, 9, 9);
        rate(&mut book, 2, 3);
        rate(&mut book, 8, 9);
        let points: Vec<_> = book.elevation(goal).iter().map(|point| (point.on, point.value)).collect();
        assert_eq!(points, [(day(3), 2), (day(9), 7), (day(9), 9), (day(9), 8)]);
        assert_eq!((book.latest_ratings().get(goal), book.climb(goal)), (Some(&8), Some(6)));

        assert_eq!(book.rating_of_day(goal, day(9)).map(|point| point.value), Some(8));
        assert_eq!(book.rating_of_day(goal, day(4)), None);

        // Adding a word to a rating later does not move it.
        let saw = book.record(nine).unwrap().saw("note");
        let note = Change::Write { id: nine, field: rating::NOTE, value: "wow".into(), saw };
        book.apply(note, &mut stamp).unwrap();
        assert_eq!(book.latest_ratings().get(goal), Some(&8));
    }
}
