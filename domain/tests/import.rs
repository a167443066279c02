//! Bringing files in: previewed, all or nothing, taken back in one go; whose backup it is decides how.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should say so at once")]

mod common;

use std::collections::BTreeMap;

use common::random::{Dice, edit, exchange, grown};
use common::{Run, day, diary, notebook, shown};
use proptest::prelude::*;
use serde_json::Value;
use waymark_domain::change::{ExampleGoal, NewEntry, Touched};
use waymark_domain::file::{self, Counts, ImportOptions, Incoming, OutOfDate, Plan, RecordError, Whose, Why};
use waymark_domain::id::RecordId;
use waymark_domain::profile::{self, profile_id};
use waymark_domain::record::{Record, Saw};
use waymark_domain::stamp::At;
use waymark_domain::step::StepStatus;
use waymark_domain::wire::encode_record;
use waymark_domain::{Change, Notebook, entry, goal, rating, step};

fn backup(book: &Notebook) -> Incoming {
    file::read(file::write(book, At(1_700_000_000_000), "test").as_bytes()).unwrap().plain().unwrap()
}

fn planned(book: &Notebook, incoming: &Incoming, run: &Run) -> Plan {
    file::plan(book, incoming, &ImportOptions::default(), run)
}

fn import(book: &mut Notebook, incoming: &Incoming, run: &Run) -> Touched {
    let plan = planned(book, incoming, run);
    book.import(plan).unwrap()
}

fn apply(book: &mut Notebook, change: Change, run: &mut Run) -> RecordId {
    book.apply(change, run).unwrap().created.unwrap_or(RecordId::new(uuid::Uuid::nil()))
}

fn name(book: &mut Notebook, name: &str, run: &mut Run) {
    let id = profile_id(book.me());
    let saw = book.record(id).map(|profile| profile.saw("name")).unwrap_or_default();
    apply(book, Change::Write { id, field: profile::NAME, value: name.into(), saw }, run);
}

/// A goal with a step, a rating and a linked entry; its title is `title`.
fn with_goal(book: &mut Notebook, title: &str, run: &mut Run) -> RecordId {
    let goal = apply(book, Change::AddGoal { title: title.into() }, run);
    apply(book, Change::AddStep { goal, text: "First step".into() }, run);
    apply(book, Change::RateGoal { goal, value: 3, on: day("2026-11-20"), note: String::new() }, run);
    let entry = NewEntry {
        text: "A day".into(),
        goals: vec![goal],
        tags: vec!["exam".into()],
        ..NewEntry::default()
    };
    apply(book, Change::AddEntry(entry), run);
    goal
}

/// What a person sees, whatever the ids are: a reference stands as the title of what it leads to.
fn looks(book: &Notebook) -> Vec<String> {
    let (live, me) = (shown(book), book.me().to_string());
    let title = |id: &str| -> Option<String> {
        let fields = live.get(&id.parse().ok()?)?;
        Some(fields.get("title").or(fields.get("name"))?.0.to_string())
    };
    let describe = |(id, fields): (&RecordId, &common::Shown)| {
        let kind = book.record(*id).unwrap().kind().to_owned();
        let fields = fields.iter().filter_map(|(name, (value, _))| match (name.split_once(':'), value) {
            (Some((set, id)), _) if id.parse::<RecordId>().is_ok() => {
                title(id).map(|title| format!("{set} {title}"))
            }
            (_, Value::String(id)) if *id == me => Some(format!("{name} me")),
            (_, Value::String(id)) if id.parse::<RecordId>().is_ok() => {
                Some(format!("{name} {:?}", title(id)))
            }
            _ => Some(format!("{name} {value}")),
        });
        let mut fields: Vec<_> = fields.collect();
        fields.sort_unstable();
        format!("{kind} {fields:?}")
    };
    let mut lines: Vec<_> = live.iter().map(describe).collect();
    lines.sort_unstable();
    lines
}

mod a_diary {
    use super::*;

    #[test]
    fn is_previewed_whole() {
        let incoming = file::read(diary::lines().as_bytes()).unwrap().plain().unwrap();
        let book = notebook(1);
        let preview = planned(&book, &incoming, &Run::new(1)).preview;
        assert_eq!((preview.whose, preview.all().new), (Whose::Diary, diary::ENTRIES));
        assert_eq!(preview.days, Some((day(diary::FIRST), day(diary::LAST))));
        assert_eq!((preview.set_aside.len(), preview.all().total()), (0, diary::ENTRIES));
    }

