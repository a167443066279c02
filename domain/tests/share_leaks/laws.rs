//! The laws: nothing leaves but what was chosen, and nothing else decides how the file looks.

use std::collections::{BTreeMap, BTreeSet};

use base64ct::{Base64, Encoding as _};
use waymark_domain::Notebook;
use waymark_domain::file::{self, Read, seal};
use waymark_domain::id::RecordId;
use waymark_domain::mentoring::share;
use waymark_domain::stamp::At;

use crate::canary::{of_leaving, secrets};
use crate::change::{OTHER, field, places};
use crate::common::day;
use crate::common::random::Dice;
use crate::generator::{World, world};
use crate::oracle::leaving;

/// The day on which all files are made.
const WRITTEN: &str = "2026-11-21";
/// So many things are made different in each notebook.
const CHANGES: usize = 12;

/// The file for one person, byte by byte; nothing where there is none.
pub fn bytes(book: &Notebook, with: RecordId) -> Option<String> {
    book.share_file(with, day(WRITTEN)).map(|file| share::write(&file, "test"))
}

/// A notebook with a choice that is not empty, and its file.
pub fn sharing(seed: u64) -> Option<(World, String)> {
    let world = world(seed);
    let file = world.book.share_file(world.with, day(WRITTEN))?;
    (!file.items.all().is_empty()).then(|| (world, share::write(&file, "test")))
}

/// Of all secrets of the notebook, those that the choice covers stand in the file, and no other. Says whether
/// there was anything in it.
pub fn only_what_was_chosen_leaves(seed: u64) -> bool {
    let Some((world, text)) = sharing(seed) else { return false };
    let leaving = leaving(&world.book, world.with).unwrap();
    let mut may = of_leaving(&leaving);
    may.insert(WRITTEN.to_owned());
    // As long as a secret, and it says no more than the day.
    may.insert(leaving[&("file".to_owned(), "number".to_owned())].to_string());
    let (may, found) = (may.iter().map(String::as_str).collect::<BTreeSet<_>>(), secrets(&text));
    let leaked: Vec<_> = found.difference(&may).collect();
    assert!(leaked.is_empty(), "notebook {seed}: {leaked:?} leaked\n{text}");
    let missing: Vec<_> = may.difference(&found).collect();
    assert!(missing.is_empty(), "notebook {seed}: {missing:?} should have left\n{text}");
    true
}

/// How many secrets are in a notebook, and how many of them in its file.
pub fn secrets_in_all(seed: u64) -> Option<(usize, usize)> {
    let (world, text) = sharing(seed)?;
    Some((secrets(&file::write(&world.book, At(0), "test")).len(), secrets(&text).len()))
}

/// A sealed file opens to the same text, and shows nothing of it.
pub fn a_sealed_file_shows_nothing(seed: u64) -> bool {
    let Some((_, text)) = sharing(seed) else { return false };
    let sealed = seal(&text, "correct horse", [7; 16], [9; 24]).unwrap();
    let Read::Sealed(file) = file::read(sealed.as_bytes()).unwrap() else { panic!("not sealed") };
    assert_eq!(file.open("correct horse").unwrap(), text, "notebook {seed}");
    let envelope: serde_json::Value = serde_json::from_str(&sealed).unwrap();
    let inside = Base64::decode_vec(envelope["ciphertext"].as_str().unwrap()).unwrap();
    let shown = secrets(&text).into_iter().filter(|secret| {
        sealed.contains(secret) || inside.windows(secret.len()).any(|window| window == secret.as_bytes())
    });
    let shown: Vec<_> = shown.collect();
    assert!(shown.is_empty(), "notebook {seed}: the sealed file shows {shown:?}");
    true
}

/// How often something was made different without a trace in the file, and how often with one.
#[derive(Debug, Default, Clone, Copy)]
pub struct Met {
    pub silent: usize,
    pub heard: usize,
}

/// By what was made different.
pub type Census = BTreeMap<String, Met>;

/// Makes things different in one notebook, one at a time, and looks at the file.
pub fn only_what_was_chosen_decides(seed: u64, census: &mut Census) {
    let Some((world, text)) = sharing(seed) else { return };
    let (mut dice, places) = (Dice(seed ^ 0xD1FF), places());
    let before = leaving(&world.book, world.with);
    for nth in 0..CHANGES {
        let (what, after) = if nth % 4 == 3 {
            let (what, change) = OTHER[dice.below(OTHER.len())];
            (what.to_owned(), change(&mut dice, &world))
        } else {
            let place = places[dice.below(places.len())];
            (format!("{} {}", place.0, place.1), field(&mut dice, &world, place))
        };
        let Some(after) = after.filter(|after| *after != world.book) else { continue };
        let (silent, now) = (before == leaving(&after, world.with), bytes(&after, world.with));
        let same = now.as_deref() == Some(text.as_str());
        let case = format!("notebook {seed}, change {nth}: {what}");
        assert!(
            !silent || same,
            "{case}: it is private, and the file shows that it is different\n{text}\n{now:?}"
        );
        assert!(silent || !same, "{case}: it was chosen, and the file does not show it\n{text}");
        let met = census.entry(what).or_default();
        *(if silent { &mut met.silent } else { &mut met.heard }) += 1;
    }
}
