//! Every sentence as it lies in `locales/`, checked, and the catalogues made of them. `build.rs` takes the typed keys from
//! here, the build the files that the app fetches, and the end-to-end tests the languages that nobody speaks.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::{Map, Value};

/// Every other language is compared with this one, and it is spoken where a person's own is not to be had.
pub const FIRST: &str = "en";

/// What can be said before the second part of the app is here (`src/app/later.rs`).
const FIRST_TOPICS: [&str; 6] = ["refusals", "rescue", "shell", "today", "versions", "welcome"];

/// How the key of a page's name begins, in whichever topic: the navigation has it, and the tab.
const PAGE_NAME: &str = "Page";

/// What is written into the page and the manifest when the app is built.
const PAGE_TOPIC: &str = "page";

/// The names that CLDR has for the forms of a number.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A sentence, or its forms by the number in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sentence {
    /// With or without placeholders in braces.
    One(String),
    /// By plural category, `other` among them.
    ByNumber(BTreeMap<String, String>),
}

/// Where a sentence is. A language has two catalogues: the first screen waits for one, the second part of the app for the
/// other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the first screen may say.
    First,
    /// Everything else.
    Rest,
    /// In no catalogue.
    Page,
}

impl Part {
    fn of(topic: &str, key: &str) -> Self {
        match topic {
            PAGE_TOPIC => Self::Page,
            _ if FIRST_TOPICS.contains(&topic) || key.starts_with(PAGE_NAME) => Self::First,
            _ => Self::Rest,
        }
    }
}

/// The sentences of a topic, by key.
pub type Topic = BTreeMap<String, Sentence>;

/// A language with everything the app says in it.
#[derive(Clone, Debug)]
pub struct Language {
    /// As in `lang`: `en`.
    pub tag: String,
    /// In the language itself: `English`.
    pub name: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// By the name of the file.
    pub topics: BTreeMap<String, Topic>,
}

/// All languages of the folder, English first. Says what is wrong where one does not say the same things as English.
pub fn read(locales: &Path) -> Result<Vec<Language>, String> {
    let list = locales.join("languages.json");
    let mut languages = Vec::new();
    for (tag, about) in object(&list)? {
        let told = |what: &str| {
            let value = about.get(what).and_then(Value::as_str);
            value.map(str::to_owned).ok_or_else(|| format!("{}: {tag} has no {what}", list.display()))
        };
        let (name, direction) = (told("name")?, told("direction")?);
        languages.push(Language { topics: topics(&locales.join(&tag))?, tag, name, direction });
    }
    languages.sort_by_key(|language| (language.tag != FIRST, language.tag.clone()));
    let Some((first, others)) = languages.split_first().filter(|(first, _)| first.tag == FIRST) else {
        return Err(format!("{}: {FIRST} is missing", list.display()));
    };
    others.iter().try_for_each(|other| compare(first, other))?;
    every_folder_is_listed(locales, &languages)?;
    Ok(languages)
}

impl Language {
    /// Every sentence of a part with its topic and key, in the order in which catalogues have them.
    pub fn sentences(&self, part: Part) -> impl Iterator<Item = (&str, &str, &Sentence)> {
        let all = self.topics.iter().flat_map(|(name, topic)| {
            topic.iter().map(|(key, sentence)| (name.as_str(), key.as_str(), sentence))
        });
        all.filter(move |(topic, key, _)| Part::of(topic, key) == part)
    }

    /// One sentence; of several wordings, the last.
    pub fn wording(&self, topic: &str, key: &str) -> Result<&str, String> {
        let sentence = self.topics.get(topic).and_then(|topic| topic.get(key));
        let wording = sentence.and_then(|sentence| sentence.wordings().pop());
        wording.ok_or_else(|| format!("locales/{}: {topic}.{key} is missing", self.tag))
    }

