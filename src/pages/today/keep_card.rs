//! What to do before the browser loses something: when space is running out, and in browsers that forget.

use std::time::Duration;

use leptos::prelude::*;
use waymark_domain::progress;

use crate::{
    browser::intl,
    memo::Memo,
    pages::files::back_up,
    signal::Signal,
    state::{
        notebook_store::use_notebook,
        persistence::{Keeps, use_persistence},
        preferences::use_preferences,
    },
    text::{Text, settings, t, tf, today},
    widgets::{Banner, BannerTone, Button, Icon, use_toasts},
};

/// When the room is looked at after Today opened: it means reading all that is stored, and nothing waits for it.
const LATER: Duration = Duration::from_secs(2);

/// One sentence and *Back up*, only where it is called for.
#[component]
pub(super) fn KeepCard() -> impl IntoView {
    let (store, preferences, toasts) = (use_notebook(), use_preferences(), use_toasts());
    let (keeper, persistence) = (store.keeper(), use_persistence());
    let is_nearly_full = RwSignal::new(false);
    let look = move || {
        // Today may be left by then.
        is_nearly_full.try_set(keeper.usage().is_ok_and(|usage| usage.is_nearly_full()));
    };
    set_timeout(look, LATER);
    let why = Memo::new(move |_| {
        let is_due = progress::is_backup_due(preferences.last_backup().get(), store.today());
        let forgets = persistence.get() == Some(Keeps::SevenDays) && is_due;
        is_nearly_full.get().then_some(Why::NearlyFull).or(forgets.then_some(Why::Forgets))
    });
    let save = move |_| {
        let taken = back_up(store, preferences);
        toasts.show(t(if taken { settings::BackedUp } else { settings::NotBackedUp }));
    };
    let last = move || match preferences.last_backup().get() {
        Some(day) => tf(settings::LastBackup, &[("day", &intl::day_near(day, store.today()))]),
        None => t(settings::NoBackupYet).to_owned(),
    };
    move || {
        why.get().map(|why| {
            view! {
                <Banner text=Signal::derive(move || format!("{} {}", t(why.words()), last())) tone=BannerTone::Info>
                    <Button label=t(settings::BackUp) icon=Icon::Download on_click=save />
                </Banner>
            }
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    NearlyFull,
    Forgets,
}

impl Why {
    const fn words(self) -> Text {
        match self {
            Self::NearlyFull => today::NearlyFull,
            Self::Forgets => today::BrowserForgets,
        }
    }
}
