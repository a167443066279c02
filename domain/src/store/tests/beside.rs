//! A tab beside another that folds or begins an epoch, at the worst moment.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::super::key_value::{KeyValue, KeyValueError};
use super::*;
use crate::goal;
use crate::wire::decode_record;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Moment {
    AfterListing,
    BeforeRemoving(String),
    BeforeSetting(String),
    AfterSetting(String),
}

/// A storage in which something else happens once, at one moment.
pub(super) struct Meanwhile<'a> {
    kv: &'a Memory,
    moment: Moment,
    happens: Cell<Option<Box<dyn FnOnce() + 'a>>>,
}

impl<'a> Meanwhile<'a> {
    pub(super) fn new(kv: &'a Memory, moment: Moment, happens: impl FnOnce() + 'a) -> Self {
        Self { kv, moment, happens: Cell::new(Some(Box::new(happens))) }
    }

    fn pass(&self, moment: &Moment) {
        if let Some(happens) = (self.moment == *moment).then(|| self.happens.take()).flatten() {
            happens();
        }
    }
}

impl KeyValue for Meanwhile<'_> {
    fn keys(&self) -> Result<Vec<String>, KeyValueError> {
        let keys = self.kv.keys();
        self.pass(&Moment::AfterListing);
        keys
    }

    fn get(&self, key: &str) -> Result<Option<String>, KeyValueError> {
        self.kv.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), KeyValueError> {
        self.pass(&Moment::BeforeSetting(key.to_owned()));
        let set = self.kv.set(key, value);
        self.pass(&Moment::AfterSetting(key.to_owned()));
        set
    }

    fn remove(&self, key: &str) -> Result<(), KeyValueError> {
        self.pass(&Moment::BeforeRemoving(key.to_owned()));
        self.kv.remove(key)
    }
}

/// Gives a goal another title, and stores that.
fn retitle(opened: &mut Opened<&Memory>, id: RecordId, title: &str) {
    let Opened { store, notebook, .. } = opened;
    let saw = notebook.record(id).unwrap().saw("title");
    let change = Change::Write { id, field: goal::TITLE, value: title.into(), saw };
    let mut stamp = TestStamp::new(store.replica().0);
    let touched = notebook.apply(change, &mut stamp).unwrap();
    assert_eq!(store.save(notebook, touched.records), Outcome::Stored);
}

/// A goal of which two runs left a copy each, now gone.
fn with_goal_of_two(kv: &Memory) -> RecordId {
    let id = with_goal(kv, "Swim");
    retitle(&mut open(kv, 2), id, "Run");
    id
}

/// A run that folds all it finds, as if every other were gone.
pub(super) fn fold(kv: &Memory, run: u32) {
    let Opened { mut store, mut notebook, .. } = open(kv, run);
    let listed = store.list().unwrap();
    store.fold(&mut notebook, &listed, &BTreeSet::new()).unwrap();
}

fn record_keys(kv: &Memory) -> Vec<String> {
    kv.keys().unwrap().into_iter().filter(|key| key.starts_with("r:")).collect()
}

#[test]
fn opening_misses_nothing_that_another_tab_folds_while_it_reads() {
    let kv = Memory::default();
    with_goal_of_two(&kv);
    let listed = record_keys(&kv);
    let busy = Meanwhile::new(&kv, Moment::AfterListing, || fold(&kv, 3));
    let opened = Store::open(&busy, new_identity(4), ReplicaId(4)).unwrap();
    assert!(record_keys(&kv).iter().all(|key| !listed.contains(key)), "all it had listed is gone");
    assert_eq!(titles(&opened.notebook), ["Run"]);
}

#[test]
fn a_tab_that_was_taken_for_gone_writes_its_key_again() {
    let kv = Memory::default();
    let id = with_goal(&kv, "Swim");
    let mut living = open(&kv, 2);
    retitle(&mut living, id, "Run");
    let own = living.store.own_key(id).to_string();
    fold(&kv, 3);
    assert_eq!(kv.get(&own), Ok(None));
    let heard = living.store.hear(&mut living.notebook, &own, None);
    assert_eq!(heard.outcome, Outcome::Stored);
    let stored = decode_record(&kv.get(&own).unwrap().unwrap()).unwrap();
    assert_eq!(stored, **living.notebook.record(id).unwrap());
}

/// How a tab that folds learns what it may fold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    ListKeys,
    AskWhoLives,
}

/// A tab opens after `opens` of these steps of another that folds, and goes on writing. Whether all that it called saved
/// is stored in the end.
fn keeps_what_is_saved(steps: [Step; 2], opens: usize) -> bool {
    let kv = Memory::default();
    let id = with_goal_of_two(&kv);
    let (mut folding, mut newcomer) = (open(&kv, 3), None);
    let (mut listed, mut living) = (None, BTreeSet::from([ReplicaId(3)]));
    for nth in 0..=2 {
        if nth == opens {
            retitle(newcomer.insert(open(&kv, 4)), id, "Run far");
        }
        match steps.get(nth) {
            Some(Step::ListKeys) => listed = folding.store.list().ok(),
            Some(Step::AskWhoLives) => living.extend(newcomer.iter().map(|tab| tab.store.replica())),
            None => {}
        }
    }
    let mut newcomer = newcomer.unwrap();
    let moment = Moment::BeforeRemoving(newcomer.store.own_key(id).to_string());
    let busy = Meanwhile::new(&kv, moment, || retitle(&mut newcomer, id, "Run on"));
    let mut store = Store::open(&busy, new_identity(3), ReplicaId(3)).unwrap().store;
    store.let_write(true);
    store.fold(&mut folding.notebook, &listed.unwrap(), &living).unwrap();
    if let Some(later) = busy.happens.take() {
        later();
    }
    titles(&open(&kv, 5).notebook) == ["Run on"]
}

#[test]
fn who_lives_is_asked_after_the_keys_are_listed() {
    for opens in 0..=2 {
        assert!(keeps_what_is_saved([Step::ListKeys, Step::AskWhoLives], opens));
    }
    assert!(!keeps_what_is_saved([Step::AskWhoLives, Step::ListKeys], 1), "the other way round loses it");
}
