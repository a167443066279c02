//! Random notebooks in which every field of every kind holds a secret of its own: made from the table of fields, so that
//! a field which is added later is filled too.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uuid::Uuid;
use waymark_domain::Notebook;
use waymark_domain::field::{KindTable, Rule};
use waymark_domain::id::{NotebookId, PersonId, RecordId, ReplicaId, ThreadId};
use waymark_domain::kinds::KINDS;
use waymark_domain::mentoring::Roles;
use waymark_domain::mentoring::share::{self, Apart, Items, Party, Recipient, ShareFile};
use waymark_domain::profile::profile_id;
use waymark_domain::record::{Record, Saw};
use waymark_domain::stamp::At;
use waymark_domain::template::Template;

use crate::common::random::Dice;

/// A notebook, and the person a file is made for.
pub struct World {
    pub book: Notebook,
    pub with: RecordId,
}

/// The values of a record by the names of their registers.
pub type Fields = BTreeMap<String, Value>;

pub fn uuid(dice: &mut Dice) -> Uuid {
    Uuid::from_u64_pair(dice.roll(), dice.roll())
}

pub fn id(dice: &mut Dice) -> RecordId {
    RecordId::new(uuid(dice))
}

/// A text that stands nowhere else.
pub fn secret(dice: &mut Dice) -> String {
    format!("zq{:016x}", dice.roll())
}

/// A day that hardly stands anywhere else, or one on which much happens.
fn day(dice: &mut Dice) -> String {
    if dice.chance(3) {
        return "1999-09-09".to_owned();
    }
    format!("{:04}-{:02}-{:02}", 1_000 + dice.below(9_000), 1 + dice.below(12), 1 + dice.below(28))
}

/// A random value that a field takes.
pub fn value(dice: &mut Dice, name: &str, rule: Rule) -> Value {
    match rule {
        _ if name == "template" => Template::ALL[dice.below(4)].word().into(),
        Rule::Title(_) | Rule::Line(_) => secret(dice).into(),
        Rule::Text(_) => format!("Dear diary, {}\nand so on", secret(dice)).into(),
        Rule::OneOf(words) => words[dice.below(words.len())].into(),
        Rule::Scale(from, to) => (usize::from(from) + dice.below(usize::from(to - from) + 1)).into(),
        Rule::Day => day(dice).into(),
        Rule::Flag => dice.chance(2).into(),
        Rule::Place => format!("{}V", dice.below(1_000)).into(),
        Rule::Record | Rule::Person => id(dice).to_string().into(),
        // On both sides of the day from which files are numbered.
        Rule::Number(_) => (20_261_120_500 + dice.below(1_000) as u64).into(),
        Rule::Data => json!([{ "title": secret(dice), "id": id(dice).to_string() }]),
    }
}

/// A random value that a register takes, known or not.
pub fn fitting(dice: &mut Dice, kind: &str, name: &str) -> Value {
    match KINDS.iter().find(|table| table.kind == kind).and_then(|table| table.rule(name)) {
        Some(rule) => value(dice, name, rule),
        None => secret(dice).into(),
    }
}

/// Something in every field of a kind, but for one here and there.
fn filled(dice: &mut Dice, kind: &str) -> Fields {
    let mut all = Fields::new();
    let Some(table) = KINDS.iter().find(|table| table.kind == kind) else { return all };
    for field in table.fields {
        if matches!(field.rule, Rule::Title(_)) || !dice.chance(8) {
            all.insert(field.name.to_owned(), value(dice, field.name, field.rule));
        }
    }
    for set in table.sets {
        for _ in 0..dice.below(3) {
            let member = value(dice, "", set.member);
            let held = match set.value {
                Rule::Flag => (!dice.chance(5)).into(),
                rule => value(dice, "", rule),
            };
            all.insert(format!("{}{}", set.prefix, member.as_str().unwrap()), held);
        }
    }
    all.insert("from-a-newer-waymark".to_owned(), json!({ "secret": secret(dice) }));
    if dice.chance(4) {
        all.insert("example".to_owned(), true.into());
    }
    all
}

