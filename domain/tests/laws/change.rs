//! Which changes people make, on whatever the notebook in front of them holds.

use serde_json::Value;
use waymark_domain::change::{ExampleGoal, NewEntry};
use waymark_domain::field::{Field, Rule};
use waymark_domain::id::RecordId;
use waymark_domain::kinds::table;
use waymark_domain::profile::{self, profile_id};
use waymark_domain::step::StepStatus;
use waymark_domain::{Change, Notebook, entry, goal, step};

use crate::common::day;
use crate::common::random::Dice;

/// A change that someone makes who sees all there is.
pub fn random(dice: &mut Dice, book: &Notebook) -> Change {
    let goal = Change::AddGoal { title: text(dice) };
    match dice.below(44) {
        0 => goal,
        1..=3 => on_goal(dice, book).unwrap_or(goal),
        4..=5 => Change::AddEntry(new_entry(dice, book)),
        6..=10 => on_step(dice, book).unwrap_or(goal),
        11..=16 => on_entry(dice, book).unwrap_or_else(|| Change::AddEntry(new_entry(dice, book))),
        17 => Change::Mark {
            id: profile_id(book.me()),
            set: profile::AREAS,
            member: tag(dice),
            on: !dice.chance(3),
        },
        18 => Change::Delete(vec![any_id(dice, book)]),
        19 => Change::Restore(vec![any_id(dice, book)]),
        20 if dice.chance(2) => Change::Erase(vec![any_id(dice, book)]),
        21 if dice.chance(4) => Change::AddExample(vec![example(dice)], vec![new_entry(dice, book)]),
        21 if dice.chance(2) => Change::RemoveExample,
        _ => {
            let (record, field) = some_field(dice, book);
            let saw = book.record(record).map(|record| record.saw(field.name)).unwrap_or_default();
            Change::Write { id: record, field, value: value(dice, field.rule), saw }
        }
    }
}

fn on_goal(dice: &mut Dice, book: &Notebook) -> Option<Change> {
    let goal = some_id(dice, book, goal::KIND)?;
    Some(match dice.below(3) {
        0 => Change::RateGoal { goal, value: number(dice, 11), on: a_day(dice), note: text(dice) },
        _ => Change::AddStep { goal, text: text(dice) },
    })
}

fn on_step(dice: &mut Dice, book: &Notebook) -> Option<Change> {
    let id = some_id(dice, book, step::KIND)?;
    Some(match dice.below(5) {
        0..=1 => Change::MoveStep { id, to: dice.below(5) },
        _ => Change::SetStepStatus { id, status: status(dice) },
    })
}

fn on_entry(dice: &mut Dice, book: &Notebook) -> Option<Change> {
    let id = some_id(dice, book, entry::KIND)?;
    let goal = some_id(dice, book, goal::KIND).filter(|_| dice.chance(4));
    let on = !dice.chance(3);
    Some(match goal {
        _ if dice.chance(12) => Change::LeaveEntry(id),
        Some(goal) => Change::Mark { id, set: entry::GOALS, member: goal.to_string(), on },
        None => Change::Mark { id, set: entry::TAGS, member: tag(dice), on },
    })
}

/// A field of a record; the profile's name now and then, whether there is a profile or not.
pub fn some_field(dice: &mut Dice, book: &Notebook) -> (RecordId, Field) {
    let id = any_id(dice, book);
    let table = book.record(id).and_then(|record| table(record.kind()));
    let fields: Vec<_> = table.into_iter().flat_map(|table| table.fields).copied().collect();
    let written =
        fields.into_iter().filter(|field| !matches!(field.rule, Rule::Place | Rule::Record | Rule::Person));
    // A few fields, so that people meet in them.
    let few: Vec<_> = written.take(if dice.chance(2) { 2 } else { 6 }).collect();
    match dice.pick(&few) {
        Some(field) if !dice.chance(12) => (id, field),
        _ => (profile_id(book.me()), profile::NAME),
    }
}

/// Something to write where `rule` holds; now and then something it refuses.
pub fn value(dice: &mut Dice, rule: Rule) -> Value {
    if dice.chance(8) {
        return Value::Null;
    }
    match rule {
        _ if dice.chance(20) => Value::Number(77.into()),
        Rule::OneOf(words) => words[dice.below(words.len())].into(),
        Rule::Scale(from, to) => (from + number(dice, to - from + 1)).into(),
        Rule::Day => a_day(dice).to_string().into(),
        Rule::Flag => dice.chance(2).into(),
        _ => text(dice).into(),
    }
}

/// Mostly texts that nobody else writes; a few that two people may both write.
fn text(dice: &mut Dice) -> String {
    match dice.below(12) {
        0 => "Swim".into(),
        1 => "  Read ".into(),
        2 => String::new(),
        _ => format!("{:x}", dice.roll() >> 40),
    }
}

fn number(dice: &mut Dice, end: u8) -> u8 {
    u8::try_from(dice.below(usize::from(end))).unwrap_or_default()
}

fn a_day(dice: &mut Dice) -> chrono::NaiveDate {
    day(["2026-11-20", "2026-11-21", "1999-12-31", "9999-12-31"][dice.below(4)])
}

fn status(dice: &mut Dice) -> StepStatus {
    StepStatus::ALL[dice.below(4)]
}

/// Some record that is there, often one of the first few, so that people meet in them; now and then one that is gone.
fn any_id(dice: &mut Dice, book: &Notebook) -> RecordId {
    let gone = dice.chance(10);
    let there = book.records().filter(|record| gone || record.is_live());
    let few = if dice.chance(2) { 3 } else { usize::MAX };
    let ids: Vec<_> = there.take(few).map(|record| record.id()).collect();
    dice.pick(&ids).unwrap_or(profile_id(book.me()))
}

/// A record of a kind, now and then one that is gone.
fn some_id(dice: &mut Dice, book: &Notebook, kind: &str) -> Option<RecordId> {
    let gone = dice.chance(10);
    let of_kind = book.records().filter(|record| record.kind() == kind && (gone || record.is_live()));
    let few = if dice.chance(2) { 2 } else { usize::MAX };
    let ids: Vec<_> = of_kind.take(few).map(|record| record.id()).collect();
    dice.pick(&ids)
}

fn new_entry(dice: &mut Dice, book: &Notebook) -> NewEntry {
    NewEntry {
        title: text(dice),
        text: text(dice),
        tags: if dice.chance(2) { vec![tag(dice)] } else { Vec::new() },
        goals: some_id(dice, book, goal::KIND).filter(|_| dice.chance(3)).into_iter().collect(),
        ..NewEntry::default()
    }
}

fn tag(dice: &mut Dice) -> String {
    ["exam", "lab", " exam ", "home"][dice.below(4)].into()
}

fn example(dice: &mut Dice) -> ExampleGoal {
    let steps = vec![("Look around".into(), StepStatus::Done), ("Go".into(), status(dice))];
    ExampleGoal { title: "Example".into(), steps, ratings: vec![(a_day(dice), 3)], ..ExampleGoal::default() }
}
