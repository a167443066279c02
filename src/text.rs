//! Every sentence of the app, by typed key. The sentences live in `locales/<language>/<topic>.json`.
//!
//! `t(goals::NewGoal)`, `tf(goals::DueOn, &[("day", &day)])`, `tn(goals::StepsDone, 3)`. The three kinds of text are three
//! types, so a sentence with a placeholder cannot be shown with the braces in it.

use std::cell::Cell;

use crate::browser::{intl, words};

mod bidi;

mod catalogue {
    //! The keys, written by `build.rs`.
    #![allow(non_upper_case_globals, reason = "a key reads like a name: `goals::NewGoal`")]
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}
use catalogue::COUNTS;
pub use catalogue::*;

/// A sentence without placeholders: its place in the catalogues.
#[derive(Clone, Copy, Debug)]
pub struct Text(u16);

/// A sentence with placeholders such as `{name}`.
#[derive(Clone, Copy, Debug)]
pub struct Template(u16);

/// A sentence that depends on a number: its forms by plural category (`one`, `other`, …).
#[derive(Clone, Copy, Debug)]
pub struct Plural(u16);

/// The sentences of a language, or of a part of it, in their order.
type Sentences = &'static [&'static str];

thread_local! {
    /// What is spoken. A language that was chosen once stays in memory, some 30 kB: its sentences are handed out for good.
    #[cfg(not(test))]
    static SPOKEN: Cell<Sentences> = const { Cell::new(&[]) };
    #[cfg(test)]
    static SPOKEN: Cell<Sentences> = Cell::new(english());
}

/// Tests speak English without a page that fetches it.
#[cfg(test)]
fn english() -> Sentences {
    const ENGLISH: &str = concat!(
        include_str!(concat!(env!("OUT_DIR"), "/first.txt")),
        "\n",
        include_str!(concat!(env!("OUT_DIR"), "/rest.txt"))
    );
    sentences(ENGLISH.to_owned(), COUNTS[0] + COUNTS[1]).unwrap_or_default()
}

/// What would stand in the place of a sentence that is not here yet. Nothing asks for one before its part has come.
const NOT_HERE: &str = "…";

/// Waits for the words of the first screen. Without them there is no app; the page itself then says so.
pub async fn begin() -> Option<()> {
    let first = sentences(words::first().await?, COUNTS[0])?;
    SPOKEN.set(first);
    follow_the_page();
    Some(())
}

/// Asks for all other words at once, and waits for them. The second part of the app speaks them.
pub fn fetch_rest() -> impl Future<Output = Option<()>> {
    let language = words::spoken();
    let coming = (SPOKEN.get().len() == COUNTS[0]).then(words::rest);
    async move {
        let Some(coming) = coming else { return Some(()) };
        let rest = sentences(coming.await?, COUNTS[1])?;
        // Another language may have come meanwhile, with all of its words.
        if language == words::spoken() && SPOKEN.get().len() == COUNTS[0] {
            SPOKEN.set([SPOKEN.get(), rest].concat().leak());
        }
        Some(())
    }
}

/// Speaks another language from the next sentence on; nothing changes where its words cannot be fetched. What is shown
/// already stays as it is, so whoever calls this shows it again.
pub async fn speak(language: &str) -> Option<()> {
    let [first, rest] = words::all_of(language).await?;
    let (first, rest) = (sentences(first, COUNTS[0])?, sentences(rest, COUNTS[1])?);
    SPOKEN.set([first, rest].concat().leak());
    words::speak(language);
    follow_the_page();
    Some(())
}

/// Days, numbers and names are written as in the language that the page speaks.
fn follow_the_page() {
    intl::speak(&words::spoken());
    bidi::speak(words::is_right_to_left());
}

/// The lines of a catalogue. One with fewer or more of them belongs to another build.
fn sentences(catalogue: String, count: usize) -> Option<Sentences> {
    let sentences: Vec<&'static str> = catalogue.leak().split('\n').collect();
    (sentences.len() == count).then(|| &*sentences.leak())
}

fn sentence(place: u16) -> &'static str {
    SPOKEN.get().get(usize::from(place)).copied().unwrap_or(NOT_HERE)
}

/// A plain sentence.
pub fn t(text: Text) -> &'static str {
    sentence(text.0)
}

/// A sentence with its placeholders filled in: `tf(goals::DueOn, &[("day", &day)])`.
pub fn tf(template: Template, values: &[(&str, &str)]) -> String {
    fill(sentence(template.0), values)
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
    fill(form(sentence(plural.0), &intl::plural_category(count)), &all)
}

/// `one`, a form, `other`, a form, with tabs between. A language may do without some.
fn form<'a>(forms: &'a str, category: &str) -> &'a str {
    let find = |wanted| {
        let mut parts = forms.split('\t');
        std::iter::from_fn(|| Some((parts.next()?, parts.next()?))).find(|(name, _)| *name == wanted)
    };
    let find = |wanted| find(wanted).map(|(_, form)| form);
    find(category).or_else(|| find("other")).unwrap_or(NOT_HERE)
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
        filled.push_str(&bidi::apart(value.map_or("", |(_, value)| value)));
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
        let forms = "one\t{count} day\tother\t{count} days";
        assert_eq!(form(forms, "one"), "{count} day");
        assert_eq!(form(forms, "few"), "{count} days");
    }

    #[test]
    fn a_form_that_is_called_like_a_category_is_no_category() {
        assert_eq!(form("many\tone\tone\t{count}\tother\tmany", "one"), "{count}");
        assert_eq!(form("many\tone\tone\t{count}\tother\tmany", "few"), "many");
    }

    #[test]
    fn the_number_chooses_the_form() {
        assert_eq!(tn(settings::TrashHolds, 1), "1 item");
        assert_eq!(tn(settings::TrashHolds, 0), "0 items");
    }

    #[test]
    fn the_first_screen_can_say_what_every_page_is_called() {
        for page in crate::route::PAGES {
            assert!(usize::from(page.name.0) < COUNTS[0], "{}", page.address);
        }
    }

    #[test]
    fn a_catalogue_of_another_build_is_not_taken() {
        assert!(sentences("One\nTwo".into(), 3).is_none());
        assert!(sentences("One\nTwo".into(), 2).is_some_and(|both| both == ["One", "Two"]));
    }
}
