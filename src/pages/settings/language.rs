//! The language of the app.

use leptos::prelude::*;

use crate::{
    browser::{focus, words},
    pages::shared::language::use_spoken,
    signal::Signal,
    state::{notebook_store::use_notebook, preferences::use_preferences},
    text::{settings, t},
    widgets::{SelectField, use_toasts},
};

/// Chooses among all languages, each under the name that it has for itself. There is nothing to choose while there is one.
#[component]
pub(super) fn LanguageField() -> impl IntoView {
    let (spoken, store, preferences, toasts) =
        (use_spoken(), use_notebook(), use_preferences(), use_toasts());
    let options: Vec<_> =
        words::languages().into_iter().map(|language| (language.tag, language.name)).collect();
    let chosen = RwSignal::new(untrack(|| spoken.get()).unwrap_or_default());
    let choose = move |language: String| {
        chosen.set(language.clone());
        spoken.speak(language, store, preferences, move |came| {
            if came {
                // This field is another one by now.
                focus::soon(".language select");
            } else {
                toasts.show(t(settings::LanguageMissing));
                chosen.set(untrack(|| spoken.get()).unwrap_or_default());
            }
        });
    };
    (options.len() > 1).then(|| {
        view! {
            <div class="language">
                <SelectField
                    label=t(settings::Language)
                    value=chosen
                    options=Signal::from(options)
                    on_change=choose
                />
            </div>
        }
    })
}
