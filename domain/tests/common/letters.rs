//! Share files made at random, field by field, and notebooks that receive them.

use uuid::Uuid;
use waymark_domain::change::Touched;
use waymark_domain::entry::SELF_CHECKS;
use waymark_domain::field::{Field, Rule};
use waymark_domain::file::share::{
    Items, Named, OpenedShare, Party, Recipient, ShareFile, SharedEntry, SharedFeedback, SharedGoal,
    SharedPlan, SharedRating, SharedResponse, SharedStep, SharedStrategy, SharedSuggestion, SharedView,
};
use waymark_domain::file::{self, Read, ShareOptions, plan_share};
use waymark_domain::goal::GoalStatus;
use waymark_domain::id::{PersonId, RecordId, ThreadId};
use waymark_domain::mentoring::feedback::Nature;
use waymark_domain::mentoring::relationship::{I_EXPECT, MESSAGE};
use waymark_domain::mentoring::response::ResponseStatus;
use waymark_domain::mentoring::strategy::{LINK, Sort, TITLE};
use waymark_domain::mentoring::suggestion::Suggested;
use waymark_domain::mentoring::{About, Agreement, Roles};
use waymark_domain::step::StepStatus;
use waymark_domain::template::Template;
use waymark_domain::{Notebook, entry, goal, rating, step};

use super::random::{Dice, text};
use super::{Run, day};

const DAYS: [&str; 4] = ["0001-01-01", "2024-02-29", "2026-11-21", "9999-12-31"];

/// Some text as its field keeps it; a title is never empty.
fn words(dice: &mut Dice, field: Field) -> String {
    match (field.rule, field.rule.tidy(&text(dice))) {
        (Rule::Title(_), text) if text.is_empty() => "Untitled".to_owned(),
        (_, text) => text,
    }
}

fn one<T: Clone>(dice: &mut Dice, of: &[T]) -> T {
    of[dice.below(of.len())].clone()
}

fn maybe<T>(dice: &mut Dice, make: impl FnOnce(&mut Dice) -> T) -> Option<T> {
    dice.chance(2).then(|| make(dice))
}

fn some<T>(dice: &mut Dice, mut make: impl FnMut(&mut Dice) -> T) -> Vec<T> {
    (0..dice.below(4)).map(|_| make(dice)).collect()
}

fn any_day(dice: &mut Dice) -> Option<chrono::NaiveDate> {
    maybe(dice, |dice| day(one(dice, &DAYS)))
}

/// One of a few ids, so that files speak of the same things; kinds and people do not share theirs.
fn id(dice: &mut Dice, by: PersonId, kind: u64) -> RecordId {
    RecordId::new(Uuid::from_u64_pair(by.uuid().as_u64_pair().0 << 8 | kind, dice.below(8) as u64))
}

fn about(dice: &mut Dice, by: PersonId) -> About {
    let (kind, number) = one(dice, &[("goal", 1), ("entry", 2), ("feedback", 4), ("quest", 9)]);
    About::new(kind, id(dice, by, number), &text(dice))
}

/// A file from `from` with everything that a file can hold.
pub fn letter(dice: &mut Dice, from: PersonId, thread: ThreadId) -> ShareFile {
    let name = words(dice, waymark_domain::profile::NAME);
    ShareFile {
        thread,
        number: 1 + dice.below(4) as u64,
        written: day(one(dice, &DAYS)),
        from: Party { id: from, name },
        to: Recipient { id: None, name: words(dice, waymark_domain::profile::NAME) },
        roles: Roles { mentee: dice.chance(2), mentor: dice.chance(2) },
        message: words(dice, MESSAGE),
        agreement: agreement(dice).filter(|agreement| !agreement.is_empty()),
        items: items(dice, from),
    }
}

fn agreement(dice: &mut Dice) -> Option<Agreement> {
    maybe(dice, |dice| Agreement {
        i_expect: words(dice, I_EXPECT),
        limits: words(dice, I_EXPECT),
        cadence: words(dice, LINK),
        review_on: any_day(dice),
        ..Agreement::default()
    })
}

