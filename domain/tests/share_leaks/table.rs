//! What each choice lets through, field by field: a plain table that knows nothing of the code that makes share files.

use Leaves::{About, Agreed, Always, Checks, Chosen, Decides, Done, Linked, Never, Order, Plan, Tags};
use std::collections::BTreeSet;

use waymark_domain::field::{DELETED, EXAMPLE};
use waymark_domain::kinds::KINDS;

/// When a field leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaves {
    /// Never.
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

/// Every kind with all of its fields; sets stand by their prefix.
pub const TABLE: &[(&str, Rows)] = &[
    ("profile", &[("name", Always), ("area:", Never)]),
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
    ("sent", &[("with", Decides), ("number", Decides), ("on", Never), ("message", Never), ("items", Never)]),
    (
        "received",
        &[
            ("with", Decides),
            ("on", Never),
            ("head", Decides),
            ("lists", Decides),
            ("file", Decides),
            ("items:", Never),
        ],
    ),
];

/// Fields of every kind.
pub const COMMON: Rows = &[("deleted", Decides), ("example", Never)];

const GOAL: Rows = &[
    ("title", Chosen),
    ("why", Chosen),
    ("criterion", Chosen),
    ("area", Chosen),
    ("target", Chosen),
    ("status", Chosen),
    ("if", Plan),
    ("then", Plan),
    ("set_on", Never),
];

const STEP: Rows = &[
    ("goal", Decides),
    ("text", Chosen),
    ("due", Chosen),
    ("status", Chosen),
    ("done_on", Done),
    ("order", Order),
    ("from", Never),
    ("origin", Never),
];

const RATING: Rows = &[
    ("goal", Decides),
    ("value", Chosen),
    ("on", Chosen),
    ("note", Chosen),
    ("rated_by", Never),
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
    ("evidence", Never),
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
    ("skill:", Never),
    ("goal:", Linked),
];

const RELATIONSHIP: Rows = &[
    ("name", Always),
    ("person", Always),
    ("mentors_me", Always),
    ("i_mentor", Always),
    ("status", Never),
    ("private_note", Never),
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
    ("learned", Never),
    ("apply_next", Never),
    ("celebrate", Never),
    ("appreciate", Never),
    ("what_now", Never),
    ("closed_on", Never),
    ("thread:", Decides),
    ("share:", Decides),
    ("steps:", Decides),
    ("without:", Decides),
    ("ratings:", Decides),
    ("plan:", Decides),
    ("tags:", Decides),
    ("checks:", Decides),
    ("removed:", Never),
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
    ("made", Never),
    ("on", Chosen),
    ("about_kind", About),
    ("about", About),
    ("about_title", About),
];

const STRATEGY: Rows = &[
    ("title", Chosen),
    ("text", Chosen),
    ("link", Chosen),
    ("sort", Chosen),
    ("worked", Never),
    ("from", Never),
    ("origin", Never),
    ("goal:", Never),
];

/// The fields of a kind.
pub fn rows(kind: &str) -> Rows {
    TABLE.iter().find(|(name, _)| *name == kind).map_or(&[], |(_, rows)| rows)
}

/// The names of all fields and sets that a kind has in the code.
pub fn known(kind: &str) -> Vec<&'static str> {
    let table = KINDS.iter().find(|table| table.kind == kind).unwrap();
    let fields = table.fields.iter().map(|field| field.name);
    fields.chain(table.sets.iter().map(|set| set.prefix)).collect()
}

/// Whoever adds a field must say here when it leaves.
pub fn every_field_is_classified() {
    assert_eq!(COMMON.iter().map(|(name, _)| *name).collect::<Vec<_>>(), [DELETED.name, EXAMPLE.name]);
    let kinds: Vec<_> = TABLE.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, KINDS.iter().map(|table| table.kind).collect::<Vec<_>>());
    for (kind, rows) in TABLE {
        let names: BTreeSet<_> = rows.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), rows.len(), "a field of a {kind} twice");
        assert_eq!(names, known(kind).into_iter().collect(), "when does each field of a {kind} leave?");
    }
}
