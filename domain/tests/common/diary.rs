//! The real diary that lies beside the repository (or where `WAYMARK_DATA` says). Where it is not there, a generated one of
//! the same size and shape stands in, and the test says so.

use std::path::Path;

use chrono::{Days, NaiveDate};

use super::random::Dice;

/// How many entries there are.
pub const ENTRIES: usize = 3_415;
/// The first day.
pub const FIRST: &str = "1660-01-10";
/// The last day.
pub const LAST: &str = "1669-06-10";

/// The diary as JSON Lines.
pub fn lines() -> String {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data");
    let folder = std::env::var("WAYMARK_DATA").unwrap_or_else(|_| beside.to_owned());
    std::fs::read_to_string(Path::new(&folder).join("pepys-diary.jsonl")).unwrap_or_else(|_| {
        println!("no diary in {folder}: a generated one stands in");
        generated()
    })
}

/// As many entries over as many days, about as long, with the same kinds of characters.
fn generated() -> String {
    const WORDS: [&str; 10] =
        ["to", "my", "Lord’s", "office", "cousin", "physick", "café", "“dined”", "£5 ½", "abroad.\n\n"];
    let (first, last): (NaiveDate, NaiveDate) = (FIRST.parse().unwrap(), LAST.parse().unwrap());
    let days = usize::try_from((last - first).num_days()).unwrap();
    let mut dice = Dice(1660);
    let line = |nth: usize| {
        let date = first + Days::new((nth * days / (ENTRIES - 1)) as u64);
        let words: Vec<_> = (0..150 + dice.below(300)).map(|_| WORDS[dice.below(WORDS.len())]).collect();
        serde_json::json!({ "date": date.to_string(), "text": words.join(" ") }).to_string()
    };
    (0..ENTRIES).map(line).collect::<Vec<_>>().join("\n")
}
