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

/// Ends a process and all that it started, all at once: nobody is left to write anything.
pub fn kill_tree(pid: u64) {
    let tree: Vec<_> = tree(pid).iter().map(u64::to_string).collect();
    // Some may have gone by themselves since they were listed.
    drop(Command::new("kill").arg("-9").args(&tree).output());
}

/// A process and all that it started.
fn tree(root: u64) -> Vec<u64> {
    let mut tree = vec![root];
    let mut looked_at = 0;
    while looked_at < tree.len() {
        tree.extend(children(tree[looked_at]));
        looked_at += 1;
    }
    tree
}

/// Each thread lists those that it started.
fn children(pid: u64) -> Vec<u64> {
    let threads = std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let listed = threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("children")).ok());
    listed
        .flat_map(|list| list.split_whitespace().filter_map(|pid| pid.parse().ok()).collect::<Vec<_>>())
        .collect()
}

/// A process that is ended when this is dropped, if it still runs.
#[derive(Debug)]
pub struct LeftOver {
    /// Its number.
    pub pid: u64,
    /// When it began: its number may be another's by then.
    began: Option<String>,
}

impl LeftOver {
    /// The process of that number now.
    pub fn new(pid: u64) -> Self {
        Self { pid, began: began(pid) }
    }
}

impl Drop for LeftOver {
    fn drop(&mut self) {
        if self.began.is_some() && began(self.pid) == self.began && is_alive(self.pid) {
            kill(self.pid);
        }
    }
}

/// When a process began, in the system's own count.
fn began(pid: u64) -> Option<String> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, after_name) = stat.rsplit_once(") ")?;
    after_name.split(' ').nth(19).map(str::to_owned)
}
