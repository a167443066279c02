//! Files that claim to be what they are not: by another, for another, in another's thread, of another number or day.

use serde_json::{Value, json};
use waymark_domain::file::{FileError, Recency, ShareError, ShareOptions, Why};
use waymark_domain::id::{RecordId, ThreadId};

use crate::common::random::Dice;
use crate::common::shapes::list_names;
use crate::forge::{Fate, by, by_itself, comes, listed, push, refused};
use crate::people::{Refused, World, random_id, thread};

pub fn from_me(_: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    file["from"]["id"] = world.me.me().to_string().into();
    refused(ShareError::FromMe)
}

pub fn thread_of_another(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let third = if dice.chance(2) { world.ben.book.me().to_string() } else { random_id(dice).to_string() };
    file["from"]["id"] = third.clone().into();
    for list in list_names().into_iter().filter(|_| dice.chance(2)) {
        for item in file.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            item["by"] = third.clone().into();
        }
    }
    refused(ShareError::ThreadOfAnother)
}

pub fn in_bens_thread(_: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    file["thread"] = thread(&world.me, world.ben.here).to_string().into();
    refused(ShareError::ThreadOfAnother)
}

pub fn for_someone_else(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let other = if dice.chance(2) { world.ben.book.me().uuid() } else { random_id(dice) };
    file["to"]["id"] = other.to_string().into();
    refused(ShareError::ForSomeoneElse)
}

pub fn said_to_be_bens(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    file["thread"] = random_id(dice).to_string().into();
    let options = ShareOptions { person: Some(world.ben.here), name: String::new() };
    (options, Fate::Refused(Refused::Share(ShareError::ThreadOfAnother)))
}

pub fn not_here(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    file["thread"] = random_id(dice).to_string().into();
    let goal = world.me.goals().next().map(|goal| goal.id());
    let odd = [Some(world.dora), Some(world.erased), goal, Some(RecordId::new(random_id(dice)))];
    let options = ShareOptions { person: odd[dice.below(4)], name: String::new() };
    (options, Fate::Refused(Refused::Share(ShareError::NotTaken)))
}

pub fn damaged() -> (ShareOptions, Fate) {
    by_itself(Fate::Refused(Refused::File(FileError::Damaged)))
}

pub fn no_number(dice: &mut Dice, _: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let odd = [
        json!(0),
        json!(-1),
        json!(1_u64 << 53),
        json!(u64::MAX),
        json!(1.5),
        json!("7"),
        json!(null),
        json!([1]),
    ];
    file["number"] = dice.pick(&odd).unwrap();
    damaged()
}

pub fn no_day(dice: &mut Dice, _: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let odd = ["0000-01-01", "2026-02-30", "9999-99-99", "yesterday", "", "+2026-01-1", "\u{FF12}026-01-01"];
    file["written"] = if dice.chance(5) { json!(7) } else { dice.pick(&odd).unwrap().into() };
    damaged()
}

pub fn other_format(dice: &mut Dice, _: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let odd = [
        ("waymark-notebook", 1, FileError::Damaged),
        ("waymark-sealed", 1, FileError::Damaged),
        ("waymark-shares", 1, FileError::NotWaymark),
        ("waymark-share", 2, FileError::Newer),
    ];
    let (format, min_reader, why) = dice.pick(&odd).unwrap();
    file["format"] = format.into();
    file["min_reader"] = min_reader.into();
    by_itself(Fate::Refused(Refused::File(why)))
}

pub fn claims_to_be_ana(dice: &mut Dice, _: &World, file: &mut Value) -> (ShareOptions, Fate) {
    file["thread"] = random_id(dice).to_string().into();
    by_itself(Fate::Stranger(Vec::new()))
}

pub fn stranger(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    file["thread"] = random_id(dice).to_string().into();
    file["from"]["id"] = random_id(dice).to_string().into();
    let set_aside =
        list_names().into_iter().flat_map(|list| listed(file, list)).map(|_| Why::NotTheSenders).collect();
    let mut by_me = by(dice, &world.me.me().to_string());
    by_me["about"] = json!({ "kind": "goal", "id": world.trashed.to_string(), "title": "Old" });
    push(file, "feedback", by_me);
    by_itself(Fate::Stranger([set_aside, vec![Why::ClaimsToBeMine]].concat()))
}

pub fn replay(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    *file = Value::String(dice.pick(&world.came).unwrap());
    by_itself(Fate::Stands(Recency::Here))
}

pub fn old_number(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let last = number_of(world.came.last());
    let number = number_of(dice.pick(&world.came).as_ref());
    file["number"] = number.into();
    file["message"] = format!("Forged {}", dice.roll()).into();
    push(file, "feedback", by(dice, &world.ana.book.me().to_string()));
    by_itself(Fate::Stands(if number == last { Recency::Twin } else { Recency::Older }))
}

pub fn first_number(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let first = number_of(world.came.first());
    file["number"] = first.into();
    file["message"] = format!("Forged {}", dice.roll()).into();
    by_itself(Fate::Stands(if world.came.len() == 1 { Recency::Twin } else { Recency::Older }))
}

fn number_of(text: Option<&String>) -> u64 {
    let file: Value = serde_json::from_str(text.unwrap()).unwrap();
    file["number"].as_u64().unwrap()
}

pub fn last_number(_: &mut Dice, _: &World, file: &mut Value) -> (ShareOptions, Fate) {
    file["number"] = ((1_u64 << 53) - 1).into();
    by_itself(Fate::Stands(Recency::Latest))
}

pub fn far_day(dice: &mut Dice, _: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let far = ["0001-01-01", "9999-12-31", "1582-10-10", "2026-11-22T25:61:61Z and more"];
    file["written"] = dice.pick(&far).unwrap().into();
    by_itself(Fate::Stands(Recency::Latest))
}

pub fn for_cleo(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    file["thread"] = ThreadId::new(random_id(dice)).to_string().into();
    let options = ShareOptions { person: Some(world.cleo), name: "Eve".into() };
    (options, Fate::Stranger(Vec::new()))
}

pub fn with_records(_: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let erased = world
        .me
        .records()
        .map(|record| json!({ "id": record.id(), "kind": record.kind(), "by": record.by(), "erased": true }));
    file["records"] = erased.collect();
    file["notebook"] = world.me.id().to_string().into();
    file["me"] = world.me.me().to_string().into();
    file["seen"] = json!({ "0000000000000001": 9_007_199_254_740_991_u64 });
    comes(Vec::new())
}

pub fn other_roles(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let roles = [json!(["mentee", "mentor"]), json!(["mentee"]), json!([]), json!(["owner", 7, null])];
    file["as"] = dice.pick(&roles).unwrap();
    file["to"]["name"] = "Somebody".into();
    file["from"]["name"] = "Ben".into();
    assert!(world.me.relationship(world.ana.here).unwrap().my_roles().mentee);
    comes(Vec::new())
}
