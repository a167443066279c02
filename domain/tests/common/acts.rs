//! How each act of mentoring is made at random: a line for each, as for changes.

use waymark_domain::change::Touched;
use waymark_domain::id::RecordId;
use waymark_domain::mentoring::feedback::Nature;
use waymark_domain::mentoring::relationship::{
    MESSAGE, PRIVATE_NOTE, REMOVED, RelationshipStatus, SHARES_AGREEMENT, WITH_CHECKS, WITH_PLAN,
    WITH_RATINGS, WITH_STEPS, WITH_TAGS, WITHOUT,
};
use waymark_domain::mentoring::response::ResponseStatus;
use waymark_domain::mentoring::strategy::Sort;
use waymark_domain::mentoring::suggestion::Suggested;
use waymark_domain::mentoring::{About, Act, Agreement, Given, Relationship, Roles};
use waymark_domain::{Change, ChangeError, Notebook};

use super::changes::made_at_random;
use super::random::{Dice, text};
use super::{Run, day};

/// One thing that a person does.
pub enum Done {
    Change(Change),
    Act(Act),
}

impl Done {
    pub fn apply(self, book: &mut Notebook, run: &mut Run) -> Result<Touched, ChangeError> {
        match self {
            Self::Change(change) => book.apply(change, run),
            Self::Act(act) => book.apply(act, run),
        }
    }
}

/// Someone to do something with, and something to do it about.
pub struct Meeting<'a> {
    dice: &'a mut Dice,
    book: &'a Notebook,
    with: RecordId,
    any: RecordId,
}

/// One random act; `None` where there is nothing for it.
pub fn random_act(dice: &mut Dice, book: &Notebook) -> Option<Done> {
    let people: Vec<_> = book.relationships().iter().map(Relationship::id).collect();
    let Some(with) = dice.pick(&people) else { return Some(Done::Act(add_person(dice))) };
    let all: Vec<_> = book.records().map(|record| record.id()).collect();
    let any = dice.pick(&all)?;
    if dice.chance(12) {
        return tick(dice, book, with, any).map(Done::Change);
    }
    random(&mut Meeting { dice, book, with, any }).map(Done::Act)
}

made_at_random!(ACTS: Act from Meeting<'_>, |by| {
    AddPerson, 1 => add_person(by.dice);
    Choose, 3 => Act::Choose { with: by.with, id: by.any, on: !by.dice.chance(4) };
    Say, 1 => Act::Say {
        with: by.with,
        nature: by.dice.pick(&Nature::ALL)?,
        text: text(by.dice),
        about: about(by.dice, by.any),
    };
    Suggest, 1 => Act::Suggest {
        with: by.with,
        what: by.dice.pick(&Suggested::ALL)?,
        text: text(by.dice),
        note: text(by.dice),
        link: text(by.dice),
        about: about(by.dice, by.any),
    };
    RateTheirs, 1 => Act::RateTheirs {
        with: by.with,
        goal: About::new("goal", by.any, &text(by.dice)),
        value: by.dice.below(12) as u8,
        note: text(by.dice),
    };
    Respond, 1 => respond(by)?;
    Accept, 1 => accept(by)?;
    AddStrategy, 1 => add_strategy(by.dice);
    TakeAgreement, 1 => Act::TakeAgreement { with: by.with, agreement: agreement(by.dice) };
    NoteSent, 1 => Act::NoteSent { with: by.with, file: Box::new(by.book.share_file(by.with, day("2026-11-21"))?) };
    SetStatus, 1 => Act::SetStatus { with: by.with, status: by.dice.pick(&RelationshipStatus::ALL)? };
    All, 1 => Act::All(vec![random(by)?, random(by)?]);
});

impl Meeting<'_> {
    fn dice(&mut self) -> &mut Dice {
        self.dice
    }
}

fn add_person(dice: &mut Dice) -> Act {
    Act::AddPerson { name: text(dice), my_roles: Roles { mentee: dice.chance(2), mentor: dice.chance(2) } }
}

fn about(dice: &mut Dice, id: RecordId) -> Option<About> {
    let kind = dice.pick(&["goal", "entry"])?;
    dice.chance(2).then(|| About::new(kind, id, &text(dice)))
}

/// Something that somebody gave me, as it is picked.
fn given<T>(by: &mut Meeting<'_>, pick: fn(Given) -> Option<T>) -> Option<(RecordId, T)> {
    let given = by.book.given().into_iter();
    let all: Vec<_> = given.filter_map(|one| Some((one.relationship.id(), pick(one.given)?))).collect();
    let place = by.dice.below(all.len());
    all.into_iter().nth(place)
}

fn respond(by: &mut Meeting<'_>) -> Option<Act> {
    let (with, feedback) = given(by, |given| match given {
        Given::Feedback(feedback) => Some(feedback),
        Given::Suggestion(_) => None,
    })?;
    Some(Act::Respond {
        with,
        about: About::new("feedback", feedback.id, &feedback.text),
        status: by.dice.pick(&ResponseStatus::ALL),
        word: by.dice.chance(2).then(|| text(by.dice)),
    })
}

fn accept(by: &mut Meeting<'_>) -> Option<Act> {
    let (with, suggestion) = given(by, |given| match given {
        Given::Suggestion(suggestion) => Some(suggestion),
        Given::Feedback(_) => None,
    })?;
    let into = by.book.place_of(&suggestion);
    Some(Act::Accept { with, suggestion: Box::new(suggestion), into })
}

/// A card of one's own; those of others come with a suggestion that is accepted.
fn add_strategy(dice: &mut Dice) -> Act {
    let sort = Sort::ALL[dice.below(2)];
    let [title, text, link, from] = [(); 4].map(|()| text(dice));
    Act::AddStrategy { title, sort, text, link, from, origin: None }
}

fn agreement(dice: &mut Dice) -> Agreement {
    Agreement { i_expect: text(dice), cadence: text(dice), ..Agreement::default() }
}

/// Ticks what goes along, or writes what stands in a relationship.
fn tick(dice: &mut Dice, book: &Notebook, with: RecordId, id: RecordId) -> Option<Change> {
    let sets = [WITH_STEPS, WITHOUT, WITH_RATINGS, WITH_PLAN, WITH_TAGS, WITH_CHECKS, REMOVED];
    if dice.chance(2) {
        let (set, on) = (dice.pick(&sets)?, !dice.chance(3));
        return Some(Change::Mark { id: with, set, member: id.to_string(), on });
    }
    let (field, value) = match dice.below(3) {
        0 => (MESSAGE, text(dice).into()),
        1 => (PRIVATE_NOTE, text(dice).into()),
        _ => (SHARES_AGREEMENT, dice.chance(2).into()),
    };
    let saw = book.record(with)?.saw(field.name);
    Some(Change::Write { id: with, field, value, saw })
}
