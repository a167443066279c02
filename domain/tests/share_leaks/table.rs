//! What each choice lets through, field by field: a plain table that knows nothing of the code that makes share files.

use Leaves::{About, Agreed, Always, Checks, Chosen, Decides, Done, Linked, Never, Order, Plan, Tags};
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

type Rows = &'static [(&'static str, Leaves)];

/// Every kind with the fields that leave, or decide what does; sets stand by their prefix. What is not here never leaves.
pub const TABLE: &[(&str, Rows)] = &[
    ("profile", &[("name", Always)]),
    ("goal", GOAL),
    ("step", STEP),
    ("rating", RATING),
    ("entry", ENTRY),
    ("relationship", RELATIONSHIP),
    (
        "feedback",
        &[
            ("with", Decides),
            ("nature", Chosen),
            ("text", Chosen),
            ("on", Chosen),
            ("about_kind", About),
            ("about", About),
            ("about_title", About),
        ],
    ),
    ("suggestion", SUGGESTION),
    ("response", RESPONSE),
    ("strategy", STRATEGY),
    ("sent", &[("with", Decides), ("number", Decides)]),
    ("received", &[("with", Decides), ("head", Decides), ("lists", Decides), ("file", Decides)]),
];

/// Fields of every kind.
pub const COMMON: Rows = &[("deleted", Decides)];

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

/// The fields of a kind that say something in a file or about one.
pub fn rows(kind: &str) -> Rows {
    TABLE.iter().find(|(name, _)| *name == kind).map_or(&[], |(_, rows)| rows)
}

/// Every field and set of every kind in the code, and when it leaves.
pub fn all() -> Vec<(&'static str, &'static str, Leaves)> {
    let fields = KINDS.iter().flat_map(|table| {
        let fields = table.fields.iter().map(|field| field.name).chain([DELETED.name, EXAMPLE.name]);
        fields.chain(table.sets.iter().map(|set| set.prefix)).map(|name| (table.kind, name))
    });
    let leaves = |kind, name: &str| rows(kind).iter().chain(COMMON).find(|(row, _)| *row == name);
    fields.map(|(kind, name)| (kind, name, leaves(kind, name).map_or(Never, |(_, leaves)| *leaves))).collect()
}

/// Whoever takes a field away, or calls it something else, must say so here.
pub fn every_row_is_a_field() {
    let known: BTreeSet<_> = all().into_iter().map(|(kind, name, _)| (kind, name)).collect();
    for (kind, rows) in TABLE {
        let names: BTreeSet<_> = rows.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), rows.len(), "a field of a {kind} twice");
        assert!(names.iter().all(|name| known.contains(&(*kind, *name))), "no field of a {kind}");
    }
}
