//! Random notebooks: many changes of every area, on texts that files stumble over, from a seed that makes them again.

use waymark_domain::change::{ExampleGoal, NewEntry, Touched};
use waymark_domain::field::{Field, Rule};
use waymark_domain::id::RecordId;
use waymark_domain::kinds::table;
use waymark_domain::profile::{self, profile_id};
use waymark_domain::record::Saw;
use waymark_domain::step::StepStatus;
use waymark_domain::template::Template;
use waymark_domain::{Change, Notebook};

use super::acts::{Done, random_act};
use super::letters::receive;
use super::{Run, day};

/// A small generator of numbers (splitmix64, Steele, Lea and Flood 2014): the same seed gives the same numbers.
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end.max(1) as u64).unwrap()
    }

    pub fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        (!from.is_empty()).then(|| from[self.below(from.len())].clone())
    }

    pub fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }
}

const TEXTS: [&str; 14] = [
    "Swim",
    "Pass calculus",
    "",
    "  spaces around  ",
    "two\nlines\twith a tab",
    "\"quoted\" \\ and {braced}, [bracketed]",
    "\u{202E}right to left\u{202C}",
    "\u{0}\u{7}\u{1b}[31m",
    "日本語 — ñandú",
    "👩‍🚀🏳️‍🌈",
    "<script>alert(1)</script>",
    "=1+1",
    "\u{2028}\u{2029}\u{FEFF}",
    "true",
];

pub fn text(dice: &mut Dice) -> String {
    let text = TEXTS[dice.below(TEXTS.len())];
    if dice.chance(3) { format!("{text} {}", dice.below(100)) } else { text.to_owned() }
}

/// One random change of `book`, or a letter that is opened in it; `None` where it was refused.
pub fn change(dice: &mut Dice, book: &mut Notebook, run: &mut Run) -> Option<Touched> {
    if dice.chance(30) {
        return receive(dice, book, run);
    }
    done(dice, book)?.apply(book, run).ok()
}

/// One random change or act; `None` where there is nothing to do it to.
pub fn done(dice: &mut Dice, book: &Notebook) -> Option<Done> {
    if dice.chance(4) { random_act(dice, book) } else { random_change(dice, book).map(Done::Change) }
}

/// Makes a notebook out of `changes` random changes, some of them taken back.
pub fn edit(dice: &mut Dice, book: &mut Notebook, run: &mut Run, changes: usize) {
    for _ in 0..changes {
        let touched = change(dice, book, run);
        if let Some(touched) = touched.filter(|_| dice.chance(12)) {
            book.undo(&touched.undo, run);
        }
    }
}

fn random_change(dice: &mut Dice, book: &Notebook) -> Option<Change> {
    let goals: Vec<_> = book.goals().map(|goal| goal.id()).collect();
    let steps: Vec<_> = book.all_steps().map(|step| step.id()).collect();
    let entries: Vec<_> = book.entries().map(|entry| entry.id()).collect();
    let trash: Vec<_> = book.trash().iter().map(|record| record.id()).collect();
    let all: Vec<_> = book.records().map(|record| record.id()).collect();
    let (goal, any) = (dice.pick(&goals), dice.pick(&all));
    let one_entry = dice.pick(&entries);
    Some(match dice.below(18) {
        0 | 1 => Change::AddGoal { title: text(dice) },
        2 | 3 => Change::AddStep { goal: goal?, text: text(dice) },
        4 => Change::SetStepStatus { id: dice.pick(&steps)?, status: dice.pick(&StepStatus::ALL)? },
        5 => Change::MoveStep { id: dice.pick(&steps)?, to: dice.below(5) },
        6 => Change::RateGoal {
            goal: goal?,
            value: dice.below(12) as u8,
            on: day("2026-11-20"),
            note: text(dice),
        },
        7 | 8 => Change::AddEntry(entry(dice, &goals)),
        9..=12 => write(dice, book, any?)?,
        13 => mark(dice, book, any?, goal)?,
        17 if dice.chance(9) => Change::RemoveExample,
        17 => Change::LeaveEntry(one_entry?),
        14 => Change::Delete(vec![any?]),
        15 => Change::Restore(vec![dice.pick(&trash)?]),
        _ if dice.chance(3) => Change::Erase(vec![dice.pick(&trash)?]),
        _ if dice.chance(5) => Change::AddExample(vec![example(dice)], vec![entry(dice, &[])]),
        _ => Change::Write {
            id: profile_id(book.me()),
            field: profile::NAME,
            value: text(dice).into(),
            saw: Saw::default(),
        },
    })
}

