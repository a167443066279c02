//! What a journey has done so far, step by step, told when it fails.

use std::sync::{Arc, Mutex};

/// The steps so far. Clones tell the same story.
#[derive(Debug, Clone, Default)]
pub struct Story(Arc<Mutex<Vec<String>>>);

impl Story {
    /// Adds a step.
    pub fn tell(&self, step: impl Into<String>) {
        self.0.lock().expect("the story is not poisoned").push(step.into());
    }

    /// How many steps there were.
    pub fn length(&self) -> usize {
        self.0.lock().expect("the story is not poisoned").len()
    }

    /// The last steps, one a line.
    pub fn ending(&self) -> String {
        let steps = self.0.lock().expect("the story is not poisoned");
        let from = steps.len().saturating_sub(15);
        let lines: Vec<_> = steps[from..].iter().map(|step| format!("  · {step}")).collect();
        lines.join("\n")
    }
}
