//! Just enough HTML to find and change tags in the one page that Trunk writes. No parser is needed for that.

use std::ops::Range;

/// Where each `<name …>` stands, the tag only, without what follows it.
pub(crate) fn tags(html: &str, name: &str) -> Vec<Range<usize>> {
    let lower = html.to_ascii_lowercase();
    let open = format!("<{name}");
    let whole_name = |end: usize| lower[end..].starts_with([' ', '>', '\n', '/']);
    lower
        .match_indices(&open)
        .filter(|(start, _)| whole_name(start + open.len()))
        .filter_map(|(start, _)| lower[start..].find('>').map(|end| start..start + end + 1))
        .collect()
}

/// The value of an attribute, quoted or not (minified pages drop the quotes).
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    attribute_range(tag, name).map(|range| {
        let value = &tag[range.start + name.len() + 2..range.end];
        value.trim_matches(['"', '\''])
    })
}

/// The tag without one of its attributes.
pub(crate) fn without_attribute(tag: &str, name: &str) -> String {
    attribute_range(tag, name)
        .map_or_else(|| tag.to_owned(), |range| format!("{}{}", &tag[..range.start], &tag[range.end..]))
}

/// From the space before the name to the end of the value.
fn attribute_range(tag: &str, name: &str) -> Option<Range<usize>> {
    let start = tag.find(&format!(" {name}="))?;
    let value = start + name.len() + 2;
    let length = match tag[value..].chars().next()? {
        quote @ ('"' | '\'') => tag[value + 1..].find(quote)? + 2,
        _ => tag[value..].find([' ', '>', '\n'])?,
    };
    Some(start..value + length)
}

#[cfg(test)]
mod tests {
    use super::{attribute, tags, without_attribute};

    #[test]
    fn tags_are_found_by_their_whole_name() {
        let html = "<!doctype html><link rel=icon href=./a.svg><linked><LINK rel=\"x\">";
        let found: Vec<&str> = tags(html, "link").into_iter().map(|range| &html[range]).collect();
        assert_eq!(found, ["<link rel=icon href=./a.svg>", "<LINK rel=\"x\">"]);
    }

    #[test]
    fn attributes_are_read_and_removed_with_and_without_quotes() {
        let tag = "<link rel=preload integrity=\"sha384-a/b\" href=./a_bg.wasm>";
        assert_eq!(attribute(tag, "integrity"), Some("sha384-a/b"));
        assert_eq!(attribute(tag, "href"), Some("./a_bg.wasm"));
        assert_eq!(attribute(tag, "src"), None);
        assert_eq!(without_attribute(tag, "integrity"), "<link rel=preload href=./a_bg.wasm>");
        assert_eq!(without_attribute(tag, "href"), "<link rel=preload integrity=\"sha384-a/b\">");
    }
}
