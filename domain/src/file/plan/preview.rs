//! What an import would do, in numbers a person can decide by.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::file::SetAside;

/// What an import would do. Nothing is done yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Whose it is, and so how it comes in.
    pub whose: Whose,
    /// The day the backup was written (UTC), where it says so.
    pub written: Option<NaiveDate>,
    /// What comes in, by kind of record.
    pub counts: BTreeMap<String, Counts>,
    /// The first and last day of the journal entries that the file offers.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// What does not come in, and why.
    pub set_aside: Vec<SetAside>,
}

/// Whose a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// A backup of this very notebook: its records join the ones here.
    Mine,
    /// Nothing of one's own was written here yet: this notebook becomes the one in the file.
    TakeOver,
    /// Another notebook's: its records come in as copies.
    Copies,
    /// A diary from elsewhere: its entries come in as new ones.
    Diary,
}

/// What comes in of one kind. Each record of the file counts once among the first five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Not here yet.
    pub new: usize,
    /// Here, and newer in the file: something shown changes.
    pub newer: usize,
    /// Written both here and there: several versions would stand, to pick from or combine.
    pub conflicting: usize,
    /// Nothing changes: already here, or newer here.
    pub same: usize,
    /// Erased here, so it does not come in (unless as a copy; see [`super::ImportOptions::bring_back`]).
    pub erased_here: usize,
    /// Of all of them: erased in the file, and so removed here.
    pub removed: usize,
    /// Of all of them: in the trash here afterwards.
    pub in_trash: usize,
}

impl Counts {
    /// All records of this kind.
    pub fn total(&self) -> usize {
        self.new + self.newer + self.conflicting + self.same + self.erased_here
    }

    /// Those that make a difference here.
    pub fn changes(&self) -> usize {
        self.new + self.newer + self.conflicting
    }
}

impl Preview {
    /// All kinds together.
    pub fn all(&self) -> Counts {
        self.counts.values().fold(Counts::default(), |sum, counts| Counts {
            new: sum.new + counts.new,
            newer: sum.newer + counts.newer,
            conflicting: sum.conflicting + counts.conflicting,
            same: sum.same + counts.same,
            erased_here: sum.erased_here + counts.erased_here,
            removed: sum.removed + counts.removed,
            in_trash: sum.in_trash + counts.in_trash,
        })
    }

    /// The counts of one kind.
    pub fn of(&self, kind: &str) -> Counts {
        self.counts.get(kind).copied().unwrap_or_default()
    }

    /// Whether importing would make no difference anyone could see.
    pub fn is_nothing(&self) -> bool {
        self.whose != Whose::TakeOver && self.all().changes() == 0
    }
}
