//! Share files made at random, with everything that a file can hold, and notebooks that receive them.

use serde_json::Value;
use uuid::Uuid;
use waymark_domain::Notebook;
use waymark_domain::change::Touched;
use waymark_domain::file::{self, OpenedShare, Read, ShareOptions, plan_share};
use waymark_domain::id::{PersonId, ThreadId};
use waymark_domain::mentoring::relationship::{I_EXPECT, MESSAGE};
use waymark_domain::mentoring::share::{self, Items, Party, Recipient, ShareFile};
use waymark_domain::mentoring::strategy::LINK;
use waymark_domain::mentoring::{Agreement, Roles};
use waymark_domain::profile::NAME;

use super::random::Dice;
use super::shapes::{DAYS, one, things, words};
use super::{Run, day};

/// A file from `from` with everything that a file can hold.
pub fn letter(dice: &mut Dice, from: PersonId, thread: ThreadId) -> ShareFile {
    let head = ShareFile {
        thread,
        number: 1 + dice.below(4) as u64,
        written: day(one(dice, &DAYS)),
        from: Party { id: from, name: words(dice, NAME) },
        to: Recipient { id: None, name: words(dice, NAME) },
        roles: Roles { mentee: dice.chance(2), mentor: dice.chance(2) },
        message: words(dice, MESSAGE),
        agreement: agreement(dice).filter(|agreement| !agreement.is_empty()),
        items: Items::default(),
    };
    let mut whole: Value = serde_json::from_str(&share::write(&head, "test")).unwrap();
    whole.as_object_mut().unwrap().extend(things(dice, from));
    let opened = opened(whole.to_string().as_bytes()).unwrap();
    assert_eq!(opened.set_aside, [], "{whole}");
    opened.file
}

fn agreement(dice: &mut Dice) -> Option<Agreement> {
    dice.chance(2).then(|| Agreement {
        i_expect: words(dice, I_EXPECT),
        limits: words(dice, I_EXPECT),
        cadence: words(dice, LINK),
        review_on: dice.chance(2).then(|| day(one(dice, &DAYS))),
        ..Agreement::default()
    })
}

/// Someone who writes letters, and their thread: `number` tells one from others.
pub fn sender(number: u64) -> (PersonId, ThreadId) {
    let uuid = |low| Uuid::from_u64_pair(0xBE << 32 | number, low);
    (PersonId::new(uuid(0x3E)), ThreadId::new(uuid(0x7D)))
}

/// What a text is, where it is a share file.
pub fn opened(bytes: &[u8]) -> Option<OpenedShare> {
    match file::read(bytes) {
        Ok(Read::Share(opened)) => Some(*opened),
        _ => None,
    }
}

/// Opens a letter from one of a few people.
pub fn receive(dice: &mut Dice, book: &mut Notebook, run: &mut Run) -> Option<Touched> {
    let (from, thread) = sender(dice.below(3) as u64);
    let text = share::write(&letter(dice, from, thread), "test");
    let plan = plan_share(book, &opened(text.as_bytes())?, &ShareOptions::default(), run).ok()?;
    book.import(plan).ok()
}
