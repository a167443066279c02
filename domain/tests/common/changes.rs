//! How each change is made at random: a line for each. A change without one does not compile, and one that never happens
//! fails a test (`generators.rs`).

use chrono::NaiveDate;
use waymark_domain::change::{ExampleGoal, NewEntry};
use waymark_domain::id::RecordId;
use waymark_domain::step::StepStatus;
use waymark_domain::template::Template;
use waymark_domain::{Change, entry, goal, step};

use super::random::Dice;

/// What a random change is made of. Where it comes from differs: files need odd texts, histories need records and texts in
/// which people meet.
pub trait Parts {
    fn dice(&mut self) -> &mut Dice;
    fn text(&mut self) -> String;
    fn tag(&mut self) -> String;
    fn day(&mut self) -> NaiveDate;
    /// Some record, whatever its kind.
    fn any(&mut self) -> Option<RecordId>;
    /// Some record of a kind.
    fn one(&mut self, kind: &str) -> Option<RecordId>;
    /// Some record that could be taken out of the trash, or erased.
    fn to_bring_back(&mut self) -> Option<RecordId>;
    /// Some field of some record written.
    fn write(&mut self) -> Option<Change>;
    /// Something put into some set of some record, or taken out.
    fn mark(&mut self) -> Option<Change>;
}

/// Declares how each variant of `$type` is made, and how often beside the others. Gives their names, the name of one, and a
/// function that makes one.
macro_rules! made_at_random {
    ($names:ident: $type:ident from $parts:ty, |$by:ident| { $($variant:ident, $often:literal => $made:expr;)* }) => {
        /// All there are, by name.
        pub const $names: &[&str] = &[$(stringify!($variant)),*];

        /// What one is called.
        pub fn name(one: &$type) -> &'static str {
            match one {
                $($type::$variant { .. } => stringify!($variant),)*
            }
        }

        /// A random one; nothing where there is nothing to do it to.
        pub fn random(by: &mut $parts) -> Option<$type> {
            #[allow(unused_variables, reason = "some need nothing")]
            const MADE: &[(fn(&mut $parts) -> Option<$type>, usize)] = &[$((|$by| Some($made), $often)),*];
            by.dice().weighed(MADE)?(by)
        }
    };
}
pub(super) use made_at_random;

made_at_random!(CHANGES: Change from (dyn Parts + '_), |by| {
    Write, 20 => by.write()?;
    Mark, 20 => by.mark()?;
    AddGoal, 10 => Change::AddGoal { title: by.text() };
    AddStep, 16 => Change::AddStep { goal: by.one(goal::KIND)?, text: by.text() };
    SetStepStatus, 20 => Change::SetStepStatus { id: by.one(step::KIND)?, status: by.dice().pick(&StepStatus::ALL)? };
    MoveStep, 14 => Change::MoveStep { id: by.one(step::KIND)?, to: by.dice().below(5) };
    RateGoal, 7 => Change::RateGoal {
        goal: by.one(goal::KIND)?,
        value: by.dice().below(12) as u8,
        on: by.day(),
        note: by.text(),
    };
    AddEntry, 12 => Change::AddEntry(new_entry(by));
    LeaveEntry, 5 => Change::LeaveEntry(by.one(entry::KIND)?);
    Delete, 6 => Change::Delete(vec![by.any()?]);
    Restore, 6 => Change::Restore(vec![by.to_bring_back()?]);
    Erase, 3 => Change::Erase(vec![by.to_bring_back()?]);
    AddExample, 1 => Change::AddExample(vec![example(by)], vec![new_entry(by)]);
    RemoveExample, 2 => Change::RemoveExample;
});

/// An entry with something in every part, now and then.
pub fn new_entry(by: &mut dyn Parts) -> NewEntry {
    NewEntry {
        // Only what was typed before the app was there has one (`domain/src/rescued.rs`).
        id: None,
        date: by.dice().chance(2).then(|| by.day()),
        title: by.text(),
        text: by.text(),
        template: Template::ALL[by.dice().below(4)],
        prompt: by.text(),
        tags: (0..by.dice().below(3)).map(|_| by.tag()).filter(|tag| !tag.trim().is_empty()).collect(),
        goals: by.one(goal::KIND).filter(|_| by.dice().chance(2)).into_iter().collect(),
    }
}

fn example(by: &mut dyn Parts) -> ExampleGoal {
    let steps = vec![("Look around".into(), StepStatus::Done), ("Go".into(), StepStatus::Todo)];
    ExampleGoal {
        title: format!("Example {}", by.text()),
        steps,
        ratings: vec![(by.day(), 3)],
        ..ExampleGoal::default()
    }
}
