//! A file from another person: whose it is, what is new in it, what is set aside and why. It never touches a record of
//! mine but the relationship it belongs to; everything it brings is one more file in that relationship.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::Value;

use super::Plan;
pub use super::share_counts::ShareCounts;
use super::share_counts::counts;
use crate::copy::free_id;
use crate::edit::ChangeError;
use crate::edit::{Edit, Seen};
use crate::file::{OpenedShare, SetAside, Thing, Why};
use crate::id::{PersonId, RecordId};
use crate::json::compact;
use crate::mentoring::received;
use crate::mentoring::relationship::{self, Relationship, RelationshipStatus};
use crate::mentoring::share::{Apart, ShareFile};
use crate::notebook::Notebook;
use crate::sorting::sort_by_key;
use crate::stamp::Stamp;

/// What someone is called who gives no name, until they are given one.
const NAMELESS: &str = "?";

/// What a person may choose about a file from someone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShareOptions {
    /// The relationship that a file of an unknown thread belongs to; someone new where none is chosen.
    pub person: Option<RecordId>,
    /// What to call someone new; as they call themselves where it is empty.
    pub name: String,
}

/// Why a file from a person is refused as a whole. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// It says that I made it: a file to send, not to open, or one that claims to be mine.
    #[error("the file says that it is from me")]
    FromMe,
    /// It is for someone else.
    #[error("the file is for someone else")]
    ForSomeoneElse,
    /// It has the secret name of what I share with one person, and says that it is from another.
    #[error("the file has the thread of another person")]
    ThreadOfAnother,
    /// The relationship that was chosen is not here, or cannot take anything more.
    #[error("the relationship cannot take it")]
    NotTaken,
}

/// Whose a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sender {
    /// It belongs to the thread of a person I know.
    Known(RecordId),
    /// It belongs to a thread that I do not know.
    Unknown {
        /// People I know whom it could be from, if they say so: they sent no file yet, or one from the same person.
        could_be: Vec<RecordId>,
        /// Someone I know who is, by its id, the same person. Ids can be claimed by anyone.
        claims_to_be: Option<RecordId>,
    },
}

/// How a file stands to those that are here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recency {
    /// The latest.
    Latest,
    /// A later one is here. This one turns nothing back.
    Older,
    /// Another one with its number is here. Both are kept.
    Twin,
    /// This very file is here.
    Here,
}

/// What opening a file would do. Nothing is done yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharePreview {
    /// Whose it is.
    pub sender: Sender,
    /// The relationship it would belong to.
    pub relationship: RecordId,
    /// What the sender calls themselves.
    pub name: String,
    /// The day it was written.
    pub written: NaiveDate,
    /// Its number among the sender's files.
    pub number: u64,
    /// How it stands to those that are here.
    pub recency: Recency,
    /// What it brings, by kind.
    pub counts: BTreeMap<&'static str, ShareCounts>,
    /// What does not come in, and why.
    pub set_aside: Vec<SetAside>,
}

impl SharePreview {
    /// Whether opening it would make no difference.
    pub fn is_nothing(&self) -> bool {
        self.recency == Recency::Here
    }

    /// How many things are new or different.
    pub fn news(&self) -> usize {
        self.counts.values().map(|counts| counts.new + counts.changed).sum()
    }
}

/// Works out what opening a file from a person would do.
pub fn plan_share(
    notebook: &Notebook,
    opened: &OpenedShare,
    options: &ShareOptions,
    stamp: &mut dyn Stamp,
) -> Result<Plan<SharePreview>, ShareError> {
    let known = check(notebook, &opened.file)?;
    let (file, set_aside) = only_the_senders(opened, notebook.me());
    let mut after = notebook.clone();
    let mut edit = Edit::new(&mut after, stamp);
    let target = match (&known, options.person) {
        (Some(known), _) => known.id(),
        (None, Some(chosen)) => chosen_person(notebook, chosen, file.from.id)?,
        (None, None) => someone_new(&mut edit, &file, &options.name).map_err(|_| ShareError::NotTaken)?,
    };
    settle_in(&mut edit, target, &file).map_err(|_| ShareError::NotTaken)?;
    let recency = keep(&mut edit, target, opened, &file).map_err(|_| ShareError::NotTaken)?;
    let touched = edit.finish();
    let preview = SharePreview {
        sender: known.map_or_else(|| unknown(notebook, &file), |known| Sender::Known(known.id())),
        relationship: target,
        name: file.from.name.clone(),
        written: file.written,
        number: file.number,
        recency,
        counts: counts(notebook, target, &file, recency),
        set_aside,
    };
    Ok(Plan { preview, before: notebook.clone(), after, touched })
}

/// The relationship of the file's thread, if there is one and the file may belong to it.
fn check(notebook: &Notebook, file: &ShareFile) -> Result<Option<Relationship>, ShareError> {
    if file.from.id == notebook.me() {
        return Err(ShareError::FromMe);
    }
    if file.to.id.is_some_and(|to| to != notebook.me()) {
        return Err(ShareError::ForSomeoneElse);
    }
    let known = notebook.relationship_of(file.thread);
    let is_another = |known: &Relationship| known.person().is_some_and(|person| person != file.from.id);
    if known.as_ref().is_some_and(is_another) { Err(ShareError::ThreadOfAnother) } else { Ok(known) }
}

