//! Everything a share file brings, by kind.

use serde::Serialize;

use super::item::{
    Item, SharedEntry, SharedFeedback, SharedGoal, SharedResponse, SharedStrategy, SharedSuggestion,
    SharedView,
};

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Items {
    /// Goals.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<SharedGoal>,
    /// Journal entries.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<SharedEntry>,
    /// Strategies and resources.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub strategies: Vec<SharedStrategy>,
    /// Feedback, questions, thanks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub feedback: Vec<SharedFeedback>,
    /// Suggestions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<SharedSuggestion>,
    /// How the sender sees the recipient's goals.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ratings: Vec<SharedView>,
    /// Responses to what the recipient gave.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<SharedResponse>,
}

impl Items {
    /// All of them, kind by kind.
    pub fn all(&self) -> Vec<&dyn Item> {
        fn each<T: Item>(items: &[T]) -> impl Iterator<Item = &dyn Item> {
            items.iter().map(|item| item as &dyn Item)
        }
        each(&self.goals)
            .chain(each(&self.entries))
            .chain(each(&self.strategies))
            .chain(each(&self.feedback))
            .chain(each(&self.suggestions))
            .chain(each(&self.ratings))
            .chain(each(&self.responses))
            .collect()
    }

    /// Keeps only what `wanted` says.
    pub fn retain(&mut self, mut wanted: impl FnMut(&dyn Item) -> bool) {
        self.goals.retain(|item| wanted(item));
        self.entries.retain(|item| wanted(item));
        self.strategies.retain(|item| wanted(item));
        self.feedback.retain(|item| wanted(item));
        self.suggestions.retain(|item| wanted(item));
        self.ratings.retain(|item| wanted(item));
        self.responses.retain(|item| wanted(item));
    }
}
