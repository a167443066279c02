//! Which texts of a record are searched: those that its kind says so of.

use super::fold::fold;
use super::query::Query;
use crate::kinds::{Kind, table};
use crate::record::Record;

/// What stands between two texts of a record in the index: folded text never holds it, so no phrase runs across.
const BETWEEN: char = '\n';

/// What a record counts as when it is found; none where nothing of it is searched.
pub(super) fn kind_of(record: &Record) -> Option<Kind> {
    Kind::of(record.kind()).filter(|kind| kind.table().is_searched())
}

/// All texts of a record that are searched, in reading order; empty ones left out.
pub fn texts(record: &Record) -> Vec<&str> {
    let Some(table) = table(record.kind()) else { return Vec::new() };
    let fields = table.fields.iter().filter(|field| field.is_searched);
    let sets = table.sets.iter().filter(|set| set.is_searched);
    let written = fields.map(|field| record.text(*field)).filter(|text| !text.is_empty());
    written.chain(sets.flat_map(|set| record.members(*set))).collect()
}

/// The text of a record to show an excerpt of: the body that holds the rarest word, or the first there is.
pub fn best_text<'a>(record: &'a Record, query: &Query) -> &'a str {
    let texts = texts(record);
    let holds = |text: &&&str| query.words().first().is_some_and(|word| fold(text).contains(word));
    texts.iter().find(holds).or(texts.first()).copied().unwrap_or_default()
}

pub(super) fn folded_texts(record: &Record) -> String {
    let mut folded = String::new();
    for text in texts(record) {
        folded.push_str(&fold(text));
        folded.push(BETWEEN);
    }
    folded.shrink_to_fit();
    folded
}
