//! What someone shares with me: read-only copies, read from the files they sent. They follow the highest number; what
//! that no longer holds is still here and says so.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use super::Agreement;
use super::came::{Came, Each};
use super::received::Received;
use super::relationship::Relationship;
use super::remembered::Whose;
use super::share::{Copies, CopiesOf, Item, Listed, SharedFeedback, SharedSuggestion, SharedView};
use crate::id::{RecordId, ThreadId};
use crate::notebook::Notebook;

/// How a copy stands to the latest file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is in the latest file and was not in the one before.
    New,
    /// It is in the latest file and was different in the one before.
    Changed,
    /// It is as it was, or there was no file before.
    Same,
    /// It is not in the latest file.
    NotInLatest,
}

/// A copy of something that someone shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied<T> {
    /// What they shared.
    pub item: T,
    /// How it stands to the latest file.
    pub standing: Standing,
}

impl<T> Copied<T> {
    /// A copy of what is as it was.
    pub(super) fn same(item: T) -> Self {
        Self { item, standing: Standing::Same }
    }
}

/// A file that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameOn {
    /// As it is kept.
    pub received: Received,
    /// The day it was written, where the sender was.
    pub written: NaiveDate,
}

/// The files a person sent, without what is in them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Files {
    /// The number of the latest; 0 before the first.
    pub number: u64,
    /// Whether two different files carry that number: they write in two places. Both are shown.
    pub twice: bool,
    /// The thread they used last.
    pub thread: Option<ThreadId>,
    /// The words that came with the latest.
    pub message: String,
    /// Their copy of the agreement, in their words, where they sent one.
    pub agreement: Option<Agreement>,
    /// All of them, the latest first.
    pub all: Vec<CameOn>,
    /// How many more there are that cannot be read.
    pub damaged: usize,
}

/// What a person gave me.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GivenByThem {
    /// Feedback to me, questions and thanks.
    pub feedback: Vec<Copied<SharedFeedback>>,
    /// Suggestions to me.
    pub suggestions: Vec<Copied<SharedSuggestion>>,
    /// How they see my goals.
    pub views: Vec<Copied<SharedView>>,
}

/// Everything a person shares with me.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Theirs {
    /// The number of their latest file; 0 before the first.
    pub number: u64,
    /// Whether two different files carry that number: they write in two places. Both are shown.
    pub twice: bool,
    /// The words that came with the latest file.
    pub message: String,
    /// Everything, list by list.
    pub things: Copies,
}

impl Notebook {
    /// What a person shares with me.
    pub fn theirs(&self, with: RecordId) -> Arc<Theirs> {
        self.relationship(with).map(|one| self.theirs_in(&one)).unwrap_or_default()
    }

    /// What a person shares with me, also where they rest in the trash.
    pub(crate) fn theirs_in(&self, relationship: &Relationship) -> Arc<Theirs> {
        self.of_person(relationship).theirs()
    }

    /// The number of a person's latest file, also where they rest in the trash; 0 before the first.
    pub(crate) fn latest_from(&self, relationship: &Relationship) -> u64 {
        self.of_person(relationship).files().number
    }

    /// The files that came from a person.
    pub fn files_from(&self, with: RecordId) -> Arc<Files> {
        self.relationship(with).map(|one| self.of_person(&one).files()).unwrap_or_default()
    }
}

impl Files {
    pub(super) fn of(came: &Came) -> Self {
        let Some(latest) = came.files.first().map(|file| &file.head) else {
            return Self { damaged: came.damaged, ..Self::default() };
        };
        let all = came
            .files
            .iter()
            .map(|file| CameOn { received: Received(Arc::clone(file.record)), written: file.head.written });
        Self {
            number: latest.number,
            twice: came.files.iter().filter(|file| file.head.number == latest.number).count() > 1,
            thread: Some(latest.thread),
            message: latest.message.clone(),
            agreement: came.files.iter().find_map(|file| file.head.agreement.clone()),
            all: all.collect(),
            damaged: came.damaged,
        }
    }
}

impl GivenByThem {
    pub(super) fn of(came: &Came, whose: &Whose) -> Self {
        let read = Reading::new(came, whose);
        Self { feedback: read.copies(), suggestions: read.copies(), views: read.copies() }
    }
}

impl Theirs {
    pub(super) fn of(came: &Came, whose: &Whose) -> Self {
        let files = Files::of(came);
        let things = Copies::from(&Reading::new(came, whose));
        Self { number: files.number, twice: files.twice, message: files.message, things }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.number == 0
    }

    /// How many things are new or different since the file before.
    pub fn news(&self) -> usize {
        let is_news = |standing| matches!(standing, Standing::New | Standing::Changed);
        self.things.all().into_iter().filter(|(_, standing)| is_news(*standing)).count()
    }
}

/// Reads copies, kind by kind, from the files of a person.
struct Reading<'a> {
    came: &'a Came<'a>,
    whose: &'a Whose,
    /// How many files carry the highest number.
    latest: usize,
    /// Those of the number before.
    before: Range<usize>,
}

impl CopiesOf for Reading<'_> {
    fn copies<T: Listed>(&self) -> Vec<Copied<T>> {
        let each = self.came.each::<T>();
        let mut copies = self.in_latest(&each);
        let mut known: BTreeSet<RecordId> = copies.iter().map(|copy| copy.item.id()).collect();
        for item in each.of(self.latest..self.came.files.len()) {
            if self.whose.wants(item.id()) && known.insert(item.id()) {
                copies.push(Copied { item: item.clone(), standing: Standing::NotInLatest });
            }
        }
        copies
    }
}

impl<'a> Reading<'a> {
    fn new(came: &'a Came<'a>, whose: &'a Whose) -> Self {
        let numbers: Vec<_> = came.files.iter().map(|file| file.head.number).collect();
        let ones_of = |from: usize| {
            let number = numbers.get(from);
            from + numbers[from..].iter().take_while(|one| Some(*one) == number).count()
        };
        let latest = ones_of(0);
        Self { came, whose, latest, before: latest..ones_of(latest) }
    }

    /// What the latest file holds, or the latest two, where they differ: of twins that are the same there is one.
    fn in_latest<T: Listed>(&self, each: &Each<T>) -> Vec<Copied<T>> {
        let before = self.before(each);
        let mut copies: Vec<Copied<T>> = Vec::new();
        let mut places: BTreeMap<RecordId, Vec<usize>> = BTreeMap::new();
        for item in each.of(0..self.latest).filter(|item| self.whose.wants(item.id())) {
            let twins = places.entry(item.id()).or_default();
            if twins.iter().any(|at| copies[*at].item == *item) {
                continue;
            }
            let standing = match before.as_ref().map(|before| before.get(&item.id())) {
                None => Standing::Same,
                Some(None) => Standing::New,
                Some(Some(was)) if each.at(*was) == item => Standing::Same,
                Some(Some(_)) => Standing::Changed,
            };
            twins.push(copies.len());
            copies.push(Copied { item: item.clone(), standing });
        }
        copies
    }

    /// The places of what stood in the files of the number before the latest; nothing where there is none.
    fn before<T: Item>(&self, each: &Each<T>) -> Option<BTreeMap<RecordId, usize>> {
        if self.before.is_empty() {
            return None;
        }
        let mut places = BTreeMap::new();
        for place in each.places(self.before.clone()) {
            places.entry(each.at(place).id()).or_insert(place);
        }
        Some(places)
    }
}
