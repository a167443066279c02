//! What leaves: a share file made field by field from what was chosen in one relationship. Nothing is read here that was
//! not chosen, and nothing that was not chosen decides an order.

use std::cmp::Ordering;
use std::convert::Infallible;
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use super::{Items, ListsOf, NUMBER_MAX, Party, Recipient, ShareFile, write};
use crate::field::{Field, KindTable, SetField};
use crate::file_name::file_name;
use crate::id::{PersonId, RecordId, ThreadId};
use crate::kinds::{Kind, table};
use crate::mentoring::relationship::{self, SHARES_AGREEMENT, WITH_STEPS, WITHOUT};
use crate::mentoring::sent::Sent;
use crate::mentoring::{Agreement, Relationship};
use crate::notebook::Notebook;
use crate::record::Record;
use crate::shared::{Choice, Listed};
use crate::sorting::sort_by;
use crate::step;

/// The next file for a person, made once: what is shown of it, the very bytes that leave, and their name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    file: ShareFile,
    bytes: String,
}

impl Outgoing {
    /// What is in it.
    pub fn file(&self) -> &ShareFile {
        &self.file
    }

    /// The file itself.
    pub fn bytes(&self) -> &str {
        &self.bytes
    }

    /// What it is called; the day in its name is the one in the file.
    pub fn name(&self) -> String {
        file_name(&self.file.from.name, self.file.written)
    }

    /// Whether it would say nothing at all.
    pub fn is_nothing(&self) -> bool {
        let file = &self.file;
        file.items.all().is_empty() && file.message.is_empty() && file.agreement.is_none()
    }
}

impl Notebook {
    /// The next file for a person, as it would leave on a day, made by `app`. Nothing where there is no such relationship.
    pub fn outgoing(&self, with: RecordId, written: NaiveDate, app: &str) -> Option<Outgoing> {
        let file = self.share_file(with, written)?;
        let bytes = write(&file, app);
        Some(Outgoing { file, bytes })
    }

    /// What is in the next file for a person, as it would leave on a day. Nothing where there is no such relationship.
    pub fn share_file(&self, with: RecordId, written: NaiveDate) -> Option<ShareFile> {
        let relationship = self.relationship(with)?;
        let agreement = relationship.0.flag(SHARES_AGREEMENT).then(|| Agreement::of(&relationship));
        let Ok(items) = Items::from(&mut Chosen { notebook: self, relationship: &relationship });
        Some(ShareFile {
            thread: self.thread_for(&relationship)?,
            number: self.next_number(with, written),
            written,
            from: Party { id: self.me(), name: self.name().to_owned() },
            to: Recipient { id: relationship.person(), name: relationship.name().to_owned() },
            roles: relationship.my_roles(),
            message: relationship.0.text(relationship::MESSAGE).to_owned(),
            agreement: agreement.filter(|agreement| !agreement.is_empty()),
            items,
        })
    }

    /// The thread they used last, so that they know it; before that the first of mine.
    fn thread_for(&self, relationship: &Relationship) -> Option<ThreadId> {
        let theirs = self.files_from(relationship.id()).thread;
        theirs.or_else(|| relationship.threads().next())
    }

    /// One more than the last, and never below the day: who began anew, or went back to an old backup, is still heard.
    fn next_number(&self, with: RecordId, written: NaiveDate) -> u64 {
        let last = self.sent_to(with).first().map_or(0, Sent::number);
        last.max(day_number(written)).saturating_add(1).min(NUMBER_MAX)
    }
}

/// What was chosen for one person.
struct Chosen<'a> {
    notebook: &'a Notebook,
    relationship: &'a Relationship,
}

impl ListsOf for Chosen<'_> {
    type Error = Infallible;

    fn list<T: Listed>(&mut self) -> Result<Vec<T>, Infallible> {
        Ok(self.records(T::KIND, T::order).iter().filter_map(|record| Listed::of(record, self)).collect())
    }
}

impl Chosen<'_> {
    /// The records of a kind that were chosen, in the order in which they leave.
    fn records(&self, kind: &'static str, order: fn(&Record, &Record) -> Ordering) -> Vec<Arc<Record>> {
        let all = self.notebook.of_kind(kind).filter(|record| self.relationship.shares(record.id()));
        let mut chosen: Vec<_> = all.filter(|record| self.is_for_them(record)).cloned().collect();
        sort_by(&mut chosen, |one, other| order(one, other));
        chosen
    }

    /// Whether a record is for this person, where its kind is for one person at all.
    fn is_for_them(&self, record: &Record) -> bool {
        with(record.kind()).all(|field| record.reference(field) == Some(self.relationship.id()))
    }

    /// Whether a thing of mine that is for nobody in particular leaves.
    fn leaves(&self, record: &Record) -> bool {
        match Kind::of(record.kind()) {
            Some(Kind::Step) => {
                let goal = record.reference(step::GOAL).filter(|goal| self.has(WITH_STEPS, *goal));
                goal.is_some_and(|goal| self.links(goal)) && !self.has(WITHOUT, record.id())
            }
            _ => {
                Items::KINDS.contains(&record.kind())
                    && with(record.kind()).next().is_none()
                    && self.relationship.shares(record.id())
            }
        }
    }
}

impl Choice for Chosen<'_> {
    fn me(&self) -> PersonId {
        self.notebook.me()
    }

    fn has(&self, tick: SetField, thing: RecordId) -> bool {
        self.relationship.has(tick, thing)
    }

    fn parts(&self, kind: &'static str, of: &Record) -> Vec<Arc<Record>> {
        let wholes = table(kind).into_iter().flat_map(KindTable::wholes);
        let wholes: Vec<_> = wholes.filter(|field| field.part_of == Some(of.kind())).collect();
        let is_part =
            |part: &&Arc<Record>| wholes.iter().any(|field| part.reference(*field) == Some(of.id()));
        self.notebook.of_kind(kind).filter(is_part).cloned().collect()
    }

    fn links(&self, goal: RecordId) -> bool {
        self.notebook.goal(goal).is_some() && self.relationship.shares(goal)
    }

    fn names(&self, thing: RecordId) -> bool {
        self.notebook.record(thing).is_none_or(|mine| mine.is_live() && self.leaves(mine))
    }
}

/// The fields that say which person a record of a kind is for.
fn with(kind: &str) -> impl Iterator<Item = Field> {
    let wholes = table(kind).into_iter().flat_map(KindTable::wholes);
    wholes.filter(|field| field.part_of == Some(relationship::KIND))
}

/// `2026-11-25` as 20261125000: a thousand files a day keep the order of their days.
fn day_number(day: NaiveDate) -> u64 {
    let digits = u64::from(day.year().unsigned_abs()) * 10_000 + u64::from(day.month() * 100 + day.day());
    digits * 1_000
}
