//! One tab after another at one storage.

mod beside;
mod epochs;
mod erasing;
mod lost;
mod packing;

use uuid::Uuid;

use super::key::{ERASING, Epoch, IDENTITY, identity_of};
use super::memory::Memory;
use super::*;
use crate::change::Change;
use crate::id::{NotebookId, PersonId};
use crate::notebook::Notebook;
use crate::stamp::testing::TestStamp;

/// An identity that nobody had before.
fn new_identity(number: u32) -> Identity {
    let uuid = Uuid::from_u128(u128::from(number));
    Identity { epoch: Epoch::first(number), notebook: NotebookId::new(uuid), me: PersonId::new(uuid) }
}

fn open(kv: &Memory, run: u32) -> Opened<&Memory> {
    let mut opened = Store::open(kv, new_identity(run), ReplicaId(run.into())).unwrap();
    opened.store.let_write(true);
    opened
}

/// The first run: a goal of this title.
fn with_goal(kv: &Memory, title: &str) -> RecordId {
    let Opened { mut store, mut notebook, .. } = open(kv, 1);
    assert!(store.settle().unwrap());
    let added = notebook.apply(Change::AddGoal { title: title.into() }, &mut TestStamp::new(1)).unwrap();
    assert_eq!(store.save(&notebook, added.records), Outcome::Stored);
    added.created.unwrap()
}

fn titles(notebook: &Notebook) -> Vec<String> {
    notebook.goals().map(|goal| goal.title().to_owned()).collect()
}

#[test]
fn what_was_saved_is_there_when_the_app_opens_again() {
    let kv = Memory::default();
    assert_eq!(open(&kv, 1).contents, Contents::Empty);
    with_goal(&kv, "Swim");
    let again = open(&kv, 2);
    assert_eq!(
        (titles(&again.notebook), again.contents, again.settled),
        (vec!["Swim".into()], Contents::Loaded, true)
    );
    assert_eq!((again.notebook.me(), again.store.identity()), (new_identity(1).me, &new_identity(1)));
}

#[test]
fn a_full_storage_is_never_called_saved_and_gets_everything_once_there_is_room() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let Opened { mut store, mut notebook, .. } = open(&kv, 2);
    let mut stamp = TestStamp::new(2);
    kv.set_quota(kv.used());
    for title in ["Run", "Dive"] {
        let added = notebook.apply(Change::AddGoal { title: title.into() }, &mut stamp).unwrap();
        assert_eq!(store.save(&notebook, added.records), Outcome::Refused(KeyValueError::Full));
    }
    assert_eq!(titles(&open(&kv, 3).notebook), ["Swim"]);
    kv.set_quota(usize::MAX);
    assert_eq!(store.save(&notebook, []), Outcome::Stored);
    assert_eq!(open(&kv, 3).notebook, notebook);
}

#[test]
fn a_blocked_storage_refuses_to_open() {
    let kv = Memory::default();
    kv.set_blocked(true);
    let opened = Store::open(&kv, new_identity(1), ReplicaId(1));
    assert_eq!(opened.err(), Some(OpenError::Storage(KeyValueError::Blocked)));
}

#[test]
fn one_damaged_identity_is_mended_and_its_bytes_are_kept() {
    for key in [IDENTITY, &identity_of(new_identity(1).epoch)] {
        let kv = Memory::default();
        with_goal(&kv, "Swim");
        kv.set(key, "{damaged").unwrap();
        let opened = open(&kv, 2);
        assert_eq!((opened.store.identity(), opened.settled), (&new_identity(1), false));
        assert_eq!(opened.store.unreadable()[0].raw, "{damaged");
        assert!(opened.store.settle().unwrap());
        assert!(open(&kv, 3).settled);
        assert_eq!(kv.get(&format!("aside:{key}")), Ok(Some("{damaged".into())));
    }
}

#[test]
fn without_any_identity_the_person_is_known_by_their_records() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    kv.set(IDENTITY, "x").unwrap();
    kv.set(&identity_of(new_identity(1).epoch), "y").unwrap();
    let opened = open(&kv, 2);
    assert_eq!((titles(&opened.notebook), opened.notebook.me()), (vec!["Swim".into()], new_identity(1).me));
    assert_eq!(opened.notebook.id(), new_identity(2).notebook);
    assert!(opened.store.settle().unwrap());
    assert_eq!(open(&kv, 3).notebook, opened.notebook);
}

