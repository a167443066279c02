//! Random notebooks: many changes of every area, on texts that files stumble over, from a seed that makes them again.

use chrono::NaiveDate;
use waymark_domain::change::Touched;
use waymark_domain::field::{Field, Rule};
use waymark_domain::id::RecordId;
use waymark_domain::kinds::table;
use waymark_domain::profile::{self, profile_id};
use waymark_domain::record::{Record, Saw};
use waymark_domain::{Change, Notebook, goal};

use super::acts::{Done, random_act};
use super::changes::{self, Parts};
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

    /// One of these, each as often as the number beside it says.
    pub fn weighed<T: Copy>(&mut self, from: &[(T, usize)]) -> Option<T> {
        let mut rolled = self.below(from.iter().map(|(_, weight)| weight).sum());
        let place = from.iter().position(|(_, weight)| {
            let is_here = rolled < *weight;
            rolled = rolled.wrapping_sub(*weight);
            is_here
        });
        place.map(|place| from[place].0)
    }
}

/// Days at the ends of the calendar, and one that not every year has.
const DAYS: [&str; 5] = ["0001-01-01", "2024-02-29", "2026-11-20", "2026-12-24", "9999-12-31"];

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
    if dice.chance(4) {
        return random_act(dice, book);
    }
    changes::random(&mut Anything { dice, book }).map(Done::Change)
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

/// Notebooks that hold everything there is: texts that files stumble over, on any record.
struct Anything<'a> {
    dice: &'a mut Dice,
    book: &'a Notebook,
}

impl Parts for Anything<'_> {
    fn dice(&mut self) -> &mut Dice {
        self.dice
    }

    fn text(&mut self) -> String {
        text(self.dice)
    }

    fn tag(&mut self) -> String {
        text(self.dice)
    }

    fn day(&mut self) -> NaiveDate {
        day(DAYS[self.dice.below(DAYS.len())])
    }

    fn any(&mut self) -> Option<RecordId> {
        self.one_where(|_| true)
    }

    fn one(&mut self, kind: &str) -> Option<RecordId> {
        self.one_where(|record| record.kind() == kind && record.is_live())
    }

    fn to_bring_back(&mut self) -> Option<RecordId> {
        self.one_where(|record| !record.is_erased() && !record.is_live())
    }

    fn write(&mut self) -> Option<Change> {
        // The profile is written whether it is there or not.
        if self.dice.chance(9) {
            let (id, value) = (profile_id(self.book.me()), text(self.dice).into());
            return Some(Change::Write { id, field: profile::NAME, value, saw: Saw::default() });
        }
        let id = self.any()?;
        write(self.dice, self.book, id)
    }

    /// Often a goal, where records may be in the set.
    fn mark(&mut self) -> Option<Change> {
        let record = self.any().and_then(|id| self.book.record(id))?;
        let sets = table(record.kind()).map_or(&[][..], |table| table.sets);
        let set = self.dice.pick(sets).filter(|set| set.value == Rule::Flag && set.prefix != "thread:");
        // The areas are the person's, whose profile may not be there yet.
        let (id, set) = set.map_or((profile_id(self.book.me()), profile::AREAS), |set| (record.id(), set));
        let member = if set.member == Rule::Record { self.one(goal::KIND)?.to_string() } else { self.tag() };
        Some(Change::Mark { id, set, member, on: !self.dice.chance(3) })
    }
}

impl Anything<'_> {
    fn one_where(&mut self, wanted: impl Fn(&Record) -> bool) -> Option<RecordId> {
        let all: Vec<_> =
            self.book.records().filter(|record| wanted(record)).map(|record| record.id()).collect();
        self.dice.pick(&all)
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
        Rule::Day => DAYS[dice.below(DAYS.len())].into(),
        Rule::Flag => dice.chance(2).into(),
        // References and places are left to the changes that know what they mean.
        Rule::Place | Rule::Record | Rule::Person | Rule::Number(_) | Rule::Data => {
            serde_json::Value::from(-17)
        }
    }
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
