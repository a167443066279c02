//! The kinds of records: what each holds, and how one is read. Everything that goes kind by kind (files, search, the trash,
//! previews) asks the tables here.

#[macro_use]
mod declare;
#[macro_use]
mod declare_shared;
pub mod entry;
pub mod feedback;
pub mod goal;
pub mod profile;
pub mod rating;
pub mod received;
pub mod relationship;
pub mod response;
pub mod sent;
pub mod step;
pub mod strategy;
pub mod suggestion;

use crate::field::KindTable;
use crate::id::RecordId;
use crate::record::Record;

macro_rules! kinds {
    ($(#[doc = $doc:literal] $kind:ident = $module:ident,)*) => {
        /// A kind that this version knows, in the order in which kinds are listed. What differs from kind to kind is a match
        /// over these, so that the compiler names every place that a new one concerns.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = $doc] $kind,)*
        }

        /// What each kind holds.
        pub const KINDS: &[KindTable] = &[$($module::TABLE),*];

        impl Kind {
            /// All of them.
            pub const ALL: [Self; KINDS.len()] = [$(Self::$kind),*];

            /// What it is, as the published schema says it.
            pub fn about(self) -> &'static str {
                match self {
                    $(Self::$kind => $doc.trim_start(),)*
                }
            }
        }
    };
}

kinds! {
    /// What a person says of themselves.
    Profile = profile,
    /// A goal.
    Goal = goal,
    /// A step of a goal.
    Step = step,
    /// A rating of a goal.
    Rating = rating,
    /// A journal entry.
    Entry = entry,
    /// Another person.
    Relationship = relationship,
    /// Feedback to someone.
    Feedback = feedback,
    /// A suggestion to someone.
    Suggestion = suggestion,
    /// A response to someone.
    Response = response,
    /// A strategy or a resource.
    Strategy = strategy,
    /// A file that was sent.
    Sent = sent,
    /// A file that was received.
    Received = received,
}

/// Hands to a macro the lists of a share file in their order, each with what it holds.
macro_rules! shared_lists {
    ($make:ident) => {
        $make! {
            /// Goals.
            goals: $crate::kinds::goal::SharedGoal,
            /// Journal entries.
            entries: $crate::kinds::entry::SharedEntry,
            /// Strategies and resources.
            strategies: $crate::kinds::strategy::SharedStrategy,
            /// Feedback, questions, thanks.
            feedback: $crate::kinds::feedback::SharedFeedback,
            /// Suggestions.
            suggestions: $crate::kinds::suggestion::SharedSuggestion,
            /// How the sender sees the recipient's goals.
            views: $crate::kinds::rating::SharedView,
            /// Responses to what the recipient gave.
            responses: $crate::kinds::response::SharedResponse,
        }
    };
}
pub(crate) use shared_lists;

impl Kind {
    /// The kind of that name; none for one that this version does not know.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its name in files.
    pub fn name(self) -> &'static str {
        self.table().kind
    }

    /// What it holds.
    pub fn table(self) -> &'static KindTable {
        &KINDS[self as usize]
    }
}

/// The table of a kind; none for a kind that this version does not know.
pub fn table(kind: &str) -> Option<&'static KindTable> {
    KINDS.iter().find(|table| table.kind == kind)
}

/// What a person knows a record of this kind by: the names of fields, best first. For a kind that this version does not know,
/// whatever others are known by.
pub fn titles(kind: &str) -> impl Iterator<Item = &'static str> {
    let known = table(kind).map_or(KINDS, std::slice::from_ref);
    known.iter().flat_map(KindTable::titles).map(|field| field.name)
}

/// What a person knows a record by; empty where nothing of that is written.
pub fn title(record: &Record) -> &str {
    let text = |name| record.value(name).and_then(|value| value.as_str()).filter(|text| !text.is_empty());
    titles(record.kind()).find_map(text).unwrap_or_default()
}

/// Whether a record goes for good when `whole` does.
pub(crate) fn belongs_to(record: &Record, whole: RecordId) -> bool {
    let wholes = table(record.kind()).into_iter().flat_map(KindTable::wholes);
    wholes.into_iter().any(|field| record.reference(field) == Some(whole))
}

/// Whether a record says something about another person, and so must not become anyone else's.
pub(crate) fn is_between_people(record: &Record) -> bool {
    let wholes = table(record.kind()).into_iter().flat_map(KindTable::wholes);
    let with = wholes.into_iter().filter(|field| field.part_of == Some(relationship::KIND));
    record.kind() == relationship::KIND || with.into_iter().any(|field| record.value(field.name).is_some())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::field::ValueError;

    #[test]
    fn a_kind_is_found_by_its_name() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of(kind.name()), Some(kind));
        }
        assert_eq!(Kind::of("quest"), None);
    }

    #[test]
    fn a_set_member_is_checked_and_unknown_fields_pass() {
        let entry = table("entry").unwrap();
        assert_eq!(entry.check("tag:exam", &json!(true)), Ok(()));
        assert_eq!(entry.check("tag:", &json!(true)), Err(ValueError::Empty));
        assert_eq!(entry.check("goal:exam", &json!(true)), Err(ValueError::Malformed));
        assert_eq!(entry.check("from-the-future", &json!({ "a": 1 })), Ok(()));
    }

    #[test]
    fn no_field_stands_twice_or_hides_another() {
        for table in KINDS {
            for (i, field) in table.fields.iter().enumerate() {
                assert!(table.fields[i + 1..].iter().all(|other| other.name != field.name), "{}", field.name);
                assert!(table.sets.iter().all(|set| !field.name.starts_with(set.prefix)));
            }
        }
    }

    #[test]
    fn what_a_record_is_part_of_is_a_kind_and_names_a_record() {
        for field in KINDS.iter().flat_map(KindTable::wholes) {
            assert!(field.part_of.and_then(Kind::of).is_some(), "{field:?}");
            assert_eq!(field.rule, crate::field::Rule::Record);
        }
    }
}
