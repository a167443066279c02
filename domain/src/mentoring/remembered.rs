//! What was read from the files of each person, so that they are parsed once and not at each look.

use std::sync::{Arc, OnceLock, PoisonError};

use super::came::Came;
use super::relationship::{REMOVED, Relationship};
use super::theirs::{Files, GivenByThem, Theirs};
use crate::id::{PersonId, RecordId};
use crate::notebook::Notebook;
use crate::record::Record;

/// What a relationship says about what is read. The rest of it, such as the message that is being written, makes no difference.
#[derive(PartialEq, Eq)]
pub(super) struct Whose {
    person: Option<PersonId>,
    /// The copies of theirs that were removed.
    removed: Vec<String>,
}

impl Whose {
    fn of(relationship: &Relationship) -> Self {
        let removed = relationship.0.members(REMOVED).map(str::to_owned).collect();
        Self { person: relationship.person(), removed }
    }

    /// Whether a copy was not removed.
    pub(super) fn wants(&self, id: RecordId) -> bool {
        self.removed.is_empty() || !self.removed.contains(&id.to_string())
    }
}

/// What was read of one person's files, each part of it when it was first asked for.
pub(super) struct OfPerson {
    whose: Whose,
    /// From which records. A record that changes is another one, so these tell whether it still holds.
    records: Vec<Arc<Record>>,
    files: OnceLock<Arc<Files>>,
    given: OnceLock<Arc<GivenByThem>>,
    theirs: OnceLock<Arc<Theirs>>,
}

impl OfPerson {
    /// Their files, without the things in them.
    pub(super) fn files(&self) -> Arc<Files> {
        self.files.get_or_init(|| Arc::new(Files::of(&self.came()))).clone()
    }

    /// What they gave me.
    pub(super) fn given(&self) -> Arc<GivenByThem> {
        self.given.get_or_init(|| Arc::new(GivenByThem::of(&self.came(), &self.whose))).clone()
    }

    /// Everything they share.
    pub(super) fn theirs(&self) -> Arc<Theirs> {
        self.theirs.get_or_init(|| Arc::new(Theirs::of(&self.came(), &self.whose))).clone()
    }

    fn came(&self) -> Came<'_> {
        Came::of(&self.records, self.whose.person)
    }

    fn is_of(&self, whose: &Whose, records: &[Arc<Record>]) -> bool {
        let is_same = |(one, other): (&Arc<Record>, &Arc<Record>)| Arc::ptr_eq(one, other);
        self.whose == *whose
            && self.records.len() == records.len()
            && self.records.iter().zip(records).all(is_same)
    }
}

impl Notebook {
    /// What was read of a person's files, or what is still to be read.
    pub(super) fn of_person(&self, relationship: &Relationship) -> Arc<OfPerson> {
        let (whose, records) = (Whose::of(relationship), self.kept_of(relationship.id()));
        let mut all = self.remembered().0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.get(&relationship.id()).cloned().and_then(|one| one.downcast::<OfPerson>().ok());
        if let Some(known) = known.filter(|one| one.is_of(&whose, &records)) {
            return known;
        }
        let new = Arc::new(OfPerson {
            whose,
            records,
            files: OnceLock::new(),
            given: OnceLock::new(),
            theirs: OnceLock::new(),
        });
        all.insert(relationship.id(), new.clone());
        new
    }
}
