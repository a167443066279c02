//! The language, light or dark, and whether single keys do something.

use leptos::prelude::*;

use super::language::LanguageField;
use crate::{
    signal::Signal,
    state::preferences::{Theme, use_preferences},
    text::{settings, t},
    widgets::{Checkbox, Section, SelectField},
};

/// How the app looks and listens in this browser.
#[component]
pub(super) fn Look() -> impl IntoView {
    let preferences = use_preferences();
    let themes = [
        (Theme::Auto, settings::ThemeAuto),
        (Theme::Light, settings::ThemeLight),
        (Theme::Dark, settings::ThemeDark),
    ];
    let options = themes.map(|(theme, words)| (theme, t(words).to_owned())).to_vec();
    view! {
        <Section title=t(settings::Look)>
            <LanguageField />
            <SelectField
                label=t(settings::Theme)
                value=preferences.theme()
                options=Signal::from(options)
                on_change=move |theme| preferences.set_theme(theme)
            />
            <Checkbox
                label=t(settings::Shortcuts)
                hint=t(settings::ShortcutsHint)
                checked=preferences.shortcuts()
                on_change=move |on| preferences.set_shortcuts(on)
            />
        </Section>
    }
}
