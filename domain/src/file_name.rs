//! What a backup is called, on any system.

use chrono::NaiveDate;

/// The most characters of a person's name in a file name.
const NAME_MAX: usize = 40;

/// `<name>-<date>.waymark.json`; `waymark` stands where there is no name. Letters and digits of any script stay, all
/// else becomes a hyphen, so that no system takes offence.
pub fn file_name(name: &str, date: NaiveDate) -> String {
    let mut safe = String::new();
    for c in name.chars().take(NAME_MAX) {
        if c.is_alphanumeric() || is_accent(c) {
            safe.push(c);
        } else if !safe.is_empty() && !safe.ends_with('-') {
            safe.push('-');
        }
    }
    let safe = safe.trim_matches('-');
    let name = if safe.is_empty() { "waymark" } else { safe };
    format!("{name}-{date}.waymark.json")
}

/// Accents written as characters of their own, as one system's file names have them.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_person_and_day() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        for (name, expected) in [
            ("Ana", "Ana-2026-11-21.waymark.json"),
            ("", "waymark-2026-11-21.waymark.json"),
            (" ../..\\ ", "waymark-2026-11-21.waymark.json"),
            ("Ana María / O’Neil", "Ana-María-O-Neil-2026-11-21.waymark.json"),
            ("CON", "CON-2026-11-21.waymark.json"),
            ("a\u{202E}b\u{0}c", "a-b-c-2026-11-21.waymark.json"),
            ("李雷", "李雷-2026-11-21.waymark.json"),
        ] {
            assert_eq!(file_name(name, day), expected);
        }
        assert!(file_name(&"ß".repeat(500), day).len() < 200);
    }
}
