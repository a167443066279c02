//! Medians and percentiles, and how they are written.

use crate::screens::journal::grouped;

/// Times of the same thing, in milliseconds, or other numbers that vary.
#[derive(Debug, Clone, Default)]
pub struct Sample(Vec<f64>);

impl Sample {
    /// One more.
    pub fn add(&mut self, value: f64) {
        let place = self.0.partition_point(|other| *other < value);
        self.0.insert(place, value);
    }

    /// The value that half of them do not exceed.
    pub fn median(&self) -> f64 {
        self.percentile(50)
    }

    /// The value that so many of a hundred do not exceed.
    pub fn percentile(&self, of_a_hundred: usize) -> f64 {
        let rank = (self.0.len() * of_a_hundred).div_ceil(100).max(1);
        self.0[rank - 1]
    }

    /// The least of them.
    pub fn least(&self) -> f64 {
        self.0[0]
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl FromIterator<f64> for Sample {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut sample = Self::default();
        values.into_iter().for_each(|value| sample.add(value));
        sample
    }
}

/// A number without its fraction, as the app writes it: `2,000`.
pub fn whole(number: f64) -> String {
    grouped(format!("{number:.0}").parse().expect("a number that is not negative"))
}

/// Milliseconds.
pub fn ms(number: f64) -> String {
    format!("{} ms", whole(number))
}
