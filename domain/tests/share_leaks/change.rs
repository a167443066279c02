//! One thing about a notebook made different: a field of a record, or what no field says.

use serde_json::Value;
use uuid::Uuid;
use waymark_domain::Notebook;
use waymark_domain::field::Rule;
use waymark_domain::id::{NotebookId, RecordId, ReplicaId, ThreadId};
use waymark_domain::kinds::KINDS;
use waymark_domain::record::{Content, Record, Register, Version};
use waymark_domain::stamp::At;

use crate::common::random::Dice;
use crate::generator::{World, at, fitting, id, received_file, secret, uuid, value};
use crate::table::all;

/// A field: its kind, and its name or the prefix of its set.
pub type Place = (&'static str, &'static str);

/// Makes a notebook different; nothing where there is nothing to do it to.
type Differently = fn(&mut Dice, &World) -> Option<Notebook>;

/// Later than anything the generator writes.
const NOW: At = At(2_000_000_000_000);

/// What can be made different beside fields.
pub const OTHER: [(&str, Differently); 10] = [
    ("a value is written once more", write_again),
    ("a value stands beside the one that shows", beside),
    ("an edit was seen of which nothing stands", seen),
    ("everything was written at other times, by others", |dice, world| Some(other_times(dice, world))),
    ("a field of a newer Waymark", unknown_field),
    ("a record is erased", erase),
    ("there is one record more", one_more),
    ("there is one record less", one_less),
    ("a record has another id", other_id),
    ("the notebook has another id", |dice, world| Some(other_notebook(dice, world))),
];

/// Every field of every kind.
pub fn places() -> Vec<Place> {
    let all = all().into_iter().map(|(kind, name, _)| (kind, name));
    // A profile is always there, so it is never in the trash.
    all.filter(|place| *place != ("profile", "deleted")).collect()
}

/// The notebook with another value in one field of some record.
pub fn field(dice: &mut Dice, world: &World, (kind, name): Place) -> Option<Notebook> {
    let record = match world.book.record(world.with) {
        Some(with) if with.kind() == kind && !dice.chance(4) => Record::clone(with),
        _ => some_record(dice, world, |record| record.kind() == kind && !record.is_erased())?,
    };
    let table = KINDS.iter().find(|table| table.kind == kind)?;
    let name = match table.sets.iter().find(|set| set.prefix == name) {
        Some(set) => format!("{name}{}", member(dice, world, &record, (set.prefix, set.member))?),
        None => name.to_owned(),
    };
    let new = match table.rule(&name)? {
        Rule::Flag => (record.value(&name) != Some(&true.into())).into(),
        Rule::Record if dice.chance(2) => some_record(dice, world, |_| true)?.id().to_string().into(),
        _ if kind == "received" && (name == "file" || name == "head") => {
            let known = record.value(&name).and_then(|file| match file {
                Value::String(head) => serde_json::from_str(head).ok(),
                file => Some(file.clone()),
            });
            let thread = known.and_then(|file: Value| file["thread"].as_str().map(str::to_owned));
            let (new, stays) = (ThreadId::new(uuid(dice)).to_string(), dice.chance(2));
            let file = received_file(dice, &thread.filter(|_| stays).unwrap_or(new));
            if name == "head" { file.to_string().into() } else { file }
        }
        rule => value(dice, &name, rule),
    };
    Some(with(world, &write(dice, &record, &name, new)))
}

/// A member of a set: one that is there, or a new one.
fn member(dice: &mut Dice, world: &World, record: &Record, (prefix, rule): (&str, Rule)) -> Option<String> {
    let names = record.content()?.fields.keys();
    let known: Vec<_> = names.filter_map(|name| name.strip_prefix(prefix)).map(str::to_owned).collect();
    match dice.pick(&known) {
        Some(member) if !dice.chance(4) => Some(member),
        _ if rule == Rule::Record && dice.chance(2) => {
            Some(some_record(dice, world, |_| true)?.id().to_string())
        }
        _ => value(dice, "", rule).as_str().map(str::to_owned),
    }
}

fn some_record(dice: &mut Dice, world: &World, wanted: impl Fn(&Record) -> bool) -> Option<Record> {
    let all: Vec<_> = world.book.records().filter(|record| wanted(record)).collect();
    dice.pick(&all).map(|record| Record::clone(record))
}

fn write(dice: &mut Dice, record: &Record, name: &str, value: Value) -> Record {
    let mut record = record.clone();
    let saw = record.saw(name);
    record.write(name, value, &saw, NOW, ReplicaId(dice.roll()));
    record
}

