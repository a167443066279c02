//! An entry in a few lines: its heading and an excerpt, with what was searched for marked in both.

use crate::entry::Entry;
use crate::search::{Piece, Query, highlight, snippet};

/// The most characters of a first line or sentence that stands in for a title.
const HEADING: usize = 90;
/// Where a sentence is longer, as many characters of it as fit one line.
const HEADING_CUT: usize = 70;
/// The characters of an excerpt: more than three lines show.
const EXCERPT: usize = 280;

/// A stretch of text, and whether it is what was searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// Whether it was searched for.
    pub hit: bool,
}

/// An entry in a few lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// Its title, or how it begins; empty where nothing is written.
    pub heading: Vec<Marked>,
    /// What follows, or the words around what was searched for.
    pub excerpt: Vec<Marked>,
}

/// Sums an entry up.
pub fn summary(entry: &Entry, query: &Query) -> Summary {
    let mut texts: Vec<&str> = entry.texts().map(str::trim).collect();
    let mut heading = entry.title();
    let mut cut = false;
    if heading.is_empty()
        && let Some(first) = texts.first_mut()
    {
        (heading, *first) = opening(first);
        cut = !first.is_empty() && !first.starts_with('\n') && !ends_sentence(heading);
    }
    let mut heading = marked(&highlight(heading, query), false, cut);
    if heading.iter().all(|piece| piece.text.is_empty()) {
        heading.clear();
    }
    Summary { heading, excerpt: excerpt(&texts, query) }
}

/// How a text begins: its first line, or the sentences of it that fit, or else the words; and what follows.
fn opening(text: &str) -> (&str, &str) {
    let line_end = text.find('\n').unwrap_or(text.len());
    let Some((fits, _)) = text[..line_end].char_indices().nth(HEADING) else {
        return text.split_at(line_end);
    };
    let sentence =
        text[..fits].match_indices([' ', '\t']).map(|(at, _)| at).rfind(|at| ends_sentence(&text[..*at]));
    text.split_at(sentence.unwrap_or_else(|| word_end(text, HEADING_CUT)))
}

/// Whether a text that is long enough for a heading ends here: not after “Mr.” or “W.”.
fn ends_sentence(text: &str) -> bool {
    const SHORTEST: usize = 20;
    let text = text.trim_end_matches(['”', '"', '’', '\'', ')']);
    let last_word =
        text.trim_end_matches('.').rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let (length, plain) = (last_word.chars().count(), last_word.chars().all(char::is_lowercase));
    let full_stop = text.ends_with('.') && (length > 3 || (length > 1 && plain));
    text.len() >= SHORTEST && (full_stop || text.ends_with(['!', '?', '…']))
}

fn word_end(text: &str, characters: usize) -> usize {
    let fits = text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    text[..fits].rfind(char::is_whitespace).unwrap_or(fits)
}

/// The words around the longest word that was searched for, which tends to be the rarest; or the beginning.
fn excerpt(texts: &[&str], query: &Query) -> Vec<Marked> {
    let Some(longest) = query.words().first() else { return beginning(texts) };
    let longest = Query::new(&format!("\"{longest}\""));
    let mut found = texts.iter().map(|text| snippet(text, &longest));
    let Some(found) = found.find(|found| found.pieces.iter().any(|piece| piece.hit)) else {
        return beginning(texts);
    };
    let excerpt: String = found.pieces.iter().map(|piece| piece.text).collect();
    marked(&highlight(&excerpt, query), found.cut_before, found.cut_after)
}

fn beginning(texts: &[&str]) -> Vec<Marked> {
    let words = texts.iter().flat_map(|text| text.split_whitespace());
    let mut excerpt = String::new();
    for word in words {
        if excerpt.len() > EXCERPT {
            excerpt.push('…');
            break;
        }
        if !excerpt.is_empty() {
            excerpt.push(' ');
        }
        excerpt.push_str(word);
    }
    if excerpt.is_empty() { Vec::new() } else { vec![Marked { text: excerpt, hit: false }] }
}

