//! A browser: one storage with a quota, its events, its locks, and what each tab has told its person.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use waymark_domain::Notebook;
use waymark_domain::id::{NotebookId, RecordId, ReplicaId};
use waymark_domain::store::key::Epoch;
use waymark_domain::store::key_value::units;
use waymark_domain::store::{KeyValue, KeyValueError};

use super::schedule::Schedule;

/// What happened to a key: its name and its text, none where it was removed.
pub type Event = (String, Option<String>);

/// A tab told its person that all of this is saved.
#[derive(Debug, Clone)]
pub struct Claim {
    pub epoch: Epoch,
    pub notebook: Notebook,
}

#[derive(Debug, Default)]
pub struct Browser {
    pub texts: BTreeMap<String, String>,
    pub quota: Option<usize>,
    /// Every so many operations the browser refuses one, if it does so at all.
    pub refuses_once_in: Option<usize>,
    operations: usize,
    /// What each tab has not heard yet.
    pub events: BTreeMap<usize, VecDeque<Event>>,
    /// The replicas that hold a lock of their name.
    pub living: BTreeMap<usize, ReplicaId>,
    /// Whose turn it is to fold or to settle.
    pub turn: Option<usize>,
    /// The last thing each run of each tab called saved.
    pub claims: BTreeMap<ReplicaId, Claim>,
    /// Whether a text changed since this was last looked at.
    pub changed: bool,
    /// The epoch that counted last.
    pub epoch: Option<Epoch>,
    /// What some tab erased.
    pub erased: BTreeSet<RecordId>,
    /// What had been called saved when a notebook with this id came to count.
    pub ended: BTreeMap<NotebookId, BTreeSet<RecordId>>,
    /// How often *Delete everything* was pressed, and in which tabs it has not ended; a crash leaves it so.
    pub deletions: usize,
    pub deleting: BTreeSet<usize>,
    /// How many runs began a new epoch.
    pub epochs_begun: usize,
}

/// The browser as one tab sees it; or, without a tab, as it is.
#[derive(Debug, Clone)]
pub struct World {
    pub browser: Arc<Mutex<Browser>>,
    pub tab: Option<(usize, Arc<Schedule>)>,
}

impl World {
    /// Looks at the browser without taking a step.
    pub fn look(&self) -> MutexGuard<'_, Browser> {
        // A tab that failed is told by its own words; the others go on to their ends.
        self.browser.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a step.
    pub fn step(&self) -> MutexGuard<'_, Browser> {
        if let Some((tab, schedule)) = &self.tab {
            schedule.step(*tab);
        }
        self.look()
    }

    /// Which replicas live, as a tab is told.
    pub fn ask_who_lives(&self) -> BTreeSet<ReplicaId> {
        self.step().living.values().copied().collect()
    }

    /// Takes a step, unless the browser refuses it.
    fn operate(&self) -> Result<MutexGuard<'_, Browser>, KeyValueError> {
        let mut browser = self.step();
        browser.operations += 1;
        let refused = browser.refuses_once_in.is_some_and(|times| browser.operations.is_multiple_of(times));
        if refused && self.tab.is_some() { Err(KeyValueError::Blocked) } else { Ok(browser) }
    }

    fn put(&self, key: &str, value: Option<&str>) -> Result<(), KeyValueError> {
        let mut browser = self.operate()?;
        let size = |value: &str| units(key) + units(value);
        let before = browser.texts.get(key).map_or(0, |value| size(value));
        let after = value.map_or(0, size);
        let used: usize = browser.texts.iter().map(|(key, value)| units(key) + units(value)).sum();
        if after > before && browser.quota.is_some_and(|quota| used - before + after > quota) {
            return Err(KeyValueError::Full);
        }
        let old = match value {
            Some(value) => browser.texts.insert(key.to_owned(), value.to_owned()),
            None => browser.texts.remove(key),
        };
        if old.as_deref() != value {
            browser.changed = true;
            let me = self.tab.as_ref().map(|(tab, _)| *tab);
            for (_, heard) in browser.events.iter_mut().filter(|(tab, _)| Some(**tab) != me) {
                heard.push_back((key.to_owned(), value.map(str::to_owned)));
            }
        }
        Ok(())
    }
}

impl KeyValue for World {
    fn keys(&self) -> Result<Vec<String>, KeyValueError> {
        Ok(self.operate()?.texts.keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, KeyValueError> {
        Ok(self.operate()?.texts.get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), KeyValueError> {
        self.put(key, Some(value))
    }

    fn remove(&self, key: &str) -> Result<(), KeyValueError> {
        self.put(key, None)
    }
}
