//! Colours have one home, `style/tokens.css`: so both themes stay whole.

use super::Violation;
use super::source::{Source, line_at};

const TOKENS: &str = "style/tokens.css";
const FUNCTIONS: &str = "rgb rgba hsl hsla hwb lab lch oklab oklch color";
const NAMES: &str = "black white red green blue yellow orange purple pink brown gray grey silver gold navy teal maroon \
    olive lime aqua cyan magenta fuchsia indigo violet beige crimson salmon tomato coral";

pub(super) fn check(sources: &[Source]) -> Vec<Violation> {
    sources.iter().filter(|source| source.is_css() && source.path != TOKENS).flat_map(check_one).collect()
}

fn check_one(source: &Source) -> Vec<Violation> {
    let css = without_comments(&source.text);
    let mut violations = Vec::new();
    for (start, value) in values(&css) {
        for (offset, word) in words(value).filter(|(_, word)| is_colour(word)) {
            let advice =
                format!("`{word}` is a colour. Name it by its role in {TOKENS}, and use `var(--…)` here.");
            violations.push(Violation::new(&source.path, line_at(&css, start + offset), advice));
        }
    }
    violations
}

/// The values of declarations, with their places: from a colon to the end of the declaration.
/// A selector's colon (`a:hover {`) ends at a brace and is left out.
fn values(css: &str) -> impl Iterator<Item = (usize, &str)> {
    css.match_indices(':').filter_map(|(colon, _)| {
        let rest = &css[colon + 1..];
        let end = rest.find([';', '{', '}']).unwrap_or(rest.len());
        (!rest[end..].starts_with('{')).then_some((colon + 1, &rest[..end]))
    })
}

/// Words with what makes them colours: a leading `#`, a following `(`.
fn words(value: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '#');
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + value[at..].find(is_part)?;
        let end = value[start..].find(|c| !is_part(c)).map_or(value.len(), |length| start + length);
        at = if value[end..].starts_with('(') { end + 1 } else { end };
        Some((start, &value[start..at]))
    })
}

fn is_colour(word: &str) -> bool {
    let listed = |list: &str, word: &str| list.split(' ').any(|known| known.eq_ignore_ascii_case(word));
    match (word.strip_prefix('#'), word.strip_suffix('(')) {
        (Some(hex), _) => {
            matches!(hex.len(), 3 | 4 | 6 | 8) && hex.bytes().all(|byte| byte.is_ascii_hexdigit())
        }
        (_, Some(function)) => listed(FUNCTIONS, function),
        _ => listed(NAMES, word),
    }
}

/// Comments go, their line ends stay, so that lines keep their numbers.
fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        let (inside, after) = comment.split_once("*/").unwrap_or((comment, ""));
        out.push_str(before);
        out.extend(inside.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    fn found(css: &str) -> Vec<String> {
        check(&[Source::new("style/base.css", css)]).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_way_to_write_a_colour_is_seen_with_its_line() {
        let css = "a { color: #fff; }\nb { border: 1px solid RED }\nc { fill: oklch(0.5 0.1 20) }\n/* x\n*/ d { --x: rgb(0 0 0) }";
        let found = found(css);
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[3].starts_with("style/base.css:5: `rgb(`"), "{}", found[3]);
    }

    #[test]
    fn roles_selectors_and_system_words_are_no_colours() {
        let css = "#abc a:hover { color: var(--red); background: transparent; fill: currentColor; /* #fff */\n\
                   outline-color: Highlight; border-color: color-mix(in oklch, var(--ink) 20%, transparent) }";
        assert_eq!(found(css), [""; 0]);
    }

    #[test]
    fn the_token_file_may_hold_them() {
        assert!(check(&[Source::new("style/tokens.css", "a { color: #fff }")]).is_empty());
    }
}