fn marked(pieces: &[Piece], cut_before: bool, cut_after: bool) -> Vec<Marked> {
    let dots = |cut: bool| cut.then(|| Marked { text: "…".into(), hit: false });
    let own = |piece: &Piece| Marked { text: piece.text.to_owned(), hit: piece.hit };
    dots(cut_before).into_iter().chain(pieces.iter().map(own)).chain(dots(cut_after)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{Change, NewEntry};
    use crate::stamp::testing::{TestStamp, notebook};

    fn summed_up(title: &str, text: &str, query: &str) -> (String, String) {
        let (mut book, mut stamp) = (notebook(1), TestStamp::new(1));
        let new = NewEntry { title: title.into(), text: text.into(), ..NewEntry::default() };
        let id = book.apply(Change::AddEntry(new), &mut stamp).unwrap().created.unwrap();
        let summary = summary(&book.entry(id).unwrap(), &Query::new(query));
        let shown = |pieces: &[Marked]| {
            let show =
                |piece: &Marked| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() };
            pieces.iter().map(show).collect::<String>()
        };
        (shown(&summary.heading), shown(&summary.excerpt))
    }

    fn pair(heading: &str, excerpt: &str) -> (String, String) {
        (heading.to_owned(), excerpt.to_owned())
    }

    #[test]
    fn a_titled_entry_shows_its_title_and_how_it_begins() {
        assert_eq!(summed_up("The quiz", "Four out\n\nof ten.", ""), pair("The quiz", "Four out of ten."));
    }

    #[test]
    fn an_entry_without_a_title_is_headed_by_its_first_line_and_says_nothing_twice() {
        assert_eq!(summed_up("", "\nThe quiz\nFour out of ten.", ""), pair("The quiz", "Four out of ten."));
        assert_eq!(summed_up("", "The quiz", ""), pair("The quiz", ""));
        assert_eq!(summed_up("", "", ""), pair("", ""));
        let (heading, excerpt) = summed_up("", &"word ".repeat(20), "");
        assert_eq!(heading, format!("{}…", ["word"; 14].join(" ")));
        assert_eq!(excerpt, ["word"; 6].join(" "));
    }

    #[test]
    fn a_long_text_is_cut_and_says_so() {
        let (_, excerpt) = summed_up("Long", &"word ".repeat(200), "");
        assert!(excerpt.len() < 300 && excerpt.ends_with("word…"));
        let (heading, rest) = summed_up("", &"é".repeat(100), "");
        assert_eq!((heading.chars().count(), rest.chars().count()), (71, 30));
    }

    #[test]
    fn a_long_first_line_is_headed_by_the_sentences_that_fit() {
        let headed = |begins: &str| summed_up("", &format!("{begins} {}", "word ".repeat(30)), "").0;
        assert_eq!(headed("It rained. We met. She explained it."), "It rained. We met. She explained it.");
        for no_end in ["4th.", "We went with Sir W. Penn to St. James, and so", "Up, and"] {
            assert!(headed(no_end).ends_with("word…"), "{no_end}");
        }
    }

    #[test]
    fn what_is_searched_for_is_marked_wherever_it_stands() {
        assert_eq!(
            summed_up("A café", "Later, the Café again.", "cafe"),
            pair("A [café]", "Later, the [Café] again.")
        );
        let far = format!("Start\n{}the needle", "hay ".repeat(100));
        let (heading, excerpt) = summed_up("", &far, "needle");
        assert_eq!(heading, "Start");
        assert!(excerpt.starts_with("…hay") && excerpt.ends_with("the [needle]"));
        let both = format!("Title\nmy {}my wife", "day ".repeat(100));
        assert!(summed_up("", &both, "my wife").1.ends_with("day [my] [wife]"));
        assert_eq!(summed_up("Needle", "Only hay.", "needle"), pair("[Needle]", "Only hay."));
    }
}
