//! Waiting for something to become true: asked again and again until a deadline, never a fixed pause.

use std::time::{Duration, Instant};

use tokio::time::MissedTickBehavior;

/// How long anything may take before it counts as not happening.
pub const PATIENCE: Duration = Duration::from_secs(30);
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// Asks `look` until it answers `Ok`. After [`PATIENCE`] gives back its last refusal.
pub async fn until<T, E>(look: impl AsyncFnMut() -> Result<T, E>) -> Result<T, E> {
    until_within(PATIENCE, look).await
}

/// As [`until`], with a deadline of its own.
pub async fn until_within<T, E>(
    patience: Duration,
    mut look: impl AsyncFnMut() -> Result<T, E>,
) -> Result<T, E> {
    let deadline = Instant::now() + patience;
    let mut moments = tokio::time::interval(BETWEEN_LOOKS);
    // A slow look is not followed by a hail of quick ones.
    moments.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        moments.tick().await;
        match look().await {
            Err(_) if Instant::now() < deadline => {}
            answer => return answer,
        }
    }
}

/// Waits until `holds` says yes; panics with `what` was awaited.
pub async fn eventually(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let answer = until(async || if holds().await { Ok(()) } else { Err(()) }).await;
    assert!(answer.is_ok(), "waited {} s in vain: {what}", PATIENCE.as_secs());
}
