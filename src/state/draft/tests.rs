//! What a draft keeps when the notebook does not take it. No timer runs here: each test says when typing rests.

use waymark_domain::{Notebook, change::NewEntry, entry, goal, store::Outcome};

use super::*;
use crate::{
    browser::stamp_source::{StampSource, fresh_identity},
    state::{
        keeper::Keeper,
        save_status::{NotSaved, SaveStatus},
    },
};

/// A notebook whose every change is stored at once, with an entry in it.
fn notebook() -> (NotebookStore, RecordId) {
    let (id, me) = fresh_identity();
    let keeper = Keeper::none();
    assert!(keeper.settle(Outcome::Stored));
    keeper.has_no_log();
    let store = NotebookStore::new(Notebook::new(id, me), StampSource::new(), keeper);
    let entry = store.apply(Change::AddEntry(NewEntry::default())).unwrap().created.unwrap();
    (store, entry)
}

/// A page with one field; it goes when it is cleaned up.
fn page(store: NotebookStore, id: RecordId, field: Field) -> (Owner, Draft) {
    let page = Owner::new();
    let draft = page.with(|| Draft::new(store, id, field));
    (page, draft)
}

fn too_long(field: Field) -> String {
    "é".repeat(field.rule.max_length().unwrap() + 1)
}

fn write(draft: &Draft, text: &str) {
    draft.begin();
    draft.note(text.to_owned());
    draft.save();
}

fn stored(store: NotebookStore, id: RecordId, field: Field) -> String {
    store.with_untracked(|notebook| notebook.record(id).unwrap().text(field).to_owned())
}

#[test]
fn a_text_that_is_too_long_is_not_called_saved_and_is_there_when_the_person_comes_back() {
    Owner::new().with(|| {
        let (store, id) = notebook();
        let (first, draft) = page(store, id, entry::TEXT);
        write(&draft, &too_long(entry::TEXT));
        draft.end();
        assert_eq!(store.save_status(), SaveStatus::NotSaved(NotSaved::Refused));
        first.cleanup();
        assert_eq!(store.save_status(), SaveStatus::NotSaved(NotSaved::Refused));
        assert_eq!(store.refused_words(), Some(id));

        let (_again, draft) = page(store, id, entry::TEXT);
        assert_eq!(draft.text(), too_long(entry::TEXT));
        assert!(draft.refused().is_some());
        write(&draft, "shorter");
        draft.end();
        assert_eq!((draft.text(), stored(store, id, entry::TEXT)), ("shorter".into(), "shorter".into()));
        assert_eq!((store.save_status(), draft.refused()), (SaveStatus::Saved, None));
    });
}

#[test]
fn clearing_a_refused_text_settles_it() {
    Owner::new().with(|| {
        let (store, id) = notebook();
        let (_page, draft) = page(store, id, entry::TITLE);
        write(&draft, &too_long(entry::TITLE));
        write(&draft, "");
        assert_eq!((store.save_status(), store.refused_words()), (SaveStatus::Saved, None));
    });
}

#[test]
fn a_goal_whose_title_was_emptied_has_its_title_again_when_the_page_is_left() {
    Owner::new().with(|| {
        let (store, _) = notebook();
        let id = store.apply(Change::AddGoal { title: "Swim".into() }).unwrap().created.unwrap();
        let (first, draft) = page(store, id, goal::TITLE);
        write(&draft, "");
        draft.end();
        // What shows is not what is kept, though no words of anybody's are at risk.
        assert_eq!(store.save_status(), SaveStatus::NotSaved(NotSaved::Refused));
        assert_eq!(store.refused_words(), None);
        first.cleanup();
        assert_eq!(store.save_status(), SaveStatus::Saved);
        assert_eq!(page(store, id, goal::TITLE).1.text(), "Swim");
    });
}

#[test]
fn a_refused_text_goes_to_the_trash_and_comes_back_with_its_record() {
    Owner::new().with(|| {
        let (store, id) = notebook();
        let (first, draft) = page(store, id, entry::TEXT);
        write(&draft, &too_long(entry::TEXT));
        store.apply(Change::Delete(vec![id])).unwrap();
        first.cleanup();
        assert_eq!(store.save_status(), SaveStatus::Saved);
        store.apply(Change::Restore(vec![id])).unwrap();
        assert_eq!(store.save_status(), SaveStatus::NotSaved(NotSaved::Refused));
        assert_eq!(page(store, id, entry::TEXT).1.text(), too_long(entry::TEXT));
    });
}

#[test]
fn what_was_refused_in_a_notebook_goes_with_that_notebook() {
    Owner::new().with(|| {
        let (store, id) = notebook();
        let (first, draft) = page(store, id, entry::TEXT);
        write(&draft, &too_long(entry::TEXT));
        let (other, me) = fresh_identity();
        store.replace(Notebook::new(other, me), StampSource::new());
        first.cleanup();
        assert_eq!(store.save_status(), SaveStatus::Saved);
        assert_eq!(page(store, id, entry::TEXT).1.text(), "");
    });
}
