//! Lets one tab at a time take one step, in an order that a seed decides, and crashes tabs between two steps.

use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::sync::{Condvar, Mutex, MutexGuard};

/// Random numbers from a seed (`SplitMix64`, Steele, Lea and Flood 2014).
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    /// Yes, once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// What a tab's thread ends with when the tab crashes.
pub struct Crash;

/// Whose turn it is.
#[derive(Debug, Default)]
pub struct Schedule {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// The tab that may take its step now.
    turn: Option<usize>,
    /// Tabs that want to take a step.
    waiting: BTreeSet<usize>,
    /// Tabs that have begun and not ended.
    running: BTreeSet<usize>,
    crashing: bool,
    /// Nobody waits for anybody any more.
    over: bool,
}

impl Schedule {
    /// A tab is about to begin.
    pub fn begin(&self, tab: usize) {
        self.lock().running.insert(tab);
    }

    /// A tab has ended, one way or the other.
    pub fn end(&self, tab: usize) {
        let mut state = self.lock();
        state.running.remove(&tab);
        state.waiting.remove(&tab);
        self.changed.notify_all();
    }

    /// From now on every step is taken at once.
    fn is_over(&self) {
        self.lock().over = true;
        self.changed.notify_all();
    }

    /// Ends the waiting when the driver is done, be it by a failure.
    pub fn over_at_last(&self) -> impl Drop + '_ {
        struct Over<'a>(&'a Schedule);
        impl Drop for Over<'_> {
            fn drop(&mut self) {
                self.0.is_over();
            }
        }
        Over(self)
    }

    /// Called by a tab before each step: returns when it is its turn, or never, where it crashes here.
    pub fn step(&self, tab: usize) {
        let mut state = self.lock();
        if state.over {
            return;
        }
        state.waiting.insert(tab);
        self.changed.notify_all();
        while state.turn != Some(tab) && !state.over {
            state = self.changed.wait(state).unwrap();
        }
        state.turn = None;
        state.waiting.remove(&tab);
        if std::mem::take(&mut state.crashing) {
            drop(state);
            resume_unwind(Box::new(Crash));
        }
    }

    /// Called by the driver when no tab is at a step: lets a random one take its next, or crashes it. Returns when that step is
    /// taken and every tab waits again; says whether any tab is left.
    pub fn let_one_go(&self, random: &mut Random, crash_once_in: usize) -> bool {
        let mut state = self.quiet();
        let Some(&tab) = state.waiting.iter().nth(random.below(state.waiting.len().max(1))) else {
            return false;
        };
        state.crashing = random.once_in(crash_once_in);
        state.turn = Some(tab);
        self.changed.notify_all();
        drop(state);
        drop(self.quiet());
        true
    }

    /// Waits until every running tab wants to take a step.
    fn quiet(&self) -> MutexGuard<'_, State> {
        let mut state = self.lock();
        while state.turn.is_some() || state.waiting != state.running {
            state = self.changed.wait(state).unwrap();
        }
        state
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }
}
