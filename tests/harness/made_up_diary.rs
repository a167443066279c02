//! A diary that no one wrote, the same each time: as many entries, days and characters as the real one has.

use serde_json::json;

use super::dice::Dice;

const ENTRIES: u32 = 3415;
const DAYS: u32 = 3440;
const FIRST_DAY: &str = "1660-01-10";
/// Chosen so that the whole comes near 6 million characters; the spread follows the real diary's.
const LENGTHS: [usize; 8] = [415, 571, 901, 1250, 1550, 2194, 3264, 4297];
const WORDS: &[&str] = &[
    "up",
    "betimes",
    "and",
    "to",
    "the",
    "office",
    "where",
    "we",
    "sat",
    "all",
    "morning",
    "dined",
    "at",
    "home",
    "with",
    "my",
    "wife",
    "then",
    "by",
    "coach",
    "Westminster",
    "Hall",
    "a",
    "physician",
    "told",
    "me",
    "of",
    "his",
    "“journey”",
    "£40",
    "½",
    "café",
    "so",
    "to",
    "bed",
    "Lord’s",
    "day",
    "walked",
    "in",
    "garden",
    "late",
];

/// The diary as JSON Lines.
pub fn lines() -> String {
    let mut dice = Dice::of(0x5eed);
    let mut lines = String::new();
    for number in 0..ENTRIES {
        let entry = json!({"date": day(number), "text": text(&mut dice)});
        lines += &entry.to_string();
        lines.push('\n');
    }
    lines
}

/// Spreads the entries over the days, so that some days have none and the last has one.
fn day(number: u32) -> String {
    let days = u64::from(number) * u64::from(DAYS - 1) / u64::from(ENTRIES - 1);
    let first: chrono::NaiveDate = FIRST_DAY.parse().expect("a day");
    (first + chrono::Days::new(days)).to_string()
}

fn text(dice: &mut Dice) -> String {
    let length = LENGTHS[dice.below(LENGTHS.len())];
    let mut text = String::new();
    while text.chars().count() < length {
        // The word that is searched for stays rare.
        let word = match WORDS[dice.below(WORDS.len())] {
            "physician" if dice.below(400) > 0 => "surgeon",
            word => word,
        };
        text += word;
        text += if dice.below(80) == 0 { ".\n\n" } else { " " };
    }
    text.trim_end().to_owned()
}
