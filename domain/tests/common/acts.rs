//! Random acts of mentoring.

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
use waymark_domain::mentoring::{About, Act, Agreement, Given, Relationship, Roles, Waiting};
use waymark_domain::{Change, ChangeError, Notebook};

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

/// One random act; `None` where there is nobody or nothing for it.
pub fn random_act(dice: &mut Dice, book: &Notebook) -> Option<Done> {
    let people: Vec<_> = book.relationships().iter().map(Relationship::id).collect();
    let Some(with) = dice.pick(&people).filter(|_| !dice.chance(12)) else {
        let my_roles = Roles { mentee: dice.chance(2), mentor: dice.chance(2) };
        return Some(Done::Act(Act::AddPerson { name: text(dice), my_roles }));
    };
    let all: Vec<_> = book.records().map(|record| record.id()).collect();
    let any = dice.pick(&all)?;
    if dice.chance(15) {
        let (one, other) = (random_act(dice, book)?, random_act(dice, book)?);
        let (Done::Act(one), Done::Act(other)) = (one, other) else { return None };
        return Some(Done::Act(Act::All(vec![one, other])));
    }
    let act = match dice.below(12) {
        0..=2 => Act::Choose { with, id: any, on: !dice.chance(4) },
        3 => Act::Say { with, nature: dice.pick(&Nature::ALL)?, text: text(dice), about: about(dice, any) },
        4 => suggest(dice, with, any)?,
        5 => Act::RateTheirs {
            with,
            goal: About::new("goal", any, &text(dice)),
            value: dice.below(12) as u8,
            note: text(dice),
        },
        6 | 7 => answer(dice, book)?,
        8 => add_strategy(dice),
        9 => Act::NoteSent { with, file: Box::new(book.share_file(with, day("2026-11-21"))?) },
        10 => settle(dice, with)?,
        _ => return tick(dice, book, with, any).map(Done::Change),
    };
    Some(Done::Act(act))
}

fn about(dice: &mut Dice, id: RecordId) -> Option<About> {
    let kind = dice.pick(&["goal", "entry"])?;
    dice.chance(2).then(|| About::new(kind, id, &text(dice)))
}

fn suggest(dice: &mut Dice, with: RecordId, about: RecordId) -> Option<Act> {
    let (what, about) = (dice.pick(&Suggested::ALL)?, self::about(dice, about));
    Some(Act::Suggest { with, what, text: text(dice), note: text(dice), link: text(dice), about })
}

fn answer(dice: &mut Dice, book: &Notebook) -> Option<Act> {
    let Waiting { relationship, given, .. } = dice.pick(&book.given())?;
    let with = relationship.id();
    Some(match given {
        Given::Suggestion(suggestion) => {
            let into = book.place_of(&suggestion);
            Act::Accept { with, suggestion: Box::new(suggestion), into }
        }
        Given::Feedback(feedback) => Act::Respond {
            with,
            about: About::new("feedback", feedback.id, &feedback.text),
            status: dice.pick(&ResponseStatus::ALL),
            word: dice.chance(2).then(|| text(dice)),
        },
    })
}

/// A card of one's own; those of others come with a suggestion that is accepted.
fn add_strategy(dice: &mut Dice) -> Act {
    let sort = Sort::ALL[dice.below(2)];
    let [title, text, link, from] = [(); 4].map(|()| text(dice));
    Act::AddStrategy { title, sort, text, link, from, origin: None }
}

fn settle(dice: &mut Dice, with: RecordId) -> Option<Act> {
    if dice.chance(2) {
        return Some(Act::SetStatus { with, status: dice.pick(&RelationshipStatus::ALL)? });
    }
    let agreement = Agreement { i_expect: text(dice), cadence: text(dice), ..Agreement::default() };
    Some(Act::TakeAgreement { with, agreement })
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
