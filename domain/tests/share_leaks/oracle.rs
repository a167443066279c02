//! What may leave, worked out from the table and what was chosen, by other means than the app's: two notebooks for which
//! this is the same must give the same file, and two for which it is not must not.

use std::collections::BTreeMap;

use serde_json::Value;
use waymark_domain::Notebook;
use waymark_domain::id::RecordId;
use waymark_domain::record::Record;

use crate::table::{Leaves, SAME_AS_NOTHING, TICKED, Way, rows, way};

/// Everything that may leave: by record and field, the value.
pub type Leaving = BTreeMap<(String, String), Value>;

/// The way in which a rating leaves with its goal.
const OF_A_GOAL: &str = "of a goal: ";

/// What may leave in the file for one person; nothing where there is no file.
pub fn leaving(book: &Notebook, with: RecordId) -> Option<Leaving> {
    let relationship = live(book, with).filter(|record| record.kind() == "relationship")?;
    let choice = Choice { book, relationship, with };
    let mut all = Leaving::new();
    choice.header(&mut all)?;
    for record in book.records() {
        for (way, open) in choice.ways(record) {
            choice.put(&mut all, record, way, &open);
        }
        choice.steps(&mut all, record);
    }
    Some(all)
}

fn live(book: &Notebook, id: RecordId) -> Option<&Record> {
    book.record(id).map(AsRef::as_ref).filter(|record| is_live(record))
}

fn is_live(record: &Record) -> bool {
    record.content().is_some() && record.value("deleted") != Some(&true.into())
}

pub fn text<'a>(record: &'a Record, name: &str) -> &'a str {
    record.value(name).and_then(Value::as_str).unwrap_or_default()
}

fn members(record: &Record, prefix: &str) -> Vec<String> {
    let fields = record.content().into_iter().flat_map(|content| content.fields.keys());
    let names = fields.filter(|name| record.value(name) == Some(&true.into()));
    names.filter_map(|name| name.strip_prefix(prefix)).map(str::to_owned).collect()
}

struct Choice<'a> {
    book: &'a Notebook,
    relationship: &'a Record,
    with: RecordId,
}

