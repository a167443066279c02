//! What undo and redo must show: for each change, what its fields showed before it. Kept beside the app's own history,
//! and by another rule: not which edit stands for which, but whether anybody else wrote since.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use waymark_domain::id::RecordId;

/// What one field showed before a change.
#[derive(Debug, Clone)]
pub struct Was {
    pub record: RecordId,
    pub register: String,
    pub shown: Option<Value>,
    /// The edits of the record that were known then.
    pub then: BTreeSet<usize>,
    /// The edits that count as the change's own.
    pub wrote: BTreeSet<usize>,
    /// The edits that stood before.
    pub stood: BTreeSet<usize>,
}

/// One change that can be taken back.
#[derive(Debug, Clone, Default)]
pub struct Step {
    pub was: Vec<Was>,
    /// It erased records, or left some behind: copies of them come in again.
    pub brings_again: bool,
    /// Records that came with it under ids of their own making, each with the edits it held then: taken back, they are
    /// erased where there is no other.
    pub minted: BTreeMap<RecordId, BTreeSet<usize>>,
    /// It was a file that was opened.
    pub import: bool,
}

/// The two stacks.
#[derive(Debug, Default)]
pub struct Steps {
    pub done: Vec<Step>,
    pub undone: Vec<Step>,
    /// Records that were lost came in again under new ids, and what referred to them was moved: fields that refer to
    /// records no longer show what they did.
    pub moved: bool,
}

impl Steps {
    /// Remembers a change. Where it goes on with a text that the last change wrote, both are one.
    pub fn push(&mut self, step: Step, goes_on: Option<&BTreeSet<usize>>) -> bool {
        self.undone.clear();
        if let (Some([last]), [now]) =
            (self.done.last_mut().map(|last| last.was.as_mut_slice()), &step.was[..])
            && (last.record, &last.register) == (now.record, &now.register)
            && goes_on == Some(&last.wrote)
        {
            last.wrote.clone_from(&now.wrote);
            return true;
        }
        self.done.push(step);
        false
    }

    /// What was put back stands for the edits that wrote it first.
    pub fn follow(&mut self, put_back: &Was, by: &BTreeSet<usize>) {
        let same = |was: &&mut Was| was.record == put_back.record && was.register == put_back.register;
        let steps = self.done.iter_mut().chain(&mut self.undone);
        for was in steps.flat_map(|step| &mut step.was).filter(same) {
            if !was.wrote.is_disjoint(&put_back.stood) {
                was.wrote.extend(by);
            }
        }
    }

    /// Forgets what concerns erased records.
    pub fn forget(&mut self, erased: &[RecordId]) {
        for steps in [&mut self.done, &mut self.undone] {
            steps.retain_mut(|step| {
                step.was.retain(|was| !erased.contains(&was.record));
                !step.is_empty()
            });
        }
    }
}

impl Step {
    pub fn is_empty(&self) -> bool {
        self.was.is_empty() && !self.brings_again
    }
}
