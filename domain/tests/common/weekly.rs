//! The files of someone who shares a hundred entries for three years and sends a file a week: most of each repeats the one
//! before. The bench has them too.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

/// How many files there are: one a week for three years.
pub const WEEKS: u64 = 156;
/// How many entries are shared at any time, and how many of them are new in a week.
pub const SHARED: usize = 100;
pub const NEW: usize = 3;

/// A number below another, by chance.
type Chance<'a> = &'a mut dyn FnMut(usize) -> usize;

/// The file of each week from the person of that number: what was shared stays for a while, and one entry is changed.
pub fn weekly_files(person: usize, chance: Chance) -> Vec<String> {
    let (by, mut entries) = (id(person, 0), Vec::<Value>::new());
    let first = NaiveDate::from_ymd_opt(2023, 11, 25).unwrap_or_default();
    let files = (0..WEEKS).map(|week| {
        let day = (first + Days::new(7 * week)).to_string();
        for _ in 0..if week == 0 { SHARED } else { NEW } {
            let id = id(person, 1 + chance(1 << 30));
            entries.insert(0, json!({ "id": id, "by": by, "date": day, "text": words(chance) }));
        }
        entries.truncate(SHARED);
        entries[chance(SHARED)]["title"] = format!("Looked at again in week {week}").into();
        let question = json!({
            "id": id(person, 1 << 31), "by": by, "nature": "question", "text": "What would you do next?",
            "on": "2023-11-25",
        });
        json!({
            "format": "waymark-share", "version": 1, "min_reader": 1, "app": "waymark 0.1.0",
            "written": day, "thread": id(person, 1 << 32), "number": 20_231_125_001 + week,
            "from": { "id": by, "name": format!("Person {person}") }, "to": { "name": "Ben" }, "as": ["mentee"],
            "message": format!("This is week {week}."), "entries": entries, "feedback": [question],
        })
        .to_string()
    });
    files.collect()
}

fn id(person: usize, number: usize) -> String {
    format!("0000abba-{person:04x}-4000-8000-{number:012x}")
}

/// Some eight hundred characters of a vocabulary like a person's: few words are frequent.
fn words(chance: Chance) -> String {
    const SYLLABLES: [&str; 13] =
        ["an", "ber", "co", "den", "el", "for", "gi", "hol", "is", "ka", "lo", "men", "ni"];
    let mut word = || {
        let rare = chance(2_000);
        let number = chance(1 + rare);
        let syllables = [number % 13, number / 13 % 13, number / 169 % 13].map(|at| SYLLABLES[at]);
        syllables[..=number.min(2)].concat()
    };
    (0..100).map(|_| word()).collect::<Vec<_>>().join(" ")
}
