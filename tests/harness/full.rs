//! How much is tried: enough for every day, or in the full run as much as a promise needs.

/// Whether this is the full run.
pub fn is_full() -> bool {
    std::env::var_os("WAYMARK_FULL").is_some()
}

/// How often: `everyday`, or `full` in the full run.
pub fn times(everyday: usize, full: usize) -> usize {
    if is_full() { full } else { everyday }
}
