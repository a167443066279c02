//! What the app says of each kind of record, and where one is shown: here alone. The compiler names this place when a kind is
//! missing.

use waymark_domain::{id::RecordId, kinds::Kind, rating, record::Record, step};

use crate::{
    route::Route,
    text::{Plural, Text, files, goals, journal, mentoring, settings},
};

/// What is said of a kind.
#[derive(Clone, Copy, Debug)]
pub struct KindWords {
    /// What one is called, where there are others beside it.
    pub one: Text,
    /// How many a backup or a diary holds.
    pub kept: Plural,
    /// How many a file from one person to another holds.
    pub shared: Plural,
    /// The heading under which they are offered for sharing by their titles, where nothing else offers them.
    pub offered: Option<Text>,
    /// The page on which the fields of one are, where they have one.
    pub page: fn(&Record) -> Option<Route>,
}

/// What is said of a kind, by its name in files.
pub fn words(kind: &str) -> KindWords {
    Kind::of(kind).map_or(UNKNOWN, words_of)
}

/// A kind of a newer version, and whatever is said of no kind in particular.
const UNKNOWN: KindWords = KindWords {
    one: settings::KindOther,
    kept: files::Others,
    shared: files::Others,
    offered: None,
    page: |_| None,
};

/// What I write for one person.
const FOR_SOMEONE: KindWords = KindWords { one: mentoring::KindWords, ..UNKNOWN };

const fn words_of(kind: Kind) -> KindWords {
    match kind {
        Kind::Profile => KindWords { kept: settings::Profiles, ..UNKNOWN },
        Kind::Goal => KindWords {
            one: goals::KindGoal,
            kept: goals::Goals,
            shared: goals::Goals,
            page: |goal| on_goal(Some(goal.id())),
            ..UNKNOWN
        },
        Kind::Step => KindWords {
            one: goals::KindStep,
            kept: goals::Steps,
            page: |step| on_goal(step.reference(step::GOAL)),
            ..UNKNOWN
        },
        Kind::Rating => KindWords {
            one: goals::KindRating,
            kept: goals::Ratings,
            shared: mentoring::Views,
            page: |rating| on_goal(rating.reference(rating::GOAL)),
            ..UNKNOWN
        },
        Kind::Entry => KindWords {
            one: journal::KindEntry,
            kept: journal::Entries,
            shared: journal::Entries,
            page: |entry| Some(Route::Entry(entry.id().uuid())),
            ..UNKNOWN
        },
        Kind::Relationship => KindWords {
            one: mentoring::KindPerson,
            page: |person| Some(Route::Person(person.id().uuid())),
            ..UNKNOWN
        },
        Kind::Feedback => KindWords { shared: mentoring::Feedbacks, ..FOR_SOMEONE },
        Kind::Suggestion => KindWords { shared: mentoring::Suggestions, ..FOR_SOMEONE },
        Kind::Response => KindWords { shared: mentoring::Responses, ..FOR_SOMEONE },
        Kind::Strategy => KindWords {
            one: mentoring::KindStrategy,
            shared: mentoring::Strategies,
            offered: Some(mentoring::WorkedForMe),
            ..UNKNOWN
        },
        Kind::Sent => UNKNOWN,
        Kind::Received => KindWords { one: mentoring::KindReceived, ..UNKNOWN },
    }
}

fn on_goal(goal: Option<RecordId>) -> Option<Route> {
    goal.map(|goal| Route::Goal(goal.uuid()))
}
