//! Reading a share file: the gate for what other people send. Every value must be one that its field takes; an item that
//! is not is set aside and named. Whose an item is, is judged later, by who opens it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::apart::canonical;
use super::item::{
    Item, SharedEntry, SharedFeedback, SharedGoal, SharedPlan, SharedRating, SharedResponse, SharedStep,
    SharedStrategy, SharedSuggestion, SharedView,
};
use super::wire::{Named, Object, Reader, member};
use super::{Items, NUMBER_MAX, OpenedShare, Party, Recipient, ShareFile};
use crate::day::parse_day;
use crate::field::{Field, SetField};
use crate::file::{FileError, RecordError, SetAside, Thing, Why};
use crate::goal::GoalStatus;
use crate::id::RecordId;
use crate::mentoring::feedback::Nature;
use crate::mentoring::response::ResponseStatus;
use crate::mentoring::strategy::Sort;
use crate::mentoring::suggestion::Suggested;
use crate::mentoring::{About, Agreement, Roles, feedback, relationship, response, strategy, suggestion};
use crate::step::StepStatus;
use crate::template::Template;
use crate::{entry, goal, profile, rating, step};

/// Reads a share file whose format and version were checked.
pub(in crate::file) fn read(file: Object) -> Result<OpenedShare, FileError> {
    let whole = canonical(file);
    let (head, mut items) = (head(&whole).ok_or(FileError::Damaged)?, ItemReader::default());
    let items_read = Items {
        goals: items.list(&whole)?,
        entries: items.list(&whole)?,
        strategies: items.list(&whole)?,
        feedback: items.list(&whole)?,
        suggestions: items.list(&whole)?,
        ratings: items.list(&whole)?,
        responses: items.list(&whole)?,
    };
    let file = ShareFile { items: items_read, ..head };
    Ok(OpenedShare { file, places: items.places, set_aside: items.set_aside, whole })
}

/// A share file without what its lists hold; nothing where it is damaged.
pub fn head(file: &Object) -> Option<ShareFile> {
    head_of(Reader(file)).ok()
}

/// A kind of thing that a share file has a list of.
pub trait Listed: Item + Sized {
    /// The name of the list.
    const LIST: &'static str;

    /// Reads one, by the rules of its fields.
    fn read(value: &Value) -> Result<Self, RecordError>;
}

macro_rules! listed {
    ($($type:ident in $list:literal by $read:ident;)*) => {$(
        impl Listed for $type {
            const LIST: &'static str = $list;

            fn read(value: &Value) -> Result<Self, RecordError> {
                Reader::of(value).and_then($read)
            }
        }
    )*};
}

listed! {
    SharedGoal in "goals" by goal;
    SharedEntry in "entries" by entry;
    SharedStrategy in "strategies" by strategy;
    SharedFeedback in "feedback" by feedback;
    SharedSuggestion in "suggestions" by suggestion;
    SharedView in "ratings" by view;
    SharedResponse in "responses" by response;
}

fn head_of(file: Reader) -> Result<ShareFile, RecordError> {
    let number = file.0.get("number").and_then(Value::as_u64);
    let number = number.filter(|number| (1..=NUMBER_MAX).contains(number)).ok_or(RecordError::NotARecord)?;
    let written = file.0.get("written").and_then(Value::as_str).and_then(|text| parse_day(text.get(..10)?));
    let from = file.part("from")?.ok_or(RecordError::NotARecord)?;
    let to = file.part("to")?.ok_or(RecordError::NotARecord)?;
    let roles = file.list("as", |word| Ok(word.as_str().unwrap_or_default().to_owned()), String::clone)?;
    let has = |word: &str| roles.iter().any(|role| role == word);
    Ok(ShareFile {
        thread: file.id("thread")?,
        number,
        written: written.ok_or(RecordError::NotARecord)?,
        from: Party { id: from.id("id")?, name: from.text(profile::NAME)? },
        to: Recipient {
            id: to.0.contains_key("id").then(|| to.id("id")).transpose()?,
            name: to.text(profile::NAME)?,
        },
        roles: Roles { mentee: has("mentee"), mentor: has("mentor") },
        message: file.text(relationship::MESSAGE)?,
        agreement: file.part("agreement")?.map(agreement).transpose()?.filter(|one| !one.is_empty()),
        items: Items::default(),
    })
}

