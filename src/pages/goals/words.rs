//! What the notebook knows of goals, in words.

use chrono::NaiveDate;
use waymark_domain::{
    ChangeError,
    field::ValueError,
    goal::{Goal, GoalStatus},
    progress::{Trail, TrailMark},
};

use crate::{
    browser::intl,
    pages::shared::refusal::refusal,
    text::{goals, t, tf, tnf},
};

/// Where a goal stands.
pub(in crate::pages) fn status(status: GoalStatus) -> &'static str {
    t(match status {
        GoalStatus::Active => goals::Active,
        GoalStatus::Paused => goals::Paused,
        GoalStatus::Someday => goals::Someday,
        GoalStatus::Done => goals::Done,
        GoalStatus::Dropped => goals::Dropped,
    })
}

/// `by 18 December`, and gently if that day has passed.
pub(in crate::pages) fn target(goal: &Goal, today: NaiveDate) -> Option<String> {
    let day = intl::day_near(goal.target()?, today);
    let template = if goal.is_past_target(today) { goals::PastBy } else { goals::By };
    Some(tf(template, &[("day", &day)]))
}

/// `2 of 5 steps done`. Steps that were skipped do not count.
pub(in crate::pages) fn steps_done(trail: Trail) -> String {
    if trail.counting() == 0 {
        return t(goals::NoSteps).to_owned();
    }
    tnf(goals::TrailDone, trail.counting(), &[("done", &intl::number(trail.done))])
}

/// Why something new was not taken. Nothing was there before, so there is nothing to say of it.
pub(in crate::pages) fn refused_new(error: ChangeError) -> String {
    match error {
        ChangeError::Value(ValueError::Empty) => t(goals::NeedsWords).to_owned(),
        other => refusal(other),
    }
}

/// The value of `data-state` that the style of the trail knows.
pub(in crate::pages) const fn state(mark: TrailMark) -> &'static str {
    match mark {
        TrailMark::Done => "done",
        TrailMark::Skipped => "skipped",
        TrailMark::Now => "now",
        TrailMark::Ahead => "todo",
    }
}
