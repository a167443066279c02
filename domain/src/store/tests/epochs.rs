//! Tabs that begin an epoch at the same moment, and tabs that are writing when one begins.

use std::collections::BTreeSet;

use super::super::key_value::KeyValue;
use super::beside::{Meanwhile, Moment, fold};
use super::*;

fn empty(number: u32) -> Notebook {
    let identity = new_identity(number);
    Notebook::new(identity.notebook, identity.me)
}

/// What somebody has in a file.
fn backup() -> Notebook {
    let mut notebook = empty(20);
    notebook.apply(Change::AddGoal { title: "Backup".into() }, &mut TestStamp::new(20)).unwrap();
    notebook
}

/// Adds a goal, and says how saving it ended.
fn add<K: KeyValue>(opened: &mut Opened<K>, title: &str) -> Outcome {
    let Opened { store, notebook, .. } = opened;
    let mut stamp = TestStamp::new(store.replica().0);
    let added = notebook.apply(Change::AddGoal { title: title.into() }, &mut stamp).unwrap();
    store.save(notebook, added.records)
}

/// The app opens, and agrees whose notebook it is.
fn open_and_settle(kv: &Memory, run: u32) -> Opened<&Memory> {
    let opened = open(kv, run);
    assert!(opened.store.settle().unwrap());
    opened
}

fn store<'k, 'm>(busy: &'k Meanwhile<'m>, run: u32) -> Opened<&'k Meanwhile<'m>> {
    let mut opened = Store::open(busy, new_identity(run), ReplicaId(run.into())).unwrap();
    opened.store.let_write(true);
    opened
}

/// Which names there are whose text has this in it.
fn texts_with(kv: &Memory, word: &str) -> usize {
    kv.keys().unwrap().into_iter().filter(|key| kv.get(key).unwrap().unwrap().contains(word)).count()
}

/// The moments around beginning an epoch, as the tab that begins it passes them.
fn moments(epoch: Epoch) -> [Moment; 4] {
    let (shared, own) = (IDENTITY.to_owned(), identity_of(epoch));
    [
        Moment::BeforeSetting(shared.clone()),
        Moment::AfterSetting(shared),
        Moment::BeforeSetting(own.clone()),
        Moment::AfterSetting(own),
    ]
}

#[test]
fn an_epoch_never_goes_back_whoever_writes_last() {
    let slow = Epoch::first(1).next_keeping(77);
    for moment in moments(slow) {
        let kv = Memory::default();
        with_goal(&kv, "Swim");
        let mut quick = open(&kv, 3);
        let busy = Meanwhile::new(&kv, moment, || {
            open(&kv, 4).store.delete_everything(&empty(8), 1, ReplicaId(8)).unwrap();
            quick = open_and_settle(&kv, 5);
            quick.store.delete_everything(&empty(9), 9, ReplicaId(9)).unwrap();
            quick = open_and_settle(&kv, 6);
            assert_eq!(add(&mut quick, "After"), Outcome::Stored);
        });
        let taken = store(&busy, 2).store.take_over(&mut backup(), 77);
        assert!(matches!(taken, Err(ImportError::Ended) | Ok(Outcome::Ended)), "{taken:?}");
        drop(busy);
        let now = open(&kv, 7);
        assert_eq!((titles(&now.notebook), now.settled), (vec!["After".into()], true));
        assert_eq!(quick.store.reread(&mut quick.notebook).outcome, Outcome::Stored);
        assert_eq!(texts_with(&kv, "Backup"), 0);
    }
}

#[test]
fn of_two_epochs_that_begin_at_once_the_greater_counts_and_work_in_the_other_comes_along() {
    // The epoch of the first is the smaller once, and the greater once.
    for other in [76, 78] {
        for moment in moments(Epoch::first(1).next_keeping(77)) {
            let kv = Memory::default();
            let mut third = open_and_settle(&kv, 1);
            let busy = Meanwhile::new(&kv, moment, || {
                open(&kv, 4).store.delete_everything(&empty(8), other, ReplicaId(8)).unwrap();
                third = open_and_settle(&kv, 5);
                assert_eq!(add(&mut third, "Work"), Outcome::Stored);
            });
            let taken = store(&busy, 2).store.take_over(&mut backup(), 77);
            drop(busy);
            let now = open_and_settle(&kv, 6);
            let mut shown = titles(&now.notebook);
            shown.sort_unstable();
            let heard = third.store.reread(&mut third.notebook).outcome;
            if now.notebook.id() == empty(20).id() {
                assert_eq!((taken, heard), (Ok(Outcome::Stored), Outcome::Ended));
                assert_eq!(shown, ["Backup", "Work"]);
            } else {
                assert!(matches!(taken, Err(ImportError::Ended) | Ok(Outcome::Ended)), "{taken:?}");
                assert_eq!((shown, heard), (vec!["Work".into()], Outcome::Stored));
            }
        }
    }
}

