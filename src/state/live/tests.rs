//! In a real browser: one tab is this page, the other an empty frame of the same origin.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use waymark_domain::{Change, Notebook, stamp::Stamp as _, store::contract};

use super::*;
use crate::{
    browser::storage,
    state::{durability::Event, keeper::Keeper, save_status::SaveStatus},
};

wasm_bindgen_test_configure!(run_in_browser);

/// A run of the app at what is stored.
fn run() -> NotebookStore {
    let stamp = StampSource::new();
    let (keeper, notebook) = Keeper::open(stamp.replica());
    keeper.has_no_log();
    NotebookStore::new(notebook, stamp, keeper)
}

/// A run of the app that has begun to live beside others.
async fn alive() -> NotebookStore {
    let store = run();
    take_part(store).await;
    store
}

fn add(store: NotebookStore, title: &str) {
    store.apply(Change::AddGoal { title: title.into() }).unwrap();
}

fn titles(store: NotebookStore) -> Vec<String> {
    let title = |notebook: &Notebook| notebook.goals().map(|goal| goal.title().to_owned()).collect();
    let mut titles: Vec<String> = store.with_untracked(title);
    titles.sort();
    titles
}

fn wipe() {
    contract::empty(&storage::open().unwrap());
}

/// Waits until something is so. A test that waits for ever fails by the runner's own limit.
async fn until(mut holds: impl FnMut() -> bool) {
    while !holds() {
        TimeoutFuture::new(1).await;
    }
}

#[wasm_bindgen_test]
async fn what_was_done_is_there_at_the_next_run() {
    wipe();
    let owner = Owner::new();
    owner.set();
    let store = alive().await;
    add(store, "Swim");
    assert_eq!(store.save_status(), SaveStatus::Saved);
    assert_eq!(titles(run()), ["Swim"]);
}

#[wasm_bindgen_test]
async fn nothing_is_written_and_nothing_called_saved_before_others_know_of_this_run() {
    wipe();
    let owner = Owner::new();
    owner.set();
    let store = run();
    add(store, "Swim");
    assert_eq!((store.save_status(), titles(run()).len()), (SaveStatus::Saving, 0));
    take_part(store).await;
    assert_eq!((store.save_status(), titles(run()).len()), (SaveStatus::Saved, 1));
}

#[wasm_bindgen_test]
async fn two_tabs_that_begin_at_once_have_one_notebook() {
    wipe();
    let owner = Owner::new();
    owner.set();
    let (one, other) = (run(), run());
    add(one, "Swim");
    take_part(one).await;
    take_part(other).await;
    until(|| titles(other) == ["Swim"]).await;
    let me = |store: NotebookStore| store.with_untracked(Notebook::me);
    assert_eq!((me(one), other.keeper().deleted_elsewhere()), (me(other), 0));
}

#[wasm_bindgen_test]
async fn what_another_tab_stores_shows_at_once_and_what_it_deletes_does_not_come_back() {
    wipe();
    let owner = Owner::new();
    owner.set();
    let here = alive().await;
    other_tabs::follow(move |news| hear(here, &news));
    add(here, "Swim");
    let there = alive().await;
    add(there, "Run");
    echo_from_a_frame();
    until(|| titles(here).len() == 2).await;
    there.delete_everything().unwrap();
    echo_from_a_frame();
    until(|| titles(here).is_empty()).await;
    assert_eq!(here.keeper().deleted_elsewhere(), 1);
    // Nothing here looks into the other places, so nothing else says that they are empty.
    let safety = here.keeper().safety();
    safety.happened(Event::ErasedEverywhere(safety.now().erasures));
    add(here, "Dive");
    until(|| here.save_status() == SaveStatus::Saved).await;
    assert_eq!(titles(run()), ["Dive"]);
    assert!(storage::open().unwrap().usage().unwrap().ours < 2_000);
}

#[wasm_bindgen_test]
async fn what_a_run_that_is_gone_left_is_folded() {
    wipe();
    let owner = Owner::new();
    owner.set();
    for title in ["a", "b", "c"] {
        let gone = alive().await;
        for record in gone.with_untracked(|notebook| notebook.goals().collect::<Vec<_>>()) {
            let saw = gone.saw(record.id(), waymark_domain::goal::TITLE);
            let field = waymark_domain::goal::TITLE;
            gone.apply(Change::Write { id: record.id(), field, value: title.into(), saw }).unwrap();
        }
        if title == "a" {
            add(gone, title);
        }
        gone.keeper().live(None);
    }
    let here = alive().await;
    assert_eq!(record_keys(), 3);
    let folded = until_folded(here).await;
    assert!(!folded.more && folded.changed.is_empty());
    assert_eq!((record_keys(), titles(here), titles(run())), (1, vec!["c".into()], vec!["c".into()]));
}

async fn until_folded(store: NotebookStore) -> Folded {
    loop {
        let folded = tidy_some(store).await.unwrap();
        if record_keys() == 1 {
            return folded;
        }
    }
}

fn record_keys() -> usize {
    use waymark_domain::store::KeyValue as _;
    storage::open().unwrap().keys().unwrap().iter().filter(|key| key.starts_with("r:")).count()
}

/// A page hears nothing of what it stores itself, so it removes everything and a frame puts it back.
fn echo_from_a_frame() {
    let frame = document().create_element("iframe").unwrap();
    document().body().unwrap().append_child(&frame).unwrap();
    let frame: web_sys::HtmlIFrameElement = frame.unchecked_into();
    let theirs = frame.content_window().unwrap().local_storage().unwrap().unwrap();
    let ours = window().local_storage().unwrap().unwrap();
    let names = (0..ours.length().unwrap()).filter_map(|index| ours.key(index).unwrap());
    for name in names.collect::<Vec<_>>() {
        let value = ours.get_item(&name).unwrap().unwrap();
        ours.remove_item(&name).unwrap();
        theirs.set_item(&name, &value).unwrap();
    }
    frame.remove();
}
