//! The browser is killed and its storage comes back as it was some operations ago; the log has everything.

use super::*;
use crate::goal;
use crate::record::Saw;
use crate::stamp::At;
use crate::store::Kept;
use crate::store::log::Entries;
use crate::wire::encode_record;

/// As an app does at its start: reads all, and joins what the log has. Says whether it had to open again.
pub(super) fn start<'a>(kv: &'a Memory, run: u32, log: &Entries) -> (Opened<&'a Memory>, bool) {
    let mut opened = open(kv, run);
    opened.store.settle().unwrap();
    opened.store.read_all(&mut opened.notebook).unwrap();
    let along = opened.store.recover_epoch(&opened.notebook, log).unwrap();
    if let Some(along) = &along {
        opened = open(kv, run + 100);
        opened.store.read_all(&mut opened.notebook).unwrap();
        let came = opened.notebook.take_from(along);
        opened.store.save(&opened.notebook, came);
    }
    let mut recovery = opened.store.begin_recovery(log.clone()).unwrap();
    while opened.store.recover_some(&mut opened.notebook, &mut recovery).unwrap().is_some() {}
    assert_eq!(opened.store.save(&opened.notebook, []), Outcome::Stored);
    (opened, along.is_some())
}

/// The storage as it is now.
pub(super) fn copy(kv: &Memory) -> Memory {
    let copy = Memory::default();
    for key in kv.keys().unwrap() {
        copy.set(&key, &kv.get(&key).unwrap().unwrap()).unwrap();
    }
    copy
}

pub(super) fn diary(notebook: &Notebook, entries: usize) -> (Notebook, Vec<RecordId>) {
    let (mut after, mut stamp) = (notebook.clone(), TestStamp::new(77));
    let new = |number| crate::change::NewEntry {
        text: format!("{number} {}", "word ".repeat(300)),
        ..Default::default()
    };
    let ids =
        (0..entries).map(|it| after.apply(Change::AddEntry(new(it)), &mut stamp).unwrap().created.unwrap());
    let ids = ids.collect();
    (after, ids)
}

#[test]
fn whatever_the_storage_lost_the_log_brings_back() {
    let kv = Memory::default();
    let mut moments = vec![copy(&kv)];
    let mut log = Entries::new();
    let Opened { mut store, mut notebook, .. } = open(&kv, 1);
    assert!(store.settle().unwrap());
    store.let_write(true);
    moments.push(copy(&kv));
    let mut stamp = TestStamp::new(1);
    for title in ["Swim", "Sing", "Sew"] {
        let added = notebook.apply(Change::AddGoal { title: title.into() }, &mut stamp).unwrap();
        store.save(&notebook, added.records);
        log.extend(store.take_news());
        moments.push(copy(&kv));
    }
    let (after, touched) = diary(&notebook, 200);
    let mut writing = store.begin_import(&after, &touched).unwrap();
    while store.write_some(&after, &mut writing).unwrap() {
        moments.push(copy(&kv));
    }
    store.finish_import(&after, &touched, writing).unwrap();
    log.extend(store.take_news());
    assert!(moments.len() > 6, "the import is packed");
    for (number, lost) in moments.iter().enumerate() {
        let (opened, again) = start(lost, 9, &log);
        assert_eq!(
            opened.notebook.records().collect::<Vec<_>>(),
            after.records().collect::<Vec<_>>(),
            "{number}"
        );
        assert_eq!((opened.notebook.id(), again), (after.id(), number == 0));
        let mut next = open(lost, 10);
        next.store.read_all(&mut next.notebook).unwrap();
        assert_eq!(next.notebook, opened.notebook, "it is stored again");
    }
}

