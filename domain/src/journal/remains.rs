//! What is left of an entry when its page is left: an entry with nothing in it is not kept as litter.

use serde_json::Value;

use crate::entry::{DATE, GOALS, PROMPT, TEMPLATE};
use crate::field::EXAMPLE;
use crate::record::{Content, Record};

/// What an entry holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remains {
    /// Something that a person put there.
    Something,
    /// Nothing any more. What was in it can still be brought back, so it belongs in the trash.
    Emptied,
    /// Nothing, and nothing ever: it was begun here and left. No trace of it needs to stay.
    Nothing,
}

/// What an entry holds, besides what it was begun with: its day, its template, the question it answers, its goal.
pub fn remains(record: &Record) -> Remains {
    let Some(content) = record.content() else { return Remains::Something };
    let mut written = content.fields.iter().filter(|(name, _)| !was_given(name)).peekable();
    if written.peek().is_none() && one_writer(content) {
        return Remains::Nothing;
    }
    let stands = |value: &Value| !matches!(value, Value::Null | Value::Bool(false));
    // Every version counts, also those of another tab that are not shown.
    if written.any(|(_, register)| register.versions().iter().any(|version| stands(&version.value))) {
        Remains::Something
    } else {
        Remains::Emptied
    }
}

fn was_given(name: &str) -> bool {
    [DATE, TEMPLATE, PROMPT, EXAMPLE].iter().any(|field| field.name == name) || name.starts_with(GOALS.prefix)
}

/// Whether only one run of the app ever wrote in it. Someone else may be about to write more.
fn one_writer(content: &Content) -> bool {
    content.seen.iter().count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Change, NewEntry};
    use crate::entry;
    use crate::id::RecordId;
    use crate::notebook::Notebook;
    use crate::record::Saw;
    use crate::stamp::testing::{TestStamp, notebook};

    fn begun() -> (Notebook, TestStamp, RecordId) {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let goal = book.apply(Change::AddGoal { title: "Swim".into() }, &mut stamp).unwrap().created.unwrap();
        let new = NewEntry { prompt: "What went well?".into(), goals: vec![goal], ..NewEntry::default() };
        let id = book.apply(Change::AddEntry(new), &mut stamp).unwrap().created.unwrap();
        (book, stamp, id)
    }

    fn write(book: &mut Notebook, stamp: &mut TestStamp, id: RecordId, text: &str) {
        let saw = book.record(id).unwrap().saw("text");
        let change = Change::Write { id, field: entry::TEXT, value: text.into(), saw };
        book.apply(change, stamp).unwrap();
    }

    #[test]
    fn an_entry_begun_and_left_leaves_no_trace() {
        let (mut book, mut stamp, id) = begun();
        book.apply(Change::LeaveEntry(id), &mut stamp).unwrap();
        assert!(book.record(id).unwrap().is_erased());
        assert_eq!((book.entries().count(), book.trash().len()), (0, 0));
    }

    #[test]
    fn an_entry_that_was_emptied_goes_to_the_trash_and_can_be_brought_back() {
        let (mut book, mut stamp, id) = begun();
        write(&mut book, &mut stamp, id, "A thought");
        write(&mut book, &mut stamp, id, "");
        let left = book.apply(Change::LeaveEntry(id), &mut stamp).unwrap();
        assert_eq!((book.entries().count(), book.trash().len()), (0, 1));
        book.undo(&left.undo, &mut stamp);
        assert_eq!(book.entries().count(), 1);
    }

    #[test]
    fn anything_a_person_put_there_keeps_it() {
        let puts: [&dyn Fn(RecordId) -> Change; 3] = [
            &|id| Change::Write { id, field: entry::TITLE, value: "x".into(), saw: Saw::default() },
            &|id| Change::Write { id, field: entry::MOOD, value: 1.into(), saw: Saw::default() },
            &|id| Change::Mark { id, set: entry::TAGS, member: "club".into(), on: true },
        ];
        for put in puts {
            let (mut book, mut stamp, id) = begun();
            book.apply(put(id), &mut stamp).unwrap();
            let left = book.apply(Change::LeaveEntry(id), &mut stamp).unwrap();
            assert!(left.records.is_empty() && book.entry(id).is_some());
        }
    }

    #[test]
    fn what_another_tab_wrote_meanwhile_keeps_it_also_where_it_is_not_shown() {
        let (mut here, mut stamp, id) = begun();
        let mut there = here.clone();
        write(&mut there, &mut TestStamp::new(2), id, "from another tab");
        write(&mut here, &mut stamp, id, "later, here");
        write(&mut here, &mut stamp, id, "");
        here.join(there.record(id).unwrap()).unwrap();
        assert_eq!(here.entry(id).unwrap().texts().count(), 0);
        here.apply(Change::LeaveEntry(id), &mut stamp).unwrap();
        assert!(here.entry(id).is_some());
    }

    #[test]
    fn an_entry_that_two_tabs_have_open_is_not_erased() {
        let (mut book, mut stamp, id) = begun();
        let date = book.record(id).unwrap().saw("date");
        let change = Change::Write { id, field: DATE, value: "2026-11-20".into(), saw: date };
        book.apply(change, &mut TestStamp::new(2)).unwrap();
        book.apply(Change::LeaveEntry(id), &mut stamp).unwrap();
        assert_eq!(book.trash().len(), 1);
    }
}
