//! Everything one person keeps: the records, how another copy joins them, and the questions asked of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::entry::{self, Entry};
use crate::field::{DELETED, EXAMPLE};
use crate::goal::{self, Goal};
use crate::id::{NotebookId, PersonId, RecordId};
use crate::kinds::belongs_to;
use crate::profile::{self, profile_id};
use crate::rating::{self, Rating};
use crate::record::{NotTheSame, Record};
use crate::remembered::Remembered;
use crate::sorting::{sort_by, sort_by_key};
use crate::step::{self, Step};

/// A notebook. Cloning is cheap: records are shared until they are edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notebook {
    id: NotebookId,
    me: PersonId,
    records: BTreeMap<RecordId, Arc<Record>>,
    remembered: Remembered,
}

/// What joining a record did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// It was not here.
    New,
    /// It was here and is different now.
    Changed,
    /// Everything it holds was here.
    Same,
}

impl Notebook {
    /// An empty notebook of a person.
    pub fn new(id: NotebookId, me: PersonId) -> Self {
        Self { id, me, records: BTreeMap::new(), remembered: Remembered::default() }
    }

    /// Its secret id.
    pub fn id(&self) -> NotebookId {
        self.id
    }

    /// The person it belongs to.
    pub fn me(&self) -> PersonId {
        self.me
    }

    /// All records, erased and trashed ones included, in the order of their ids.
    pub fn records(&self) -> impl ExactSizeIterator<Item = &Arc<Record>> {
        self.records.values()
    }

    /// One record, whatever its state.
    pub fn record(&self, id: RecordId) -> Option<&Arc<Record>> {
        self.records.get(&id)
    }

    /// Joins a copy of a record. A record of another kind or owner under a known id is refused.
    pub fn join(&mut self, copy: &Record) -> Result<Joined, NotTheSame> {
        let Some(mine) = self.records.get_mut(&copy.id()) else {
            self.records.insert(copy.id(), Arc::new(copy.clone()));
            return Ok(Joined::New);
        };
        let mut joined = Record::clone(mine);
        if !joined.join(copy)? {
            return Ok(Joined::Same);
        }
        *mine = Arc::new(joined);
        Ok(Joined::Changed)
    }

    /// Takes in what a person wrote in a notebook that gave way to this one, as their own here. All but the example and their
    /// profile; each under the id it has, so that whoever is writing goes on. Says which records came.
    pub fn take_from(&mut self, begun: &Self) -> Vec<RecordId> {
        let mut came = Vec::new();
        for record in begun.records().filter(|record| is_made(record)) {
            let (id, kind, content) =
                (record.id(), record.kind().to_owned().into(), record.content().cloned());
            if !self.records.contains_key(&id) {
                self.put(Record::from_content(id, kind, self.me, content));
                came.push(id);
            }
        }
        came
    }

    /// Puts an edited record in its place. The caller has checked the edit.
    pub(crate) fn put(&mut self, record: impl Into<Arc<Record>>) {
        let record = record.into();
        self.records.insert(record.id(), record);
    }

    /// The records of a kind that are neither erased nor in the trash.
    pub fn of_kind(&self, kind: &'static str) -> impl Iterator<Item = &Arc<Record>> {
        self.records.values().filter(move |record| record.kind() == kind && record.is_live())
    }

    /// What the person wants to be called; empty where they did not say.
    pub fn name(&self) -> &str {
        self.profile().map_or("", |profile| profile.text(profile::NAME))
    }

    /// The person's profile, once something was written in it.
    pub fn profile(&self) -> Option<&Arc<Record>> {
        self.record(profile_id(self.me))
    }

    /// The areas the person added, sorted, and those goals are in that were not added by name.
    pub fn areas(&self) -> Vec<String> {
        let added = self.profile().into_iter().flat_map(|profile| profile.members(profile::AREAS));
        let mut areas: Vec<String> = added.map(str::to_owned).collect();
        areas.extend(self.goals().map(|goal| goal.area().to_owned()).filter(|area| !area.is_empty()));
        sort_by(&mut areas, Ord::cmp);
        areas.dedup();
        areas
    }

    /// All goals, in no particular order.
    pub fn goals(&self) -> impl Iterator<Item = Goal> {
        self.of_kind(goal::KIND).cloned().map(Goal)
    }

    /// A goal that is not in the trash.
    pub fn goal(&self, id: RecordId) -> Option<Goal> {
        self.live(id, goal::KIND).map(Goal)
    }

