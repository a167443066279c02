//! The agreement of two people: each holds it, and it counts as agreed when both copies say the same.

use chrono::NaiveDate;

use super::relationship::{self, Relationship};
use crate::field::Field;
use crate::id::RecordId;
use crate::notebook::Notebook;

/// What two people agreed on, as one of them has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreement {
    /// What the one who has it expects.
    pub i_expect: String,
    /// What the other expects.
    pub they_expect: String,
    /// How often they talk.
    pub cadence: String,
    /// Where they talk.
    pub channel: String,
    /// What stays between them.
    pub confidential: String,
    /// Where that ends.
    pub limits: String,
    /// The day they look at it again.
    pub review_on: Option<NaiveDate>,
    /// The day it ends.
    pub end_on: Option<NaiveDate>,
}

/// How my copy of an agreement stands to theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgreementState {
    /// Neither has written one.
    None,
    /// Only I have, as far as I know.
    OnlyMine,
    /// Their copy from my side: what I expect is what they wrote that I do.
    Differs(Agreement),
    /// Both say the same.
    Agreed,
}

impl Agreement {
    /// My copy.
    pub fn of(relationship: &Relationship) -> Self {
        let text = |field: Field| relationship.0.text(field).to_owned();
        Self {
            i_expect: text(relationship::I_EXPECT),
            they_expect: text(relationship::THEY_EXPECT),
            cadence: text(relationship::CADENCE),
            channel: text(relationship::CHANNEL),
            confidential: text(relationship::CONFIDENTIAL),
            limits: text(relationship::LIMITS),
            review_on: relationship.0.day(relationship::REVIEW_ON),
            end_on: relationship.0.day(relationship::END_ON),
        }
    }

    /// The same, as the other would write it.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self { i_expect: self.they_expect, they_expect: self.i_expect, ..self }
    }

    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Its fields and what they hold, in the order they are asked; empty where nothing is written.
    pub fn fields(&self) -> [(Field, String); 8] {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        [
            (relationship::I_EXPECT, self.i_expect.clone()),
            (relationship::THEY_EXPECT, self.they_expect.clone()),
            (relationship::CADENCE, self.cadence.clone()),
            (relationship::CHANNEL, self.channel.clone()),
            (relationship::CONFIDENTIAL, self.confidential.clone()),
            (relationship::LIMITS, self.limits.clone()),
            (relationship::REVIEW_ON, day(self.review_on)),
            (relationship::END_ON, day(self.end_on)),
        ]
    }
}

impl Notebook {
    /// How my copy of the agreement with a person stands to theirs.
    pub fn agreement_state(&self, with: RecordId) -> AgreementState {
        let Some(relationship) = self.relationship(with) else { return AgreementState::None };
        let mine = Agreement::of(&relationship);
        match self.files_from(with).agreement.clone().map(Agreement::swapped) {
            Some(theirs) if theirs == mine => AgreementState::Agreed,
            Some(theirs) => AgreementState::Differs(theirs),
            None if mine.is_empty() => AgreementState::None,
            None => AgreementState::OnlyMine,
        }
    }
}
