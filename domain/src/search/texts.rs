//! Which texts of a record are searched.

use super::fold::fold;
use super::index::HitKind;
use super::query::Query;
use crate::record::Record;
use crate::template::Template;
use crate::{entry, goal, rating, step};

/// What stands between two texts of a record in the index: folded text never holds it, so no phrase runs across.
const BETWEEN: char = '\n';

/// What a record counts as when it is found.
pub(super) fn kind_of(record: &Record) -> Option<HitKind> {
    match record.kind() {
        goal::KIND => Some(HitKind::Goal),
        step::KIND => Some(HitKind::Step),
        rating::KIND => Some(HitKind::Rating),
        entry::KIND => Some(HitKind::Entry),
        _ => None,
    }
}

/// All texts of a record that are searched, in reading order; empty ones left out.
pub fn texts(record: &Record) -> Vec<&str> {
    let goal = [goal::TITLE, goal::WHY, goal::CRITERION, goal::AREA, goal::IF, goal::THEN];
    let fields = match kind_of(record) {
        Some(HitKind::Goal) => goal.to_vec(),
        Some(HitKind::Step) => vec![step::TEXT],
        Some(HitKind::Rating) => vec![rating::NOTE],
        Some(HitKind::Entry) => {
            let parts = Template::ALL.into_iter().flat_map(Template::parts).copied();
            [entry::TITLE, entry::PROMPT].into_iter().chain(parts).chain([entry::TEXT]).collect()
        }
        None => Vec::new(),
    };
    let tags = (record.kind() == entry::KIND).then(|| record.members(entry::TAGS));
    let written = fields.into_iter().map(|field| record.text(field)).filter(|text| !text.is_empty());
    written.chain(tags.into_iter().flatten()).collect()
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