#[test]
fn what_was_stored_in_haste_is_in_the_log_after_the_next_start() {
    let kv = Memory::default();
    let Opened { mut store, mut notebook, .. } = open(&kv, 1);
    assert!(store.settle().unwrap());
    store.let_write(true);
    let before = copy(&kv);
    let mut stamp = TestStamp::new(1);
    let begun = notebook.apply(Change::AddGoal { title: "Swim".into() }, &mut stamp).unwrap();
    store.save(&notebook, begun.records);
    let mut log = store.take_news();
    let id = begun.created.unwrap();
    let title = Change::Write { id, field: goal::TITLE, value: "Swim far".into(), saw: Saw::default() };
    let written = notebook.apply(title, &mut stamp).unwrap();
    store.save(&notebook, written.records);
    for (entries, run) in [(2, 10), (200, 20)] {
        let (after, touched) = diary(&notebook, entries);
        store.save_import(&after, &touched).unwrap();
        notebook = after;
        // The page is left before the log has it. The next one starts at what is stored, and is killed later.
        let (started, _) = start(&kv, run, &log);
        let Opened { store: mut next, notebook: read, .. } = started;
        next.tell_what_is_missing(&read, &log, At(0)).unwrap();
        log.extend(next.take_news());
        let killed = copy(&before);
        let (found, _) = start(&killed, run + 1, &log);
        assert!(found.notebook.records().eq(notebook.records()), "{entries}");
    }
    let Opened { store: mut last, mut notebook, .. } = open(&kv, 30);
    last.read_all(&mut notebook).unwrap();
    last.take_news();
    last.tell_what_is_missing(&notebook, &log, At(0)).unwrap();
    assert_eq!(last.take_news(), [], "the log has everything");
    last.tell_what_is_missing(&notebook, &Entries::new(), At::MAX).unwrap();
    let told: Vec<_> = last.take_news().into_iter().map(|(name, _)| name).collect();
    assert_eq!(told, [identity_of(Epoch::first(1))], "nothing is as recent");
}

#[test]
fn a_log_that_is_a_new_one_is_told_whose_notebook_it_is_and_what_is_in_it() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let Opened { mut store, notebook, .. } = open(&kv, 2);
    store.take_news();
    store.tell_what_is_missing(&notebook, &Entries::new(), At(0)).unwrap();
    let log = store.take_news();
    let empty = Memory::default();
    let (found, again) = start(&empty, 3, &log);
    assert_eq!((again, titles(&found.notebook)), (true, vec!["Swim".to_owned()]));
}

#[test]
fn an_import_that_was_not_completed_does_not_come_in_by_the_log() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let mut opened = open(&kv, 2);
    let (after, touched) = diary(&opened.notebook, 3);
    let writing = opened.store.begin_import(&after, &touched).unwrap();
    let key = |id| format!("r:{}:{}:{id}", writing.epoch, writing.writer);
    let log = touched.iter().map(|id| (key(*id), encode_record(after.record(*id).unwrap()))).collect();
    let (started, _) = start(&kv, 3, &log);
    assert_eq!(started.notebook.entries().count(), 0);
}

#[test]
fn what_was_deleted_does_not_come_back_where_the_storage_forgot_the_deleting() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let before = copy(&kv);
    let Opened { mut store, .. } = open(&kv, 2);
    let identity = new_identity(8);
    let empty = Notebook::new(identity.notebook, identity.me);
    store.delete_everything(&empty, 8, ReplicaId(8)).unwrap();
    let log = store.take_news();
    let (opened, again) = start(&before, 3, &log);
    assert_eq!((opened.notebook.records().len(), again), (0, true));
    let (opened, _) = start(&before, 4, &Entries::new());
    assert_eq!(opened.notebook, empty);
    assert_eq!(open(&before, 5).notebook.goals().count(), 0);
}

#[test]
fn what_came_along_into_a_backup_still_does_where_the_storage_forgot_the_backup() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let before = copy(&kv);
    let Opened { mut store, .. } = open(&kv, 2);
    let other = new_identity(8);
    let mut book = Notebook::new(other.notebook, other.me);
    book.apply(Change::AddGoal { title: "Sing".into() }, &mut TestStamp::new(8)).unwrap();
    store.take_over(&mut book, 8).unwrap();
    let log: Entries = store.take_news().into_iter().filter(|(name, _)| !name.contains("r:")).collect();
    let (mut opened, again) = start(&before, 3, &log);
    assert!(again);
    let listed = opened.store.list().unwrap();
    opened.store.fold(&mut opened.notebook, &listed, &BTreeSet::new()).unwrap();
    assert_eq!(titles(&opened.notebook), ["Swim"]);
}

