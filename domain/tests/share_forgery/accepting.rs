//! Suggestions about things that are gone, or that are none: accepting one makes what it says, answers it, and touches
//! nothing else.

use std::collections::BTreeSet;

use waymark_domain::id::RecordId;
use waymark_domain::mentoring::response::Response;
use waymark_domain::mentoring::share::SharedSuggestion;
use waymark_domain::mentoring::suggestion::Suggested;
use waymark_domain::mentoring::{About, Act, Into};
use waymark_domain::{ChangeError, Notebook, goal};

use crate::common::random::Dice;
use crate::common::shown;
use crate::people::{World, random_id};

/// A suggestion of Ana's that is odd in some way.
pub fn odd(dice: &mut Dice, world: &World) -> SharedSuggestion {
    let any: Vec<_> = world.me.records().map(|record| record.id()).collect();
    let ben = world.me.relationship(world.ben.here).unwrap();
    let given: Vec<_> = world.me.given_by(&ben).iter().map(|one| one.given.id()).collect();
    let known = if dice.chance(2) { &given } else { &any };
    let goals: Vec<_> = world.me.goals().map(|goal| goal.id()).collect();
    let targets = [
        Some(world.trashed),
        Some(world.erased),
        Some(RecordId::new(random_id(dice))),
        dice.pick(&any),
        dice.pick(&goals),
        None,
    ];
    let title = ["Old", "", " \t ", "\u{202E}dlO"][dice.below(4)];
    let kind = [goal::KIND, goal::KIND, "step", "relationship", "quest"][dice.below(5)];
    SharedSuggestion {
        id: dice.pick(known).filter(|_| dice.chance(2)).unwrap_or(RecordId::new(random_id(dice))),
        by: world.ana.book.me(),
        what: dice.pick(&Suggested::ALL).unwrap(),
        text: "x".repeat(1 + dice.below(500)),
        note: "Why not?".into(),
        link: "javascript:alert(1)".into(),
        on: None,
        about: targets[dice.below(6)].map(|id| About { kind: kind.into(), id, title: title.into() }),
    }
}

/// Where a step of it goes, as the page says: into a goal that is there or in the trash, else into a new one.
pub fn goes_where_it_should(world: &World, suggestion: &SharedSuggestion) -> Into {
    let place = world.me.place_of(suggestion);
    let about = suggestion.about.as_ref().filter(|about| about.kind == goal::KIND);
    let goal = about.and_then(|about| world.me.record(about.id)).filter(|record| !record.is_erased());
    let is_goal = goal.is_some_and(|record| record.kind() == goal::KIND);
    match &place {
        Into::Card => assert!(suggestion.what != Suggested::Step),
        Into::Goal(id) => assert!(is_goal && about.map(|about| about.id) == Some(*id)),
        Into::NewGoal(title) => assert!(!is_goal && !title.trim().is_empty()),
    }
    place
}

/// Accepts it, and looks at every record.
pub fn does_only_what_it_says(world: &World, suggestion: &SharedSuggestion, into: Into) {
    let (before, mut after, mut run) = (&world.me, world.me.clone(), world.run.clone());
    let with = world.ana.here;
    let target = if let Into::Goal(id) = into { Some(id) } else { None };
    let act = Act::Accept { with, suggestion: Box::new(suggestion.clone()), into };
    let touched = after.apply(act, &mut run).unwrap();
    for was in before.records().filter(|was| after.record(was.id()) != Some(was)) {
        changed_as_it_should(before, &after, was.id(), (with, target));
    }
    let new: Vec<_> = after.records().filter(|record| before.record(record.id()).is_none()).collect();
    let kinds: BTreeSet<_> = new.iter().map(|record| record.kind()).collect();
    let expected: BTreeSet<_> = match (suggestion.what, target) {
        (Suggested::Step, Some(_)) => ["step", "response"].into(),
        (Suggested::Step, None) => ["goal", "step", "response"].into(),
        _ => ["strategy", "response"].into(),
    };
    assert!(kinds == expected && new.len() == expected.len(), "accepting made {kinds:?}");
    let answers =
        |book: &Notebook, with| book.responses_to(with).map(|one: Response| one.id()).collect::<Vec<_>>();
    assert_eq!(answers(before, world.ben.here), answers(&after, world.ben.here), "Ben was answered");
    after.undo(&touched.undo, &mut run);
    assert_eq!(shown(&after), shown(before));
}

/// The goal comes out of the trash, and the answer is chosen for Ana's next file.
fn changed_as_it_should(
    before: &Notebook,
    after: &Notebook,
    id: RecordId,
    (with, goal): (RecordId, Option<RecordId>),
) {
    let (was, is) = (&before.record(id).unwrap(), &after.record(id).unwrap());
    let (old, new) = (was.content().unwrap(), is.content().unwrap());
    for name in new.fields.keys().filter(|name| old.fields.get(*name) != new.fields.get(*name)) {
        let restored = Some(id) == goal && name == "deleted" && is.value(name) == Some(&false.into());
        let moved = was.kind() == "step" && name == "order";
        assert!(restored || moved || id == with && name.starts_with("share:"), "{name} of a {}", was.kind());
    }
}

/// A step goes into no goal that is erased, unknown or none at all, and a refusal changes nothing.
pub fn nothing_goes_where_nothing_is(dice: &mut Dice, world: &World, suggestion: &SharedSuggestion) {
    let mut step = suggestion.clone();
    step.what = Suggested::Step;
    let step_of_mine = world.me.all_steps().next().map(|step| step.id());
    let nowhere = [Some(world.erased), Some(RecordId::new(random_id(dice))), step_of_mine, Some(world.dora)];
    let places = nowhere.into_iter().flatten().map(Into::Goal).chain([Into::Card]);
    for into in places {
        let (mut book, mut run) = (world.me.clone(), world.run.clone());
        let act = Act::Accept { with: world.ana.here, suggestion: Box::new(step.clone()), into };
        assert_eq!(book.apply(act, &mut run).unwrap_err(), ChangeError::Missing);
        assert_eq!(book, world.me);
    }
}
