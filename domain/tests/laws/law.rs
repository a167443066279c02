//! The laws, and what it means that one is broken.

use std::fmt;

/// A law of the notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Law {
    JoinCommutes,
    JoinAssociates,
    JoinIsIdempotent,
    JoinTellsWhatItDid,
    SameEditsSameCopy,
    NothingIsLost,
    NothingComesBack,
    ValuesStayAsWritten,
    ErasedStaysErased,
    OnlyErasingErases,
    NoDotTwice,
    NextEditShows,
    WritesOnlyWhatItSays,
    RefusedChangesNothing,
    UndoRestores,
    UndoLeavesLaterEditsAlone,
    ReadsBackAsWritten,
    NothingPanics,
}

/// A law that did not hold, and how that showed.
#[derive(Debug, Clone)]
pub struct Broken {
    pub law: Law,
    pub told: String,
}

/// Whether the laws held.
pub type Held<T = ()> = Result<T, Broken>;

impl Law {
    /// Holds where `condition` does; `told` says what was seen where it does not.
    pub fn holds(self, condition: bool, told: impl FnOnce() -> String) -> Held {
        if condition { Ok(()) } else { Err(Broken { law: self, told: told() }) }
    }
}

impl fmt::Display for Law {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::JoinCommutes => "a with b is b with a",
            Self::JoinAssociates => "(a with b) with c is a with (b with c)",
            Self::JoinIsIdempotent => "joining what is here already changes nothing",
            Self::JoinTellsWhatItDid => "a join says truly whether it changed anything",
            Self::SameEditsSameCopy => "copies that hold the same edits are equal",
            Self::NothingIsLost => "a value goes only when an edit whose writer had seen it replaced it",
            Self::NothingComesBack => "a value that was replaced does not come back",
            Self::ValuesStayAsWritten => "a value stays as it was written",
            Self::ErasedStaysErased => "nothing brings an erased record back",
            Self::OnlyErasingErases => "a record is erased only where someone asked for that",
            Self::NoDotTwice => "no dot stands for two edits",
            Self::NextEditShows => "the next edit shows, whatever the clocks say",
            Self::WritesOnlyWhatItSays => "a change writes what it says and nothing else",
            Self::RefusedChangesNothing => "a refused change leaves the notebook as it was",
            Self::UndoRestores => "undo shows what was shown where nobody else wrote since",
            Self::UndoLeavesLaterEditsAlone => "undo leaves alone what others wrote later",
            Self::ReadsBackAsWritten => "a record reads back as it was written",
            Self::NothingPanics => "nothing panics",
        })
    }
}
