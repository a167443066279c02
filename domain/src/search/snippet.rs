//! A few words of a text around what was found, with the found words marked. Works on the text as it was written:
//! places found in the folded text are led back to the characters they came from.

use std::ops::Range;

use super::fold::fold_char;
use super::query::Query;
use crate::sorting::sort_by_key;

/// A stretch of the original text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text, as it was written.
    pub text: &'a str,
    /// Whether it is what was looked for.
    pub hit: bool,
}

/// An excerpt of a text. Its pieces, put together, are the excerpt, letter by letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet<'a> {
    /// Whether the text goes on before it.
    pub cut_before: bool,
    /// The excerpt.
    pub pieces: Vec<Piece<'a>>,
    /// Whether the text goes on after it.
    pub cut_after: bool,
}

/// How many characters of context an excerpt has before and after its first hit.
const BEFORE: usize = 40;
const AFTER: usize = 160;

/// The whole text with every hit marked: for titles and tags.
pub fn highlight<'a>(text: &'a str, query: &Query) -> Vec<Piece<'a>> {
    cut(text, 0..text.len(), &hits(text, query))
}

/// An excerpt around the first hit, or the beginning where there is none, with every hit in it marked.
pub fn snippet<'a>(text: &'a str, query: &Query) -> Snippet<'a> {
    let hits = hits(text, query);
    let first = hits.first().cloned().unwrap_or(0..0);
    let from = word_start(text, back(text, first.start, BEFORE), first.start);
    let to = word_end(text, forth(text, first.end, AFTER), first.end);
    Snippet { cut_before: from > 0, pieces: cut(text, from..to, &hits), cut_after: to < text.len() }
}

