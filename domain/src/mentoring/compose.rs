//! What leaves: a share file made field by field from what was chosen in one relationship. Nothing is read here that was
//! not chosen, and nothing that was not chosen decides an order.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use super::relationship::{
    SHARES_AGREEMENT, WITH_CHECKS, WITH_PLAN, WITH_RATINGS, WITH_STEPS, WITH_TAGS, WITHOUT,
};
use super::response::Response;
use super::{About, Agreement, Relationship};
use crate::entry::{self, Entry};
use crate::file::file_name;
use crate::file::share::{
    self, Item, Items, NUMBER_MAX, Party, Recipient, ShareFile, SharedEntry, SharedFeedback, SharedGoal,
    SharedPlan, SharedRating, SharedResponse, SharedStep, SharedStrategy, SharedSuggestion, SharedView,
};
use crate::goal::{self, Goal, GoalStatus};
use crate::id::{PersonId, RecordId};
use crate::notebook::Notebook;
use crate::record::Record;
use crate::sorting::sort_by;
use crate::{rating, step};

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
        let bytes = share::write(&file, app);
        Some(Outgoing { file, bytes })
    }

    /// What is in the next file for a person, as it would leave on a day. Nothing where there is no such relationship.
    pub fn share_file(&self, with: RecordId, written: NaiveDate) -> Option<ShareFile> {
        let relationship = self.relationship(with)?;
        let agreement = relationship.0.flag(SHARES_AGREEMENT).then(|| Agreement::of(&relationship));
        Some(ShareFile {
            thread: self.thread_for(&relationship)?,
            number: self.next_number(with, written),
            written,
            from: Party { id: self.me(), name: self.name().to_owned() },
            to: Recipient { id: relationship.person(), name: relationship.name().to_owned() },
            roles: relationship.my_roles(),
            message: relationship.0.text(super::relationship::MESSAGE).to_owned(),
            agreement: agreement.filter(|agreement| !agreement.is_empty()),
            items: self.chosen(&relationship),
        })
    }

    /// The thread they used last, so that they know it; before that the first of mine.
    fn thread_for(&self, relationship: &Relationship) -> Option<crate::id::ThreadId> {
        let theirs = self.files_from(relationship.id()).thread;
        theirs.or_else(|| relationship.threads().next())
    }

    /// One more than the last, and never below the day: who began anew, or went back to an old backup, is still heard.
    fn next_number(&self, with: RecordId, written: NaiveDate) -> u64 {
        let last = self.sent_to(with).first().map_or(0, super::sent::Sent::number);
        last.max(day_number(written)).saturating_add(1).min(NUMBER_MAX)
    }

    fn chosen(&self, relationship: &Relationship) -> Items {
        let by = self.me();
        let mut goals: Vec<_> = self
            .goals()
            .filter(|goal| relationship.shares(goal.id()))
            .map(|goal| self.shared_goal(relationship, &goal))
            .collect();
        let rank = |status: GoalStatus| GoalStatus::ALL.iter().position(|one| *one == status);
        sort_by(&mut goals, |a, b| (rank(a.status), &a.title, a.id).cmp(&(rank(b.status), &b.title, b.id)));
        let ids: Vec<_> = goals.iter().map(|goal| goal.id).collect();
        let mut entries: Vec<_> = self
            .entries()
            .filter(|entry| relationship.shares(entry.id()))
            .map(|entry| shared_entry(relationship, &entry, &ids, by))
            .collect();
        sort_by(&mut entries, |a, b| (b.date, b.id).cmp(&(a.date, a.id)));
        let own =
            Items { goals, entries, strategies: self.shared_strategies(relationship), ..Items::default() };
        let named = ids_of(&own);
        Items {
            feedback: self.shared_feedback(relationship, &named),
            suggestions: self.shared_suggestions(relationship, &named),
            ratings: self.shared_views(relationship, &named),
            responses: self.shared_responses(relationship, &named),
            ..own
        }
    }

    /// What a record is about: something of theirs, or a thing of mine that leaves too. One that stays here is not named.
    fn about(&self, record: &Record, named: &BTreeSet<RecordId>) -> Option<About> {
        About::of(record).filter(|about| self.record(about.id).is_none() || named.contains(&about.id))
    }

    fn shared_goal(&self, relationship: &Relationship, goal: &Goal) -> SharedGoal {
        let (id, record) = (goal.id(), &goal.0);
        let plan = SharedPlan {
            obstacle: record.text(goal::IF).to_owned(),
            answer: record.text(goal::THEN).to_owned(),
        };
        let says_something = !plan.obstacle.is_empty() || !plan.answer.is_empty();
        SharedGoal {
            id,
            by: self.me(),
            title: goal.title().to_owned(),
            status: goal.status(),
            why: record.text(goal::WHY).to_owned(),
            criterion: record.text(goal::CRITERION).to_owned(),
            area: goal.area().to_owned(),
            target: goal.target(),
            plan: (relationship.has(WITH_PLAN, id) && says_something).then_some(plan),
            steps: if relationship.has(WITH_STEPS, id) {
                self.shared_steps(relationship, id)
            } else {
                Vec::new()
            },
            ratings: if relationship.has(WITH_RATINGS, id) { self.shared_ratings(id) } else { Vec::new() },
        }
    }

    fn shared_steps(&self, relationship: &Relationship, goal: RecordId) -> Vec<SharedStep> {
        let steps = self.steps(goal).into_iter().filter(|step| !relationship.has(WITHOUT, step.id()));
        let shared = steps.map(|step| SharedStep {
            id: step.id(),
            text: step.text().to_owned(),
            status: step.status(),
            due: step.due(),
            done_on: step.done_on().filter(|_| step.0.text(step::STATUS) == "done"),
        });
        shared.collect()
    }

    fn shared_ratings(&self, goal: RecordId) -> Vec<SharedRating> {
        let shared = self.ratings(goal).into_iter().filter_map(|rating| {
            let (id, value, on, note) = (rating.id(), rating.value()?, rating.on(), rating.note().to_owned());
            Some(SharedRating { id, value, on, note })
        });
        let mut shared: Vec<_> = shared.collect();
        sort_by(&mut shared, |a, b| (a.on, a.id).cmp(&(b.on, b.id)));
        shared
    }

    fn shared_strategies(&self, relationship: &Relationship) -> Vec<SharedStrategy> {
        let chosen = self.strategies().into_iter().filter(|one| relationship.shares(one.id()));
        let shared = chosen.map(|one| SharedStrategy {
            id: one.id(),
            by: self.me(),
            sort: one.sort(),
            title: one.title().to_owned(),
            text: one.0.text(super::strategy::TEXT).to_owned(),
            link: one.0.text(super::strategy::LINK).to_owned(),
        });
        shared.collect()
    }

    fn shared_feedback(
        &self,
        relationship: &Relationship,
        named: &BTreeSet<RecordId>,
    ) -> Vec<SharedFeedback> {
        let chosen =
            self.feedback_to(relationship.id()).into_iter().filter(|one| relationship.shares(one.id()));
        let shared = chosen.map(|one| SharedFeedback {
            id: one.id(),
            by: self.me(),
            nature: one.nature(),
            text: one.text().to_owned(),
            on: one.on(),
            about: self.about(&one.0, named),
        });
        in_order(shared.collect(), |one| (one.on, one.id))
    }

    fn shared_suggestions(
        &self,
        relationship: &Relationship,
        named: &BTreeSet<RecordId>,
    ) -> Vec<SharedSuggestion> {
        let chosen =
            self.suggestions_to(relationship.id()).into_iter().filter(|one| relationship.shares(one.id()));
        let shared = chosen.map(|one| SharedSuggestion {
            id: one.id(),
            by: self.me(),
            what: one.what(),
            text: one.text().to_owned(),
            note: one.0.text(super::suggestion::NOTE).to_owned(),
            link: one.0.text(super::suggestion::LINK).to_owned(),
            on: one.on(),
            about: self.about(&one.0, named),
        });
        in_order(shared.collect(), |one| (one.on, one.id))
    }

    fn shared_views(&self, relationship: &Relationship, named: &BTreeSet<RecordId>) -> Vec<SharedView> {
        let all = self.views_for(relationship.id()).into_iter().filter(|one| relationship.shares(one.id()));
        let shared = all.filter_map(|one| {
            Some(SharedView {
                id: one.id(),
                by: self.me(),
                about: self.about(&one.0, named)?,
                value: one.value()?,
                on: one.on(),
                note: one.0.text(rating::NOTE).to_owned(),
            })
        });
        in_order(shared.collect(), |one| (one.on, one.id))
    }

    fn shared_responses(
        &self,
        relationship: &Relationship,
        named: &BTreeSet<RecordId>,
    ) -> Vec<SharedResponse> {
        let chosen = self.responses_to(relationship.id()).filter(|one| relationship.shares(one.id()));
        let shared = chosen.filter(Response::says_something).filter_map(|one| {
            Some(SharedResponse {
                id: one.id(),
                by: self.me(),
                about: self.about(&one.0, named)?,
                status: one.status(),
                word: one.word().to_owned(),
                on: one.on(),
            })
        });
        in_order(shared.collect(), |one| (one.on, one.id))
    }
}

