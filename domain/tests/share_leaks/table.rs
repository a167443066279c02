//! What each choice lets through, field by field: a plain table that knows nothing of the code that makes share files. What
//! has no row here never leaves, and the laws hold every field there is to that.

use Leaves::{About, Agreed, Always, Checks, Chosen, Decides, Done, Linked, Never, Order, Plan, Tags};
use Way::{ByItself, InAnother, WithTheFile, WrittenForOne};
use std::collections::BTreeSet;

use waymark_domain::field::{DELETED, EXAMPLE};
use waymark_domain::kinds::KINDS;

/// When a field leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaves {
    /// Never: what has no row.
    Never,
    /// With every file to that person.
    Always,
    /// With every file to that person, once the agreement goes along.
    Agreed,
    /// With its thing, once that was chosen.
    Chosen,
    /// With its goal, once the plan was chosen.
    Plan,
    /// With its entry, once the tags were chosen.
    Tags,
    /// With its entry, once the self-checks were chosen.
    Checks,
    /// With its thing, where that is about nothing that stays here.
    About,
    /// With its entry, where the goal leaves too.
    Linked,
    /// With its step, where that is done.
    Done,
    /// It never leaves; the order of the steps that leave follows from it.
    Order,
    /// It never leaves by itself; what leaves follows from it.
    Decides,
}

/// How a thing leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It says something of the file as a whole, or decides about it.
    WithTheFile,
    /// By itself, once it was chosen.
    ByItself,
    /// By itself, once it was chosen, to the one person it was written for.
    WrittenForOne,
    /// In another thing; as a view, a rating was written for one person, too.
    InAnother,
}

type Rows = &'static [(&'static str, Leaves)];

/// Every kind of which something leaves, or decides what does, with those fields; sets stand by their prefix.
pub const TABLE: &[(&str, Way, Rows)] = &[
    ("profile", WithTheFile, &[("name", Always)]),
    ("goal", ByItself, GOAL),
    ("step", InAnother, STEP),
    ("rating", InAnother, RATING),
    ("entry", ByItself, ENTRY),
    ("relationship", WithTheFile, RELATIONSHIP),
    ("feedback", WrittenForOne, FEEDBACK),
    ("suggestion", WrittenForOne, SUGGESTION),
    ("response", WrittenForOne, RESPONSE),
    ("strategy", ByItself, STRATEGY),
    ("sent", WithTheFile, &[("with", Decides), ("number", Decides)]),
    ("received", WithTheFile, &[("with", Decides), ("head", Decides), ("lists", Decides), ("file", Decides)]),
];

/// Fields of each of these kinds.
const COMMON: Rows = &[("deleted", Decides)];

/// What goes along with a chosen thing where it is ticked, and the set that says so.
pub const TICKED: [(Leaves, &str); 3] = [(Plan, "plan:"), (Tags, "tags:"), (Checks, "checks:")];

/// Values that say no more than that nothing was said.
pub const SAME_AS_NOTHING: [(&str, &str, &str); 7] = [
    ("entry", "template", "free"),
    ("goal", "status", "active"),
    ("step", "status", "todo"),
    ("feedback", "nature", "feed-back"),
    ("suggestion", "what", "step"),
    ("strategy", "sort", "strategy"),
    ("response", "status", "read"),
];

const GOAL: Rows = &[
    ("title", Chosen),
    ("why", Chosen),
    ("criterion", Chosen),
    ("area", Chosen),
    ("target", Chosen),
    ("status", Chosen),
    ("if", Plan),
    ("then", Plan),
];

const STEP: Rows = &[
    ("goal", Decides),
    ("text", Chosen),
    ("due", Chosen),
    ("status", Chosen),
    ("done_on", Done),
    ("order", Order),
];

const RATING: Rows = &[
    ("goal", Decides),
    ("value", Chosen),
    ("on", Chosen),
    ("note", Chosen),
    ("with", Decides),
    ("about_kind", About),
    ("about", About),
    ("about_title", About),
];

