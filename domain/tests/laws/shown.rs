//! What must show once a change was taken, whatever the clocks say.

use std::collections::BTreeSet;

use serde_json::Value;
use waymark_domain::Change;
use waymark_domain::field::DELETED;
use waymark_domain::id::RecordId;
use waymark_domain::stamp::At;
use waymark_domain::step;

use super::edit::Wrote;
use super::law::{Held, Law};
use super::world::{Copy, World};

/// The register that a change of one field writes.
pub fn register(change: &Change) -> Option<(RecordId, String)> {
    match change {
        Change::Write { id, field, .. } => Some((*id, field.name.to_owned())),
        Change::Mark { id, set, member, .. } => {
            Some((*id, format!("{}{}", set.prefix, set.member.tidy(member))))
        }
        _ => None,
    }
}

/// Checks what shows, and that a change of one field wrote no other.
pub fn check(
    world: &mut World,
    at: usize,
    change: &Change,
    before: &Copy,
    seen: Option<&BTreeSet<usize>>,
    wrote: &Wrote,
) -> Held {
    if let Some((id, name)) = register(change) {
        let stray = wrote.was.iter().find(|was| was.record != id || was.register != name);
        Law::WritesOnlyWhatItSays.holds(stray.is_none(), || format!("{change:?} wrote {stray:?}"))?;
        let standing = world.log.standing_in(&before.known, id, &name);
        let fresh = seen.is_none_or(|seen| standing.is_subset(seen));
        let newest =
            before.book.record(id).and_then(|record| record.versions(&name).iter().map(|v| v.at).max());
        let later = newest.is_some_and(|newest| newest.0 > world.places[at].run.now.get());
        world.census.met_if(fresh && later, "a fresh edit over a later clock");
        world.census.met_if(fresh && standing.len() > 1, "a conflict picked from");
        world.census.met_if(!fresh, "a stale edit beside another");
        world.census.met_if(!fresh && later, "a stale edit beside a later clock");
        if !fresh && newest == Some(At::MAX) {
            // There is no later time, so the greater dot shows; both values are kept.
            return Ok(());
        }
    }
    let book = &world.places[at].copy.book;
    let shows = match change {
        Change::Write { id, field, value, .. } => {
            book.record(*id).and_then(|record| record.value(field.name)) == tidied(field.rule, value).as_ref()
                || book.record(*id).is_none()
        }
        Change::Mark { id, set, member, on } => {
            let member = set.member.tidy(member);
            book.record(*id).is_some_and(|record| record.members(*set).any(|m| m == member)) == *on
        }
        Change::SetStepStatus { id, status } => {
            book.record(*id).is_some_and(|step| step.text(step::STATUS) == status.word())
        }
        Change::Delete(ids) => ids.iter().all(|id| book.record(*id).is_some_and(|r| r.flag(DELETED))),
        Change::Restore(ids) => ids.iter().all(|id| book.record(*id).is_some_and(|r| !r.flag(DELETED))),
        Change::Erase(ids) => ids.iter().all(|id| book.record(*id).is_some_and(|r| r.is_erased())),
        Change::MoveStep { id, to } => moved(world, at, *id, *to),
        _ => true,
    };
    Law::NextEditShows.holds(shows, || format!("{change:?} does not show"))
}

fn tidied(rule: waymark_domain::field::Rule, value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(rule.tidy(text)).filter(|text| !text.is_empty()).map(Value::String),
        other => Some(other.clone()),
    }
}

/// A step in the trash has no place among the others.
fn moved(world: &World, at: usize, id: RecordId, to: usize) -> bool {
    let book = &world.places[at].copy.book;
    let Some(step) = book.step(id) else { return true };
    let plan = step.goal().map(|goal| book.steps(goal)).unwrap_or_default();
    let place = plan.iter().position(|step| step.id() == id);
    place == Some(to.min(plan.len().saturating_sub(1)))
}