    fn first_2000() -> (Incoming, ImportOptions) {
        let incoming = file::read(diary::lines().as_bytes()).unwrap().plain().unwrap();
        let Incoming::Diary(diary) = &incoming else { panic!("not a diary") };
        let until = Some(diary.entries[1_999].date);
        (incoming, ImportOptions { until, ..ImportOptions::default() })
    }

    #[test]
    fn comes_in_as_far_as_wanted_and_twice_adds_nothing() {
        let (incoming, options) = first_2000();
        let (mut book, run) = (grown(3, 40, 1), Run::new(1));
        let before = book.entries().count();
        let plan = file::plan(&book, &incoming, &options, &run);
        assert_eq!(plan.preview.days.unwrap().1, options.until.unwrap());
        let touched = book.import(plan).unwrap();
        assert_eq!((touched.records.len(), book.entries().count()), (2_000, before + 2_000));
        let again = file::plan(&book, &incoming, &options, &Run::new(2));
        assert_eq!((again.preview.all().same, again.preview.all().new), (2_000, 0));
        assert!(again.preview.is_nothing());
        let unchanged = book.clone();
        book.import(again).unwrap();
        assert_eq!(book, unchanged);
    }

    #[test]
    fn can_be_taken_back_and_brought_in_again_and_again() {
        let (incoming, options) = first_2000();
        let (mut book, mut run) = (grown(3, 40, 1), Run::new(1));
        let before = shown(&book);
        for _ in 0..3 {
            let plan = file::plan(&book, &incoming, &options, &run);
            assert_eq!(plan.preview.all().new, 2_000);
            let imported = book.import(plan).unwrap();
            let full = looks(&book);
            let undone = book.undo(&imported.undo, &mut run);
            assert_eq!((shown(&book), book.trash().len()), (before.clone(), grown(3, 40, 1).trash().len()));
            let redone = book.undo(&undone.undo, &mut run);
            assert_eq!(looks(&book), full);
            book.undo(&redone.undo, &mut run);
            assert_eq!(shown(&book), before);
        }
    }

    const LINES: &str = "{\"date\":\"2024-01-01\",\"text\":\"Snow.\"}\n{\"date\":\"2024-01-01\",\"text\":\"More snow.\",\"title\":\"Night\",\"mood\":2,\"tags\":[\"sea\",\"sky\"]}\n{\"date\":\"soon\",\"text\":\"x\"}\n";

    #[test]
    fn keeps_everything_an_entry_has_and_the_order_of_the_file() {
        let (mut book, run) = (notebook(1), Run::new(1));
        let incoming = file::read(LINES.as_bytes()).unwrap().plain().unwrap();
        let preview = planned(&book, &incoming, &run).preview;
        assert_eq!((preview.all().new, preview.set_aside[0].what.place), (2, 3));
        import(&mut book, &incoming, &run);
        let entries = book.entries_newest_first();
        assert_eq!((entries[0].title(), entries[1].title()), ("Night", ""));
        assert_eq!(entries[0].tags().collect::<Vec<_>>(), ["sea", "sky"]);
        assert_eq!(
            (entries[0].0.number(entry::MOOD), entries[0].0.text(entry::TEXT)),
            (Some(2), "More snow.")
        );
        assert!(
            book.records().all(|record| waymark_domain::wire::decode_record(&encode_record(record)).is_ok())
        );
    }

    #[test]
    fn an_entry_edited_since_goes_to_the_trash_when_the_import_is_taken_back() {
        let (mut book, mut run) = (notebook(1), Run::new(1));
        let incoming = file::read(LINES.as_bytes()).unwrap().plain().unwrap();
        let imported = import(&mut book, &incoming, &run);
        let id = imported.records[0];
        let saw = book.record(id).unwrap().saw("text");
        apply(&mut book, Change::Write { id, field: entry::TEXT, value: "Edited".into(), saw }, &mut run);
        book.undo(&imported.undo, &mut run);
        assert_eq!((book.entries().count(), book.trash().len()), (0, 1));
        let again = planned(&book, &incoming, &run).preview;
        assert_eq!((again.all().new, again.all().same, again.all().in_trash), (1, 1, 1));
    }

