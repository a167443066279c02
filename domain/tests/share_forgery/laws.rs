//! What a file from someone else may do to my notebook, record by record and register by register.

use std::sync::Arc;

use serde_json::Value;
use waymark_domain::Notebook;
use waymark_domain::file::{ShareOptions, SharePreview};
use waymark_domain::id::RecordId;
use waymark_domain::mentoring::share::{self, Items, ShareFile};
use waymark_domain::mentoring::{Roles, received};
use waymark_domain::record::Record;
use waymark_domain::wire::{decode_record, encode_record};

use crate::common::{day, shown};
use crate::people::{Refused, World, open};

/// What I share with everyone, whatever it takes for a file.
pub fn shared(book: &Notebook) -> Vec<(RecordId, Items)> {
    let all = book.relationships().into_iter();
    all.filter_map(|one| Some((one.id(), book.share_file(one.id(), day("2026-11-21"))?.items))).collect()
}

/// Opens a text as a file from a person, and holds what comes of it against the laws.
pub fn opens(world: &World, text: &str, options: &ShareOptions) -> Result<(Notebook, SharePreview), Refused> {
    let (before, mut after, mut run) = (&world.me, world.me.clone(), world.run.clone());
    let opened = open(&mut after, text, options, &mut run);
    let (preview, touched) = match opened {
        Ok(opened) => opened,
        Err(refused) => {
            assert_eq!(after, *before, "a file that is refused changed something");
            return Err(refused);
        }
    };
    let came = came(before, &after, &preview);
    nothing_of_mine_changed(before, &after, &preview, &came);
    nothing_more_leaves(before, &after);
    for record in touched.records.iter().filter_map(|id| after.record(*id)) {
        assert_eq!(decode_record(&encode_record(record)).as_ref(), Ok(record.as_ref()));
    }
    let mut undone = after.clone();
    undone.undo(&touched.undo, &mut run);
    assert_eq!(shown(&undone), shown(before), "taking it back shows something else than before");
    let with = preview.relationship;
    open(&mut undone, text, options, &mut run).unwrap();
    assert_eq!(undone.theirs(with), after.theirs(with), "after it was taken back it comes in otherwise");
    Ok((after, preview))
}

/// The file as it was kept: all of it by its sender. A file that is here already is kept once.
fn came(before: &Notebook, after: &Notebook, preview: &SharePreview) -> ShareFile {
    let is_new = |one: &received::Received| {
        before.record(one.id()).is_none_or(|was| was.value("deleted") == Some(&true.into()))
    };
    let of_number = |file: &ShareFile| file.number == preview.number && file.written == preview.written;
    let all: Vec<_> = after.received_from(preview.relationship).collect();
    let new: Vec<_> = all.iter().filter(|one| is_new(one)).collect();
    assert_eq!(new.len(), usize::from(!preview.is_nothing()), "a file is kept once");
    let kept = new.first().and_then(|one| after.file_of(one));
    let kept = kept.or_else(|| all.iter().filter_map(|one| after.file_of(one)).find(of_number)).unwrap();
    assert!(kept.items.all().iter().all(|item| item.by() == kept.from.id), "something of another came in");
    says_nothing_unseen(&share::to_value(&kept));
    kept
}

/// No text that came in holds control characters, but for ends of lines and tabs.
fn says_nothing_unseen(value: &Value) {
    match value {
        Value::String(text) => {
            assert!(text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\t')), "{text:?} came in");
        }
        Value::Array(values) => values.iter().for_each(says_nothing_unseen),
        Value::Object(fields) => fields.values().for_each(says_nothing_unseen),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn nothing_of_mine_changed(before: &Notebook, after: &Notebook, preview: &SharePreview, came: &ShareFile) {
    for was in before.records() {
        let is = after.record(was.id()).expect("a record is gone");
        if was != is {
            only_settles_in(was, is, preview, came);
        }
    }
    for record in after.records().filter(|record| before.record(record.id()).is_none()) {
        assert_eq!(record.by(), after.me());
        let is_it = record.kind() == "relationship" && record.id() == preview.relationship;
        if is_it {
            is_someone_new(record, came);
        } else {
            assert_eq!(record.kind(), received::KIND, "something else came in");
            assert_eq!(received::Received(Arc::clone(record)).with(), Some(preview.relationship));
        }
    }
}

fn registers(was: &Record, is: &Record) -> Vec<String> {
    let names = |record: &Record| record.content().map(|content| content.fields.clone()).unwrap_or_default();
    let (old, new) = (names(was), names(is));
    new.keys().chain(old.keys()).filter(|name| old.get(*name) != new.get(*name)).cloned().collect()
}

/// The relationship may learn who the person is, by which thread they write, and what we are to each other where that
/// was not said; it comes out of the trash, and so does the very same file. Nothing else.
fn only_settles_in(was: &Record, is: &Record, preview: &SharePreview, came: &ShareFile) {
    let came_back = |name: &str| {
        name == "deleted" && was.value(name) == Some(&true.into()) && is.value(name) == Some(&false.into())
    };
    let flag = |record: &Record, name: &str| record.value(name) == Some(&true.into());
    let had_roles = flag(was, "mentors_me") || flag(was, "i_mentor");
    let Roles { mentee, mentor } = came.roles.other();
    for name in registers(was, is) {
        let settles = match name.as_str() {
            "person" => {
                was.value(&name).is_none() && is.value(&name) == Some(&came.from.id.to_string().into())
            }
            "mentors_me" => !had_roles && mentee && flag(is, &name),
            "i_mentor" => !had_roles && mentor && flag(is, &name),
            name => name == format!("thread:{}", came.thread) && flag(is, name) || came_back(name),
        };
        let is_with = was.id() == preview.relationship && was.kind() == "relationship";
        let is_file = was.kind() == received::KIND && came_back(&name);
        assert!(is_with && settles || is_file, "{name} of a {} changed", was.kind());
    }
}

fn is_someone_new(record: &Record, came: &ShareFile) {
    let thread = format!("thread:{}", came.thread);
    for name in record.content().unwrap().fields.keys() {
        let expected = ["name", "status", "person", "mentors_me", "i_mentor", &thread];
        assert!(expected.contains(&name.as_str()), "someone new has a {name}");
    }
}

/// No file makes anything of mine leave that did not leave before. A relationship out of the trash has its choice again.
pub fn nothing_more_leaves(before: &Notebook, after: &Notebook) {
    let was = shared(before);
    let rested = |with| before.record(with).is_some_and(|was| was.value("deleted") == Some(&true.into()));
    for (with, items) in shared(after).into_iter().filter(|(with, _)| !rested(*with)) {
        let of_old = was.iter().find(|(id, _)| *id == with).map(|(_, items)| items.clone());
        assert_eq!(items, of_old.unwrap_or_default(), "something else leaves now");
    }
}