impl Choice<'_> {
    fn has(&self, prefix: &str, id: &str) -> bool {
        self.relationship.value(&format!("{prefix}{id}")) == Some(&true.into())
    }

    /// The thread, the number, and what goes with every file.
    fn header(&self, all: &mut Leaving) -> Option<()> {
        let mine = |kind: &'static str| {
            let belongs = move |record: &&std::sync::Arc<Record>| {
                record.kind() == kind && is_live(record) && text(record, "with") == self.with.to_string()
            };
            self.book.records().filter(belongs)
        };
        let number = |value: &Value| value.as_u64().unwrap_or_default();
        // Of two people who were taken for this one, only the one it says counts.
        let person = text(self.relationship, "person");
        let is_theirs = |file: &Value| person.is_empty() || file["from"]["id"] == *person;
        let file = |record: &std::sync::Arc<Record>| match record.value("lists") {
            Some(Value::Object(_)) => serde_json::from_str(text(record, "head")).ok(),
            _ => record.value("file").cloned(),
        };
        let whole = |record: &std::sync::Arc<Record>| matches!(record.value("lists"), Some(Value::Object(_)));
        let files = mine("received")
            .filter_map(|record| Some((file(record).filter(is_theirs)?, whole(record), record.id())));
        let latest = files.max_by_key(|(file, whole, id)| (number(&file["number"]), *whole, *id));
        let theirs = latest.and_then(|(file, ..)| file["thread"].as_str().map(str::to_owned));
        let thread = theirs.or_else(|| members(self.relationship, "thread:").into_iter().next())?;
        let sent = mine("sent").filter_map(|record| record.value("number")).map(number).max();
        let (me, file) = (self.book.me().to_string(), |name: &str| ("file".to_owned(), name.to_owned()));
        all.insert(file("thread"), thread.into());
        all.insert(file("number"), (sent.unwrap_or_default().max(20_261_121_000) + 1).into());
        all.insert(file("from"), me.into());
        Some(())
    }

    /// The ways in which a record leaves, each with what is open then. A rating may leave with its goal, and as a view.
    fn ways(&self, record: &Record) -> Vec<(&'static str, Vec<Leaves>)> {
        let id = record.id().to_string();
        let is_theirs = text(record, "with") == self.with.to_string();
        let chosen = is_live(record) && self.has("share:", &id);
        let one = |is_open: bool, open: Vec<Leaves>| if is_open { vec![("", open)] } else { Vec::new() };
        match (record.kind(), way(record.kind())) {
            ("profile", _) => one(record.by() == self.book.me(), vec![Leaves::Always]),
            ("relationship", _) if record.id() == self.with => {
                let agreed = record.value("shares_agreement") == Some(&true.into());
                one(true, [Leaves::Always].into_iter().chain(agreed.then_some(Leaves::Agreed)).collect())
            }
            ("step", _) => {
                let done = (text(record, "status") == "done").then_some(Leaves::Done);
                one(self.step_leaves(record), [Leaves::Chosen].into_iter().chain(done).collect())
            }
            ("rating", _) => self.rating(record, chosen && is_theirs),
            (_, Some(Way::ByItself)) => {
                let ticked = TICKED.into_iter().filter(|(_, set)| self.has(set, &id)).map(|(part, _)| part);
                one(chosen, [Leaves::Chosen, Leaves::Linked].into_iter().chain(ticked).collect())
            }
            (kind, Some(Way::WrittenForOne)) => {
                let about = self.about_leaves(record).then_some(Leaves::About);
                let says = kind != "response" || about.is_some() && says_something(record);
                one(chosen && is_theirs && says, [Leaves::Chosen].into_iter().chain(about).collect())
            }
            _ => Vec::new(),
        }
    }

    fn rating(&self, record: &Record, chosen: bool) -> Vec<(&'static str, Vec<Leaves>)> {
        let (goal, rates) = (text(record, "goal"), record.value("value").is_some());
        let with_goal = is_live(record) && rates && self.goal_leaves(goal) && self.has("ratings:", goal);
        let as_view = chosen && rates && self.about_leaves(record);
        let ways = [
            (OF_A_GOAL, with_goal, vec![Leaves::Chosen]),
            ("a view: ", as_view, vec![Leaves::Chosen, Leaves::About]),
        ];
        ways.into_iter().filter(|(_, is, _)| *is).map(|(way, _, open)| (way, open)).collect()
    }

    fn goal_leaves(&self, goal: &str) -> bool {
        let record = goal.parse().ok().and_then(|id| live(self.book, id));
        record.is_some_and(|record| record.kind() == "goal") && self.has("share:", goal)
    }

    fn step_leaves(&self, step: &Record) -> bool {
        let goal = text(step, "goal");
        let is_hidden = self.has("without:", &step.id().to_string());
        is_live(step) && self.goal_leaves(goal) && self.has("steps:", goal) && !is_hidden
    }

    /// Whether what a record is about may be named: something of theirs, or of mine if it leaves too.
    fn about_leaves(&self, record: &Record) -> bool {
        let Ok(about) = text(record, "about").parse::<RecordId>() else { return false };
        self.book.record(about).is_none_or(|mine| match mine.kind() {
            "step" => !self.ways(mine).is_empty(),
            kind => way(kind) == Some(Way::ByItself) && !self.ways(mine).is_empty(),
        })
    }

    /// Puts down all open fields of a record that leaves.
    fn put(&self, all: &mut Leaving, record: &Record, way: &str, open: &[Leaves]) {
        // What goes with the file says nothing of the records that it is from.
        let goes_with_the_file = matches!(record.kind(), "profile" | "relationship");
        let id = if goes_with_the_file { record.kind().to_owned() } else { format!("{way}{}", record.id()) };
        if !goes_with_the_file {
            all.insert((id.clone(), String::new()), Value::Null);
        }
        if way == OF_A_GOAL {
            all.insert((id.clone(), "of which goal".to_owned()), text(record, "goal").into());
        }
        for (name, leaves) in rows(record.kind()).iter().filter(|(_, leaves)| open.contains(leaves)) {
            if name.ends_with(':') {
                let mut members = members(record, name);
                members.retain(|member| *leaves != Leaves::Linked || self.goal_leaves(member));
                all.extend(
                    members.into_iter().map(|member| ((id.clone(), format!("{name}{member}")), true.into())),
                );
            } else if let Some(value) = said(record, name) {
                all.insert((id.clone(), (*name).to_owned()), value);
            }
        }
    }

    /// The order of the steps of a goal that leave.
    fn steps(&self, all: &mut Leaving, goal: &Record) {
        let id = goal.id().to_string();
        let of_goal = |step: &&std::sync::Arc<Record>| step.kind() == "step" && text(step, "goal") == id;
        let mut steps: Vec<_> =
            self.book.records().filter(of_goal).filter(|step| self.step_leaves(step)).collect();
        steps.sort_by_key(|step| (text(step, "order"), step.id()));
        let ids: Vec<_> = steps.into_iter().map(|step| step.id().to_string()).collect();
        if !ids.is_empty() {
            all.insert((id, "steps, in order".to_owned()), ids.into());
        }
    }
}

fn says_something(response: &Record) -> bool {
    !matches!(text(response, "status"), "" | "read") || !text(response, "word").is_empty()
}

/// A value that says something.
fn said(record: &Record, name: &str) -> Option<Value> {
    let value = record.value(name).filter(|value| **value != "" && **value != false)?;
    let is_nothing = SAME_AS_NOTHING
        .iter()
        .any(|(kind, field, word)| record.kind() == *kind && name == *field && *value == *word);
    (!is_nothing).then(|| value.clone())
}