fn items(dice: &mut Dice, by: PersonId) -> Items {
    let mut items = Items {
        goals: some(dice, |dice| shared_goal(dice, by)),
        entries: some(dice, |dice| shared_entry(dice, by)),
        strategies: some(dice, |dice| strategy(dice, by)),
        feedback: some(dice, |dice| feedback(dice, by)),
        suggestions: some(dice, |dice| suggestion(dice, by)),
        ratings: some(dice, |dice| view(dice, by)),
        responses: some(dice, |dice| response(dice, by)),
    };
    let mut known = std::collections::BTreeSet::new();
    items.retain(|item| known.insert((item.kind(), item.id())));
    items
}

fn shared_goal(dice: &mut Dice, by: PersonId) -> SharedGoal {
    let mut number = 0;
    let mut next = || {
        number += 1;
        RecordId::new(Uuid::from_u64_pair(77, number))
    };
    SharedGoal {
        id: id(dice, by, 1),
        by,
        title: words(dice, goal::TITLE),
        status: one(dice, &GoalStatus::ALL),
        why: words(dice, goal::WHY),
        criterion: words(dice, goal::CRITERION),
        area: words(dice, goal::AREA),
        target: any_day(dice),
        plan: maybe(dice, |dice| SharedPlan {
            obstacle: words(dice, goal::IF),
            answer: words(dice, goal::THEN),
        }),
        steps: some(dice, |dice| SharedStep {
            id: next(),
            text: words(dice, step::TEXT),
            status: one(dice, &StepStatus::ALL),
            due: any_day(dice),
            done_on: any_day(dice),
        }),
        ratings: some(dice, |dice| SharedRating {
            id: next(),
            value: dice.below(11) as u8,
            on: any_day(dice),
            note: words(dice, rating::NOTE),
        }),
    }
}

fn shared_entry(dice: &mut Dice, by: PersonId) -> SharedEntry {
    let template = one(dice, &Template::ALL);
    let answers = template.parts().iter().map(|part| (*part, words(dice, *part)));
    let answers = answers.filter(|(_, text)| !text.is_empty()).collect();
    let checks = SELF_CHECKS.into_iter().filter_map(|check| Some((check, maybe(dice, |_| 3)?))).collect();
    SharedEntry {
        id: id(dice, by, 2),
        by,
        date: any_day(dice),
        title: words(dice, entry::TITLE),
        template,
        prompt: words(dice, entry::PROMPT),
        answers: Named(answers),
        text: words(dice, entry::TEXT),
        tags: (0..dice.below(3)).map(|n| format!("tag {n}")).collect(),
        checks: Named(checks),
        goals: maybe(dice, |dice| id(dice, by, 1)).into_iter().collect(),
    }
}

fn strategy(dice: &mut Dice, by: PersonId) -> SharedStrategy {
    SharedStrategy {
        id: id(dice, by, 3),
        by,
        sort: one(dice, &Sort::ALL),
        title: words(dice, TITLE),
        text: words(dice, entry::TEXT),
        link: words(dice, LINK),
    }
}

fn feedback(dice: &mut Dice, by: PersonId) -> SharedFeedback {
    SharedFeedback {
        id: id(dice, by, 4),
        by,
        nature: one(dice, &Nature::ALL),
        text: words(dice, entry::TEXT),
        on: any_day(dice),
        about: maybe(dice, |dice| about(dice, by)),
    }
}

fn suggestion(dice: &mut Dice, by: PersonId) -> SharedSuggestion {
    SharedSuggestion {
        id: id(dice, by, 5),
        by,
        what: one(dice, &Suggested::ALL),
        text: words(dice, TITLE),
        note: words(dice, entry::TEXT),
        link: words(dice, LINK),
        on: any_day(dice),
        about: maybe(dice, |dice| about(dice, by)),
    }
}

fn view(dice: &mut Dice, by: PersonId) -> SharedView {
    SharedView {
        id: id(dice, by, 6),
        by,
        about: about(dice, by),
        value: dice.below(11) as u8,
        on: any_day(dice),
        note: words(dice, rating::NOTE),
    }
}

fn response(dice: &mut Dice, by: PersonId) -> SharedResponse {
    SharedResponse {
        id: id(dice, by, 7),
        by,
        about: about(dice, by),
        status: one(dice, &ResponseStatus::ALL),
        word: words(dice, entry::TEXT),
        on: any_day(dice),
    }
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
    let text = file::share::write(&letter(dice, from, thread), "test");
    let plan = plan_share(book, &opened(text.as_bytes())?, &ShareOptions::default(), run).ok()?;
    book.import(plan).ok()
}
