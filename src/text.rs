//! Every sentence of the app, by typed key. The sentences live in `locales/<language>/<topic>.json`.
//!
//! `t(goals::NewGoal)`, `tf(goals::DueOn, &[("day", &day)])`, `tn(goals::StepsDone, 3)`. The three kinds of text are three
//! types, so a sentence with a placeholder cannot be shown with the braces in it.

use crate::browser::intl;

mod catalogue {
    //! The keys, written by `build.rs`.
    #![allow(non_upper_case_globals, reason = "a key reads like a name: `goals::NewGoal`")]
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}
use catalogue::LANGUAGE_COUNT;
pub use catalogue::*;

/// A sentence without placeholders, in every language.
#[derive(Clone, Copy, Debug)]
pub struct Text([&'static str; LANGUAGE_COUNT]);

/// A sentence with placeholders such as `{name}`.
#[derive(Clone, Copy, Debug)]
pub struct Template([&'static str; LANGUAGE_COUNT]);

/// A sentence that depends on a number: its forms by plural category (`one`, `other`, …).
#[derive(Clone, Copy, Debug)]
pub struct Plural([&'static [(&'static str, &'static str)]; LANGUAGE_COUNT]);

/// English is the only language yet; a person's choice will be asked for here.
const LANGUAGE: usize = 0;

/// A plain sentence.
pub const fn t(text: Text) -> &'static str {
    text.0[LANGUAGE]
}

/// A sentence with its placeholders filled in: `tf(goals::DueOn, &[("day", &day)])`.
pub fn tf(template: Template, values: &[(&str, &str)]) -> String {
    fill(template.0[LANGUAGE], values)
}

/// The form for `count`; `{count}` becomes the number as the reader writes it.
pub fn tn(plural: Plural, count: usize) -> String {
    tnf(plural, count, &[])
}

/// The form for `count`, with further placeholders.
pub fn tnf(plural: Plural, count: usize, values: &[(&str, &str)]) -> String {
    let number = intl::number(count);
    let mut all = vec![("count", number.as_str())];
    all.extend_from_slice(values);
    fill(form(plural.0[LANGUAGE], intl::plural_category(LANGUAGES[LANGUAGE], count)), &all)
}

fn form(forms: &[(&str, &'static str)], category: &str) -> &'static str {
    let find = |wanted| forms.iter().find(|(name, _)| *name == wanted).map(|(_, form)| *form);
    find(category).or_else(|| find("other")).unwrap_or_default()
}

/// Puts values in the place of `{name}`. What a person wrote may hold braces itself: it is never looked at again.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        debug_assert!(value.is_some(), "no value for {{{name}}} in “{template}”");
        filled.push_str(before);
        filled.push_str(value.map_or("", |(_, value)| value));
        rest = tail;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_in_any_order_and_as_often_as_they_stand_there() {
        assert_eq!(fill("{b} after {a}, {b}", &[("a", "1"), ("b", "2")]), "2 after 1, 2");
    }

    #[test]
    fn braces_in_what_a_person_wrote_stay_as_they_are() {
        assert_eq!(
            fill("“{title}” is {state}", &[("title", "{state}"), ("state", "done")]),
            "“{state}” is done"
        );
    }

    #[test]
    fn a_language_without_a_form_for_this_number_uses_the_general_one() {
        let forms = [("one", "{count} day"), ("other", "{count} days")];
        assert_eq!(form(&forms, "one"), "{count} day");
        assert_eq!(form(&forms, "few"), "{count} days");
    }

    #[test]
    fn the_number_chooses_the_form() {
        const DAYS: Plural = Plural([&[("one", "{count} day"), ("other", "{count} days")]; LANGUAGE_COUNT]);
        assert_eq!(tn(DAYS, 1), "1 day");
        assert_eq!(tn(DAYS, 0), "0 days");
    }
}
