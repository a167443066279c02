//! What can happen in a history. An action carries its own seed, so it makes sense in any notebook, and a history still
//! makes sense when actions are left out of it.

use crate::common::random::Dice;

/// One thing that happens at one place.
#[derive(Debug, Clone, Copy)]
pub struct Action {
    pub place: usize,
    pub kind: Kind,
    pub seed: u64,
}

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The person changes something, seeing all there is.
    Change,
    /// Someone begins to type in a field.
    BeginDraft,
    /// Someone types on in a field, however stale what they saw has become.
    TypeDraft,
    /// Changes are taken back, and some done again.
    BackAndForth,
    /// A copy is made, to arrive anywhere, at any time, any number of times.
    Send,
    Receive,
    /// The first place's notebook arrives.
    HearFromFirst,
    /// Two places exchange everything at once.
    Exchange,
    /// A backup of this notebook is opened.
    Import,
    /// A diary is opened that others may open as well.
    ImportDiary,
    /// The app is closed and opened.
    Restart,
    /// The disk goes back to an earlier state; the app is opened.
    RollBack,
    /// The disk is copied; the app is opened on both.
    Clone,
    /// The clock is set, rightly or wrongly.
    SetClock,
    /// A record of someone else's under a known id arrives.
    Forge,
    /// Copies are joined every way round.
    Join,
}

const WEIGHTS: [(Kind, usize); 16] = [
    (Kind::Change, 34),
    (Kind::BeginDraft, 8),
    (Kind::TypeDraft, 20),
    (Kind::BackAndForth, 8),
    (Kind::Send, 6),
    (Kind::Receive, 9),
    (Kind::HearFromFirst, 2),
    (Kind::Exchange, 7),
    (Kind::Import, 3),
    (Kind::ImportDiary, 2),
    (Kind::Restart, 2),
    (Kind::RollBack, 3),
    (Kind::Clone, 2),
    (Kind::SetClock, 4),
    (Kind::Forge, 1),
    (Kind::Join, 3),
];

/// A random history: in how many places, and what happens there.
pub fn history(seed: u64) -> (usize, Vec<Action>) {
    let mut dice = Dice(seed);
    let places = 3 + dice.below(4);
    let length = 20 + dice.below(60);
    // Something to meet in: a few changes in one place, which all others then hear of.
    let mut actions: Vec<_> =
        (0..5).map(|_| Action { place: 0, kind: Kind::Change, seed: dice.roll() }).collect();
    actions.extend((1..places).map(|place| Action { place, kind: Kind::HearFromFirst, seed: dice.roll() }));
    actions.extend((0..length).map(|_| Action {
        place: dice.below(places),
        kind: dice.weighed(&WEIGHTS).unwrap_or(Kind::Change),
        seed: dice.roll(),
    }));
    (places, actions)
}