#[test]
fn a_notebook_of_a_newer_app_is_left_alone() {
    let kv = Memory::default();
    kv.set(IDENTITY, r#"{"version":9}"#).unwrap();
    assert_eq!(Store::open(&kv, new_identity(1), ReplicaId(1)).err(), Some(OpenError::Newer));
}

#[test]
fn a_notebook_of_a_newer_app_shows_and_nothing_is_written() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    for key in kv.keys().unwrap().into_iter().filter(|key| key.starts_with(IDENTITY)) {
        kv.set(&key, &new_identity(1).encode_as(9).replace('}', ",\"more\":[]}")).unwrap();
    }
    let before: Vec<_> = kv.keys().unwrap().into_iter().map(|key| kv.get(&key).unwrap()).collect();
    let Opened { mut store, mut notebook, settled, .. } = open(&kv, 2);
    assert_eq!((titles(&notebook), settled, store.is_newer()), (vec!["Swim".to_owned()], true, true));
    let added = notebook.apply(Change::AddGoal { title: "Sing".into() }, &mut TestStamp::new(2)).unwrap();
    assert_eq!(store.save(&notebook, added.records.clone()), Outcome::Newer);
    assert_eq!(store.save_import(&notebook, &added.records), Err(ImportError::Blocked));
    let empty = Notebook::new(notebook.id(), notebook.me());
    assert_eq!(store.delete_everything(&empty, 3, ReplicaId(3)), Err(KeyValueError::Blocked));
    let listed = store.list().unwrap();
    assert_eq!(store.fold(&mut notebook, &listed, &BTreeSet::new()).unwrap(), Folded::default());
    let after: Vec<_> = kv.keys().unwrap().into_iter().map(|key| kv.get(&key).unwrap()).collect();
    assert_eq!(before, after);
}

#[test]
fn a_damaged_number_of_the_version_does_not_close_a_notebook() {
    for key in [IDENTITY, &identity_of(new_identity(1).epoch)] {
        let kv = Memory::default();
        with_goal(&kv, "Swim");
        let damaged = kv.get(key).unwrap().unwrap().replace("\"version\":2", "\"version\":7");
        kv.set(key, &damaged).unwrap();
        let opened = open(&kv, 2);
        assert_eq!((titles(&opened.notebook), opened.store.is_newer()), (vec!["Swim".to_owned()], false));
        assert!(opened.store.settle().unwrap());
        assert_eq!(kv.get(&format!("aside:{key}")), Ok(Some(damaged)));
    }
}

#[test]
fn a_storage_from_before_there_were_packs_opens_and_says_from_then_on_that_there_are() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    for key in kv.keys().unwrap().into_iter().filter(|key| key.starts_with(IDENTITY)) {
        kv.set(&key, &new_identity(1).encode_as(1)).unwrap();
    }
    let opened = open(&kv, 2);
    assert_eq!((titles(&opened.notebook), opened.settled), (vec!["Swim".to_owned()], false));
    assert!(opened.store.settle().unwrap());
    let again = open(&kv, 3);
    assert_eq!((again.notebook, again.settled), (opened.notebook, true));
}

#[test]
fn a_damaged_record_is_listed_and_the_rest_opens() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let key = kv.keys().unwrap().into_iter().find(|key| key.starts_with("r:")).unwrap();
    let whole = kv.get(&key).unwrap().unwrap();
    let damaged = key.replace(":0000000000000001:", ":0000000000000009:");
    kv.set(&damaged, &whole[..whole.len() - 9]).unwrap();
    let opened = open(&kv, 2);
    assert_eq!(titles(&opened.notebook), ["Swim"]);
    let unreadable: Vec<_> =
        opened.store.unreadable().iter().map(|one| (&one.key[..], &one.raw[..])).collect();
    assert_eq!(unreadable, [(&damaged[..], &whole[..whole.len() - 9])]);
}

/// Every way to damage a text by one character or by cutting it off.
fn damages(text: &str) -> Vec<String> {
    let flip = |place: usize| {
        let flipped = text.bytes().enumerate().map(|(i, byte)| if i == place { byte ^ 1 } else { byte });
        String::from_utf8_lossy(&flipped.collect::<Vec<_>>()).into_owned()
    };
    (0..text.len()).flat_map(|place| [flip(place), text[..place].to_owned()]).collect()
}