fn entry(dice: &mut Dice, goals: &[RecordId]) -> NewEntry {
    NewEntry {
        id: None,
        date: dice.chance(2).then(|| day(["0001-01-01", "9999-12-31", "2024-02-29"][dice.below(3)])),
        title: text(dice),
        text: text(dice),
        template: Template::ALL[dice.below(4)],
        prompt: text(dice),
        tags: (0..dice.below(3)).map(|_| text(dice)).filter(|tag| !tag.trim().is_empty()).collect(),
        goals: dice.pick(goals).into_iter().collect(),
    }
}

fn example(dice: &mut Dice) -> ExampleGoal {
    let steps = vec![("Look around".into(), StepStatus::Done), ("Go".into(), StepStatus::Todo)];
    ExampleGoal {
        title: format!("Example {}", text(dice)),
        steps,
        ratings: vec![(day("2026-01-01"), 3)],
        ..ExampleGoal::default()
    }
}

/// Writes some field of a record, now and then as a draft that saw nothing of what stands there.
fn write(dice: &mut Dice, book: &Notebook, id: RecordId) -> Option<Change> {
    let record = book.record(id)?;
    // Whose something is, is written when it is made and never again.
    let field = dice.pick(table(record.kind())?.fields).filter(|field| field.name != "with")?;
    let saw = if dice.chance(4) { Saw::default() } else { record.saw(field.name) };
    Some(Change::Write { id, field, value: value(dice, field), saw })
}

fn value(dice: &mut Dice, field: Field) -> serde_json::Value {
    match field.rule {
        _ if dice.chance(6) => serde_json::Value::Null,
        Rule::Title(_) | Rule::Line(_) | Rule::Text(_) => text(dice).into(),
        Rule::OneOf(words) => words[dice.below(words.len())].into(),
        Rule::Scale(from, to) => (from + dice.below(usize::from(to - from) + 1) as u8).into(),
        Rule::Day => ["0001-01-01", "2026-12-24", "9999-12-31"][dice.below(3)].into(),
        Rule::Flag => dice.chance(2).into(),
        // References and places are left to the changes that know what they mean.
        Rule::Place | Rule::Record | Rule::Person | Rule::Number(_) | Rule::Data => {
            serde_json::Value::from(-17)
        }
    }
}

/// Puts something into a set of a record, or takes it out; often a goal, where records may be in it.
fn mark(dice: &mut Dice, book: &Notebook, id: RecordId, goal: Option<RecordId>) -> Option<Change> {
    let sets = table(book.record(id)?.kind())?.sets;
    let set = dice.pick(sets).filter(|set| set.value == Rule::Flag && set.prefix != "thread:");
    // The areas are the person's, whose profile may not be there yet.
    let (id, set) = set.map_or((profile_id(book.me()), profile::AREAS), |set| (id, set));
    let member = if set.member == Rule::Record { goal?.to_string() } else { text(dice) };
    Some(Change::Mark { id, set, member, on: !dice.chance(3) })
}

/// Joins everything `from` holds into `to`.
pub fn exchange(from: &Notebook, to: &mut Notebook) {
    for record in from.records() {
        to.join(record).unwrap();
    }
}

/// A notebook that two runs of the app wrote in side by side, joined now and then.
pub fn grown(seed: u64, changes: usize, number: u128) -> Notebook {
    let mut dice = Dice(seed);
    let (mut here, mut there) = (super::notebook(number), super::notebook(number));
    let (mut one, mut two) = (Run::new(seed.wrapping_mul(2) | 1), Run::new(seed.wrapping_mul(2) & !1));
    for _ in 0..3 {
        edit(&mut dice, &mut here, &mut one, changes / 6);
        edit(&mut dice, &mut there, &mut two, changes / 6);
        exchange(&there, &mut here);
        if dice.chance(2) {
            exchange(&here, &mut there);
        }
    }
    here
}
