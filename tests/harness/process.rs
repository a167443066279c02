//! Processes by their number: is one alive, end one we started. Linux only, as the browser is Debian's.

use std::process::Command;

/// Whether a process still runs; one that is dead but not yet reaped does not.
pub fn is_alive(pid: u64) -> bool {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{pid}/stat")) else { return false };
    let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
    !matches!(state, Some('Z' | 'X') | None)
}

/// Ends a process at once.
pub fn kill(pid: u64) {
    if is_alive(pid) {
        let status = Command::new("kill").args(["-9", &pid.to_string()]).status();
        assert!(status.is_ok_and(|s| s.success()) || !is_alive(pid), "could not end process {pid}");
    }
}

/// A process that is ended when this is dropped, if it still runs.
#[derive(Debug)]
pub struct LeftOver(pub u64);

impl Drop for LeftOver {
    fn drop(&mut self) {
        if is_alive(self.0) {
            kill(self.0);
        }
    }
}
