//! Files spoiled in their structure, byte by byte, and where they are kept.

use super::*;

const NAMES: [&str; 16] = [
    "id",
    "by",
    "from",
    "to",
    "thread",
    "number",
    "goals",
    "feedback",
    "suggestions",
    "ratings",
    "about",
    "title",
    "text",
    "value",
    "",
    "agreement",
];

/// A notebook of someone who knows the sender, or does not.
fn here(round: u64) -> Notebook {
    let (mut book, mut run) = (grown(round, 30, 1), Run::new(77));
    if round.is_multiple_of(2) {
        import(&mut book, &opened(share(round).to_string().as_bytes()).unwrap(), &mut run);
    }
    book
}

#[test]
fn of_the_structure_never_panic_and_bring_nothing_but_words() {
    let (mut dice, mut came_in) = (Dice(23), 0);
    for round in 0..60 {
        let (here, good) = (here(round), share(round + 100));
        for _ in 0..100 {
            let mut bad = good.clone();
            for _ in 0..=dice.below(4) {
                // Most places are in the header, and what is wrong there refuses the file.
                let list = dice.pick(&list_names()).filter(|list| !dice.chance(4) && bad[*list].is_array());
                let place = match list {
                    Some(list) => &mut bad[list],
                    None => &mut bad,
                };
                spoil(&mut dice, place, &NAMES);
            }
            came_in += usize::from(survives(bad.to_string().as_bytes(), &here));
        }
    }
    assert!((1_500..5_900).contains(&came_in), "too few or too many to say anything: {came_in} of 6,000");
}

#[test]
fn of_the_bytes_never_panic() {
    let (mut dice, mut came_in, (from, thread)) = (Dice(29), 0, sender(1));
    for round in 0..40 {
        let (here, good) = (here(round), write(&letter(&mut Dice(round), from, thread), "test"));
        for _ in 0..100 {
            let mut bytes = good.clone().into_bytes();
            spoil_bytes(&mut dice, &mut bytes);
            came_in += usize::from(survives(&bytes, &here));
        }
    }
    assert!((400..3_900).contains(&came_in), "too few or too many to say anything: {came_in} of 4,000");
}

#[test]
fn of_what_is_kept_never_panic_either() {
    let (mut dice, mut run) = (Dice(31), Run::new(5));
    for round in 0..20 {
        let mut book = notebook(1);
        let with = import(&mut book, &opened(share(round).to_string().as_bytes()).unwrap(), &mut run);
        let kept = book.records().find(|record| record.kind() == "received").unwrap().clone();
        for _ in 0..50 {
            let mut bad: Value = serde_json::from_str(&encode_record(&kept)).unwrap();
            spoil_kept(&mut dice, &mut bad);
            let Ok(record) = waymark_domain::wire::record_from(&bad) else { continue };
            let mut other = Notebook::new(book.id(), book.me());
            other.join(book.record(with).unwrap()).unwrap();
            other.join(&record).unwrap();
            look(&other);
        }
    }
}

/// Spoils the head of a file that is kept, its lists, or the things in them.
fn spoil_kept(dice: &mut Dice, record: &mut Value) {
    let items = record.as_object().unwrap().keys().find(|name| name.starts_with("items:")).cloned();
    match (dice.below(3), items) {
        (0, _) => spoil(dice, &mut record["lists"], &NAMES),
        (1, Some(items)) => {
            let mut bytes = record[&items].as_str().unwrap_or_default().to_owned().into_bytes();
            spoil_bytes(dice, &mut bytes);
            record[items] = String::from_utf8_lossy(&bytes).into_owned().into();
        }
        _ => {
            let mut head =
                serde_json::from_str(record["head"].as_str().unwrap_or_default()).unwrap_or_default();
            spoil(dice, &mut head, &NAMES);
            record["head"] = head.to_string().into();
        }
    }
}
