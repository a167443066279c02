//! Share files that nobody wrote with Waymark: refused with a reason or taken apart item by item, never a panic, never
//! more than words, and over in a moment.

#![allow(
    clippy::unwrap_used,
    unreachable_pub,
    reason = "a test that cannot go on should say so at once, and what its parts share is its own affair"
)]

#[path = "../common/mod.rs"]
mod common;
mod mutants;
mod scripts;
mod too_much;

use common::letters::{letter, opened, sender};
use common::mutants::{spoil, spoil_bytes};
use common::random::{Dice, grown};
use common::shapes::list_names;
use common::{Run, day, notebook};
use serde_json::{Value, json};
use waymark_domain::Notebook;
use waymark_domain::file::{self, FileError, OpenedShare, ShareOptions, Why, plan_share};
use waymark_domain::id::RecordId;
use waymark_domain::mentoring::ledger::sent_last;
use waymark_domain::mentoring::share::{to_value, write};
use waymark_domain::mentoring::strategy::is_link;
use waymark_domain::wire::{decode_record, encode_record};

fn share(seed: u64) -> Value {
    let (from, thread) = sender(1);
    to_value(&letter(&mut Dice(seed), from, thread))
}

fn refused(bytes: impl AsRef<[u8]>) -> FileError {
    file::read(bytes.as_ref()).unwrap_err()
}

/// Imports a file, and says with whom.
fn import(book: &mut Notebook, opened: &OpenedShare, run: &mut Run) -> RecordId {
    let plan = plan_share(book, opened, &ShareOptions::default(), run).unwrap();
    let with = plan.preview.relationship;
    book.import(plan).unwrap();
    with
}

/// Looks at everything there is to see.
fn look(book: &Notebook) {
    let (given, goals) = (book.given(), book.goals().take(2).map(|goal| goal.id()));
    assert!(book.inbox().len() <= given.len());
    for id in goals.chain(given.iter().filter_map(|one| Some(one.given.about()?.id)).take(3)) {
        let (_, _) = (book.given_about(id), book.seen_by_others(id));
    }
    for one in book.relationships() {
        let (_, _) = (book.theirs(one.id()).news(), book.agreement_state(one.id()));
        let file = book.outgoing(one.id(), day("2026-11-21"), "test").unwrap().file().clone();
        let _ = sent_last(&book.sent_to(one.id()));
        assert!(file.items.all().iter().all(|item| item.by() == book.me()), "only what is mine leaves");
    }
}

/// Sees that every record that is not in `before` as it stands can be read back.
fn decodes_again(book: &Notebook, before: &Notebook) {
    for record in book.records().filter(|record| before.record(record.id()) != Some(*record)) {
        assert_eq!(decode_record(&encode_record(record)).as_ref(), Ok(record.as_ref()));
    }
}

/// Reads, plans, imports, looks, takes back. Whether something came in.
fn survives(bytes: &[u8], book: &Notebook) -> bool {
    let (Some(opened), mut run) = (opened(bytes), Run::new(u64::MAX)) else { return false };
    let (mut after, options) = (book.clone(), ShareOptions::default());
    let plan = plan_share(&after, &opened, &options, &mut run);
    assert_eq!(after, *book);
    let Ok(plan) = plan else { return false };
    let (with, from) = (plan.preview.relationship, opened.file.from.id);
    let touched = after.import(plan).unwrap();
    look(&after);
    decodes_again(&after, book);
    let changed: Vec<_> =
        after.records().filter(|record| book.record(record.id()) != Some(*record)).collect();
    assert!(changed.iter().all(|one| matches!(one.kind(), "relationship" | "received")));
    assert!(changed.len() <= 2, "a person and their file, whatever is in it");
    let files: Vec<_> = after.received_from(with).filter_map(|one| after.file_of(&one)).collect();
    assert!(files.iter().any(|file| file.number == opened.file.number), "the file cannot be read again");
    for file in files {
        assert!(file.items.all().iter().all(|item| item.by() == from), "only what is the sender's is shown");
    }
    after.undo(&touched.undo, &mut run);
    look(&after);
    decodes_again(&after, book);
    assert_eq!(after.relationships().len(), book.relationships().len());
    true
}