    #[test]
    fn the_same_diary_brought_into_two_copies_is_one() {
        let incoming = file::read(LINES.as_bytes()).unwrap().plain().unwrap();
        let (mut here, mut there) = (notebook(1), notebook(1));
        import(&mut here, &incoming, &Run::new(1));
        import(&mut there, &incoming, &Run::new(2));
        exchange(&there, &mut here);
        assert_eq!(here.entries().count(), 2);
        assert!(here.entries().all(|entry| entry.0.others(entry::TEXT).is_empty()));
    }

    #[test]
    fn may_be_an_array_and_is_limited_from_a_day_on() {
        let array = "[{\"date\":\"2024-01-01\",\"text\":\"a\"},{\"date\":\"2024-01-02\",\"text\":\"b\"}]";
        let incoming = file::read(array.as_bytes()).unwrap().plain().unwrap();
        let options = ImportOptions { from: Some(day("2024-01-02")), ..ImportOptions::default() };
        let preview = file::plan(&notebook(1), &incoming, &options, &Run::new(1)).preview;
        assert_eq!((preview.all().new, preview.days), (1, Some((day("2024-01-02"), day("2024-01-02")))));
    }
}

mod my_own_backup {
    use super::*;

    /// Two copies of one notebook that went on apart.
    fn apart(seed: u64) -> (Notebook, Notebook, Run) {
        let mut dice = Dice(seed);
        let mut here = grown(seed, 60, 1);
        let mut there = here.clone();
        let (mut one, mut two) = (Run::new(u64::MAX), Run::new(u64::MAX - 1));
        edit(&mut dice, &mut here, &mut one, 15);
        edit(&mut dice, &mut there, &mut two, 15);
        (here, there, one)
    }

    proptest! {
        #![proptest_config(common::cases(300))]

        #[test]
        fn joins_what_is_here(seed in any::<u64>()) {
            let (mut here, there, run) = apart(seed);
            let mut joined = here.clone();
            exchange(&there, &mut joined);
            let plan = planned(&here, &backup(&there), &run);
            let preview = plan.preview.clone();
            prop_assert_eq!(preview.whose, Whose::Mine);
            prop_assert_eq!(preview.all().total(), there.records().len());
            here.import(plan).unwrap();
            prop_assert_eq!(&here, &joined);
            let again = planned(&here, &backup(&there), &run).preview;
            prop_assert_eq!(again.all().changes(), 0);
        }

        #[test]
        fn taken_back_shows_the_same_as_before(seed in any::<u64>()) {
            let (mut here, there, mut run) = apart(seed);
            let before = looks(&here);
            let imported = import(&mut here, &backup(&there), &run);
            let after = looks(&here);
            let undone = here.undo(&imported.undo, &mut run);
            prop_assert_eq!(&looks(&here), &before);
            here.undo(&undone.undo, &mut run);
            prop_assert_eq!(looks(&here), after);
        }

        #[test]
        fn taken_back_offers_nothing_new_beside(seed in any::<u64>()) {
            let (mut here, there, mut run) = apart(seed);
            let before = shown(&here);
            let imported = import(&mut here, &backup(&there), &run);
            here.undo(&imported.undo, &mut run);
            for (id, fields) in shown(&here) {
                for (name, (_, others)) in fields {
                    let known = before.get(&id).and_then(|fields| fields.get(&name));
                    let known = known.map(|(_, others)| others.clone()).unwrap_or_default();
                    prop_assert!(others.iter().all(|value| known.contains(value)), "{} {:?}", name, others);
                }
            }
        }
    }

