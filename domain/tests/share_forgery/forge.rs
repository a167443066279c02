//! Files that nobody honest made, each with what must become of it.

use serde_json::{Map, Value, json};
use waymark_domain::file::{Recency, Sender, ShareError, ShareOptions, Why};
use waymark_domain::id::RecordId;
use waymark_domain::mentoring::share::lists;

use crate::common::random::Dice;
use crate::common::shapes::least;
use crate::people::{Refused, World, random_id};
use crate::{heads, items};

/// What must become of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// It does not come in.
    Refused(Refused),
    /// It comes in but for these, one reason for each.
    Comes(Vec<Why>),
    /// It comes in whole, and stands so to the others.
    Stands(Recency),
    /// It comes from someone whom I do not know, whatever it claims.
    Stranger(Vec<Why>),
}

/// A forged file.
#[derive(Debug, Clone)]
pub struct Forged {
    pub text: String,
    pub options: ShareOptions,
    pub fate: Fate,
}

/// A way to forge: from Ana's next file, which is honest.
pub type Forge = fn(&mut Dice, &World, &mut Value) -> (ShareOptions, Fate);

/// All of them. Those of the first part do nothing to what Ana's own file brings.
pub const ALL: [(&str, Forge); 28] = [
    ("it says that I made it", heads::from_me),
    ("it is from a third person, in Ana's thread", heads::thread_of_another),
    ("it is from Ana, in Ben's thread", heads::in_bens_thread),
    ("it is for someone else", heads::for_someone_else),
    ("an unknown thread, said to be Ben's", heads::said_to_be_bens),
    ("the relationship that was chosen is not here", heads::not_here),
    ("its number is none", heads::no_number),
    ("its day is none", heads::no_day),
    ("it calls itself something else", heads::other_format),
    ("an unknown thread, by Ana's id", heads::claims_to_be_ana),
    ("a stranger, with things by everyone", heads::stranger),
    ("items by me", items::by_me),
    ("items by a third person", items::by_others),
    ("ids that stand twice", items::twice),
    ("items that cannot be read", items::unreadable),
    ("records, edits and erasures beside the items", heads::with_records),
    ("a replay", heads::replay),
    ("other names, and other roles", heads::other_roles),
    ("the ids of my own things", items::my_ids),
    ("other content under an old number", heads::old_number),
    ("the first number again", heads::first_number),
    ("the last number there is", heads::last_number),
    ("a day far away", heads::far_day),
    ("about things that are gone, or never were", items::about_gone),
    ("answers to what I never said", items::answers),
    ("items that say they are deleted", items::deleted),
    ("words that turn and ring", items::turning),
    ("for Cleo, who sent nothing yet", heads::for_cleo),
];

/// So many of the first ways leave what Ana's own file brings as it is.
pub const HARMLESS: usize = 16;

pub fn forge(dice: &mut Dice, world: &World, nth: usize, honest: &Value) -> Forged {
    let mut file = honest.clone();
    let (options, fate) = ALL[nth].1(dice, world, &mut file);
    let text = match &file {
        Value::String(whole) => whole.clone(),
        file => file.to_string(),
    };
    Forged { text, options, fate }
}

pub fn by_itself(fate: Fate) -> (ShareOptions, Fate) {
    (ShareOptions::default(), fate)
}

pub fn refused(why: ShareError) -> (ShareOptions, Fate) {
    by_itself(Fate::Refused(Refused::Share(why)))
}

pub fn comes(set_aside: Vec<Why>) -> (ShareOptions, Fate) {
    by_itself(Fate::Comes(set_aside))
}

pub fn listed(file: &Value, list: &str) -> Vec<Value> {
    file.get(list).and_then(Value::as_array).cloned().unwrap_or_default()
}

/// A goal, a suggestion and whatever else, all in one: each list reads what it knows.
pub fn by(dice: &mut Dice, person: &str) -> Value {
    let least = lists().into_iter().map(|(_, _, places)| least(&places, &person.into()));
    let mut all: Map<_, _> = least.filter_map(|thing| thing.as_object().cloned()).flatten().collect();
    let about = json!({ "kind": "goal", "id": random_id(dice).to_string(), "title": "A goal" });
    all.extend([
        ("id".into(), random_id(dice).to_string().into()),
        ("title".into(), "Forged".into()),
        ("text".into(), "Forged".into()),
        ("value".into(), 10.into()),
        ("about".into(), about),
    ]);
    all.into()
}

pub fn push(file: &mut Value, list: &str, item: Value) {
    if file.get(list).is_none() {
        file[list] = json!([]);
    }
    file[list].as_array_mut().unwrap().push(item);
}

/// All ids of records of mine.
pub fn my_things(world: &World) -> Vec<RecordId> {
    world.me.records().map(|record| record.id()).collect()
}

/// Whether a preview says that the sender is not known.
pub fn is_unknown(sender: &Sender) -> bool {
    matches!(sender, Sender::Unknown { .. })
}
