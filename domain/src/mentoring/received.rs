//! A file that someone sent me, kept as it came. What they shared is read from these files alone, so opening them in any
//! order, any number of times, shows the same.

pub use crate::kinds::received::*;

use crate::file::share::{self, ShareFile};

impl Received {
    /// What came in of it; nothing where that is damaged.
    pub fn file(&self) -> Option<ShareFile> {
        share::kept(self.0.value(FILE.name)?)
    }
}