const ENTRY: Rows = &[
    ("date", Chosen),
    ("title", Chosen),
    ("text", Chosen),
    ("template", Chosen),
    ("prompt", Chosen),
    ("mood", Checks),
    ("energy", Checks),
    ("confidence", Checks),
    ("belonging", Checks),
    ("what", Chosen),
    ("so_what", Chosen),
    ("now_what", Chosen),
    ("description", Chosen),
    ("feelings", Chosen),
    ("evaluation", Chosen),
    ("analysis", Chosen),
    ("conclusion", Chosen),
    ("action_plan", Chosen),
    ("rose", Chosen),
    ("bud", Chosen),
    ("thorn", Chosen),
    ("tag:", Tags),
    ("goal:", Linked),
];

const RELATIONSHIP: Rows = &[
    ("name", Always),
    ("person", Always),
    ("mentors_me", Always),
    ("i_mentor", Always),
    ("message", Always),
    ("i_expect", Agreed),
    ("they_expect", Agreed),
    ("cadence", Agreed),
    ("channel", Agreed),
    ("confidential", Agreed),
    ("limits", Agreed),
    ("review_on", Agreed),
    ("end_on", Agreed),
    ("shares_agreement", Decides),
    ("thread:", Decides),
    ("share:", Decides),
    ("steps:", Decides),
    ("without:", Decides),
    ("ratings:", Decides),
    ("plan:", Decides),
    ("tags:", Decides),
    ("checks:", Decides),
];

const FEEDBACK: Rows = &[
    ("with", Decides),
    ("nature", Chosen),
    ("text", Chosen),
    ("on", Chosen),
    ("about_kind", About),
    ("about", About),
    ("about_title", About),
];

const SUGGESTION: Rows = &[
    ("with", Decides),
    ("what", Chosen),
    ("text", Chosen),
    ("note", Chosen),
    ("link", Chosen),
    ("on", Chosen),
    ("about_kind", About),
    ("about", About),
    ("about_title", About),
];

const RESPONSE: Rows = &[
    ("with", Decides),
    ("status", Chosen),
    ("word", Chosen),
    ("on", Chosen),
    ("about_kind", About),
    ("about", About),
    ("about_title", About),
];

const STRATEGY: Rows = &[("title", Chosen), ("text", Chosen), ("link", Chosen), ("sort", Chosen)];

/// The fields of a kind that leave, or decide what does.
pub fn rows(kind: &str) -> Rows {
    TABLE.iter().find(|(name, ..)| *name == kind).map_or(&[], |(_, _, rows)| rows)
}

/// How things of a kind leave; nothing where nothing of it does.
pub fn way(kind: &str) -> Option<Way> {
    TABLE.iter().find(|(name, ..)| *name == kind).map(|(_, way, _)| *way)
}

/// Every field and set of every kind in the code, and when it leaves.
pub fn all() -> Vec<(&'static str, &'static str, Leaves)> {
    let fields = KINDS.iter().flat_map(|table| {
        let fields = table.fields.iter().map(|field| field.name).chain([DELETED.name, EXAMPLE.name]);
        fields.chain(table.sets.iter().map(|set| set.prefix)).map(|name| (table.kind, name))
    });
    fields.map(|(kind, name)| (kind, name, leaves(kind, name))).collect()
}

fn leaves(kind: &str, name: &str) -> Leaves {
    let of_kind = TABLE.iter().filter(|(known, ..)| *known == kind);
    let mut rows = of_kind.flat_map(|(_, _, rows)| rows.iter().chain(COMMON));
    rows.find(|(row, _)| *row == name).map_or(Never, |(_, leaves)| *leaves)
}

/// Whoever takes a field away, or calls it something else, must say so here.
pub fn every_row_is_a_field() {
    let known: BTreeSet<_> = all().into_iter().map(|(kind, name, _)| (kind, name)).collect();
    for (kind, _, rows) in TABLE {
        let names: BTreeSet<_> = rows.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), rows.len(), "a field of a {kind} twice");
        assert!(names.iter().all(|name| known.contains(&(*kind, *name))), "no field of a {kind}");
    }
}
