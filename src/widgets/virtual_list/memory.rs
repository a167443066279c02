//! How tall each row was when it was last in the page.

use std::{cell::RefCell, collections::HashMap};

use leptos::prelude::*;

use super::extent::Extent;

type Measured = HashMap<u128, f64>;

thread_local! {
    /// For lists that are shown again later, by the list's name.
    static REMEMBERED: RefCell<HashMap<&'static str, Measured>> = RefCell::default();
}

/// A handle to the heights of one list.
#[derive(Clone, Copy)]
pub(super) struct Heights(RwSignal<Measured>);

impl Heights {
    /// Starts with what was measured under this name before. A list without a name begins afresh.
    pub(super) fn remembered(name: &'static str) -> Self {
        let before = REMEMBERED.with_borrow(|all| all.get(name).cloned()).unwrap_or_default();
        let heights = RwSignal::new(before);
        if !name.is_empty() {
            on_cleanup(move || {
                let measured = heights.get_untracked();
                REMEMBERED.with_borrow_mut(|all| all.insert(name, measured));
            });
        }
        Self(heights)
    }

    /// Lays the rows out with what is known of them.
    pub(super) fn extent(self, estimates: &[(u128, f64)]) -> Extent {
        self.0.with(|known| {
            let height = |(key, estimate): &(u128, f64)| (*key, known.get(key).copied().unwrap_or(*estimate));
            Extent::new(estimates.iter().map(height))
        })
    }

    /// Notes what was measured; says whether anything was new.
    pub(super) fn note(self, measured: &[(u128, f64)]) -> bool {
        let news = |known: &Measured| {
            measured.iter().any(|(key, height)| known.get(key).is_none_or(|was| (was - height).abs() > 0.5))
        };
        let changed = self.0.with_untracked(news);
        if changed {
            self.0.update(|known| known.extend(measured.iter().copied()));
        }
        changed
    }

    /// Forgets everything, for a list that became wider or narrower.
    pub(super) fn forget(self) {
        self.0.set(Measured::new());
    }
}
