//! The pages there are, and their addresses. An address holds ids and filters only, never what a person is searching
//! for.

mod navigation;
mod query;

use chrono::NaiveDate;
use uuid::Uuid;

pub use navigation::{Navigation, navigate, provide_route, replace, use_route};

/// One place in the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// What is next.
    #[default]
    Today,
    /// All goals.
    Goals,
    /// One goal.
    Goal(Uuid),
    /// The entries that pass a filter.
    Journal(JournalFilter),
    /// An entry that is about to be begun.
    NewEntry,
    /// One entry.
    Entry(Uuid),
    /// People, what they gave, and what works.
    Mentoring,
    /// One person.
    Person(Uuid),
    /// What may leave for one person.
    Share(Uuid),
    /// How a person likes it, and everything about their data.
    Settings,
    /// The same, for a file that another app shared with this one.
    Opened,
    /// An address that names nothing.
    NotFound,
}

/// Which entries of the journal are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// Only with this tag.
    pub tag: Option<String>,
    /// Only linked to this goal.
    pub goal: Option<Uuid>,
    /// Not before this day.
    pub from: Option<NaiveDate>,
    /// Not after this day.
    pub to: Option<NaiveDate>,
}

impl JournalFilter {
    /// Whether it lets every entry through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Route {
    /// The whole journal.
    pub fn journal() -> Self {
        Self::Journal(JournalFilter::default())
    }

    /// The route without what makes no other page of it: what decides whether another page is shown.
    #[must_use]
    pub fn page(&self) -> Self {
        match self {
            Self::Journal(_) => Self::journal(),
            Self::Opened => Self::Settings,
            other => other.clone(),
        }
    }

    /// The address for a link: `#/goals/…`.
    pub fn href(&self) -> String {
        match self {
            Self::Today => "#/today".into(),
            Self::Goals => "#/goals".into(),
            Self::Goal(id) => format!("#/goals/{id}"),
            Self::Journal(filter) => format!("#/journal{}", query::write(filter)),
            Self::NewEntry => "#/journal/new".into(),
            Self::Entry(id) => format!("#/journal/{id}"),
            Self::Mentoring => "#/mentoring".into(),
            Self::Person(id) => format!("#/mentoring/{id}"),
            Self::Share(id) => format!("#/mentoring/{id}/share"),
            Self::Settings => "#/settings".into(),
            Self::Opened => "#/opened".into(),
            Self::NotFound => "#/not-found".into(),
        }
    }

    /// Reads the part of an address that follows `#`, with or without that sign.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match *parts.as_slice() {
            [] | ["today"] => Self::Today,
            ["goals"] => Self::Goals,
            ["goals", id] => Uuid::try_parse(id).map_or(Self::NotFound, Self::Goal),
            ["journal"] => Self::Journal(query::read(query)),
            ["journal", "new"] => Self::NewEntry,
            ["journal", id] => Uuid::try_parse(id).map_or(Self::NotFound, Self::Entry),
            ["mentoring"] => Self::Mentoring,
            ["mentoring", id] => Uuid::try_parse(id).map_or(Self::NotFound, Self::Person),
            ["mentoring", id, "share"] => Uuid::try_parse(id).map_or(Self::NotFound, Self::Share),
            ["settings"] => Self::Settings,
            ["opened"] => Self::Opened,
            _ => Self::NotFound,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id() -> Uuid {
        Uuid::from_u128(0x1234)
    }

    #[test]
    fn every_route_is_read_back_from_its_address() {
        let filter = JournalFilter {
            tag: Some("çafé & co/?#=%+".into()),
            goal: Some(id()),
            from: NaiveDate::from_ymd_opt(1660, 1, 10),
            to: NaiveDate::from_ymd_opt(2026, 11, 21),
        };
        let routes = [
            Route::Today,
            Route::Goals,
            Route::Goal(id()),
            Route::journal(),
            Route::NewEntry,
            Route::Entry(id()),
            Route::Mentoring,
            Route::Person(id()),
            Route::Share(id()),
            Route::Settings,
            Route::Opened,
        ];
        for route in routes.into_iter().chain([Route::Journal(filter), Route::NotFound]) {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn an_empty_address_is_today() {
        for hash in ["", "#", "#/", "/"] {
            assert_eq!(Route::parse(hash), Route::Today);
        }
    }

    #[test]
    fn an_address_that_names_nothing_is_not_found() {
        for hash in ["#/nowhere", "#/goals/12", "#/journal/today", "#/mentoring/12/share", "#/today/extra"] {
            assert_eq!(Route::parse(hash), Route::NotFound, "{hash}");
        }
    }

    #[test]
    fn a_link_to_the_journal_is_written_for_people_who_read_addresses() {
        let filter = JournalFilter {
            tag: Some("study group".into()),
            from: NaiveDate::from_ymd_opt(2026, 11, 1),
            ..Default::default()
        };
        assert_eq!(Route::Journal(filter).href(), "#/journal?tag=study%20group&from=2026-11-01");
        assert_eq!(Route::journal().href(), "#/journal");
    }

    #[test]
    fn what_a_filter_does_not_understand_it_leaves_out() {
        let route = Route::parse("#/journal?from=soon&goal=7&tag=&colour=red&to=2026-02-30&tag=%ff");
        assert_eq!(route, Route::journal());
        assert_eq!(Route::parse("#/journal?tag="), Route::journal());
    }

    #[test]
    fn another_filter_or_a_shared_file_is_still_the_same_page() {
        let filtered = Route::parse("#/journal?tag=club");
        assert_ne!(filtered, Route::journal());
        assert_eq!(filtered.page(), Route::journal().page());
        assert_eq!(Route::Opened.page(), Route::Settings);
    }
}