#[test]
fn deleting_everything_deletes_also_what_another_tab_takes_over_at_once() {
    for other in [7, 11] {
        for moment in moments(Epoch::first(1).next(9)) {
            let kv = Memory::default();
            with_goal(&kv, "Swim");
            let mut beside = open(&kv, 3);
            let busy = Meanwhile::new(&kv, moment, || {
                beside.store.take_over(&mut backup(), other).unwrap();
            });
            let mut deleting = store(&busy, 2).store;
            deleting.delete_everything(&empty(9), 9, ReplicaId(9)).unwrap();
            let after = deleting.look().unwrap();
            drop(deleting);
            drop(busy);
            // Where the backup came after the deleting was over, it stays.
            let stays = after != super::super::save::Ownership::Ours;
            assert_eq!(texts_with(&kv, "Swim"), 0);
            assert_eq!(texts_with(&kv, "Backup"), usize::from(stays));
        }
    }
}

#[test]
fn what_another_tab_stored_until_a_backup_was_taken_over_comes_along_once() {
    let mut everywhere: Vec<_> = moments(Epoch::first(1).next_keeping(77)).map(Some).into();
    everywhere.push(None);
    for moment in everywhere {
        let kv = Memory::default();
        open_and_settle(&kv, 1);
        let mut other = open(&kv, 3);
        let mut stored = None;
        if moment.is_none() {
            stored = Some(add(&mut other, "Work"));
        }
        let busy = Meanwhile::new(&kv, moment.unwrap_or(Moment::AfterListing), || {
            stored.get_or_insert_with(|| add(&mut other, "Work"));
        });
        let mut taken = backup();
        assert_eq!(store(&busy, 2).store.take_over(&mut taken, 77), Ok(Outcome::Stored));
        drop(busy);
        let mut shown = titles(&taken);
        shown.sort_unstable();
        match stored {
            Some(Outcome::Stored) => assert_eq!(shown, ["Backup", "Work"]),
            other => assert_eq!((other, &shown[..]), (Some(Outcome::Ended), &["Backup".to_owned()][..])),
        }
        assert_eq!(open(&kv, 4).notebook, taken);
        assert_eq!(other.store.reread(&mut other.notebook).outcome, Outcome::Ended);
        fold(&kv, 5);
        assert_eq!((open(&kv, 6).notebook, texts_with(&kv, "Work")), (taken, shown.len() - 1));
    }
}

#[test]
fn a_backup_that_two_tabs_open_at_once_comes_in_once() {
    let kv = Memory::default();
    open_and_settle(&kv, 1);
    let (mut one, mut two) = (open(&kv, 2), open(&kv, 3));
    assert_eq!(one.store.take_over(&mut backup(), 7), Ok(Outcome::Stored));
    assert_eq!(two.store.take_over(&mut backup(), 5), Ok(Outcome::Stored));
    assert_eq!(open(&kv, 4).notebook, backup());
}

// In wasm nothing catches a panic.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn what_a_tab_had_no_time_to_bring_along_the_next_that_folds_brings() {
    let kv = Memory::default();
    open_and_settle(&kv, 1);
    let mut other = open(&kv, 3);
    let own = identity_of(Epoch::first(1).next_keeping(77));
    let crashed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let busy = Meanwhile::new(&kv, Moment::BeforeSetting(own.clone()), || {
            assert_eq!(add(&mut other, "Work"), Outcome::Stored);
            kv.set(&own, &kv.get(IDENTITY).unwrap().unwrap()).unwrap();
            std::panic::resume_unwind(Box::new(()));
        });
        store(&busy, 2).store.take_over(&mut backup(), 77)
    }));
    assert!(crashed.is_err());
    let mut next = open_and_settle(&kv, 4);
    let listed = next.store.list().unwrap();
    let folded = next.store.fold(&mut next.notebook, &listed, &BTreeSet::new()).unwrap();
    assert_eq!((folded.changed.len(), next.notebook.goals().count()), (1, 2));
    assert_eq!((open(&kv, 5).notebook, texts_with(&kv, "Work")), (next.notebook, 1));
}

/// Another tab's words reach the storage at once and this tab a moment later.
#[test]
fn words_that_were_on_their_way_while_a_backup_was_taken_over_come_along_when_somebody_folds() {
    let kv = Memory::default();
    let (mut here, mut other) = (open_and_settle(&kv, 1), open(&kv, 3));
    let before = kv.keys().unwrap();
    assert_eq!(add(&mut other, "Work"), Outcome::Stored);
    let late = kv.keys().unwrap().into_iter().find(|key| !before.contains(key)).unwrap();
    let text = kv.get(&late).unwrap().unwrap();
    kv.remove(&late).unwrap();
    assert_eq!(here.store.take_over(&mut backup(), 77), Ok(Outcome::Stored));
    kv.set(&late, &text).unwrap();
    assert_eq!(other.store.reread(&mut other.notebook).outcome, Outcome::Ended);
    fold(&kv, 4);
    assert_eq!((open(&kv, 5).notebook.goals().count(), texts_with(&kv, "Work")), (2, 1));
}

