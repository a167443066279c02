//! The languages there are, and the files with their words. The page's own script, `assets/language.js`, knows both before
//! the app is here, so that the words are on their way together with it.

use js_sys::{Array, Object};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};

use super::{
    by_name::{answer, call, part},
    dom::root_attribute,
};

/// A language that the person can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// As in `lang`.
    pub tag: String,
    /// What those who speak it call it.
    pub name: String,
}

/// The language that the page speaks.
pub fn spoken() -> String {
    root_attribute("lang").unwrap_or_default()
}

/// Whether it is written from right to left.
pub fn is_right_to_left() -> bool {
    root_attribute("dir").is_some_and(|direction| direction == "rtl")
}

/// The first words, which the page's script has asked for already. Nothing if no language could be fetched; the page then
/// says that itself.
pub async fn first() -> Option<String> {
    answer(part(&of_page()?, "first")?).await?.as_string()
}

/// Asks for the other words of the language that the page speaks, and waits for them.
pub fn rest() -> impl Future<Output = Option<String>> {
    words(&spoken(), 1)
}

/// All words of a language, those of the first screen and the others.
pub async fn all_of(language: &str) -> Option<[String; 2]> {
    let (first, rest) = (words(language, 0), words(language, 1));
    Some([first.await?, rest.await?])
}

/// The page is in that language from now on.
pub fn speak(language: &str) {
    of_page().and_then(|page| call(&page, "speak", [&language.into(), &JsValue::UNDEFINED]));
}

/// Every language there is.
pub fn languages() -> Vec<Language> {
    let Some(listed) = of_page().and_then(|page| part(&page, "languages")) else { return Vec::new() };
    let read = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        let about: Array = entry.get(1).unchecked_into();
        Some(Language { tag: entry.get(0).as_string()?, name: about.get(0).as_string()? })
    };
    Object::entries(listed.unchecked_ref()).iter().filter_map(read).collect()
}

/// They are asked for at once, whenever the answer is waited for.
fn words(language: &str, which: u8) -> impl Future<Output = Option<String>> + use<> {
    let coming = of_page().and_then(|page| call(&page, "words", [&language.into(), &which.into()]));
    async { answer(coming?).await?.as_string() }
}

fn of_page() -> Option<JsValue> {
    part(&window(), "waymarkWords")
}
