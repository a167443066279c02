//! Chance that can be had again: whoever knows the seed sees the same throws.

use std::time::{Duration, SystemTime};

use super::full::is_full;

/// A small linear congruential generator (Knuth's MMIX constants): the same numbers on every machine.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// The dice of a seed.
    pub const fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// The same dice each time, in the full run others, or those of `WAYMARK_SEED`. Prints the seed.
    pub fn any(what: &str) -> Self {
        let told = std::env::var("WAYMARK_SEED").ok().and_then(|seed| seed.parse().ok());
        let now = || SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default().as_millis();
        let usual = || if is_full() { u64::try_from(now()).unwrap_or_default() } else { 1 };
        let seed = told.unwrap_or_else(usual);
        println!("{what}: WAYMARK_SEED={seed}");
        Self(seed)
    }

    /// More dice, for someone else.
    pub fn split(&mut self) -> Self {
        Self::of(u64::try_from(self.below(1 << 30)).unwrap_or_default())
    }

    /// A number below `sides`.
    pub fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }

    /// A time shorter than `longest`.
    pub fn shorter_than(&mut self, longest: Duration) -> Duration {
        longest
            .mul_f64(f64::from(u32::try_from(self.below(1 << 20)).unwrap_or_default()) / f64::from(1 << 20))
    }
}