    #[test]
    fn is_counted_by_what_it_would_do() {
        let (mut here, mut run) = (notebook(1), Run::new(1));
        let title = |text: &str| Change::AddGoal { title: text.into() };
        let ids = ["both", "there", "here", "same"].map(|text| apply(&mut here, title(text), &mut run));
        let mut there = here.clone();
        let mut other = Run::new(2);
        let write = |book: &mut Notebook, id: RecordId, text: &str, run: &mut Run| {
            let saw = book.record(id).unwrap().saw("title");
            apply(book, Change::Write { id, field: goal::TITLE, value: text.into(), saw }, run);
        };
        write(&mut here, ids[0], "both, here", &mut run);
        write(&mut there, ids[0], "both, there", &mut other);
        write(&mut there, ids[1], "there, newer", &mut other);
        write(&mut here, ids[2], "here, newer", &mut run);
        apply(&mut there, title("new"), &mut other);
        let deleted = apply(&mut there, title("in the trash"), &mut other);
        apply(&mut there, Change::Delete(vec![deleted]), &mut other);
        let counts = planned(&here, &backup(&there), &run).preview.of(goal::KIND);
        let expected = Counts { new: 2, newer: 1, conflicting: 1, same: 2, in_trash: 1, ..Counts::default() };
        assert_eq!(counts, expected);
    }

    #[test]
    fn never_brings_back_what_was_erased_here_but_copies_of_it_if_wanted() {
        let (mut book, mut run) = (notebook(1), Run::new(1));
        let goal = with_goal(&mut book, "Swim", &mut run);
        let incoming = backup(&book);
        let before = looks(&book);
        apply(&mut book, Change::Erase(vec![goal]), &mut run);
        let left = planned(&book, &incoming, &run).preview;
        assert_eq!((left.all().erased_here, left.all().changes()), (3, 0));
        let options = ImportOptions { bring_back: true, ..ImportOptions::default() };
        let plan = file::plan(&book, &incoming, &options, &run);
        assert_eq!((plan.preview.all().new, plan.preview.all().erased_here), (3, 0));
        let imported = book.import(plan).unwrap();
        let back = book.goals().next().unwrap();
        assert_ne!(back.id(), goal);
        assert_eq!((book.steps(back.id()).len(), book.ratings(back.id()).len()), (1, 1));
        let again = file::plan(&book, &incoming, &options, &run).preview;
        assert_eq!((again.all().changes(), again.all().same), (0, 4));
        book.undo(&imported.undo, &mut run);
        assert_eq!((book.goals().count(), book.trash().len()), (0, 3));
        assert_eq!(before.len(), 4);
    }

    #[test]
    fn that_erases_says_so_and_taking_it_back_brings_copies_with_their_links() {
        let (mut here, mut run) = (notebook(1), Run::new(1));
        let goal = with_goal(&mut here, "Swim", &mut run);
        let mut there = here.clone();
        apply(&mut there, Change::Erase(vec![goal]), &mut Run::new(2));
        let before = looks(&here);
        let plan = planned(&here, &backup(&there), &run);
        assert_eq!((plan.preview.all().removed, plan.preview.all().newer), (3, 3));
        let imported = here.import(plan).unwrap();
        assert_eq!(here.goals().count(), 0);
        let undone = here.undo(&imported.undo, &mut run);
        assert_eq!(looks(&here), before);
        let back = here.goals().next().unwrap().id();
        assert_eq!((here.steps(back).len(), here.entries_about(back).len()), (1, 1));
        let redone = here.undo(&undone.undo, &mut run);
        assert_eq!(here.goals().count(), 0);
        here.undo(&redone.undo, &mut run);
        assert_eq!(looks(&here), before);
    }

    #[test]
    fn does_not_take_what_is_another_persons_or_another_kind() {
        let (mut here, mut run) = (notebook(1), Run::new(1));
        let goal = with_goal(&mut here, "Swim", &mut run);
        let text = file::write(&here, At(1), "test");
        let mine = here.me().to_string();
        let foreign =
            text.replacen(&format!("\"by\": \"{mine}\""), &format!("\"by\": \"{}\"", notebook(2).me()), 1);
        let other_kind = text.replace("\"kind\": \"goal\"", "\"kind\": \"quest\"");
        for (text, why) in [(foreign, Why::NotTheOwners), (other_kind, Why::AnotherUnderItsId)] {
            let incoming = file::read(text.as_bytes()).unwrap().plain().unwrap();
            let plan = planned(&here, &incoming, &run);
            let [aside] = plan.preview.set_aside.as_slice() else { panic!("{:?}", plan.preview.set_aside) };
            assert_eq!((&aside.why, aside.what.title.as_deref(), aside.what.place), (&why, Some("Swim"), 1));
            let before = here.clone();
            here.import(plan).unwrap();
            assert_eq!(here, before);
        }
        assert!(here.goal(goal).is_some());
    }

