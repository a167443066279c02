//! The pages there are, and their addresses.

#[macro_use]
mod declare;
mod navigation;
mod pages;
mod path;
mod query;

pub use declare::{Link, Page, Place};
pub use navigation::{Navigation, navigate, provide_route, replace, use_route};
pub use pages::{PAGES, Route};
pub use query::JournalFilter;

use path::Path;

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

    /// Reads the part of an address that follows `#`, with or without that sign.
    pub fn parse(hash: &str) -> Self {
        let path = Path::of(hash);
        if path.is_empty() { Self::Today } else { Self::read(&path).unwrap_or(Self::NotFound) }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use uuid::Uuid;

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

    #[test]
    fn a_page_inside_a_place_marks_that_place() {
        let marks = |open: Route, place: Route| open.declared().is_beside(place.declared());
        assert!(marks(Route::Goal(id()), Route::Goals));
        assert!(marks(Route::parse("#/journal?tag=club"), Route::journal()));
        assert!(marks(Route::Entry(id()), Route::journal()));
        assert!(marks(Route::Share(id()), Route::Mentoring));
        assert!(!marks(Route::NotFound, Route::Today));
        assert!(!marks(Route::Goals, Route::Today));
    }

    #[test]
    fn a_letter_and_an_address_lead_to_one_page() {
        let links = || PAGES.iter().filter_map(|page| page.link);
        for (place, page) in PAGES.iter().enumerate() {
            assert!(PAGES[..place].iter().all(|before| before.address != page.address), "{}", page.address);
        }
        for link in links() {
            assert_eq!(links().filter(|other| other.letter == link.letter).count(), 1, "{}", link.letter);
        }
        for page in PAGES.iter().filter(|page| page.link.is_some()) {
            assert_eq!(Route::parse(&page.href()).href(), page.href());
        }
    }
}