    /// What the app fetches: a sentence on each line, in the order of English. Forms by number stand in one line, each
    /// behind its category, with tabs between.
    pub fn catalogue(&self, part: Part) -> String {
        self.sentences(part).map(|(_, _, sentence)| sentence.line()).collect::<Vec<_>>().join("\n")
    }
}

impl Sentence {
    fn line(&self) -> String {
        match self {
            Self::One(sentence) => sentence.clone(),
            Self::ByNumber(forms) => forms
                .iter()
                .map(|(category, form)| format!("{category}\t{form}"))
                .collect::<Vec<_>>()
                .join("\t"),
        }
    }

    /// Each wording there is of it.
    pub fn wordings(&self) -> Vec<&str> {
        match self {
            Self::One(sentence) => vec![sentence],
            Self::ByNumber(forms) => forms.values().map(String::as_str).collect(),
        }
    }

    /// The names in braces: `due {day}` has `day`.
    pub fn placeholders(&self) -> BTreeSet<&str> {
        let names = |wording| {
            str::split(wording, '{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
        };
        self.wordings().into_iter().flat_map(names).collect()
    }

    fn read(value: &Value) -> Option<Self> {
        // Lines and tabs part the sentences of a catalogue.
        let wording = |value: &Value| {
            value.as_str().filter(|text| !text.is_empty() && !text.contains(['\n', '\t'])).map(str::to_owned)
        };
        let Value::Object(forms) = value else { return wording(value).map(Self::One) };
        let form = |(category, form): (&String, &Value)| {
            CATEGORIES.contains(&category.as_str()).then(|| Some((category.clone(), wording(form)?)))?
        };
        let forms: BTreeMap<_, _> = forms.iter().map(form).collect::<Option<_>>()?;
        forms.contains_key("other").then_some(Self::ByNumber(forms))
    }
}

fn topics(folder: &Path) -> Result<BTreeMap<String, Topic>, String> {
    let mut topics = BTreeMap::new();
    for path in entries(folder)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut topic = Topic::new();
        for (key, value) in object(&path)? {
            let sentence = Sentence::read(&value).ok_or_else(|| {
                format!(
                    "{}: {key} must be a sentence on one line, or {{\"one\": …, \"other\": …}}",
                    path.display()
                )
            })?;
            topic.insert(key, sentence);
        }
        topics.insert(name, topic);
    }
    Ok(topics)
}

/// Refuses a language that does not say the same things as English.
fn compare(first: &Language, other: &Language) -> Result<(), String> {
    let said = |language: &Language| -> BTreeMap<String, (bool, BTreeSet<String>)> {
        let topics = language.topics.iter();
        let all =
            topics.flat_map(|(name, topic)| topic.iter().map(move |(key, sentence)| (name, key, sentence)));
        all.map(|(name, key, sentence)| {
            let by_number = matches!(sentence, Sentence::ByNumber(_));
            let placeholders = sentence.placeholders().into_iter().map(str::to_owned).collect();
            (format!("{name}.{key}"), (by_number, placeholders))
        })
        .collect()
    };
    let (expected, found) = (said(first), said(other));
    let differs = expected.keys().chain(found.keys()).find(|key| expected.get(*key) != found.get(*key));
    differs.map_or(Ok(()), |key| {
        Err(format!("locales/{}: {key} is not the same text as in locales/{FIRST}", other.tag))
    })
}

fn every_folder_is_listed(locales: &Path, languages: &[Language]) -> Result<(), String> {
    let folders = entries(locales)?.into_iter().filter(|path| path.is_dir());
    let mut names = folders.map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned());
    let unlisted = names.find(|name| languages.iter().all(|language| language.tag != *name));
    unlisted.map_or(Ok(()), |name| Err(format!("locales/languages.json has no line for locales/{name}")))
}

fn entries(folder: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
    let listed = fs::read_dir(folder).map_err(wrong)?;
    listed.map(|entry| entry.map(|entry| entry.path()).map_err(wrong)).collect()
}

fn object(path: &Path) -> Result<Map<String, Value>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}
