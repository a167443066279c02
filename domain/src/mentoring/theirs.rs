//! What someone shares with me: read-only copies, read from the files they sent. They follow the highest number; what
//! that no longer holds is still here and says so.

use std::collections::{BTreeMap, BTreeSet};

use super::Agreement;
use super::relationship::{REMOVED, Relationship};
use crate::file::share::{
    Item, Items, ShareFile, SharedEntry, SharedFeedback, SharedGoal, SharedResponse, SharedStrategy,
    SharedSuggestion, SharedView,
};
use crate::id::{RecordId, ThreadId};
use crate::notebook::Notebook;
use crate::sorting::sort_by_key;

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

/// Everything a person shares with me.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Theirs {
    /// The number of their latest file; 0 before the first.
    pub number: u64,
    /// Whether two different files carry that number: they write in two places. Both are shown.
    pub twice: bool,
    /// The thread they used last.
    pub thread: Option<ThreadId>,
    /// The words that came with the latest file.
    pub message: String,
    /// Their copy of the agreement, in their words, where they sent one.
    pub agreement: Option<Agreement>,
    /// Their goals.
    pub goals: Vec<Copied<SharedGoal>>,
    /// Their entries.
    pub entries: Vec<Copied<SharedEntry>>,
    /// Strategies and resources they pass on.
    pub strategies: Vec<Copied<SharedStrategy>>,
    /// Feedback to me, questions and thanks.
    pub feedback: Vec<Copied<SharedFeedback>>,
    /// Suggestions to me.
    pub suggestions: Vec<Copied<SharedSuggestion>>,
    /// How they see my goals.
    pub views: Vec<Copied<SharedView>>,
    /// What became of what I gave them.
    pub responses: Vec<Copied<SharedResponse>>,
}

impl Notebook {
    /// What a person shares with me.
    pub fn theirs(&self, with: RecordId) -> Theirs {
        self.relationship(with).map(|relationship| self.theirs_in(&relationship)).unwrap_or_default()
    }

    /// What a person shares with me, also where they rest in the trash.
    pub(crate) fn theirs_in(&self, relationship: &Relationship) -> Theirs {
        let received = self.received_from(relationship.id());
        // Two of my devices may have taken two people for this one: only one of them is.
        let is_theirs = |file: &ShareFile| relationship.person().is_none_or(|person| person == file.from.id);
        let files = received.filter_map(|one| Some((one.id(), one.file().filter(is_theirs)?)));
        let mut files: Vec<_> = files.collect();
        sort_by_key(&mut files, |(id, file)| std::cmp::Reverse((file.number, *id)));
        Theirs::of(&files.into_iter().map(|(_, file)| file).collect::<Vec<_>>(), relationship)
    }
}

impl Theirs {
    /// From all files of a person, the latest first.
    fn of(files: &[ShareFile], relationship: &Relationship) -> Self {
        let Some(latest) = files.first() else { return Self::default() };
        let number = latest.number;
        let latest_ones = files.iter().take_while(|file| file.number == number).count();
        let copies = Copies { files, latest: latest_ones, relationship };
        Self {
            number,
            twice: latest_ones > 1,
            thread: Some(latest.thread),
            message: latest.message.clone(),
            agreement: files.iter().find_map(|file| file.agreement.clone()),
            goals: copies.of(|items| &items.goals),
            entries: copies.of(|items| &items.entries),
            strategies: copies.of(|items| &items.strategies),
            feedback: copies.of(|items| &items.feedback),
            suggestions: copies.of(|items| &items.suggestions),
            views: copies.of(|items| &items.ratings),
            responses: copies.of(|items| &items.responses),
        }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.number == 0
    }

    /// How many things are new or different since the file before.
    pub fn news(&self) -> usize {
        fn count<T>(copies: &[Copied<T>]) -> usize {
            let is_news = |copy: &&Copied<T>| matches!(copy.standing, Standing::New | Standing::Changed);
            copies.iter().filter(is_news).count()
        }
        count(&self.goals)
            + count(&self.entries)
            + count(&self.strategies)
            + count(&self.feedback)
            + count(&self.suggestions)
            + count(&self.views)
            + count(&self.responses)
    }
}

/// Reads copies of one kind from the files of a person.
struct Copies<'a> {
    files: &'a [ShareFile],
    /// How many of them carry the highest number.
    latest: usize,
    relationship: &'a Relationship,
}

impl Copies<'_> {
    fn of<T: Item + Clone + PartialEq>(&self, kind: fn(&Items) -> &Vec<T>) -> Vec<Copied<T>> {
        let mut copies = self.in_latest(kind);
        let mut known: BTreeSet<RecordId> = copies.iter().map(|copy| copy.item.id()).collect();
        for item in self.files[self.latest..].iter().flat_map(|file| kind(&file.items)) {
            if self.is_wanted(item) && known.insert(item.id()) {
                copies.push(Copied { item: item.clone(), standing: Standing::NotInLatest });
            }
        }
        copies
    }

    /// What the latest file holds, or the latest two, where they differ: of twins that are the same there is one.
    fn in_latest<T: Item + Clone + PartialEq>(&self, kind: fn(&Items) -> &Vec<T>) -> Vec<Copied<T>> {
        let (latest, before) = (&self.files[..self.latest], self.before(kind));
        let mut copies: Vec<Copied<T>> = Vec::new();
        let mut places: BTreeMap<RecordId, Vec<usize>> = BTreeMap::new();
        for item in latest.iter().flat_map(|file| kind(&file.items)).filter(|item| self.is_wanted(*item)) {
            let twins = places.entry(item.id()).or_default();
            if twins.iter().any(|at| copies[*at].item == *item) {
                continue;
            }
            let standing = match before.as_ref().map(|before| before.get(&item.id())) {
                None => Standing::Same,
                Some(None) => Standing::New,
                Some(Some(was)) if *was == item => Standing::Same,
                Some(Some(_)) => Standing::Changed,
            };
            twins.push(copies.len());
            copies.push(Copied { item: item.clone(), standing });
        }
        copies
    }

    /// What stood in the files of the number before the latest; nothing where there is none.
    fn before<T: Item>(&self, kind: fn(&Items) -> &Vec<T>) -> Option<BTreeMap<RecordId, &T>> {
        let older = &self.files[self.latest..];
        let number = older.first()?.number;
        let before = older.iter().take_while(|file| file.number == number);
        let mut items = BTreeMap::new();
        for item in before.flat_map(|file| kind(&file.items)) {
            items.entry(item.id()).or_insert(item);
        }
        Some(items)
    }

    fn is_wanted(&self, item: &impl Item) -> bool {
        !self.relationship.has(REMOVED, item.id())
    }
}
