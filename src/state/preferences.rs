//! How a person likes the app in this browser. Not part of the notebook: it says nothing about them.

use chrono::NaiveDate;
use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;

use waymark_domain::day::parse_day;

use crate::browser::{dom, preferences};
use crate::signal::Signal;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Dark words on light paper.
    Light,
    /// Light words on dark paper.
    Dark,
}

/// What is kept. Unknown or damaged parts fall back to how things are at first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Saved {
    theme: Theme,
    /// As in `lang`; nothing while the browser's own languages decide. `assets/language.js` reads it, too.
    language: Option<String>,
    shortcuts: bool,
    begun: bool,
    /// Whether the browser was asked to keep what is stored.
    asked_to_keep: bool,
    backed_up: Option<String>,
}

impl Default for Saved {
    fn default() -> Self {
        Self {
            theme: Theme::Auto,
            language: None,
            shortcuts: true,
            begun: false,
            asked_to_keep: false,
            backed_up: None,
        }
    }
}

/// A handle to the preferences.
#[derive(Clone, Copy, Debug)]
pub struct Preferences(RwSignal<Saved>);

impl Preferences {
    /// Light or dark; a signal to read.
    pub fn theme(self) -> Signal<Theme> {
        Signal::derive(move || self.0.with(|saved| saved.theme))
    }

    /// Chooses light or dark.
    pub fn set_theme(self, theme: Theme) {
        self.0.update(|saved| saved.theme = theme);
    }

    /// Chooses a language, from the next start on.
    pub fn set_language(self, language: String) {
        self.0.update(|saved| saved.language = Some(language));
    }

    /// Whether single keys do something; a signal to read.
    pub fn shortcuts(self) -> Signal<bool> {
        Signal::derive(move || self.0.with(|saved| saved.shortcuts))
    }

    /// Whether the person has chosen how to start; a signal to read.
    pub fn begun(self) -> Signal<bool> {
        Signal::derive(move || self.0.with(|saved| saved.begun))
    }

    /// The person has chosen how to start: the welcome is not shown again.
    pub fn begin(self) {
        self.0.update(|saved| saved.begun = true);
    }

    /// The browser is asked to keep what is stored, which it may pass on to the person: only once by itself. Says whether
    /// this is the first time.
    pub fn asks_to_keep(self) -> bool {
        let is_first = !self.0.with_untracked(|saved| saved.asked_to_keep);
        if is_first {
            self.0.update(|saved| saved.asked_to_keep = true);
        }
        is_first
    }

    /// The day of the last backup made in this browser; a signal to read.
    pub fn last_backup(self) -> Signal<Option<NaiveDate>> {
        Signal::derive(move || self.0.with(|saved| saved.backed_up.as_deref().and_then(parse_day)))
    }

    /// A backup was made.
    pub fn backed_up(self, day: NaiveDate) {
        self.0.update(|saved| saved.backed_up = Some(day.to_string()));
    }

    /// Everything as at first.
    pub fn reset(self) {
        self.0.set(Saved::default());
    }

    /// Switches single keys on or off.
    pub fn set_shortcuts(self, on: bool) {
        self.0.update(|saved| saved.shortcuts = on);
    }
}

/// Loads the preferences, applies the theme, and keeps both in step from then on.
pub fn provide_preferences() -> Preferences {
    let loaded = preferences::load().map(|text| read(&text)).unwrap_or_default();
    let preferences = Preferences(RwSignal::new(loaded));
    provide_context(preferences);
    Effect::new(move |before: Option<Saved>| {
        let now = preferences.0.get();
        dom::set_root_attribute("data-theme", theme_attribute(now.theme));
        if before.is_some_and(|before| before != now) {
            // A browser that refuses still shows the choice until the page is closed.
            preferences::save(&serde_json::to_string(&now).unwrap_or_default());
        }
        now
    });
    preferences
}

/// The preferences. Only inside the app.
pub fn use_preferences() -> Preferences {
    expect_context()
}

/// Part by part: reading them as one type would take a reader of its own in the first part of the app.
fn read(text: &str) -> Saved {
    let told: Value = serde_json::from_str(text).unwrap_or_default();
    let first = Saved::default();
    let is = |name: &str, first: bool| told.get(name).and_then(Value::as_bool).unwrap_or(first);
    let words = |name: &str| told.get(name).and_then(Value::as_str).map(str::to_owned);
    Saved {
        theme: match told.get("theme").and_then(Value::as_str) {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::Auto,
        },
        language: words("language"),
        shortcuts: is("shortcuts", first.shortcuts),
        begun: is("begun", first.begun),
        asked_to_keep: is("asked_to_keep", first.asked_to_keep),
        backed_up: words("backed_up"),
    }
}

const fn theme_attribute(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::Auto => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_is_read_back() {
        let saved = Saved {
            theme: Theme::Dark,
            language: Some("es".into()),
            shortcuts: false,
            begun: true,
            backed_up: None,
            asked_to_keep: true,
        };
        assert_eq!(read(&serde_json::to_string(&saved).unwrap()), saved);
    }

    #[test]
    fn what_cannot_be_read_is_as_at_first() {
        for text in ["", "7", "{\"theme\":\"purple\"}"] {
            assert_eq!(read(text), Saved::default(), "{text}");
        }
        assert_eq!(
            read("{\"theme\":\"dark\",\"later\":1}"),
            Saved { theme: Theme::Dark, ..Saved::default() }
        );
    }
}