/// My things of a file, and their steps.
fn ids_of(own: &Items) -> BTreeSet<RecordId> {
    let steps = own.goals.iter().flat_map(|goal| &goal.steps).map(|step| step.id);
    own.all().into_iter().map(Item::id).chain(steps).collect()
}

/// `2026-11-25` as 20261125000: a thousand files a day keep the order of their days.
fn day_number(day: NaiveDate) -> u64 {
    let digits = u64::from(day.year().unsigned_abs()) * 10_000 + u64::from(day.month() * 100 + day.day());
    digits * 1_000
}

fn in_order<T, K: Ord>(mut items: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    sort_by(&mut items, |a, b| key(a).cmp(&key(b)));
    items
}

fn shared_entry(relationship: &Relationship, entry: &Entry, goals: &[RecordId], by: PersonId) -> SharedEntry {
    let (id, record) = (entry.id(), &entry.0);
    let parts = crate::entry::template::Template::ALL
        .into_iter()
        .flat_map(crate::entry::template::Template::parts)
        .copied();
    let answers = parts.map(|part| (part, record.text(part).to_owned())).filter(|(_, text)| !text.is_empty());
    let tags = relationship.has(WITH_TAGS, id).then(|| entry.tags().map(str::to_owned).collect());
    let checks = relationship.has(WITH_CHECKS, id).then(|| {
        let checked = entry::SELF_CHECKS.into_iter().filter_map(|check| Some((check, record.number(check)?)));
        checked.collect()
    });
    SharedEntry {
        id,
        by,
        date: entry.date(),
        title: entry.title().to_owned(),
        template: entry.template(),
        prompt: record.text(entry::PROMPT).to_owned(),
        answers: crate::file::share::Named(answers.collect()),
        text: record.text(entry::TEXT).to_owned(),
        tags: tags.unwrap_or_default(),
        checks: crate::file::share::Named(checks.unwrap_or_default()),
        goals: entry.goals().filter(|goal| goals.contains(goal)).collect(),
    }
}