pub fn at(dice: &mut Dice) -> At {
    At(1_000_000_000_000 + dice.roll() % 900_000_000_000)
}

/// A record of these values, some of them written over others, some beside others.
pub fn record(dice: &mut Dice, id: RecordId, kind: &str, by: PersonId, fields: Fields) -> Record {
    let mut record = Record::new(id, kind.to_owned(), by);
    let (here, there) = (ReplicaId(dice.roll()), ReplicaId(dice.roll()));
    for (name, value) in fields {
        let mut saw = Saw::default();
        if value.is_string() && dice.chance(4) {
            let other = fitting(dice, kind, &name);
            let dot = record.write(&name, other, &saw, at(dice), there);
            saw = Saw(dot.into_iter().filter(|_| dice.chance(2)).collect());
        }
        record.write(&name, value, &saw, at(dice), here);
    }
    record
}

/// A file that someone sent, as it is kept.
pub fn received_file(dice: &mut Dice, thread: &str) -> Value {
    let person = Party { id: PersonId::new(uuid(dice)), name: secret(dice) };
    share::to_value(&ShareFile {
        thread: thread.parse().unwrap_or_else(|_| ThreadId::new(uuid(dice))),
        number: 1 + dice.below(50) as u64,
        written: day(dice).parse().unwrap(),
        from: person,
        to: Recipient { id: None, name: secret(dice) },
        roles: Roles::default(),
        message: secret(dice),
        agreement: None,
        items: Items::default(),
    })
}

/// Keeps a file whole, or as much of it as was understood, the way older versions did.
fn keep_file(dice: &mut Dice, fields: &mut Fields, thread: &str) {
    let file = received_file(dice, thread);
    if dice.chance(2) {
        fields.insert("file".into(), file);
        return;
    }
    let apart = Apart::of(file.as_object().unwrap());
    fields.insert("head".into(), Value::Object(apart.head).to_string().into());
    fields.insert("lists".into(), apart.lists.into());
}

/// The two threads of a relationship, as both made a first file at once.
fn threads(with: RecordId) -> [String; 2] {
    [b"mine", b"hers"].map(|whose| ThreadId::new(Uuid::new_v5(&with.uuid(), whose)).to_string())
}

/// What is made by itself, with what it needs around it.
const MADE_WITH_OTHERS: [&str; 6] = ["profile", "goal", "step", "rating", "entry", "relationship"];

/// Whether records of a kind are between me and a person.
fn is_between(table: &KindTable) -> bool {
    table.wholes().any(|field| field.part_of == Some("relationship"))
}

/// A notebook in the making.
struct Making<'a> {
    dice: &'a mut Dice,
    book: Notebook,
    by_kind: BTreeMap<&'static str, Vec<RecordId>>,
}

/// A random notebook of someone who has to do with two or three people.
pub fn world(seed: u64) -> World {
    let mut dice = Dice(seed);
    let (notebook, me) = (NotebookId::new(uuid(&mut dice)), PersonId::new(uuid(&mut dice)));
    let mut making = Making { dice: &mut dice, book: Notebook::new(notebook, me), by_kind: BTreeMap::new() };
    let people: Vec<_> = (0..2 + making.dice.below(2)).map(|_| id(making.dice)).collect();
    making.own_things();
    for person in &people {
        making.between(*person);
    }
    for person in &people {
        making.relationship(*person);
    }
    World { with: people[0], book: making.book }
}