    #[test]
    fn that_would_leave_more_versions_than_can_be_read_back_is_set_aside() {
        let (mut here, mut run) = (notebook(1), Run::new(1));
        let id = apply(&mut here, Change::AddGoal { title: "Swim".into() }, &mut run);
        let mut there = here.clone();
        for (book, from) in [(&mut here, 1_000_u64), (&mut there, 2_000)] {
            let mut record = Record::clone(book.record(id).unwrap());
            for replica in from..from + 600 {
                let value = replica.to_string().into();
                record.write("why", value, &Saw::default(), At(1), waymark_domain::id::ReplicaId(replica));
            }
            book.join(&record).unwrap();
        }
        let plan = planned(&here, &backup(&there), &run);
        assert_eq!(plan.preview.set_aside[0].why, Why::Unreadable(RecordError::TooMany));
        let before = here.clone();
        here.import(plan).unwrap();
        assert_eq!(here, before);
    }

    #[test]
    fn a_plan_for_another_state_is_refused_and_changes_nothing() {
        let (mut here, mut run) = (notebook(1), Run::new(1));
        let plan = planned(&here, &backup(&grown(5, 30, 1)), &run);
        apply(&mut here, Change::AddGoal { title: "Meanwhile".into() }, &mut run);
        let before = here.clone();
        assert_eq!(here.import(plan), Err(OutOfDate));
        assert_eq!(here, before);
    }
}

mod a_new_notebook {
    use super::*;

    fn example(book: &mut Notebook, run: &mut Run) {
        let goal = ExampleGoal {
            title: "An example".into(),
            steps: vec![("Look around".into(), StepStatus::Todo)],
            ratings: vec![(day("2026-11-01"), 4)],
            ..ExampleGoal::default()
        };
        let entry = NewEntry { text: "An example day".into(), ..NewEntry::default() };
        apply(book, Change::AddExample(vec![goal], vec![entry]), run);
    }

    fn someone(run: &mut Run) -> Notebook {
        let mut book = notebook(2);
        name(&mut book, "Ana", run);
        with_goal(&mut book, "Swim", run);
        book
    }

    #[test]
    fn becomes_the_one_in_the_backup() {
        let (mut here, mut run) = (notebook(1), Run::new(1));
        example(&mut here, &mut run);
        let there = someone(&mut Run::new(2));
        let plan = planned(&here, &backup(&there), &run);
        assert_eq!((plan.preview.whose, plan.preview.of(goal::KIND).new), (Whose::TakeOver, 1));
        let examples: Vec<_> = here.records().map(|record| record.id()).collect();
        let touched = here.import(plan).unwrap();
        assert_eq!(here, there);
        assert!(
            examples.iter().all(|id| touched.records.contains(id)),
            "the caller must hear of what is gone"
        );
    }

    #[test]
    fn keeps_the_name_that_was_typed_here_beside_the_backups() {
        let (mut here, mut run) = (notebook(1), Run::new(9));
        run.now.set(1_900_000_000_000);
        name(&mut here, "Anna", &mut run);
        import(&mut here, &backup(&someone(&mut Run::new(2))), &run);
        let others = here.profile().unwrap().others(profile::NAME);
        assert_eq!((here.name(), others[0].value.as_str()), ("Ana", Some("Anna")));
        name(&mut here, "Anne", &mut run);
        assert!(here.profile().unwrap().others(profile::NAME).is_empty());
    }

    #[test]
    fn shows_the_same_once_the_take_over_is_taken_back() {
        for typed in [None, Some("Anna"), Some("Ana")] {
            let (mut here, mut run) = (notebook(1), Run::new(1));
            example(&mut here, &mut run);
            if let Some(typed) = typed {
                name(&mut here, typed, &mut run);
            }
            let before = looks(&here);
            let imported = import(&mut here, &backup(&someone(&mut Run::new(2))), &run);
            let after = looks(&here);
            let undone = here.undo(&imported.undo, &mut run);
            assert_eq!((looks(&here), here.name()), (before, typed.unwrap_or_default()));
            assert!(here.profile().unwrap().others(profile::NAME).is_empty());
            here.undo(&undone.undo, &mut run);
            assert_eq!(looks(&here), after);
        }
    }

