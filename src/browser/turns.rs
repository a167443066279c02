//! Long work in short pieces: the page paints and answers in between.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::document;

use super::clock;

/// For how long the page is held up at a time, in milliseconds: less than a frame.
const SLICE: f64 = 12.0;
/// The same where nobody looks: there, browsers let a page go on only once a second.
const SLICE_UNSEEN: f64 = 200.0;

/// Whose turn it is: the work's or the page's.
#[derive(Debug)]
pub struct Turns {
    began: f64,
}

impl Turns {
    /// The work begins.
    pub fn begin() -> Self {
        Self { began: clock::ticks() }
    }

    /// Whether the page has waited long enough.
    pub fn is_over(&self) -> bool {
        clock::ticks() - self.began > if document().hidden() { SLICE_UNSEEN } else { SLICE }
    }

    /// The page's turn.
    pub async fn give(&mut self) {
        TimeoutFuture::new(0).await;
        self.began = clock::ticks();
    }
}
