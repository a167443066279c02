//! Mentoring: other people, what I share with them, and what they give back.
//!
//! A reading order: [`relationship`] (a person and what I chose to share), [`feedback`], [`suggestion`], [`response`]
//! and [`strategy`] (what passes between people), [`act`] (everything that can be done), [`share`] (what leaves),
//! [`received`], [`came`] and [`theirs`] (what came), [`agreement`], [`inbox`], [`ledger`].
//!
//! My own side of it is records like any other. Theirs is never more than read-only copies, kept file by file.

mod accept;
pub mod act;
mod acting;
pub mod agreement;
mod came;
mod hand_on;
pub mod inbox;
pub mod ledger;
pub mod received;
mod remembered;
pub mod share;
#[cfg(test)]
mod tests;
pub mod theirs;

pub use crate::about::About;
pub use crate::kinds::{feedback, relationship, response, sent, strategy, suggestion};
pub use accept::Into;
pub use act::Act;
pub use agreement::{Agreement, AgreementState};
pub use inbox::{Given, Seen, Waiting};
pub use ledger::{Leaving, Since};
pub use relationship::{Relationship, RelationshipStatus, Roles};
pub use share::Outgoing;
pub use theirs::{CameOn, Copied, Files, Standing, Theirs};

use std::sync::Arc;

use crate::copy::free_id;
use crate::id::{RecordId, ThreadId};
use crate::kinds::is_between_people;
use crate::notebook::Notebook;
use crate::record::Record;
use crate::sorting::{sort_by, sort_by_key};
use feedback::Feedback;
use received::Received;
use response::Response;
use sent::Sent;
use strategy::Strategy;
use suggestion::Suggestion;

impl Notebook {
    /// The people I have to do with: active ones first, by name.
    pub fn relationships(&self) -> Vec<Relationship> {
        let all = self.of_kind(relationship::KIND).cloned().map(Relationship);
        let mut all: Vec<_> = all.map(|one| (one.status(), one.name().to_lowercase(), one)).collect();
        sort_by(&mut all, |a, b| (a.0, &a.1, a.2.id()).cmp(&(b.0, &b.1, b.2.id())));
        all.into_iter().map(|(_, _, one)| one).collect()
    }

    /// Whether there is anyone that mentoring goes on with.
    pub fn goes_on_with_someone(&self) -> bool {
        let mut all = self.of_kind(relationship::KIND).cloned().map(Relationship);
        all.any(|one| one.status() != RelationshipStatus::Closed)
    }

    /// A relationship that is not in the trash.
    pub fn relationship(&self, id: RecordId) -> Option<Relationship> {
        self.live(id, relationship::KIND).map(Relationship)
    }

    /// Everything that is between me and other people, in the order of its ids. What people gave and share follows from
    /// these records alone.
    pub fn between_people(&self) -> Vec<Arc<Record>> {
        self.records().filter(|record| is_between_people(record)).cloned().collect()
    }

    /// What I call a person, also one in the trash; empty where there is no such relationship.
    pub fn relationship_name(&self, id: RecordId) -> String {
        self.relationship_in_any_state(id).map(|one| one.name().to_owned()).unwrap_or_default()
    }

    /// A relationship that was not erased.
    pub(crate) fn relationship_in_any_state(&self, id: RecordId) -> Option<Relationship> {
        let record = self.record(id).filter(|one| one.kind() == relationship::KIND && !one.is_erased());
        record.cloned().map(Relationship)
    }

    /// The relationship that a thread belongs to, even if it is in the trash.
    pub fn relationship_of(&self, thread: ThreadId) -> Option<Relationship> {
        let all = self.records().filter(|record| record.kind() == relationship::KIND && !record.is_erased());
        let mut found =
            all.cloned().map(Relationship).filter(|one| one.threads().any(|known| known == thread));
        found.next()
    }

    /// My feedback to a person, newest day first.
    pub fn feedback_to(&self, with: RecordId) -> Vec<Feedback> {
        let mut all: Vec<_> = self.of_kind(feedback::KIND).cloned().map(Feedback).collect();
        all.retain(|one| one.with() == Some(with));
        sort_by_key(&mut all, |one| std::cmp::Reverse((one.on(), one.0.begun_at(), one.id())));
        all
    }

    /// My suggestions to a person, newest day first.
    pub fn suggestions_to(&self, with: RecordId) -> Vec<Suggestion> {
        let mut all: Vec<_> = self.of_kind(suggestion::KIND).cloned().map(Suggestion).collect();
        all.retain(|one| one.with() == Some(with));
        sort_by_key(&mut all, |one| std::cmp::Reverse((one.on(), one.0.begun_at(), one.id())));
        all
    }

    /// My responses to what a person gave me, in no particular order.
    pub fn responses_to(&self, with: RecordId) -> impl Iterator<Item = Response> {
        let all = self.of_kind(response::KIND).cloned().map(Response);
        all.filter(move |one| one.with() == Some(with))
    }

    /// My response to one thing that a person gave me.
    pub fn response_about(&self, with: RecordId, given: RecordId) -> Option<Response> {
        self.live(self.response_id(with, given), response::KIND).map(Response)
    }

    /// Where my response to something stands, or would stand: one that was erased makes room for another.
    pub(crate) fn response_id(&self, with: RecordId, given: RecordId) -> RecordId {
        free_id(self, Response::id_for(self.me(), with, given))
    }

    /// All strategies and resources, by name.
    pub fn strategies(&self) -> Vec<Strategy> {
        let all = self.of_kind(strategy::KIND).cloned().map(Strategy);
        let mut all: Vec<_> = all.map(|one| (one.title().to_lowercase(), one)).collect();
        sort_by(&mut all, |a, b| (&a.0, a.1.id()).cmp(&(&b.0, b.1.id())));
        all.into_iter().map(|(_, one)| one).collect()
    }

    /// A strategy that is not in the trash.
    pub fn strategy(&self, id: RecordId) -> Option<Strategy> {
        self.live(id, strategy::KIND).map(Strategy)
    }

    /// The files sent to a person, the last one first.
    pub fn sent_to(&self, with: RecordId) -> Vec<Sent> {
        let mut all: Vec<_> = self.of_kind(sent::KIND).cloned().map(Sent).collect();
        all.retain(|one| one.with() == Some(with));
        sort_by_key(&mut all, |one| std::cmp::Reverse((one.number(), one.id())));
        all
    }

    /// The files that came from a person, in no particular order.
    pub fn received_from(&self, with: RecordId) -> impl Iterator<Item = Received> {
        let all = self.of_kind(received::KIND).cloned().map(Received);
        all.filter(move |one| one.with() == Some(with))
    }
}
