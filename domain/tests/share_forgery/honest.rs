//! Honest files: all of each comes in, and neither their order nor what was forged among them makes a difference.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;
use waymark_domain::Notebook;
use waymark_domain::file::ShareOptions;
use waymark_domain::id::RecordId;
use waymark_domain::mentoring::share::ShareFile;
use waymark_domain::mentoring::{Agreement, Standing, Theirs, Waiting};

use crate::common::Run;
use crate::people::{World, open, read};

/// Everything of theirs that is in the latest file, as JSON by kind.
pub fn latest(theirs: &Theirs) -> Vec<(&'static str, String)> {
    let here = theirs.things.all().into_iter().filter(|(_, standing)| *standing != Standing::NotInLatest);
    let mut all: Vec<_> = here.map(|(item, _)| (item.kind(), item.json())).collect();
    all.sort();
    all
}

/// All of a file, in the same form.
pub fn all_of(file: &ShareFile) -> Vec<(&'static str, String)> {
    let mut all: Vec<_> = file.items.all().iter().map(|item| (item.kind(), item.json())).collect();
    all.sort();
    all
}

/// What a file brings stands in the notebook, all of it.
pub fn all_came(book: &Notebook, with: RecordId, text: &str) {
    let (theirs, file) = (book.theirs(with), read(text));
    assert_eq!(theirs.number, file.number);
    assert_eq!(latest(&theirs), all_of(&file), "an honest file did not come in whole");
}

/// Of two files with one number, both are shown, and that there are two is said.
pub fn both_are_shown(book: &Notebook, with: RecordId, texts: &[&str]) {
    let theirs = book.theirs(with);
    let latest = latest(&theirs);
    assert!(theirs.twice, "it is not said that there are two");
    for item in texts.iter().flat_map(|text| all_of(&read(text))) {
        assert!(latest.contains(&item), "of two files with one number one is not shown");
    }
}

/// What a person sees of what came: of one person, and all that waits for an answer from those two.
#[derive(Debug, PartialEq)]
pub struct Seen {
    theirs: Arc<Theirs>,
    agreement: Option<Agreement>,
    inbox: Vec<(RecordId, RecordId, Standing)>,
}

pub fn seen(book: &Notebook, with: RecordId) -> Seen {
    let of_them = |one: &Waiting| one.relationship.id() == with;
    let inbox = book.inbox().into_iter().filter(of_them);
    let inbox = inbox.map(|one| (one.relationship.id(), one.given.id(), one.standing)).collect();
    let agreement = book.files_from(with).agreement.clone();
    Seen { theirs: book.theirs(with), agreement, inbox }
}

/// All records as they show, whenever and by whatever edit. Things that several files hold stand with the one that came first:
/// so all of them are compared together, and not with which file they stand.
pub fn values(book: &Notebook) -> BTreeMap<RecordId, (String, BTreeMap<String, Value>)> {
    let shown = |record: &waymark_domain::record::Record| {
        let fields = record.content().map(|content| content.fields.clone()).unwrap_or_default();
        let names = fields.keys().filter(|name| !name.starts_with("items:"));
        names.filter_map(|name| Some((name.clone(), record.value(name)?.clone()))).collect()
    };
    let mut all: BTreeMap<_, _> =
        book.records().map(|record| (record.id(), (record.kind().to_owned(), shown(record)))).collect();
    let things = ("things".to_owned(), things(book).into_iter().map(|line| (line, Value::Null)).collect());
    all.insert(RecordId::new(uuid::Uuid::nil()), things);
    all
}

/// What stands with any file.
fn things(book: &Notebook) -> BTreeSet<String> {
    let records = book.records().filter_map(|record| record.content());
    let fields = records.flat_map(|content| &content.fields).filter(|(name, _)| name.starts_with("items:"));
    let texts = fields.filter_map(|(_, register)| register.shown()?.value.as_str());
    texts.flat_map(str::lines).map(str::to_owned).collect()
}

/// Every order of so many things.
pub fn orders(number: usize) -> Vec<Vec<usize>> {
    if number == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(number - 1);
    let longer = shorter.iter().flat_map(|order| {
        (0..number).map(|place| {
            let mut order = order.clone();
            order.insert(place, number - 1);
            order
        })
    });
    longer.collect()
}

/// Opens files in every order, some of them again, and compares.
pub fn come_to_the_same_in_any_order(start: &Notebook, run: &Run, files: &[String], with: RecordId) -> usize {
    let mut first = None;
    let orders = orders(files.len());
    for (nth, order) in orders.iter().enumerate() {
        let (mut book, mut run) = (start.clone(), run.clone());
        run.replica ^= nth as u64;
        for place in order.iter().chain(order.iter().take(nth % (files.len() + 1))) {
            open(&mut book, &files[*place], &ShareOptions::default(), &mut run).unwrap();
        }
        let here = (seen(&book, with), values(&book));
        match &first {
            None => first = Some(here),
            Some(first) => assert!(*first == here, "order {order:?} shows something else"),
        }
    }
    orders.len()
}

/// Opening an old file again turns nothing back.
pub fn an_old_file_turns_nothing_back(world: &World) {
    for old in &world.came {
        let (mut book, mut run) = (world.me.clone(), world.run.clone());
        open(&mut book, old, &ShareOptions::default(), &mut run).unwrap();
        assert_eq!(seen(&book, world.ana.here), seen(&world.me, world.ana.here));
        assert_eq!(values(&book), values(&world.me));
    }
}
