//! Erasing, begun and not ended: whoever opens the notebook next goes on.

use super::lost::{copy, diary, start};
use super::*;
use crate::store::log::Entries;

fn erase_all(opened: &mut Opened<&Memory>, what: Erasing) {
    while opened.store.erase_some(&opened.notebook, what).unwrap() {}
}

#[test]
fn the_mark_says_the_most_that_was_begun_until_it_has_ended() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let mut store = open(&kv, 2).store;
    assert_eq!(store.erasing(), None);
    for (begun, mark) in [
        (Erasing::Records, Erasing::Records),
        (Erasing::Everything, Erasing::Everything),
        (Erasing::Records, Erasing::Everything),
    ] {
        store.begin_erasing(begun);
        assert_eq!((store.erasing(), open(&kv, 3).store.erasing()), (Some(mark), Some(mark)));
    }
    assert_eq!(Erasing::in_log(&store.take_news()), Some(Erasing::Everything));
    store.end_erasing().unwrap();
    assert_eq!((store.erasing(), open(&kv, 3).store.erasing()), (None, None));
}

#[test]
fn without_room_for_the_mark_the_log_has_it() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let mut store = open(&kv, 2).store;
    kv.set_quota(kv.used());
    store.begin_erasing(Erasing::Records);
    assert_eq!(
        (store.erasing(), Erasing::in_log(&store.take_news())),
        (Some(Erasing::Records), Some(Erasing::Records))
    );
}

#[test]
fn a_look_finds_every_copy_of_what_was_erased_loose_and_packed() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let mut opened = open(&kv, 2);
    let (after, touched) = diary(&opened.notebook, 200);
    opened.store.save_import(&after, &touched).unwrap();
    opened.notebook = after;
    let goal = opened.notebook.goals().next().unwrap().id();
    // What is erased in memory alone stands in the storage still.
    let gone: Vec<_> = [goal].into_iter().chain(touched.iter().copied().take(5)).collect();
    opened.notebook.apply(Change::Erase(gone.clone()), &mut TestStamp::new(3)).unwrap();
    erase_all(&mut opened, Erasing::Records);
    let again = open(&kv, 3);
    let (mut store, mut notebook) = (again.store, again.notebook);
    store.read_all(&mut notebook).unwrap();
    assert!(gone.iter().all(|id| notebook.record(*id).unwrap().is_erased()));
    assert_eq!(notebook.entries().count(), 195, "nothing else went");
    assert_eq!(opened.store.erase_some(&opened.notebook, Erasing::Records), Ok(false));
}

#[test]
fn killed_while_everything_was_deleted_the_next_start_goes_on() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    kv.set("aside:r:damaged", "Swim in the lake").unwrap();
    kv.set("preferences", "{}").unwrap();
    let before = copy(&kv);
    let mut store = open(&kv, 2).store;
    let fresh = new_identity(9);
    store.delete_everything(&Notebook::new(fresh.notebook, fresh.me), 9, ReplicaId(9)).unwrap();
    let log: Entries = store.take_news();
    // The browser had nothing of this on its disk, or only the beginning.
    let begun = copy(&before);
    for (name, text) in log.iter().filter(|(name, _)| name.starts_with(IDENTITY)) {
        begun.set(name, text).unwrap();
        begun.set(IDENTITY, text).unwrap();
    }
    for left in [before, begun] {
        let (mut opened, _) = start(&left, 3, &log);
        assert_eq!(Erasing::in_log(&log), Some(Erasing::Everything));
        opened.store.delete_the_rest().unwrap();
        erase_all(&mut opened, Erasing::Everything);
        let names = left.keys().unwrap();
        assert!(names.iter().all(|name| name.starts_with(IDENTITY)), "{names:?}");
        assert_eq!(titles(&opened.notebook), [""; 0]);
    }
}
