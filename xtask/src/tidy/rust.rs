//! Rust source as the rules see it: comments and strings blanked out. Byte positions stay as they are.

/// The source with comments and strings replaced by spaces.
pub(super) fn code(text: &str) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some(first) = rest.chars().next() {
        let (taken, blank) = token(rest, first);
        let (piece, after) = rest.split_at(taken);
        out.push_str(&if blank { blanked(piece) } else { piece.to_owned() });
        rest = after;
    }
    out
}

/// Spaces of the same length in bytes; line ends stay.
pub(super) fn blanked(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// The length of what stands first, and whether it is a comment or a string.
fn token(rest: &str, first: char) -> (usize, bool) {
    match first {
        '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), true),
        '/' if rest.starts_with("/*") => (block_comment(rest), true),
        '"' => (quoted(rest, '"'), true),
        '\'' => character(rest),
        letter if letter.is_alphanumeric() || letter == '_' => word(rest),
        other => (other.len_utf8(), false),
    }
}

/// A name, a number, or a raw string: `r"…"`, `br#"…"#`.
fn word(rest: &str) -> (usize, bool) {
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let hashes = rest[end..].len() - rest[end..].trim_start_matches('#').len();
    let is_raw = matches!(&rest[..end], "r" | "br" | "cr") && rest[end + hashes..].starts_with('"');
    if !is_raw {
        return (end, false);
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let body = end + hashes + 1;
    (rest[body..].find(&close).map_or(rest.len(), |length| body + length + close.len()), true)
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return index + 1,
            _ => {}
        }
    }
    rest.len()
}

/// `'x'` and `'\n'` are characters, `'name` is a lifetime.
fn character(rest: &str) -> (usize, bool) {
    let mut after = rest.chars().skip(1);
    let (first, second) = (after.next(), after.next());
    if first == Some('\\') || second == Some('\'') { (quoted(rest, '\''), true) } else { (1, false) }
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0_u32, 0);
    while let Some(c) = rest[at..].chars().next() {
        if rest[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
        } else {
            at += c.len_utf8();
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn comments_and_strings_are_blank_and_the_rest_stays_in_place() {
        let source =
            "let a = \"x \\\" y\"; // z\nlet b = r#\"q\"q\"#; /* c /* d */ e */ f('\"', '\\'', &'life g)";
        let seen = code(source);
        assert_eq!(seen.len(), source.len());
        let words: Vec<&str> = seen.split_whitespace().collect();
        assert_eq!(words, ["let", "a", "=", ";", "let", "b", "=", ";", "f(", ",", ",", "&'life", "g)"]);
    }
}