    #[test]
    fn with_the_same_id_is_not_taken_over_but_joined() {
        let here = notebook(2);
        assert_eq!(
            planned(&here, &backup(&someone(&mut Run::new(2))), &Run::new(1)).preview.whose,
            Whose::Mine
        );
    }
}

mod another_notebooks_backup {
    use super::*;

    fn mine(run: &mut Run) -> Notebook {
        let mut book = notebook(1);
        name(&mut book, "Ben", run);
        apply(&mut book, Change::AddGoal { title: "Mine".into() }, run);
        book
    }

    #[test]
    fn comes_in_as_copies_that_belong_together_and_to_me() {
        let (mut run, mut their_run) = (Run::new(1), Run::new(2));
        let mut here = mine(&mut run);
        let mut there = notebook(2);
        name(&mut there, "Ana", &mut their_run);
        let original = with_goal(&mut there, "Swim", &mut their_run);
        let plan = planned(&here, &backup(&there), &run);
        let kinds: BTreeMap<_, _> =
            plan.preview.counts.iter().map(|(kind, n)| (kind.as_str(), n.new)).collect();
        let expected = [(entry::KIND, 1), (goal::KIND, 1), (rating::KIND, 1), (step::KIND, 1)];
        assert_eq!((plan.preview.whose, kinds), (Whose::Copies, expected.into()));
        here.import(plan).unwrap();
        let copy = here.goals().find(|goal| goal.title() == "Swim").unwrap().id();
        assert_ne!(copy, original);
        assert_eq!((here.steps(copy).len(), here.entries_about(copy).len()), (1, 1));
        assert_eq!(here.ratings(copy)[0].rated_by(), Some(here.me()));
        assert!(here.records().all(|record| record.by() == here.me()));
        assert!(
            here.records().all(|record| waymark_domain::wire::decode_record(&encode_record(record)).is_ok())
        );
        assert_eq!(here.name(), "Ben");
        let theirs = [there.id().to_string(), there.me().to_string(), original.to_string()];
        let text = file::write(&here, At(1), "test");
        assert!(theirs.iter().all(|id| !text.contains(id)));
    }

    proptest! {
        #![proptest_config(common::cases(200))]

        #[test]
        fn adds_nothing_the_second_time_and_shows_what_they_saw(seed in any::<u64>()) {
            let mut run = Run::new(u64::MAX);
            let mut here = mine(&mut run);
            let before = looks(&here);
            let there = grown(seed, 80, 2);
            let imported = import(&mut here, &backup(&there), &run);
            let is_private = |line: &String| {
                line.starts_with("profile") || line.starts_with("relationship") || line.contains("\"with ")
            };
            let mut expected: Vec<_> = looks(&there).into_iter().filter(|line| !is_private(line)).collect();
            expected.extend(before.clone());
            expected.sort_unstable();
            prop_assert_eq!(looks(&here), expected);
            let again = planned(&here, &backup(&there), &run).preview;
            prop_assert_eq!(again.all().changes(), 0);
            here.undo(&imported.undo, &mut run);
            prop_assert_eq!(looks(&here), before);
        }
    }

    #[test]
    fn brings_back_what_was_erased_here_only_if_wanted() {
        let (mut run, mut their_run) = (Run::new(1), Run::new(2));
        let (mut here, mut there) = (mine(&mut run), notebook(2));
        with_goal(&mut there, "Swim", &mut their_run);
        let incoming = backup(&there);
        import(&mut here, &incoming, &run);
        let copy = here.goals().find(|goal| goal.title() == "Swim").unwrap().id();
        apply(&mut here, Change::Erase(vec![copy]), &mut run);
        assert_eq!(planned(&here, &incoming, &run).preview.all().erased_here, 3);
        let options = ImportOptions { bring_back: true, ..ImportOptions::default() };
        let plan = file::plan(&here, &incoming, &options, &run);
        assert_eq!((plan.preview.all().new, plan.preview.all().same), (3, 1));
        here.import(plan).unwrap();
        assert_eq!(file::plan(&here, &incoming, &options, &run).preview.all().changes(), 0);
    }
}