#[test]
fn whatever_value_is_damaged_the_rest_opens_and_its_bytes_are_kept() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let Opened { mut store, mut notebook, .. } = open(&kv, 2);
    let added = notebook.apply(Change::AddGoal { title: "Run".into() }, &mut TestStamp::new(2)).unwrap();
    assert_eq!(store.save(&notebook, added.records), Outcome::Stored);
    for key in kv.keys().unwrap() {
        let whole = kv.get(&key).unwrap().unwrap();
        for damaged in damages(&whole) {
            kv.set(&key, &damaged).unwrap();
            let opened = open(&kv, 3);
            let others = opened.notebook.records().filter(|record| !key.contains(&record.id().to_string()));
            let expected = notebook.records().filter(|record| !key.contains(&record.id().to_string()));
            assert!(others.eq(expected), "{key}: {damaged}");
            let read = opened.notebook.records().len() == 2;
            assert!(read || opened.store.unreadable().iter().any(|one| one.raw == damaged));
            assert_eq!(kv.get(&key), Ok(Some(damaged)));
        }
        kv.set(&key, &whole).unwrap();
    }
}

#[test]
fn an_import_that_does_not_fit_leaves_nothing_behind_and_says_what_it_needs() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let Opened { mut store, notebook, .. } = open(&kv, 2);
    let (mut after, mut stamp) = (notebook.clone(), TestStamp::new(2));
    let add = |title: &str| Change::AddGoal { title: title.into() };
    let touched: Vec<_> =
        ["Run", "Dive"].map(|title| after.apply(add(title), &mut stamp).unwrap().created.unwrap()).into();
    let (keys, used) = (kv.keys().unwrap(), kv.used());
    for room in 0.. {
        kv.set_quota(used + room);
        let stored = store.save_import(&after, &touched);
        let Err(ImportError::NoRoom { needed }) = stored else {
            assert_eq!(stored, Ok(Outcome::Stored));
            break;
        };
        assert!(
            needed > room.saturating_sub(60),
            "{needed} is more than there was: {room}, but for the marker"
        );
        assert_eq!((kv.keys().unwrap(), kv.used()), (keys.clone(), used));
    }
    assert_eq!(open(&kv, 3).notebook, after);
}

#[test]
fn cleared_browser_data_are_written_again_from_what_is_open() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let Opened { mut store, mut notebook, .. } = open(&kv, 2);
    for key in kv.keys().unwrap() {
        kv.remove(&key).unwrap();
    }
    let heard = store.reread(&mut notebook);
    assert_eq!((heard.outcome, open(&kv, 3).notebook), (Outcome::Stored, notebook));
}

#[test]
fn deleting_everything_leaves_an_identity_and_no_word() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    for key in ["preferences", "aside:identity", "r:1-00000001:0000000000000009:x"] {
        kv.set(key, "Swim").unwrap();
    }
    let Opened { mut store, .. } = open(&kv, 2);
    // It works also where there is no room for anything.
    kv.set_quota(0);
    let fresh = new_identity(9);
    let empty = Notebook::new(fresh.notebook, fresh.me);
    assert_eq!(store.delete_everything(&empty, 9, ReplicaId(9)), Ok(()));
    kv.set_quota(usize::MAX);
    assert_eq!(kv.keys().unwrap(), [IDENTITY]);
    assert_eq!(open(&kv, 3).notebook, empty);
}

/// Another tab's words reach the storage at once and this tab a moment later.
#[test]
fn words_that_were_on_their_way_while_everything_was_deleted_are_taken_back_by_the_tab_that_wrote_them() {
    type Notices = fn(&mut Store<&Memory>, &mut Notebook) -> Outcome;
    let notices: [Notices; 2] = [
        |store, notebook| store.hear(notebook, IDENTITY, None).outcome,
        |store, notebook| {
            store.save(notebook, notebook.records().map(|record| record.id()).collect::<Vec<_>>())
        },
    ];
    for notice in notices {
        let kv = Memory::default();
        with_goal(&kv, "Swim");
        let (mut one, mut two) = (open(&kv, 2).store, open(&kv, 3));
        let before = kv.keys().unwrap();
        let added =
            two.notebook.apply(Change::AddGoal { title: "Run".into() }, &mut TestStamp::new(3)).unwrap();
        assert_eq!(two.store.save(&two.notebook, added.records), Outcome::Stored);
        let late: Vec<_> = kv.keys().unwrap().into_iter().filter(|key| !before.contains(key)).collect();
        let texts: Vec<_> = late.iter().map(|key| kv.get(key).unwrap().unwrap()).collect();

        let fresh = new_identity(9);
        one.delete_everything(&Notebook::new(fresh.notebook, fresh.me), 9, ReplicaId(9)).unwrap();
        for (key, text) in late.iter().zip(&texts) {
            kv.set(key, text).unwrap();
        }
        assert_eq!(notice(&mut two.store, &mut two.notebook), Outcome::Ended);
        // Other places are still to be emptied.
        let left = [ERASING.to_owned(), IDENTITY.to_owned(), identity_of(Epoch::first(1).next(8))];
        assert_eq!(kv.keys().unwrap(), left);
    }
}
