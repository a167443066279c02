//! Reading what was chosen without holding the page up: it paints and answers in between.

use std::ops::ControlFlow;

use waymark_domain::file::{FileError, Progress, Read, Reading};

use crate::browser::turns::Turns;

/// How many bytes are gone through before the clock is looked at: a few milliseconds' work.
const STEP: usize = 128 << 10;

/// Reads the bytes of a file. `go_on` hears how far it is, each time that the page had its turn, and says whether it is still
/// wanted; nothing comes of a file that is not.
pub async fn read_in_slices(
    bytes: Vec<u8>,
    go_on: impl Fn(Progress) -> bool,
) -> Option<Result<Read, FileError>> {
    let mut reading = Reading::new(bytes);
    let mut turns = Turns::begin();
    loop {
        let progress = match reading.step(STEP) {
            ControlFlow::Break(read) => return Some(read),
            ControlFlow::Continue(progress) => progress,
        };
        if turns.is_over() {
            turns.give().await;
            if !go_on(progress) {
                return None;
            }
        }
    }
}