/// The notebook with another state of a record that is in it, or with a new record.
fn with(world: &World, record: &Record) -> Notebook {
    let mut book = world.book.clone();
    book.join(record).unwrap();
    book
}

/// The notebook made anew, of the records that `kept` gives.
fn rebuilt(id: NotebookId, world: &World, kept: impl FnMut(&Record) -> Option<Record>) -> Notebook {
    let mut book = Notebook::new(id, world.book.me());
    for record in world.book.records().map(AsRef::as_ref).filter_map(kept) {
        book.join(&record).unwrap();
    }
    book
}

fn with_content(record: &Record, content: Content) -> Record {
    Record::from_content(record.id(), record.kind().to_owned().into(), record.by(), Some(content))
}

fn some_value(dice: &mut Dice, world: &World) -> Option<(Record, String)> {
    let record = some_record(dice, world, |record| !record.is_erased())?;
    let names: Vec<_> = record.content()?.fields.keys().cloned().collect();
    Some((record, dice.pick(&names)?))
}

fn write_again(dice: &mut Dice, world: &World) -> Option<Notebook> {
    let (record, name) = some_value(dice, world)?;
    let value = record.value(&name)?.clone();
    Some(with(world, &write(dice, &record, &name, value)))
}

fn beside(dice: &mut Dice, world: &World) -> Option<Notebook> {
    let (record, name) = some_value(dice, world)?;
    let mut content = record.content()?.clone();
    let dot = content.seen.next(ReplicaId(dice.roll()));
    let value = fitting(dice, record.kind(), &name);
    content.fields.get_mut(&name)?.insert(Version { dot, at: At(0), value });
    Some(with(world, &with_content(&record, content)))
}

fn seen(dice: &mut Dice, world: &World) -> Option<Notebook> {
    let record = some_record(dice, world, |record| !record.is_erased())?;
    let mut content = record.content()?.clone();
    content.seen.next(ReplicaId(dice.roll()));
    Some(with(world, &with_content(&record, content)))
}

fn other_times(dice: &mut Dice, world: &World) -> Notebook {
    let replica = ReplicaId(dice.roll());
    rebuilt(world.book.id(), world, |record| {
        let Some(content) = record.content() else { return Some(record.clone()) };
        let mut anew = Content::default();
        for (name, register) in &content.fields {
            let (dot, mut written) = (anew.seen.next(replica), Register::default());
            written.insert(Version { dot, at: at(dice), value: register.shown()?.value.clone() });
            anew.fields.insert(name.clone(), written);
        }
        Some(with_content(record, anew))
    })
}

fn unknown_field(dice: &mut Dice, world: &World) -> Option<Notebook> {
    let record = some_record(dice, world, |record| !record.is_erased())?;
    let name = ["from-a-newer-waymark", "shared", "to"][dice.below(3)];
    let value = secret(dice).into();
    Some(with(world, &write(dice, &record, name, value)))
}

fn erase(dice: &mut Dice, world: &World) -> Option<Notebook> {
    let mut record = some_record(dice, world, |record| !record.is_erased() && record.kind() != "profile")?;
    record.erase();
    Some(with(world, &record))
}

fn one_more(dice: &mut Dice, world: &World) -> Option<Notebook> {
    let record = some_record(dice, world, |record| record.kind() != "profile")?;
    Some(with(world, &renamed(&record, id(dice))))
}

fn one_less(dice: &mut Dice, world: &World) -> Option<Notebook> {
    let gone = some_record(dice, world, |_| true)?.id();
    Some(rebuilt(world.book.id(), world, |record| (record.id() != gone).then(|| record.clone())))
}

fn other_id(dice: &mut Dice, world: &World) -> Option<Notebook> {
    let (old, new) = (some_record(dice, world, |record| record.kind() != "profile")?.id(), id(dice));
    Some(rebuilt(world.book.id(), world, |record| {
        Some(if record.id() == old { renamed(record, new) } else { record.clone() })
    }))
}

fn renamed(record: &Record, id: RecordId) -> Record {
    Record::from_content(id, record.kind().to_owned().into(), record.by(), record.content().cloned())
}

fn other_notebook(dice: &mut Dice, world: &World) -> Notebook {
    let id = NotebookId::new(Uuid::from_u64_pair(dice.roll(), dice.roll()));
    rebuilt(id, world, |record| Some(record.clone()))
}