#[test]
fn a_log_keeps_no_content_of_what_is_erased_and_nothing_of_what_is_over() {
    let kv = Memory::default();
    with_goal(&kv, "Swim");
    let Opened { mut store, notebook, .. } = open(&kv, 2);
    let (mut after, touched) = diary(&notebook, 100);
    store.save_import(&after, &touched).unwrap();
    let added = after.apply(Change::AddGoal { title: "Sing".into() }, &mut TestStamp::new(2)).unwrap();
    store.save(&after, added.records.clone());
    let log = store.take_news();
    assert!(log.iter().all(|(name, text)| store.kept(&after, name, text) == Kept::Same));
    let gone = [touched[3], added.created.unwrap()];
    after.apply(Change::Erase(gone.to_vec()), &mut TestStamp::new(3)).unwrap();
    let kept: Vec<_> = log.iter().map(|(name, text)| (name, store.kept(&after, name, text))).collect();
    let blanked: Vec<_> = kept
        .iter()
        .filter_map(|(_, kept)| if let Kept::As(text) = kept { Some(text) } else { None })
        .collect();
    let is_loose = |name: &str| name.ends_with(&gone[1].to_string());
    assert!(kept.iter().all(|(name, kept)| is_loose(name) == (*kept == Kept::Not)));
    assert_eq!(blanked.len(), 1);
    let inside = crate::store::pack::unpack(blanked[0]).unwrap().records;
    assert!(inside.iter().all(|record| record.is_erased() == (record.id() == gone[0])));
    let (name, text) = &log[0];
    let other = name.replacen("1-", "9-", 1);
    assert_eq!(store.kept(&after, &other, text), Kept::Not);
}

#[test]
fn who_writes_before_the_log_was_read_has_the_lost_notebook_and_the_new_words() {
    let kv = Memory::default();
    let Opened { mut store, mut notebook, .. } = open(&kv, 1);
    assert!(store.settle().unwrap());
    store.let_write(true);
    let added = notebook.apply(Change::AddGoal { title: "Swim".into() }, &mut TestStamp::new(1)).unwrap();
    store.save(&notebook, added.records);
    store.tell_what_is_missing(&notebook, &Entries::new(), At(0)).unwrap();
    let log = store.take_news();

    // Nothing of it reached the disk. What is written now is stored in a notebook of its own.
    let kv = Memory::default();
    let mut begun = open(&kv, 2);
    begun.store.settle().unwrap();
    begun.store.let_write(true);
    let mut stamp = TestStamp::new(2);
    let new = crate::change::NewEntry { text: "I saw".into(), ..Default::default() };
    let written = begun.notebook.apply(Change::AddEntry(new), &mut stamp).unwrap();
    let id = written.created.unwrap();
    let versions = |notebook: &Notebook| notebook.record(id).unwrap().versions("text").to_vec();
    let saw = Saw(versions(&begun.notebook).iter().map(|it| it.dot).collect());
    begun.store.save(&begun.notebook, written.records);
    let along = begun.store.recover_epoch(&begun.notebook, &log).unwrap().unwrap();
    let mut back = open(&kv, 3);
    back.store.let_write(true);
    let came = back.notebook.take_from(&along);
    assert_eq!(came, [id]);
    back.store.save(&back.notebook, came);
    let (mut back, again) = start(&kv, 4, &log);
    assert!(!again);
    assert_eq!(back.notebook.id(), notebook.id());
    assert_eq!(back.notebook.goals().count(), 1);
    // The field that one writes in goes on.
    let write = Change::Write { id, field: crate::entry::TEXT, value: "I saw the lake".into(), saw };
    back.notebook.apply(write, &mut TestStamp::new(5)).unwrap();
    assert_eq!(versions(&back.notebook).len(), 1);
}
