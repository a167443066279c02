//! Which changes people make, on whatever the notebook in front of them holds.

use chrono::NaiveDate;
use serde_json::Value;
use waymark_domain::field::{Field, Rule};
use waymark_domain::id::RecordId;
use waymark_domain::kinds::table;
use waymark_domain::profile::{self, profile_id};
use waymark_domain::{Change, Notebook, entry, goal};

use crate::common::changes::{self, Parts, new_entry};
use crate::common::day;
use crate::common::random::Dice;

/// A change that someone makes who sees all there is. People mostly write.
pub fn random(dice: &mut Dice, book: &Notebook) -> Change {
    let mut parts = AtHand { dice, book };
    let change = match parts.dice.below(16) {
        0..=6 => parts.write(),
        7 | 8 => parts.mark(),
        _ => changes::random(&mut parts),
    };
    if change.is_none() && parts.dice.chance(3) {
        return Change::AddEntry(new_entry(&mut parts));
    }
    change.unwrap_or_else(|| Change::AddGoal { title: parts.text() })
}

/// Records and texts in which people meet.
struct AtHand<'a> {
    dice: &'a mut Dice,
    book: &'a Notebook,
}

impl Parts for AtHand<'_> {
    fn dice(&mut self) -> &mut Dice {
        self.dice
    }

    fn text(&mut self) -> String {
        text(self.dice)
    }

    fn tag(&mut self) -> String {
        ["exam", "lab", " exam ", "home"][self.dice.below(4)].into()
    }

    fn day(&mut self) -> NaiveDate {
        a_day(self.dice)
    }

    fn any(&mut self) -> Option<RecordId> {
        Some(any_id(self.dice, self.book))
    }

    fn one(&mut self, kind: &str) -> Option<RecordId> {
        some_id(self.dice, self.book, kind)
    }

    /// Whether it is in the trash or not: that must make no difference to what copies hold.
    fn to_bring_back(&mut self) -> Option<RecordId> {
        self.any()
    }

    fn write(&mut self) -> Option<Change> {
        let (id, field) = some_field(self.dice, self.book);
        let saw = self.book.record(id).map(|record| record.saw(field.name)).unwrap_or_default();
        Some(Change::Write { id, field, value: value(self.dice, field.rule), saw })
    }

    fn mark(&mut self) -> Option<Change> {
        let (areas, on) = (self.dice.chance(8), !self.dice.chance(3));
        if areas {
            let (id, member) = (profile_id(self.book.me()), self.tag());
            return Some(Change::Mark { id, set: profile::AREAS, member, on });
        }
        let id = self.one(entry::KIND)?;
        let goal = self.one(goal::KIND).filter(|_| self.dice.chance(4));
        let (set, member) = match goal {
            Some(goal) => (entry::GOALS, goal.to_string()),
            None => (entry::TAGS, self.tag()),
        };
        Some(Change::Mark { id, set, member, on })
    }
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

fn a_day(dice: &mut Dice) -> NaiveDate {
    day(["2026-11-20", "2026-11-21", "1999-12-31", "9999-12-31"][dice.below(4)])
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