fn agreement(from: Reader) -> Result<Agreement, RecordError> {
    Ok(Agreement {
        i_expect: from.text(relationship::I_EXPECT)?,
        they_expect: from.text(relationship::THEY_EXPECT)?,
        cadence: from.text(relationship::CADENCE)?,
        channel: from.text(relationship::CHANNEL)?,
        confidential: from.text(relationship::CONFIDENTIAL)?,
        limits: from.text(relationship::LIMITS)?,
        review_on: from.day(relationship::REVIEW_ON)?,
        end_on: from.day(relationship::END_ON)?,
    })
}

/// Reads items one by one and counts them.
#[derive(Default)]
struct ItemReader {
    place: usize,
    places: BTreeMap<(&'static str, RecordId), usize>,
    set_aside: Vec<SetAside>,
}

impl ItemReader {
    fn list<T: Listed>(&mut self, file: &Object) -> Result<Vec<T>, FileError> {
        let values = match file.get(T::LIST) {
            None => return Ok(Vec::new()),
            Some(values) => values.as_array().ok_or(FileError::Damaged)?,
        };
        Ok(values.iter().filter_map(|value| self.item(value)).collect())
    }

    fn item<T: Listed>(&mut self, value: &Value) -> Option<T> {
        self.place += 1;
        let item = T::read(value).map_err(Why::Unreadable);
        let item = item.and_then(|item| {
            let key = (item.kind(), item.id());
            if self.places.contains_key(&key) {
                return Err(Why::AnotherUnderItsId);
            }
            self.places.insert(key, self.place);
            Ok(item)
        });
        item.map_err(|why| {
            self.set_aside.push(SetAside { what: Thing::shared(self.place, T::LIST, value), why });
        })
        .ok()
    }
}

fn goal(from: Reader) -> Result<SharedGoal, RecordError> {
    let plan = from
        .part("plan")?
        .map(|plan| Ok(SharedPlan { obstacle: plan.text(goal::IF)?, answer: plan.text(goal::THEN)? }));
    Ok(SharedGoal {
        id: from.id("id")?,
        by: from.id("by")?,
        title: from.text(goal::TITLE)?,
        status: from.word(goal::STATUS, GoalStatus::from_word)?,
        why: from.text(goal::WHY)?,
        criterion: from.text(goal::CRITERION)?,
        area: from.text(goal::AREA)?,
        target: from.day(goal::TARGET)?,
        plan: plan.transpose()?,
        steps: from.list("steps", |value| Reader::of(value).and_then(step), |step| step.id)?,
        ratings: from.list("ratings", |value| Reader::of(value).and_then(self_check), |rating| rating.id)?,
    })
}

fn step(from: Reader) -> Result<SharedStep, RecordError> {
    Ok(SharedStep {
        id: from.id("id")?,
        text: from.text(step::TEXT)?,
        status: from.word(step::STATUS, StepStatus::from_word)?,
        due: from.day(step::DUE)?,
        done_on: from.day(step::DONE_ON)?,
    })
}

fn self_check(from: Reader) -> Result<SharedRating, RecordError> {
    Ok(SharedRating {
        id: from.id("id")?,
        value: value(from)?,
        on: from.day(rating::ON)?,
        note: from.text(rating::NOTE)?,
    })
}

fn value(from: Reader) -> Result<u8, RecordError> {
    from.number(rating::VALUE)?.ok_or(RecordError::NotARecord)
}

fn entry(from: Reader) -> Result<SharedEntry, RecordError> {
    Ok(SharedEntry {
        id: from.id("id")?,
        by: from.id("by")?,
        date: from.day(entry::DATE)?,
        title: from.text(entry::TITLE)?,
        template: from.word(entry::TEMPLATE, Template::from_word)?,
        prompt: from.text(entry::PROMPT)?,
        answers: answers(from)?,
        text: from.text(entry::TEXT)?,
        tags: from.list("tags", |tag| member(tag, entry::TAGS.member, "tags"), String::clone)?,
        checks: checks(from)?,
        goals: linked(from, entry::GOALS)?,
    })
}

fn answers(from: Reader) -> Result<Named<String>, RecordError> {
    let Some(answers) = from.part("answers")? else { return Ok(Named::default()) };
    let parts = Template::ALL.into_iter().flat_map(Template::parts).copied();
    let read = |part: Field| answers.text(part).map(|text| (part, text));
    let all: Vec<_> = parts.map(read).collect::<Result<_, _>>()?;
    Ok(Named(all.into_iter().filter(|(_, text)| !text.is_empty()).collect()))
}

fn checks(from: Reader) -> Result<Named<u8>, RecordError> {
    let Some(checks) = from.part("checks")? else { return Ok(Named::default()) };
    let read = |check: Field| checks.number(check).map(|value| value.map(|value| (check, value)));
    let all: Vec<_> = entry::SELF_CHECKS.into_iter().map(read).collect::<Result<_, _>>()?;
    Ok(Named(all.into_iter().flatten().collect()))
}

fn linked(from: Reader, set: SetField) -> Result<Vec<RecordId>, RecordError> {
    let read = |id: &Value| member(id, set.member, "goals")?.parse().map_err(|_| RecordError::NotARecord);
    from.list("goals", read, |id: &RecordId| *id)
}

fn strategy(from: Reader) -> Result<SharedStrategy, RecordError> {
    Ok(SharedStrategy {
        id: from.id("id")?,
        by: from.id("by")?,
        sort: from.word(strategy::SORT, Sort::from_word)?,
        title: from.text(strategy::TITLE)?,
        text: from.text(strategy::TEXT)?,
        link: from.text(strategy::LINK)?,
    })
}

fn feedback(from: Reader) -> Result<SharedFeedback, RecordError> {
    Ok(SharedFeedback {
        id: from.id("id")?,
        by: from.id("by")?,
        nature: from.word(feedback::NATURE, Nature::from_word)?,
        text: from.text(feedback::TEXT)?,
        on: from.day(feedback::ON)?,
        about: about(from)?,
    })
}

fn suggestion(from: Reader) -> Result<SharedSuggestion, RecordError> {
    Ok(SharedSuggestion {
        id: from.id("id")?,
        by: from.id("by")?,
        what: from.word(suggestion::WHAT, Suggested::from_word)?,
        text: from.text(suggestion::TEXT)?,
        note: from.text(suggestion::NOTE)?,
        link: from.text(suggestion::LINK)?,
        on: from.day(suggestion::ON)?,
        about: about(from)?,
    })
}

fn view(from: Reader) -> Result<SharedView, RecordError> {
    Ok(SharedView {
        id: from.id("id")?,
        by: from.id("by")?,
        about: about(from)?.ok_or(RecordError::NotARecord)?,
        value: value(from)?,
        on: from.day(rating::ON)?,
        note: from.text(rating::NOTE)?,
    })
}

fn response(from: Reader) -> Result<SharedResponse, RecordError> {
    Ok(SharedResponse {
        id: from.id("id")?,
        by: from.id("by")?,
        about: about(from)?.ok_or(RecordError::NotARecord)?,
        status: from.word(response::STATUS, ResponseStatus::from_word)?,
        word: from.text(response::WORD)?,
        on: from.day(response::ON)?,
    })
}

fn about(from: Reader) -> Result<Option<About>, RecordError> {
    let Some(about) = from.part("about")? else { return Ok(None) };
    let [kind, _, title] = crate::about::fields("");
    let kind = about.text(Field { name: "kind", ..kind })?;
    let title = about.text(Field { name: "title", ..title })?;
    Ok(Some(About { kind, id: about.id("id")?, title }))
}
