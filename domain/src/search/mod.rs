//! Searching everything written, as someone types: case and accents folded, all words must occur.

mod fold;
mod index;
mod query;
mod snippet;
mod texts;

pub use fold::fold;
pub use index::{Hit, Index};
pub use query::Query;
pub use snippet::{Piece, Snippet, highlight, snippet};
pub use texts::{best_text, texts};

#[cfg(test)]
mod tests;
