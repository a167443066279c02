//! Scripts, formulas, control and direction characters are words like any other, and no links.

use waymark_domain::field::Rule;

use super::*;

const SCRIPTS: [&str; 12] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "</textarea><iframe srcdoc='<script>alert(1)</script>'>",
    "&lt;script&gt;&#x3C;script&#x3E;",
    "\u{202E}\u{2066}gpj.exe\u{2069}",
    "\u{0}\u{1b}[2J\u{7f}\u{85}<b>bold</b>\r\nnext\ttab",
    "=HYPERLINK(\"https://example.edu\",\"x\")",
    "'; DROP TABLE notes; --",
    "\u{FEFF}\u{2028}${alert(1)}\u{FFFF}",
];

/// Puts `text` wherever the file holds a free text.
fn fill(value: &mut Value, text: &str) {
    const FREE: [&str; 20] = [
        "name",
        "message",
        "title",
        "text",
        "why",
        "criterion",
        "area",
        "if",
        "then",
        "note",
        "prompt",
        "link",
        "word",
        "cadence",
        "channel",
        "i_expect",
        "they_expect",
        "confidential",
        "limits",
        "what",
    ];
    match value {
        Value::Object(map) => {
            let is_choice = map.contains_key("by") && map.contains_key("what");
            for (name, value) in map {
                if FREE.contains(&name.as_str()) && value.is_string() && !(is_choice && name == "what") {
                    *value = text.into();
                } else {
                    fill(value, text);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, text)),
        _ => {}
    }
}

/// Every text in a value.
fn texts(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.values().for_each(|value| texts(value, all)),
        Value::Array(items) => items.iter().for_each(|item| texts(item, all)),
        Value::String(text) => all.push(text.clone()),
        _ => {}
    }
}

#[test]
fn stay_words_in_every_field() {
    let mut met = 0;
    for (seed, script) in (0..40).flat_map(|seed| SCRIPTS.iter().map(move |script| (seed, *script))) {
        let mut file = share(seed);
        fill(&mut file, script);
        let opened = opened(file.to_string().as_bytes()).unwrap();
        assert_eq!(opened.set_aside, []);
        let (mut book, mut run) = (notebook(1), Run::new(1));
        let with = import(&mut book, &opened, &mut run);
        let (line, text) = (Rule::Line(500).tidy(script), Rule::Text(500).tidy(script));
        let theirs = book.theirs(with);
        assert_eq!(theirs.message, if file["message"].is_string() { text.as_str() } else { "" });
        assert!(theirs.things.goals.iter().all(|copy| copy.item.title == line));
        assert!(theirs.things.suggestions.iter().all(|copy| copy.item.text == line));
        assert!(theirs.things.strategies.iter().all(|copy| copy.item.title == line));
        let (mut before, mut after) = (Vec::new(), Vec::new());
        texts(&file, &mut before);
        texts(&to_value(&opened.file), &mut after);
        let whole = |texts: &[String]| texts.iter().filter(|one| **one == line || **one == text).count();
        let put = before.iter().filter(|one| *one == script).count();
        assert_eq!((whole(&after), after.len()), (put, before.len()), "{script}");
        assert_eq!(
            to_value(&opened.file)["goals"].as_array().map(Vec::len).unwrap_or_default(),
            theirs.things.goals.len()
        );
        met += put;
    }
    assert!(met > 5_000, "{met}");
}

#[test]
fn are_no_links() {
    for text in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\tscript:alert(1)",
        "javascript://https://example.edu/%0Aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "blob:https://example.edu/1",
        "file:///etc/passwd",
        "filesystem:https://example.edu/x",
        "view-source:https://example.edu",
        "about:blank",
        "//example.edu",
        "/\\example.edu",
        "http://example.edu",
        "https:example.edu",
        "https:/example.edu",
        "https:\\\\example.edu",
        " https://example.edu",
        "https://example.edu\n",
        "https://exa mple.edu",
        "https://example.edu\u{0}",
        "https://example.edu/\u{2028}x",
        "https://example.edu/\u{A0}x",
        "https://",
        "mailto:",
        "ｈttps://example.edu",
        "https\u{200B}://example.edu",
        "éhttps://example.edu",
        "",
    ] {
        assert!(!is_link(text), "{text:?}");
    }
    for text in ["https://example.edu", "HTTPS://example.edu/a?b#c", "MailTo:ana@example.edu"] {
        assert!(is_link(text), "{text:?}");
    }
}
