//! Backups that someone made to look like mine: by my person, under another notebook's id, with edits, deletions and
//! erasures of what I have.

use serde_json::{Value, json};
use waymark_domain::Notebook;
use waymark_domain::file::{self, Counts, ImportOptions, Preview, Read, Whose, Why};
use waymark_domain::id::{NotebookId, ReplicaId};
use waymark_domain::record::Record;
use waymark_domain::stamp::At;
use waymark_domain::wire::{encode_record, record_from};

use crate::common::random::Dice;
use crate::common::shown;
use crate::laws::nothing_more_leaves;
use crate::people::{World, json, random_id};

/// A backup of what someone may know of mine, and more.
pub fn forged(dice: &mut Dice, world: &World) -> String {
    let id = NotebookId::new(random_id(dice));
    let mut file = json(&file::write(&Notebook::new(id, world.me.me()), At(0), "test"));
    let mut records = Vec::new();
    for record in world.me.records() {
        records.push(match dice.below(6) {
            4 | 5 => continue,
            0 => json!({ "id": record.id(), "kind": record.kind(), "by": record.by(), "erased": true }),
            1 => edited(dice, record, "deleted", true.into()),
            2 => edited(dice, record, "title", "Forged".into()),
            _ => {
                let elsewhere = random_id(dice).to_string();
                edited(dice, record, "goal", elsewhere.into())
            }
        });
    }
    records.extend(hanging_on(dice, world));
    file["records"] = records.into();
    file.to_string()
}

fn edited(dice: &mut Dice, record: &Record, name: &str, value: Value) -> Value {
    let mut record = record.clone();
    let saw = record.saw(name);
    record.write(name, value, &saw, At::MAX, ReplicaId(dice.roll()));
    json(&encode_record(&record))
}

/// New records that want to belong to things of mine, without those.
fn hanging_on(dice: &mut Dice, world: &World) -> Vec<Value> {
    let goals: Vec<_> = world.me.goals().map(|goal| goal.id().to_string()).collect();
    let goal = dice.pick(&goals).unwrap();
    let (ana, entry) = (world.ana.here.to_string(), format!("goal:{goal}"));
    let all = [
        json!({ "kind": "step", "goal": goal, "text": "Give up", "status": "todo", "order": "V" }),
        json!({ "kind": "rating", "goal": goal, "value": 0, "on": "2026-11-21" }),
        json!({ "kind": "entry", "text": "I gave up", entry: true }),
        json!({ "kind": "feedback", "with": ana, "text": "Goodbye" }),
        json!({ "kind": "rating", "with": ana, "value": 0, "about": goal }),
        json!({ "kind": "sent", "with": ana, "number": 9_007_199_254_740_991_u64 }),
        json!({ "kind": "response", "with": ana, "status": "helped", "about": goal }),
        json!({ "kind": "received", "with": ana, "file": {} }),
        json!({ "kind": "relationship", "name": "Eve", (format!("share:{goal}")): true }),
    ];
    all.into_iter().map(|fields| record(dice, world, &fields)).collect()
}

fn record(dice: &mut Dice, world: &World, fields: &Value) -> Value {
    let mut record = json!({ "id": random_id(dice).to_string(), "by": world.me.me() });
    let (mut edits, names) = (json!({}), fields.as_object().unwrap());
    for (nth, (name, value)) in names.iter().enumerate() {
        record[name] = value.clone();
        if name != "kind" {
            edits[name] = format!("00000000000000ff:{}@7", nth + 1).into();
        }
    }
    record["edits"] = edits;
    record["seen"] = json!({ "00000000000000ff": 99 });
    record_from(&record).unwrap();
    record
}

/// Everything of it comes in as copies, which belong to nothing of mine; what is between people is set aside.
pub fn comes_in_as_copies(world: &World, text: &str) -> usize {
    let Read::Plain(incoming) = file::read(text.as_bytes()).unwrap() else { panic!("no backup") };
    let (before, mut after, mut run) = (&world.me, world.me.clone(), world.run.clone());
    let plan = file::plan(before, &incoming, &ImportOptions::default(), &run);
    let preview: Preview = plan.preview.clone();
    let touched = after.import(plan).unwrap();
    assert_eq!(preview.whose, Whose::Copies);
    for was in before.records() {
        assert_eq!(after.record(was.id()), Some(was), "a record of mine changed");
    }
    let new: Vec<_> = after.records().filter(|record| before.record(record.id()).is_none()).collect();
    for record in &new {
        assert!(
            record.value("with").is_none() && record.kind() != "relationship",
            "{}",
            encode_record(record)
        );
        belongs_to_nothing_of_mine(before, record);
    }
    nothing_more_leaves(before, &after);
    for goal in before.goals() {
        assert_eq!(before.steps(goal.id()), after.steps(goal.id()), "a plan of mine has another step");
        assert_eq!(before.ratings(goal.id()), after.ratings(goal.id()));
    }
    let came = preview.counts.values().map(Counts::total).sum::<usize>();
    let whys = preview.set_aside.iter().map(|aside| &aside.why);
    assert!(whys.clone().all(|why| matches!(why, Why::TheirMentoring | Why::Unreadable(_))), "{whys:?}");
    assert!(came >= new.len() && whys.count() >= 6, "what stays out is named");
    let copies = new.len();
    after.undo(&touched.undo, &mut run);
    assert_eq!(shown(&after), shown(before));
    copies
}

/// No reference leads to a record of mine: neither a field nor a member of a set.
fn belongs_to_nothing_of_mine(before: &Notebook, copy: &Record) {
    for (name, register) in &copy.content().unwrap().fields {
        let value = register.shown().unwrap().value.as_str().unwrap_or_default();
        let member = name.split_once(':').map_or("", |(_, member)| member);
        let is_mine = |id: &str| id.parse().is_ok_and(|id| before.record(id).is_some());
        let is_owner = name == "rated_by";
        assert!(
            is_owner || !is_mine(value) && !is_mine(member),
            "a copy's {name} leads to something of mine"
        );
    }
}
