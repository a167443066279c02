//! Turns the sentences of `locales/` into typed keys: `text::<topic>::<Key>` is the place of a sentence in the catalogues that
//! the app fetches. A key that is missing in a language, or a placeholder that differs, stops the build and says which.

#[path = "xtask/src/words.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the commands and the end-to-end tests share it, and need more of it"
)]
mod words;

use std::{collections::BTreeMap, env, error::Error, fmt::Write as _, fs, path::Path};

use words::{Language, Part, Sentence};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=xtask/src/words.rs");
    let languages = words::read(Path::new("locales"))?;
    let english = languages.first().ok_or("there is no language")?;
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("texts.rs"), keys(english)?)?;
    // The tests speak English without fetching it.
    fs::write(out.join("first.txt"), english.catalogue(Part::First))?;
    fs::write(out.join("rest.txt"), english.catalogue(Part::Rest))?;
    Ok(())
}

fn keys(english: &Language) -> Result<String, Box<dyn Error>> {
    let mut modules = BTreeMap::<&str, String>::new();
    let sentences = [Part::First, Part::Rest].into_iter().flat_map(|part| english.sentences(part));
    for (place, (topic, key, sentence)) in sentences.enumerate() {
        let kind = match sentence {
            Sentence::ByNumber(_) => "Plural",
            Sentence::One(_) if sentence.placeholders().is_empty() => "Text",
            Sentence::One(_) => "Template",
        };
        let code = modules.entry(topic).or_default();
        writeln!(code, "#[doc = {:?}]", sentence.wordings().join(" / "))?;
        writeln!(code, "pub const {key}: crate::text::{kind} = crate::text::{kind}({place});")?;
    }
    let count = |part| english.sentences(part).count();
    let mut code = String::new();
    writeln!(code, "/// How many sentences each part of a catalogue has.")?;
    writeln!(code, "pub(super) const COUNTS: [usize; 2] = [{}, {}];", count(Part::First), count(Part::Rest))?;
    for (topic, keys) in modules {
        writeln!(code, "#[doc = \"Texts of `locales/*/{topic}.json`.\"]\npub mod {topic} {{\n{keys}}}")?;
    }
    Ok(code)
}
