//! How far work in steps has got: reading a file, planning an import.

use crate::sizes::percent;

/// How much of the work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What was gone through. It never falls.
    pub done: usize,
    /// What there is to go through. Of a file that is read: each byte is checked and then read.
    pub of: usize,
}

impl Progress {
    /// How much that is, 0 to 1.
    pub fn share(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a share to show")]
        let share = self.done as f64 / self.of.max(1) as f64;
        share
    }

    /// The same in whole percent, rounded down.
    pub fn percent(self) -> usize {
        percent(self.done, self.of)
    }
}
