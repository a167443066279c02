//! The pages there are. An address holds ids and filters only, never what a person is searching for.

use uuid::Uuid;

use super::{
    declare::Page,
    path::{Given, Path},
    query::JournalFilter,
};
use crate::{
    text::{goals, journal, mentoring, settings, shell, today},
    widgets::Icon,
};

pages! {
    /// What is next.
    #[default]
    Today: "today", today::PageToday, in_bar(Icon::Today, "t");
    /// All goals.
    Goals: "goals", goals::PageGoals, in_bar(Icon::Goals, "g");
    /// One goal.
    Goal(id: Uuid): "goals/*", goals::PageGoal;
    /// The entries that pass a filter.
    Journal(filter: JournalFilter): "journal", journal::PageJournal, in_bar(Icon::Journal, "j");
    /// An entry that is about to be begun.
    NewEntry: "journal/new", journal::PageEntry;
    /// One entry.
    Entry(id: Uuid): "journal/*", journal::PageEntry;
    /// People, what they gave, and what works.
    Mentoring: "mentoring", mentoring::PageMentoring, in_bar(Icon::Mentoring, "m");
    /// One person.
    Person(id: Uuid): "mentoring/*", mentoring::PagePerson;
    /// What may leave for one person.
    Share(id: Uuid): "mentoring/*/share", mentoring::PageShare;
    /// How a person likes it, and everything about their data.
    Settings: "settings", settings::PageSettings, at_foot(Icon::Settings, "s");
    /// The same, for a file that another app shared with this one.
    Opened: "opened", settings::PageSettings;
    /// An address that names nothing.
    NotFound: "not-found", shell::PageNotFound;
}
