//! Folding text for searching: case, accents and typographic quotes are set aside, so that “Über” is found by `uber`
//! and “don’t” by `don't`. A table for the Latin letters keeps this small; a full Unicode table costs 50 kB.

/// The base letters of U+00C0 to U+024F; `_` where a letter has none, or more than one.
const LATIN: &[u8; 0x190] = b"\
aaaaaa_ceeeeiiiidnooooo_ouuuuy__aaaaaa_ceeeeiiiidnooooo_ouuuuy_y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii__jjkk_lllllll\
lllnnnnnnn__oooooo__rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
________________________________oo_____________uu_______________\
_____________aaiioouuuuuuuuuu_aaaa____ggkkoooo__j___gg__nnaa__oo\
aaaaeeeeiiiioooorrrruuuusstt__hh______aaeeooooooooyy____________\
________________";

/// The base letters of U+1E00 to U+1EFF, among them those of Vietnamese.
const LATIN_ADDITIONAL: &[u8; 0x100] = b"\
aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwy_s____aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy______";

/// Text as it is searched: without case, accents and kinds of quotes; every kind of space is a plain space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, |piece| folded.push(piece));
    }
    folded
}

/// Hands on what one character folds to: nothing, one character or two.
pub(super) fn fold_char(c: char, mut put: impl FnMut(char)) {
    if c.is_ascii() {
        return put(if c.is_ascii_whitespace() { ' ' } else { c.to_ascii_lowercase() });
    }
    if let Some(letter) = base_letter(c) {
        return put(letter);
    }
    match c {
        '\u{300}'..='\u{36f}' | '\u{ad}' => {}
        '‘' | '’' | '‛' => put('\''),
        '“' | '”' | '‟' => put('"'),
        'ß' | 'ẞ' => "ss".chars().for_each(put),
        'Æ' | 'æ' | 'Ǣ' | 'ǣ' | 'Ǽ' | 'ǽ' => "ae".chars().for_each(put),
        'Œ' | 'œ' => "oe".chars().for_each(put),
        'Þ' | 'þ' => "th".chars().for_each(put),
        'Ǯ' | 'ǯ' => put('ʒ'),
        'Ĳ' | 'ĳ' => "ij".chars().for_each(put),
        'ﬁ' => "fi".chars().for_each(put),
        'ﬂ' => "fl".chars().for_each(put),
        _ if c.is_whitespace() => put(' '),
        // A sign such as the one for ångström has a letter with a mark as its lower case.
        _ => c.to_lowercase().map(|c| base_letter(c).unwrap_or(without_mark(c))).for_each(put),
    }
}

fn base_letter(c: char) -> Option<char> {
    let code = u32::from(c) as usize;
    let letter = match code {
        0xC0..0x250 => LATIN[code - 0xC0],
        0x1E00..0x1F00 => LATIN_ADDITIONAL[code - 0x1E00],
        _ => b'_',
    };
    (letter != b'_').then_some(char::from(letter))
}

/// The marks of Greek and Cyrillic letters, lower case.
fn without_mark(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ѐ' | 'ё' => 'е',
        'ѓ' => 'г',
        'ї' => 'і',
        'ќ' => 'к',
        'ѝ' | 'й' => 'и',
        'ў' => 'у',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn case_accents_and_quotes_are_set_aside() {
        let cases = [
            ("PHYSICIAN", "physician"),
            ("Über Straße, GROẞ", "uber strasse, gross"),
            ("Œuvre d’Ægir", "oeuvre d'aegir"),
            ("Łódź Đurđevac Smørrebrød", "lodz durdevac smorrebrod"),
            ("Nguyễn Phương ưỡn", "nguyen phuong uon"),
            ("İstanbul ılık", "istanbul ilik"),
            ("“ﬁne ﬂour”", "\"fine flour\""),
            ("co\u{ad}operate e\u{301}te", "cooperate ete"),
            ("Καλημέρα Σίσυφος", "καλημερα σισυφοσ"),
            ("Ёлка й", "елка и"),
            ("a\u{a0}b\tc\nd", "a b c d"),
            ("5 \u{212b} at 3 \u{212a}", "5 a at 3 k"),
            ("日本 🏔", "日本 🏔"),
        ];
        for (text, folded) in cases {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    /// Letters whose stroke or ligature is no mark by Unicode's own rules, but reads as one.
    const ALSO: &str = "ÐðĐđĦħıĲĳĿŀŁłŉŒœŦŧſẛØøǾǿÆæǢǣǼǽÞþßẞ";

    #[test]
    fn every_latin_letter_folds_as_unicode_takes_it_apart() {
        for c in ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}').filter(|c| !ALSO.contains(*c)) {
            let apart = c.to_lowercase().nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c));
            assert_eq!(fold(&c.to_string()), apart.collect::<String>(), "{c} U+{:x}", u32::from(c));
        }
    }

    /// Generated cases need a source of randomness, which wasm has not.
    #[cfg(not(target_arch = "wasm32"))]
    mod properties {
        use proptest::prelude::*;

        use super::*;

        proptest! {
            #[test]
            fn folding_twice_changes_nothing(text in "\\PC{0,40}|[ -žΆ-ϋЀ-ӿḀ-ỿ’“”]{0,40}") {
                let once = fold(&text);
                prop_assert_eq!(fold(&once), once);
            }

            #[test]
            fn composed_and_decomposed_letters_are_found_alike(text in "[À-žƠ-ǰḀ-ỿΈ-ώЀ-џ]{0,20}") {
                let apart: String = text.nfd().collect();
                prop_assert_eq!(fold(&text), fold(&apart));
            }
        }
    }
}