    /// The steps of a goal, in their order.
    pub fn steps(&self, goal: RecordId) -> Vec<Step> {
        let mut steps: Vec<_> = self.all_steps().filter(|step| step.goal() == Some(goal)).collect();
        sort_by(&mut steps, |a, b| a.place().cmp(&b.place()));
        steps
    }

    /// The steps of all goals, in no particular order.
    pub fn all_steps(&self) -> impl Iterator<Item = Step> {
        self.of_kind(step::KIND).cloned().map(Step)
    }

    /// A step that is not in the trash.
    pub fn step(&self, id: RecordId) -> Option<Step> {
        self.live(id, step::KIND).map(Step)
    }

    /// The ratings of a goal, oldest first; those of one day in the order they were made.
    pub fn ratings(&self, goal: RecordId) -> Vec<Rating> {
        let mut ratings: Vec<_> = self
            .of_kind(rating::KIND)
            .cloned()
            .map(Rating)
            .filter(|rating| rating.goal() == Some(goal))
            .collect();
        sort_by_key(&mut ratings, |rating| (rating.on(), rating.0.begun_at(), rating.id()));
        ratings
    }

    /// My ratings of a person's goals, as I see them, in no particular order.
    pub fn views_for(&self, with: RecordId) -> Vec<Rating> {
        let all = self.of_kind(rating::KIND).cloned().map(Rating);
        all.filter(|rating| rating.0.reference(rating::WITH) == Some(with)).collect()
    }

    /// All entries, in no particular order.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.of_kind(entry::KIND).cloned().map(Entry)
    }

    /// All entries, newest day first; within a day the one last begun first.
    pub fn entries_newest_first(&self) -> Vec<Entry> {
        let mut entries: Vec<_> =
            self.entries().map(|entry| (entry.date(), entry.0.begun_at(), entry)).collect();
        sort_by_key(&mut entries, |(date, begun, entry)| std::cmp::Reverse((*date, *begun, entry.id())));
        entries.into_iter().map(|(_, _, entry)| entry).collect()
    }

    /// An entry that is not in the trash.
    pub fn entry(&self, id: RecordId) -> Option<Entry> {
        self.live(id, entry::KIND).map(Entry)
    }

    /// The entries linked to a goal, newest first.
    pub fn entries_about(&self, goal: RecordId) -> Vec<Entry> {
        self.entries_newest_first().into_iter().filter(|entry| entry.goals().any(|id| id == goal)).collect()
    }

    /// Every tag in use, sorted, each once.
    pub fn tags(&self) -> Vec<String> {
        let mut tags: Vec<String> =
            self.entries().flat_map(|entry| entry.tags().map(str::to_owned).collect::<Vec<_>>()).collect();
        sort_by(&mut tags, Ord::cmp);
        tags.dedup();
        tags
    }

    /// The first and last day of the journal.
    pub fn journal_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = || self.entries().filter_map(|entry| entry.date());
        Some((days().min()?, days().max()?))
    }

    /// What rests in the trash, last edited first.
    pub fn trash(&self) -> Vec<Arc<Record>> {
        let mut trash: Vec<_> = self
            .records
            .values()
            .filter(|record| !record.is_erased() && record.flag(DELETED))
            .cloned()
            .collect();
        sort_by_key(&mut trash, |record| std::cmp::Reverse(record.edited_at()));
        trash
    }

    /// The records of the example that are not in the trash.
    pub fn example(&self) -> impl Iterator<Item = &Arc<Record>> {
        self.records.values().filter(|record| record.is_live() && record.flag(EXAMPLE))
    }

    /// Whether the person has made nothing of their own here yet: at most a name and the example. Such a notebook may
    /// take over the identity of a backup that is opened in it.
    pub fn is_untouched(&self) -> bool {
        !self.records.values().any(|record| is_made(record))
    }

    /// Records that go with another: the steps and ratings of a goal, everything between me and a person.
    pub fn parts_of(&self, id: RecordId) -> impl Iterator<Item = &Arc<Record>> {
        self.records.values().filter(move |record| belongs_to(record, id))
    }

    /// What was read from records and need not be read again.
    pub(crate) fn remembered(&self) -> &Remembered {
        &self.remembered
    }

    pub(crate) fn live(&self, id: RecordId, kind: &str) -> Option<Arc<Record>> {
        self.record(id).filter(|record| record.kind() == kind && record.is_live()).cloned()
    }
}

/// Whether a person made it: no profile, nothing of the example, nothing erased.
pub(crate) fn is_made(record: &Record) -> bool {
    record.kind() != profile::KIND && !record.is_erased() && !record.flag(EXAMPLE)
}
