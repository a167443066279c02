//! Things in a file that claim to be another's, that cannot be read, or that are about what is not there.

use serde_json::{Value, json};
use waymark_domain::file::{RecordError, ShareOptions, Why};
use waymark_domain::id::RecordId;
use waymark_domain::mentoring::About;

use crate::common::random::Dice;
use crate::common::shapes::{list_names, one};
use crate::forge::{Fate, by, comes, listed, my_things, push};
use crate::people::{World, random_id};

pub fn by_me(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let (me, mine) = (world.me.me().to_string(), my_things(world));
    let lists: Vec<_> = list_names().into_iter().filter(|_| !dice.chance(3)).collect();
    for list in &lists {
        let mut item = by(dice, &me);
        if dice.chance(2) {
            item["id"] = dice.pick(&mine).unwrap().to_string().into();
        }
        push(file, list, item);
    }
    comes(vec![Why::ClaimsToBeMine; lists.len()])
}

pub fn by_others(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let lists: Vec<_> = list_names().into_iter().filter(|_| !dice.chance(3)).collect();
    for list in &lists {
        let third = if dice.chance(2) { world.ben.book.me().uuid() } else { random_id(dice) };
        let item = by(dice, &third.to_string());
        push(file, list, item);
    }
    comes(vec![Why::NotTheSenders; lists.len()])
}

pub fn twice(dice: &mut Dice, _: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let mut set_aside = Vec::new();
    for list in list_names() {
        if let Some(mut first) = dice.pick(&listed(file, list)) {
            first["title"] = "Another".into();
            push(file, list, first);
            set_aside.push(Why::AnotherUnderItsId);
        }
    }
    comes(set_aside)
}

pub fn unreadable(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let ana = world.ana.book.me().to_string();
    let odd = [json!(null), json!("goal"), json!([]), json!({}), json!({ "id": "me", "by": ana })];
    let lists: Vec<_> = list_names().into_iter().filter(|_| !dice.chance(3)).collect();
    for list in &lists {
        push(file, list, dice.pick(&odd).unwrap());
    }
    comes(vec![Why::Unreadable(RecordError::NotARecord); lists.len()])
}

pub fn my_ids(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let ana = world.ana.book.me().to_string();
    for id in my_things(world) {
        let mut item = by(dice, &ana);
        item["id"] = id.to_string().into();
        item["steps"] = json!([{ "id": id, "text": "Give up", "status": "done" }]);
        let list = one(dice, &list_names());
        if listed(file, list).iter().all(|known| known["id"] != item["id"]) {
            push(file, list, item);
        }
    }
    comes(Vec::new())
}

/// Feedback, suggestions and ratings about what rests in my trash, what I erased, and what never was.
pub fn about_gone(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let (ana, kinds) = (world.ana.book.me().to_string(), ["goal", "step", "entry", "relationship", "quest"]);
    for id in [world.trashed, world.erased, world.dora, RecordId::new(random_id(dice))] {
        for list in ["feedback", "suggestions", "ratings", "responses"] {
            let about = About::new(dice.pick(&kinds).unwrap(), id, "Old");
            let mut item = by(dice, &ana);
            item["about"] = serde_json::to_value(about).unwrap();
            push(file, list, item);
        }
    }
    comes(Vec::new())
}

pub fn answers(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let (ana, mine) = (world.ana.book.me().to_string(), my_things(world));
    for status in ["accepted", "helped", "not-now"] {
        let mut item = by(dice, &ana);
        item["about"]["id"] = dice.pick(&mine).unwrap().to_string().into();
        item["status"] = status.into();
        push(file, "responses", item);
    }
    comes(Vec::new())
}

/// Flags that mean something in a backup mean nothing here.
pub fn deleted(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let (ana, mine) = (world.ana.book.me().to_string(), my_things(world));
    for list in list_names() {
        let mut item = by(dice, &ana);
        item["id"] = dice.pick(&mine).unwrap().to_string().into();
        item["deleted"] = true.into();
        item["erased"] = true.into();
        item["edits"] = json!({ "title": "ffffffffffffffff:9@9007199254740991" });
        item["also"] = json!({ "title": [{ "value": "x", "edit": "ffffffffffffffff:8@1" }] });
        if listed(file, list).iter().all(|known| known["id"] != item["id"]) {
            push(file, list, item);
        }
    }
    comes(Vec::new())
}

pub fn turning(dice: &mut Dice, world: &World, file: &mut Value) -> (ShareOptions, Fate) {
    let words = "\u{202E}evil\u{0}\u{7}\u{1b}[31m\u{2066}<script>alert(1)</script>\r\n\u{2028}";
    file["message"] = words.into();
    file["from"]["name"] = format!("Ana{words}").into();
    let mut item = by(dice, &world.ana.book.me().to_string());
    item["title"] = words.into();
    item["text"] = words.into();
    for list in list_names() {
        push(file, list, item.clone());
    }
    comes(Vec::new())
}
