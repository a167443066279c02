//! Two languages that nobody speaks, made from English: other letters, 40 % longer, marked at both ends. What shows without
//! marks is not translated, and what is cut off has no room for a longer language. One of them is written from right to left.
//! They stand beside a copy of the built app, so people load nothing of them.

use std::fs;
use std::path::PathBuf;

use serde_json::json;
use xtask::words::{self, Language, Sentence};
use xtask::{languages, service_worker};

use super::builds::copy;
use super::page::Page;
use super::world::{World, dist, root};

/// One of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pseudo {
    /// English with accents.
    Accented,
    /// In Hebrew's letters, capitals in those of N'Ko; its numbers and days are Arabic.
    Mirrored,
}

const FLAWS: &str = include_str!("marks.js");

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦɃƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";

/// Gives the page `inEnglish`: what a sentence was before.
const BACK: &str = "{
    const [from, to] = [[...LETTERS], [...ENGLISH]];
    window.inEnglish = (text) => text
        .replace(/⟦(?:(?:zero|one|two|few|many|other)·)?|( ?~+)*⟧|[\\u2068\\u2069]/g, '')
        .replace(/[\\u0660-\\u0669]/g, (digit) => digit.charCodeAt(0) - 0x660)
        .replace(/\\p{L}/gu, (letter) => to[from.indexOf(letter)] ?? letter);
}";

impl Pseudo {
    /// Its name in `lang`. The browser writes numbers and days as in the language that the tag begins with.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Accented => "en-XA",
            Self::Mirrored => "ar-XB",
        }
    }

    fn direction(self) -> &'static str {
        if self == Self::Mirrored { "rtl" } else { "ltr" }
    }

    /// The forms that a number may ask for in a language of that tag.
    fn categories(self) -> &'static [&'static str] {
        match self {
            Self::Accented => &["one", "other"],
            Self::Mirrored => &["zero", "one", "two", "few", "many", "other"],
        }
    }

    fn letters(self) -> String {
        match self {
            Self::Accented => ACCENTED.to_owned(),
            Self::Mirrored => ('\u{5d0}'..='\u{5e9}').chain('\u{7ca}'..='\u{7e3}').collect(),
        }
    }

    fn language(self, english: &Language) -> Language {
        let mut language = english.clone();
        self.tag().clone_into(&mut language.tag);
        language.name = self.wording(self.tag(), "");
        self.direction().clone_into(&mut language.direction);
        for sentence in language.topics.values_mut().flat_map(|topic| topic.values_mut()) {
            *sentence = match &*sentence {
                Sentence::One(wording) => Sentence::One(self.wording(wording, "")),
                Sentence::ByNumber(forms) => {
                    let form = |category: &&str| forms.get(*category).unwrap_or(&forms["other"]);
                    let made = |category: &&str| self.wording(form(category), &format!("{category}·"));
                    Sentence::ByNumber(
                        self.categories()
                            .iter()
                            .map(|category| ((*category).to_owned(), made(category)))
                            .collect(),
                    )
                }
            };
        }
        language
    }

    /// A sentence, marked and made longer. What is in braces stays.
    fn wording(self, english: &str, category: &str) -> String {
        let letters: Vec<char> = self.letters().chars().collect();
        let mut inside = false;
        let other = |letter: char| {
            inside = (inside || letter == '{') && letter != '}';
            let place = LETTERS.find(letter).filter(|_| !inside);
            place.map_or(letter, |place| letters[place])
        };
        let wording: String = english.chars().map(other).collect();
        // A sentence grows by words, a word by letters.
        let (length, has_words) = ((english.chars().count() * 2).div_ceil(5), english.contains(' '));
        let more = (0..length).map(|place| if has_words && place % 8 == 0 { ' ' } else { '~' });
        format!("⟦{category}{wording}{}~⟧", more.collect::<String>())
    }
}

/// The built app with both languages beside those it has.
pub fn with_pseudo_languages(world: &World) -> PathBuf {
    let folder = world.folder().join("with-pseudo-languages");
    copy(&dist(), &folder);
    let mut spoken = words::read(&root().join("locales")).expect("the languages");
    for pseudo in [Pseudo::Accented, Pseudo::Mirrored] {
        let language = pseudo.language(&spoken[0]);
        spoken.push(language);
    }
    let list = languages::write(&folder, &spoken).expect("the languages are written");
    let page = fs::read_to_string(folder.join("index.html")).expect("the page");
    let page = languages::replace_list(&page, &list).expect("the page lists its languages");
    fs::write(folder.join("index.html"), page).expect("the page is written");
    service_worker::write(&folder).expect("the service worker is written");
    folder
}

/// Makes names and sentences English again for who looks for them.
pub fn back_to_english() -> String {
    let from: String = [Pseudo::Accented, Pseudo::Mirrored].map(Pseudo::letters).concat();
    let to = LETTERS.repeat(2);
    BACK.replace("LETTERS", &json!(from).to_string()).replace("ENGLISH", &json!(to).to_string())
}

/// Everything on the page that is not translated or has no room.
pub async fn flaws(page: &Page) -> Vec<String> {
    serde_json::from_value(page.script(FLAWS, vec![]).await).expect("a list of words")
}

/// Whether the page speaks one of the two.
pub async fn is_spoken_on(page: &Page) -> bool {
    page.script("return window.inEnglish !== undefined", vec![]).await == true
}

#[test]
fn a_sentence_is_marked_longer_and_keeps_what_is_in_braces() {
    let said = Pseudo::Accented.wording("due {day}, so", "");
    assert_eq!(said, "⟦ḓŭḗ {day}, şǿ ~~~~~~⟧");
    assert_eq!(Pseudo::Accented.wording("Ada", "few·"), "⟦few·Ȧḓȧ~~~⟧");
    assert_eq!(ACCENTED.chars().count(), LETTERS.chars().count());
    assert_eq!(Pseudo::Mirrored.letters().chars().count(), LETTERS.chars().count());
}
