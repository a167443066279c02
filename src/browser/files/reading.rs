//! Reading what was chosen without holding the page up: it paints and answers in between.

use std::ops::ControlFlow;

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::{document, window};
use waymark_domain::file::{FileError, Progress, Read, Reading};

/// How many bytes are gone through before the clock is looked at: a few milliseconds' work.
const STEP: usize = 128 << 10;
/// For how long the page is held up at a time, in milliseconds: less than a frame.
const SLICE: f64 = 12.0;
/// The same where nobody looks: there, browsers let a page go on only once a second.
const SLICE_UNSEEN: f64 = 200.0;

/// Reads the bytes of a file. `go_on` hears how far it is, each time that the page had its turn, and says whether it is still
/// wanted; nothing comes of a file that is not.
pub async fn read_in_slices(
    bytes: Vec<u8>,
    go_on: impl Fn(Progress) -> bool,
) -> Option<Result<Read, FileError>> {
    let mut reading = Reading::new(bytes);
    let mut began = now();
    loop {
        let progress = match reading.step(STEP) {
            ControlFlow::Break(read) => return Some(read),
            ControlFlow::Continue(progress) => progress,
        };
        if now() - began < if document().hidden() { SLICE_UNSEEN } else { SLICE } {
            continue;
        }
        TimeoutFuture::new(0).await;
        if !go_on(progress) {
            return None;
        }
        began = now();
    }
}

/// Milliseconds since some moment.
fn now() -> f64 {
    // Every browser has had this clock for ten years; without it, the page gets its turn after each step.
    window().performance().map_or(f64::INFINITY, |clock| clock.now())
}