/// The file with what is the sender's own, and what was left out.
fn only_the_senders(opened: &OpenedShare, me: PersonId) -> (ShareFile, Vec<SetAside>) {
    let (mut file, mut set_aside) = (opened.file.clone(), opened.set_aside.clone());
    let from = file.from.id;
    file.items.retain(|item| {
        if item.by() == from {
            return true;
        }
        let place = opened.places.get(&(item.kind(), item.id())).copied().unwrap_or_default();
        let why = if item.by() == me { Why::ClaimsToBeMine } else { Why::NotTheSenders };
        set_aside.push(SetAside { what: Thing::item(place, item), why });
        false
    });
    sort_by_key(&mut set_aside, |aside| aside.what.place);
    (file, set_aside)
}

fn unknown(notebook: &Notebook, file: &ShareFile) -> Sender {
    let all = notebook.relationships();
    let could_be = all.iter().filter(|one| one.person().is_none_or(|person| person == file.from.id));
    let claims_to_be = all.iter().find(|one| one.person() == Some(file.from.id)).map(Relationship::id);
    Sender::Unknown { could_be: could_be.map(Relationship::id).collect(), claims_to_be }
}

fn chosen_person(notebook: &Notebook, chosen: RecordId, from: PersonId) -> Result<RecordId, ShareError> {
    let relationship = notebook.relationship(chosen).ok_or(ShareError::NotTaken)?;
    let fits = relationship.person().is_none_or(|person| person == from);
    if fits { Ok(chosen) } else { Err(ShareError::ThreadOfAnother) }
}

/// Adds a person. The id follows from the thread, so that two of my devices add the same.
fn someone_new(edit: &mut Edit, file: &ShareFile, name: &str) -> Result<RecordId, ChangeError> {
    let id =
        free_id(edit.notebook, derived(edit.notebook, &[b"relationship:", file.thread.uuid().as_bytes()]));
    edit.create_as(id, relationship::KIND)?;
    let names = [name, &file.from.name, NAMELESS];
    let name = names.into_iter().find(|name| !name.trim().is_empty()).unwrap_or_default();
    edit.set(id, relationship::NAME, name)?;
    edit.set(id, relationship::STATUS, RelationshipStatus::Active.word())?;
    Ok(id)
}

/// Remembers who the person is, by which thread they write, and what we are to each other where that is not said yet.
fn settle_in(edit: &mut Edit, id: RecordId, file: &ShareFile) -> Result<(), ChangeError> {
    edit.set_deleted(id, false)?;
    edit.set(id, relationship::PERSON, &file.from.id.to_string())?;
    edit.mark(id, relationship::THREADS, &file.thread.to_string(), true)?;
    let record = edit.record(id)?;
    if record.flag(relationship::MENTORS_ME) || record.flag(relationship::I_MENTOR) {
        return Ok(());
    }
    edit.set_roles(id, file.roles.other())
}

/// Keeps the file with everything in it, unless it is here, and says how it stands to the others.
fn keep(
    edit: &mut Edit,
    with: RecordId,
    opened: &OpenedShare,
    file: &ShareFile,
) -> Result<Recency, ChangeError> {
    let content = compact(&Value::Object(opened.whole.clone()));
    let id = derived(edit.notebook, &[b"received:", with.uuid().as_bytes(), content.as_bytes()]);
    let id = free_id(edit.notebook, id);
    let apart = Apart::of(&opened.whole);
    let others = edit.notebook.kept_of(with);
    let held: BTreeSet<&str> =
        others.iter().flat_map(|record| received::items(record)).map(|(digest, _)| digest).collect();
    let items = apart.items.iter().map(|(digest, json)| (digest.as_str(), json.as_str()));
    let part = received::part(items.filter(|(digest, _)| !held.contains(digest)));
    let known = edit.notebook.record(id);
    let (is_known, is_here) = (known.is_some(), known.is_some_and(|record| record.is_live()));
    if is_here && part.is_none() {
        return Ok(Recency::Here);
    }
    if !is_known {
        edit.create_as(id, received::KIND)?;
        edit.set(id, received::WITH, &with.to_string())?;
        let today = edit.stamp.today().to_string();
        edit.set(id, received::ON, &today)?;
        edit.write(id, received::HEAD, compact(&Value::Object(apart.head)).into(), &Seen::Now)?;
        edit.write(id, received::LISTS, apart.lists.into(), &Seen::Now)?;
    }
    if let Some((name, text)) = part {
        edit.write_named(id, &name, text, &Seen::Now)?;
    }
    edit.set_deleted(id, false)?;
    Ok(if is_here { Recency::Latest } else { recency(edit.notebook, with, file) })
}

/// How a file that is not here stands to those that are.
fn recency(notebook: &Notebook, with: RecordId, file: &ShareFile) -> Recency {
    let here = notebook.relationship_in_any_state(with).map_or(0, |one| notebook.latest_from(&one));
    match here.cmp(&file.number) {
        Ordering::Less => Recency::Latest,
        // It says no more than one that is here, as far as this version understands them.
        Ordering::Equal if notebook.has_copy_of(with, file) => Recency::Latest,
        Ordering::Equal => Recency::Twin,
        Ordering::Greater => Recency::Older,
    }
}

/// The parts begin with a word for what the id is of, so that nobody can choose a thread or a content whose id is that of
/// something else: copies of records follow from 16 bytes, and these from more.
fn derived(notebook: &Notebook, parts: &[&[u8]]) -> RecordId {
    RecordId::derived(notebook.id(), &parts.concat())
}
