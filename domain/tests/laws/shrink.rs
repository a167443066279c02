//! Shrinking a history that breaks a law: leaves out whatever can be left out, in ever smaller stretches (delta
//! debugging, after Zeller and Hildebrandt, 2002).

use super::action::Action;

/// The shortest history found that still fails.
pub fn shrink(actions: &[Action], fails: impl Fn(&[Action]) -> bool) -> Vec<Action> {
    let mut kept = actions.to_vec();
    let mut stretch = kept.len().div_ceil(2);
    while stretch > 0 {
        let mut from = 0;
        let mut shorter = false;
        while from < kept.len() {
            let mut fewer = kept.clone();
            fewer.drain(from..kept.len().min(from + stretch));
            if fails(&fewer) {
                (kept, shorter) = (fewer, true);
            } else {
                from += stretch;
            }
        }
        if !shorter {
            stretch /= 2;
        }
    }
    kept
}
