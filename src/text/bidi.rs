//! Words in a sentence that is written the other way: marked off, so that neither turns the other around. Where there are
//! elements, `<bdi>` does that; a name in a label or a title has none.

use std::{borrow::Cow, cell::Cell};

/// Begins a piece with a direction of its own, which its first letter tells, and ends it.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

thread_local! {
    /// Whether the language that is spoken is written from right to left.
    static RIGHT_TO_LEFT: Cell<bool> = const { Cell::new(false) };
}

/// Another language is spoken.
pub(super) fn speak(right_to_left: bool) {
    RIGHT_TO_LEFT.set(right_to_left);
}

/// The value, marked off where its direction may be another than that of the language.
pub(super) fn apart(value: &str) -> Cow<'_, str> {
    if needs_marks(value, RIGHT_TO_LEFT.get()) {
        Cow::Owned(format!("{}{value}{}", ISOLATE.0, ISOLATE.1))
    } else {
        Cow::Borrowed(value)
    }
}

fn needs_marks(value: &str, language_is_right_to_left: bool) -> bool {
    if language_is_right_to_left {
        value.chars().any(is_letter_or_digit)
    } else {
        value.chars().any(is_right_to_left)
    }
}

fn is_letter_or_digit(letter: char) -> bool {
    letter.is_alphanumeric() && !is_right_to_left(letter)
}

/// Whether a letter belongs to a script that is written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam and
/// their kin stand in these blocks.
const fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::needs_marks;

    #[test]
    fn a_value_written_the_other_way_is_marked_off() {
        assert!(needs_marks("سباحة", false) && needs_marks("2 سباحة", false));
        assert!(needs_marks("Ana", true) && needs_marks("3 of 4", true));
    }

    #[test]
    fn a_value_written_the_same_way_is_left_alone() {
        assert!(!needs_marks("Ana", false) && !needs_marks("3", false) && !needs_marks("", true));
        assert!(!needs_marks("سباحة", true));
    }
}
