//! Turns `locales/<language>/<topic>.json` into typed keys: `text::<topic>::<Key>`.
//!
//! A sentence lives in one place. A key that is missing in a language, or that only one of them has, or a placeholder
//! that differs between them, stops the build and says which. Nothing is parsed when the app starts.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::Path,
};

use serde_json::Value;

/// Every other language is compared with this one.
const FIRST: &str = "en";

type Topic = BTreeMap<String, Value>;
type Locale = BTreeMap<String, Topic>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");
    let mut locales = BTreeMap::new();
    for folder in fs::read_dir("locales")? {
        let folder = folder?;
        locales.insert(folder.file_name().to_string_lossy().into_owned(), read_locale(&folder.path())?);
    }
    let first = locales.remove(FIRST).ok_or("locales/en is missing")?;
    for (language, locale) in &locales {
        compare(&first, locale, language)?;
    }
    let out = Path::new(&env::var("OUT_DIR")?).join("texts.rs");
    let others: Vec<_> = locales.into_iter().collect();
    fs::write(out, generate(&first, &others)?)?;
    Ok(())
}

fn read_locale(folder: &Path) -> Result<Locale, Box<dyn Error>> {
    let mut locale = Locale::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let topic = path.file_stem().ok_or("a topic has no name")?.to_string_lossy().into_owned();
        let texts = serde_json::from_str(&fs::read_to_string(&path)?)
            .map_err(|problem| format!("{}: {problem}", path.display()))?;
        locale.insert(topic, texts);
    }
    Ok(locale)
}

/// Refuses a language that does not say the same things as English.
fn compare(first: &Locale, other: &Locale, language: &str) -> Result<(), String> {
    let keys = |locale: &Locale| -> BTreeMap<String, BTreeSet<String>> {
        let of_topic = |(topic, texts): (&String, &Topic)| {
            let named = |(key, text): (&String, &Value)| (format!("{topic}.{key}"), placeholders(text));
            texts.iter().map(named).collect::<Vec<_>>()
        };
        locale.iter().flat_map(of_topic).collect()
    };
    let (expected, found) = (keys(first), keys(other));
    for key in expected.keys().chain(found.keys()) {
        if expected.get(key) != found.get(key) {
            return Err(format!("locales/{language}: {key} is not the same text as in locales/{FIRST}"));
        }
    }
    Ok(())
}

/// The names in braces: `Due {day}` has `day`.
fn placeholders(text: &Value) -> BTreeSet<String> {
    let forms: Vec<&str> = match text {
        Value::String(text) => vec![text],
        Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
        _ => vec![],
    };
    let names = |form: &str| -> Vec<String> {
        form.split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(name, _)| name.to_owned())
            .collect()
    };
    forms.into_iter().flat_map(names).collect()
}

fn generate(first: &Locale, others: &[(String, Locale)]) -> Result<String, Box<dyn Error>> {
    let languages: Vec<&str> =
        [FIRST].into_iter().chain(others.iter().map(|(name, _)| name.as_str())).collect();
    let mut code = format!(
        "/// The languages there are, the first one first.\npub const LANGUAGES: &[&str] = &{languages:?};\n"
    );
    writeln!(code, "pub(super) const LANGUAGE_COUNT: usize = {};", languages.len())?;
    for (topic, texts) in first {
        writeln!(code, "#[doc = \"Texts of `locales/*/{topic}.json`.\"]\npub mod {topic} {{")?;
        for (key, text) in texts {
            let all = [text].into_iter().chain(others.iter().map(|(_, locale)| &locale[topic][key]));
            let (kind, values) = rust_value(topic, key, all)?;
            let english = text.as_str().unwrap_or("Depends on how many there are.");
            writeln!(
                code,
                "#[doc = {english:?}]\npub const {key}: crate::text::{kind} = crate::text::{kind}([{values}]);"
            )?;
        }
        code.push_str("}\n");
    }
    Ok(code)
}

/// The type of a text (plain, with placeholders, or by number) and its value in every language.
fn rust_value<'a>(
    topic: &str,
    key: &str,
    texts: impl Iterator<Item = &'a Value>,
) -> Result<(&'static str, String), String> {
    let wrong = || format!("locales: {topic}.{key} must be a sentence or {{\"one\": …, \"other\": …}}");
    let (mut kind, mut values) = ("Text", String::new());
    for text in texts {
        match text {
            Value::String(sentence) => {
                if !placeholders(text).is_empty() {
                    kind = "Template";
                }
                write!(values, "{sentence:?},").map_err(|_| wrong())?;
            }
            Value::Object(forms) => {
                kind = "Plural";
                let other = forms.get("other").and_then(Value::as_str).ok_or_else(wrong)?;
                let rest: Vec<_> =
                    forms.iter().map(|(name, form)| (name, form.as_str().unwrap_or(other))).collect();
                write!(values, "&{rest:?},").map_err(|_| wrong())?;
            }
            _ => return Err(wrong()),
        }
    }
    Ok((kind, values))
}
