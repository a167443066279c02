//! Everything that can be done in mentoring, beside writing and marking fields. All of it goes through the one door,
//! [`Notebook::apply`](crate::Notebook::apply).

use super::Agreement;
use super::accept::Into;
use super::feedback::Nature;
use super::relationship::{RelationshipStatus, Roles};
use super::response::ResponseStatus;
use super::share::{ShareFile, SharedSuggestion};
use super::strategy::Sort;
use super::suggestion::Suggested;
use crate::about::About;
use crate::edit::{ChangeError, Deed, Edit};
use crate::id::RecordId;

/// Something done in mentoring. `with` is the relationship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Add a person by name.
    AddPerson {
        /// What I call them.
        name: String,
        /// What I am to them.
        my_roles: Roles,
    },
    /// Choose a thing for sharing, or stop sharing it. A goal comes with its steps until they are taken out.
    Choose {
        /// With whom.
        with: RecordId,
        /// What.
        id: RecordId,
        /// In or out.
        on: bool,
    },
    /// Write feedback, a question, a thank-you. It is chosen for the next file.
    Say {
        /// To whom.
        with: RecordId,
        /// What it is for.
        nature: Nature,
        /// The words.
        text: String,
        /// What it is about; nothing in general.
        about: Option<About>,
    },
    /// Suggest a step, a strategy or a resource. It is chosen for the next file.
    Suggest {
        /// To whom.
        with: RecordId,
        /// What it is.
        what: Suggested,
        /// The step, or the name of the strategy or resource.
        text: String,
        /// Why, or how; may be empty.
        note: String,
        /// Where a resource is; may be empty.
        link: String,
        /// What it is about; nothing in general.
        about: Option<About>,
    },
    /// Rate a goal of theirs as I see it. It is chosen for the next file.
    RateTheirs {
        /// Whose goal.
        with: RecordId,
        /// The goal.
        goal: About,
        /// 0 to 10.
        value: u8,
        /// A word on it; may be empty.
        note: String,
    },
    /// Say what became of something they gave me, or a word back. It is chosen for the next file, where it stands unless it
    /// says no more than that it was read.
    Respond {
        /// To whom.
        with: RecordId,
        /// What they gave.
        about: About,
        /// What became of it; nothing leaves it as it was.
        status: Option<ResponseStatus>,
        /// A word back; nothing leaves it as it was.
        word: Option<String>,
    },
    /// Accept a suggestion: from now on it is mine.
    Accept {
        /// From whom.
        with: RecordId,
        /// What they suggested.
        suggestion: Box<SharedSuggestion>,
        /// Where a step goes.
        into: Into,
    },
    /// Write down what works.
    AddStrategy {
        /// What it is called.
        title: String,
        /// What it is.
        sort: Sort,
        /// How it works; may be empty.
        text: String,
        /// Where more of it is; may be empty.
        link: String,
        /// Who it came from; may be empty.
        from: String,
        /// The card it came from.
        origin: Option<RecordId>,
    },
    /// Take over their copy of the agreement.
    TakeAgreement {
        /// With whom.
        with: RecordId,
        /// Theirs, in my words.
        agreement: Agreement,
    },
    /// Note that a file was saved. Cannot be taken back: the file is out.
    NoteSent {
        /// To whom.
        with: RecordId,
        /// The file.
        file: Box<ShareFile>,
    },
    /// Close, pause or take up a relationship again. Everything stays readable.
    SetStatus {
        /// Which one.
        with: RecordId,
        /// Where it stands now.
        status: RelationshipStatus,
    },
    /// Several at once, or none of them.
    All(Vec<Act>),
}

impl Deed for Act {
    fn carry_out(self, edit: &mut Edit<'_>) -> Result<(), ChangeError> {
        edit.act(self)
    }
}