impl Making<'_> {
    fn add(&mut self, kind: &'static str, change: impl FnOnce(&mut Dice, &mut Fields)) -> RecordId {
        let id = if kind == "profile" { profile_id(self.book.me()) } else { id(self.dice) };
        self.add_as(id, kind, change);
        id
    }

    fn add_as(&mut self, id: RecordId, kind: &'static str, change: impl FnOnce(&mut Dice, &mut Fields)) {
        let mut fields = filled(self.dice, kind);
        change(self.dice, &mut fields);
        let may_go = !matches!(kind, "profile" | "relationship");
        if may_go && self.dice.chance(8) {
            fields.insert("deleted".to_owned(), true.into());
        }
        let mut record = record(self.dice, id, kind, self.book.me(), fields);
        if may_go && self.dice.chance(12) {
            record.erase();
        }
        self.book.join(&record).unwrap();
        self.by_kind.entry(kind).or_default().push(id);
    }

    fn all(&self, kinds: &[&str]) -> Vec<RecordId> {
        kinds.iter().flat_map(|kind| self.by_kind.get(kind).cloned().unwrap_or_default()).collect()
    }

    fn all_but(&self, kinds: &[&str]) -> Vec<RecordId> {
        let others = self.by_kind.iter().filter(|(kind, _)| !kinds.contains(kind));
        others.flat_map(|(_, ids)| ids.clone()).collect()
    }

    /// Goals with steps and ratings, entries, the profile, a kind that nobody knows, and whatever else is for nobody.
    fn own_things(&mut self) {
        self.add("profile", |_, _| {});
        self.add("quest", |dice, fields| drop(fields.insert("title".into(), secret(dice).into())));
        for _ in 0..=self.dice.below(3) {
            let goal = self.add("goal", |_, _| {}).to_string();
            for _ in 0..self.dice.below(4) {
                self.add("step", |_, fields| drop(fields.insert("goal".into(), goal.clone().into())));
            }
            for _ in 0..self.dice.below(3) {
                self.add("rating", |_, fields| {
                    fields.remove("with");
                    fields.insert("goal".into(), goal.clone().into());
                });
            }
        }
        for _ in 0..=self.dice.below(3) {
            let goals = self.all(&["goal"]);
            self.add("entry", |dice, fields| {
                let goal = dice.pick(&goals).unwrap_or_else(|| id(dice));
                fields.insert(format!("goal:{goal}"), true.into());
            });
        }
        for table in
            KINDS.iter().filter(|table| !MADE_WITH_OTHERS.contains(&table.kind) && !is_between(table))
        {
            for _ in 0..self.dice.below(3) {
                self.add(table.kind, |_, _| {});
            }
        }
    }

    /// What I gave a person, what I said to what they gave me, the files that were sent and received.
    fn between(&mut self, with: RecordId) {
        let own = self.all_but(&["profile", "rating", "suggestion", "response", "sent", "received", "quest"]);
        for kind in KINDS.iter().filter(|table| is_between(table)).map(|table| table.kind) {
            for _ in 0..self.dice.below(3) {
                self.add(kind, |dice, fields| {
                    fields.insert("with".into(), with.to_string().into());
                    if kind == "rating" {
                        fields.remove("goal");
                    }
                    if kind == "received" {
                        let thread = &threads(with)[dice.below(2)];
                        keep_file(dice, fields, thread);
                    } else if fields.contains_key("about") && dice.chance(4) {
                        fields.insert("about".into(), dice.pick(&own).unwrap().to_string().into());
                    }
                });
            }
        }
    }

    /// The relationship, with a choice of what is shared: also of things that are gone, or another person's.
    fn relationship(&mut self, with: RecordId) {
        let goals = self.all(&["goal"]);
        let (steps, entries) = (self.all(&["step"]), self.all(&["entry"]));
        let things = self.all_but(&["profile", "relationship"]);
        self.add_as(with, "relationship", |dice, fields| {
            // Their files count for the thread only where nobody else is known to be this person.
            if !dice.chance(4) {
                fields.remove("person");
            }
            fields.retain(|name, _| !name.starts_with("thread:"));
            fields.extend(threads(with).map(|thread| (format!("thread:{thread}"), true.into())));
            let parts = [
                ("share:", &things, 2),
                ("share:", &goals, 2),
                ("steps:", &goals, 1),
                ("without:", &steps, 3),
                ("ratings:", &goals, 2),
                ("plan:", &goals, 2),
                ("tags:", &entries, 2),
                ("checks:", &entries, 2),
                ("removed:", &things, 9),
            ];
            for (set, ids, one_in) in parts {
                for id in ids.iter().filter(|_| dice.chance(one_in)).collect::<Vec<_>>() {
                    fields.insert(format!("{set}{id}"), (!dice.chance(9)).into());
                }
            }
        });
    }
}
