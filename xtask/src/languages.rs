//! The languages of a built app: a catalogue or two for each, named by what is in it, and the list of them in the page.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Error, Result, ensure};
use serde_json::Value;

use crate::hash::short_hash;
use crate::words::{FIRST, Language, Part};

/// How a catalogue's name begins and ends. Hosts compress a `.txt` and serve it as it is.
const NAME: (&str, &str) = ("waymark-words-", ".txt");

/// Where the list of languages stands in the page.
const LIST: (&str, &str) = ("<script id=languages type=application/json>", "</script>");

/// As Trunk copies it. What is built from it for English keeps its name.
const MANIFEST: &str = "manifest.webmanifest";

/// Writes the catalogues and the manifest of each language; gives back the list of languages, for `assets/language.js`.
pub fn write(dist: &Path, languages: &[Language]) -> Result<String> {
    let manifest = fs::read_to_string(dist.join(MANIFEST)).context("There is no manifest.")?;
    let listed = languages.iter().map(|language| {
        let about = serde_json::to_string(&[
            &language.name,
            &language.direction,
            &catalogue(dist, language, Part::First)?,
            &catalogue(dist, language, Part::Rest)?,
            &manifest_of(dist, language, &manifest)?,
        ]);
        Ok(format!("{:?}:{}", language.tag, about.context("A language cannot be listed.")?))
    });
    // English comes first, so this is no map, which would be sorted.
    Ok(format!("{}{{{}}}{}", LIST.0, listed.collect::<Result<Vec<_>>>()?.join(","), LIST.1))
}

/// The page with another list of languages.
pub fn replace_list(page: &str, list: &str) -> Result<String> {
    let start = page.find(LIST.0).context("The page lists no languages.")?;
    let end = page[start..].find(LIST.1).context("The list of languages has no end.")? + start + LIST.1.len();
    Ok(format!("{}{list}{}", &page[..start], &page[end..]))
}

/// What `assets/rescue.js` says: each sentence in English, and its place in the catalogues of all languages.
pub fn rescue_words(english: &Language) -> Result<String> {
    let all = english.sentences(Part::First).enumerate().filter(|(_, (topic, ..))| *topic == "rescue");
    let said = all.map(|(place, (_, key, sentence))| (key, (place, sentence.wordings().concat())));
    let said =
        serde_json::to_string(&said.collect::<BTreeMap<_, _>>()).context("The rescue has no words.")?;
    Ok(format!("<script id=rescue-words type=application/json>{said}</script>"))
}

/// The page with the place of a sentence among those of the first screen for each `{{topic.Key}}`.
pub fn with_places(page: &str, english: &Language) -> Result<String> {
    let mut page = page.to_owned();
    for (place, (topic, key, _)) in english.sentences(Part::First).enumerate() {
        page = page.replace(&format!("{{{{{topic}.{key}}}}}"), &place.to_string());
    }
    let unknown = page.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")).map(|(name, _)| name);
    let unknown: Vec<&str> = unknown.filter(|name| name.contains('.')).collect();
    ensure!(unknown.is_empty(), "index.html says what the first screen has no words for: {unknown:?}");
    Ok(page)
}

/// The language that alone has use for a file; nothing for what all need.
pub fn language_of(name: &str) -> Option<&str> {
    let manifest = || name.strip_suffix(MANIFEST)?.strip_suffix('-');
    if name == MANIFEST {
        Some(FIRST)
    } else {
        catalogue_of(name).map(|(language, _)| language).or_else(manifest)
    }
}

/// Of which language a file is the catalogue, and which part of it.
pub fn catalogue_of(name: &str) -> Option<(&str, Part)> {
    let inner = name.strip_prefix(NAME.0)?.strip_suffix(NAME.1)?;
    let (rest, _hash) = inner.rsplit_once('-')?;
    let (language, part) = rest.rsplit_once('-')?;
    Some((language, if part == "first" { Part::First } else { Part::Rest }))
}

fn catalogue(dist: &Path, language: &Language, part: Part) -> Result<String> {
    let catalogue = language.catalogue(part);
    let which = if part == Part::First { "first" } else { "rest" };
    let name = format!("{}{}-{which}-{}{}", NAME.0, language.tag, short_hash(catalogue.as_bytes()), NAME.1);
    ensure!(
        catalogue_of(&name) == Some((&language.tag, part)),
        "{} cannot be the name of a language",
        language.tag
    );
    fs::write(dist.join(&name), catalogue).with_context(|| format!("{name} cannot be written."))?;
    Ok(name)
}

/// What a browser reads to install the app, in one language.
fn manifest_of(dist: &Path, language: &Language, manifest: &str) -> Result<String> {
    let mut manifest: Value = serde_json::from_str(manifest).context("The manifest cannot be read.")?;
    let said = |topic, key| language.wording(topic, key).map(Value::from).map_err(Error::msg);
    manifest["lang"] = language.tag.as_str().into();
    manifest["dir"] = language.direction.as_str().into();
    manifest["description"] = said("page", "Description")?;
    manifest["shortcuts"][0]["name"] = said("shell", "NewEntry")?;
    let name =
        if language.tag == FIRST { MANIFEST.to_owned() } else { format!("{}-{MANIFEST}", language.tag) };
    fs::write(dist.join(&name), manifest.to_string())
        .with_context(|| format!("{name} cannot be written."))?;
    Ok(name)
}