/// A newer Waymark keeps its notebook here from now on.
const NEWER: &str = r#"{"version":9}"#;

#[test]
fn nothing_is_taken_back_when_a_newer_waymark_comes_in_while_this_one_saves() {
    for moment in [Moment::BeforeSetting, Moment::AfterSetting] {
        let kv = Memory::default();
        let id = with_goal(&kv, "Swim");
        let own = Key::Record(Epoch::first(1), Writer::of(ReplicaId(2)), id).to_string();
        let busy = Meanwhile::new(&kv, moment(own.clone()), || kv.set(IDENTITY, NEWER).unwrap());
        let mut here = store(&busy, 2);
        assert_eq!(add(&mut here, "First"), Outcome::Stored);
        assert_eq!(here.store.save(&here.notebook, [id]), Outcome::Newer);
        assert!(!here.store.is_all_saved());
        assert_eq!((texts_with(&kv, "First"), kv.get(&own).unwrap().is_some()), (1, true));
    }
}

#[test]
fn nothing_is_written_where_a_newer_waymark_came_in() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let mut here = open(&kv, 2);
    assert_eq!(add(&mut here, "First"), Outcome::Stored);
    kv.set(IDENTITY, NEWER).unwrap();
    let stored = kv.keys().unwrap();
    assert_eq!(add(&mut here, "Second"), Outcome::Newer);
    assert!(!here.store.is_all_saved());
    assert_eq!(here.store.reread(&mut here.notebook).outcome, Outcome::Newer);
    assert_eq!(here.store.save_import(&here.notebook, &[]), Err(ImportError::Blocked));
    assert_eq!(here.store.take_over(&mut backup(), 7), Err(ImportError::Blocked));
    assert_eq!(here.store.delete_everything(&empty(9), 9, ReplicaId(9)), Err(KeyValueError::Blocked));
    assert_eq!((kv.keys().unwrap(), kv.get(IDENTITY)), (stored, Ok(Some(NEWER.into()))));
}

#[test]
fn a_tab_that_folds_takes_back_what_it_wrote_while_everything_was_deleted() {
    let kv = Memory::default();
    let id = with_goal(&kv, "Swim");
    assert_eq!(open(&kv, 2).store.save(&open(&kv, 2).notebook, [id]), Outcome::Stored);
    let own = Key::Record(Epoch::first(1), Writer::of(ReplicaId(3)), id).to_string();
    for moment in [Moment::BeforeSetting(own.clone()), Moment::AfterSetting(own)] {
        let mut deleting = open(&kv, 8);
        let busy = Meanwhile::new(&kv, moment, || {
            deleting.store.delete_everything(&empty(9), 9, ReplicaId(9)).unwrap();
        });
        let mut folding = store(&busy, 3);
        let listed = folding.store.list().unwrap();
        folding.store.fold(&mut folding.notebook, &listed, &BTreeSet::new()).unwrap();
        assert_eq!(texts_with(&kv, "Swim"), 0);
    }
}

#[test]
fn an_epoch_begins_also_where_the_room_is_just_that_of_the_one_before() {
    for spare in 0..400 {
        let kv = Memory::default();
        let mut here = open_and_settle(&kv, 2);
        kv.set_quota(kv.used() + spare);
        assert_eq!(here.store.delete_everything(&empty(9), 9, ReplicaId(9)), Ok(()));
        let now = open(&kv, 3);
        assert_eq!((now.notebook, now.store.identity().epoch), (empty(9), Epoch::first(2).next(9)));
    }
}

#[test]
fn a_tab_that_wrote_its_older_epoch_again_after_the_browsers_data_were_cleared_gives_way() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let mut asleep = open(&kv, 2);
    let mut awake = open(&kv, 3);
    awake.store.delete_everything(&empty(9), 9, ReplicaId(9)).unwrap();
    awake = open(&kv, 4);
    assert_eq!(add(&mut awake, "After"), Outcome::Stored);
    kv.keys().unwrap().iter().for_each(|key| kv.remove(key).unwrap());
    assert_eq!(asleep.store.reread(&mut asleep.notebook).outcome, Outcome::Stored);
    assert_eq!(awake.store.reread(&mut awake.notebook).outcome, Outcome::Stored);
    assert_eq!(asleep.store.reread(&mut asleep.notebook).outcome, Outcome::Ended);
    assert_eq!((titles(&open(&kv, 5).notebook), texts_with(&kv, "Swim")), (vec!["After".into()], 0));
}