/// Where the query's words stand in the original text: in order, none touching another.
fn hits(text: &str, query: &Query) -> Vec<Range<usize>> {
    let folded = Folded::new(text);
    let finders = query.finders();
    let mut found: Vec<_> = finders
        .iter()
        .flat_map(|finder| {
            let length = finder.needle().len();
            finder.find_iter(folded.text.as_bytes()).map(move |at| at..at + length)
        })
        .map(|range| folded.original(&range))
        .collect();
    sort_by_key(&mut found, |range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in found {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// A folded text that remembers where each of its bytes came from.
struct Folded {
    text: String,
    /// For each byte of the folded text, the character of the original it came from.
    from: Vec<Range<usize>>,
}

impl Folded {
    fn new(text: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(text.len()), from: Vec::with_capacity(text.len()) };
        for (start, c) in text.char_indices() {
            let origin = start..start + c.len_utf8();
            let before = folded.text.len();
            fold_char(c, |piece| folded.text.push(piece));
            if folded.text.len() == before {
                // A mark belongs to the letter before it.
                folded.lengthen_last(origin.end);
            }
            folded.from.resize(folded.text.len(), origin);
        }
        folded
    }

    fn lengthen_last(&mut self, end: usize) {
        let Some(start) = self.from.last().map(|last| last.start) else { return };
        self.from.iter_mut().rev().take_while(|origin| origin.start == start).for_each(|o| o.end = end);
    }

    fn original(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.from.get(range.start).map_or(0, |origin| origin.start);
        let end = range.end.checked_sub(1).and_then(|last| self.from.get(last)).map_or(start, |o| o.end);
        start..end
    }
}

fn cut<'a>(text: &'a str, excerpt: Range<usize>, hits: &[Range<usize>]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut at = excerpt.start;
    let mut push = |range: Range<usize>, hit| {
        if !range.is_empty() {
            pieces.push(Piece { text: &text[range], hit });
        }
    };
    for hit in hits.iter().filter(|hit| hit.start >= excerpt.start && hit.end <= excerpt.end) {
        push(at..hit.start, false);
        push(hit.clone(), true);
        at = hit.end;
    }
    push(at..excerpt.end, false);
    pieces
}

fn back(text: &str, at: usize, characters: usize) -> usize {
    text[..at].char_indices().rev().take(characters).last().map_or(at, |(start, _)| start)
}

fn forth(text: &str, at: usize, characters: usize) -> usize {
    text[at..].char_indices().nth(characters).map_or(text.len(), |(start, _)| at + start)
}

/// The first word that begins at `from` or later, so that no word is cut; `from` itself where words are long.
fn word_start(text: &str, from: usize, until: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let (space, after) = (text[from..until].find(char::is_whitespace), from);
    space.map_or(from, |space| {
        text[after + space..until]
            .find(|c: char| !c.is_whitespace())
            .map_or(until, |word| after + space + word)
    })
}

/// The end of the last word that ends at `to` or earlier.
fn word_end(text: &str, to: usize, from: usize) -> usize {
    if to == text.len() {
        return to;
    }
    text[from..to].rfind(char::is_whitespace).map_or(to, |space| from + space)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(pieces: &[Piece]) -> String {
        pieces.iter().map(|p| if p.hit { format!("[{}]", p.text) } else { p.text.to_owned() }).collect()
    }

    #[test]
    fn hits_are_marked_in_the_text_as_it_was_written() {
        let cases = [
            ("Über die Straße", "uber strasse", "[Über] die [Straße]"),
            ("Straße", "ras", "St[raß]e"),
            ("cafe\u{301} au lait", "cafe", "[cafe\u{301}] au lait"),
            ("ﬁne", "f", "[ﬁ]ne"),
            ("it’s", "it's", "[it’s]"),
            ("abcabc", "bc abc", "[abcabc]"),
            ("none here", "xyz", "none here"),
            ("🏔🏔 peak", "peak", "🏔🏔 [peak]"),
            ("\u{301}a", "a", "\u{301}[a]"),
        ];
        for (text, query, expected) in cases {
            assert_eq!(marked(&highlight(text, &Query::new(query))), expected);
        }
    }

    #[test]
    fn an_excerpt_cuts_between_words_and_says_so() {
        let text = format!("{} physician {}", "word ".repeat(60), "more ".repeat(60));
        let found = snippet(&text, &Query::new("Physician"));
        assert!(found.cut_before && found.cut_after);
        let shown = marked(&found.pieces);
        assert!(shown.starts_with("word ") && shown.contains("[physician]") && shown.ends_with("more"));
        let short = snippet("a short text", &Query::default());
        assert_eq!(
            (short.cut_before, marked(&short.pieces).as_str(), short.cut_after),
            (false, "a short text", false)
        );
    }

    /// Generated cases need a source of randomness, which wasm has not.
    #[cfg(not(target_arch = "wasm32"))]
    mod properties {
        use proptest::prelude::*;

        use super::super::super::fold::fold;
        use super::*;

        const TEXT: &str = "[a-cA-Cäé’ \\nßﬁ\u{301}🏔日]{0,400}";

        proptest! {
            #[test]
            fn pieces_put_together_are_the_original(text in TEXT, query in "[a-cäs' \"]{0,6}") {
                let query = Query::new(&query);
                let whole: String = highlight(&text, &query).iter().map(|piece| piece.text).collect();
                prop_assert_eq!(&whole, &text);
                let found = snippet(&text, &query);
                let excerpt: String = found.pieces.iter().map(|piece| piece.text).collect();
                prop_assert!(text.contains(&excerpt));
                prop_assert!(found.cut_before || text.starts_with(&excerpt));
                prop_assert!(found.cut_after || text.ends_with(&excerpt));
            }

            #[test]
            fn what_is_found_is_marked_and_every_mark_holds_a_word(text in TEXT, query in "[a-cäs']{1,4}") {
                let query = Query::new(&query);
                let word = &query.words()[0];
                let found = snippet(&text, &query);
                let hits: Vec<_> = found.pieces.iter().filter(|piece| piece.hit).collect();
                prop_assert_eq!(fold(&text).contains(word), !hits.is_empty());
                prop_assert!(hits.iter().all(|piece| fold(piece.text).contains(word)));
            }
        }
    }
}
