//! What to do before the browser loses something: room that comes to its end, and browsers that forget.

use leptos::prelude::*;

use crate::{
    browser::intl,
    pages::files::back_up,
    state::{
        keeping::{Keeps, use_keeping},
        notebook_store::use_notebook,
        preferences::use_preferences,
    },
    text::{Text, settings, t, tf, today},
    widgets::{Banner, BannerTone, Button, Icon, use_toasts},
};

/// From which percentage on the person is told that room is short.
const NEARLY_FULL: usize = 90;
/// How old a backup may be in a browser that forgets, in days.
const OLD: i64 = 7;

/// One sentence and *Back up*, only where it is called for.
#[component]
pub(super) fn KeepCard() -> impl IntoView {
    let (store, preferences, toasts) = (use_notebook(), use_preferences(), use_toasts());
    let (keeper, keeping) = (store.keeper(), use_keeping());
    // Looked at when Today opens, not at every letter: it means reading all that is stored.
    let is_nearly_full =
        keeper.usage().is_ok_and(|usage| (usage.ours + usage.others) * 100 > usage.capacity * NEARLY_FULL);
    let is_old = Memo::new(move |_| {
        let last = preferences.last_backup().get();
        last.is_none_or(|day| store.today().signed_duration_since(day).num_days() >= OLD)
    });
    let why = Memo::new(move |_| {
        let forgets = keeping.get() == Some(Keeps::SevenDays) && is_old.get();
        is_nearly_full.then_some(Why::NearlyFull).or(forgets.then_some(Why::Forgets))
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
