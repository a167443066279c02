//! *Put away*, for shared computers, and *Delete everything*.

use leptos::prelude::*;

use crate::{
    pages::files::back_up,
    route::{Route, navigate},
    signal::{Signal, effect},
    state::{notebook_store::use_notebook, preferences::use_preferences, rescued::use_rescued},
    text::{Text, erasing, settings, shell, t},
    widgets::{Banner, BannerTone, Button, Dialog, Icon, Section, Show, Tone},
};

/// Two ways to leave nothing in this browser.
#[component]
pub(super) fn Leaving() -> impl IntoView {
    let (putting_away, deleting) = (RwSignal::new(false), RwSignal::new(false));
    view! {
        <Section title=t(settings::Leaving)>
            <p class="quiet">{t(settings::LeavingHint)}</p>
            <div class="row">
                <Button label=t(settings::PutAway) icon=Icon::Archive on_click=move |_| putting_away.set(true) />
                <Button
                    label=t(settings::DeleteEverything)
                    icon=Icon::Trash
                    tone=Tone::Danger
                    on_click=move |_| deleting.set(true)
                />
            </div>
        </Section>
        <WipeDialog
            open=putting_away
            title=settings::PutAway
            what=settings::PutAwayWhat
            wipe=settings::WipeThisBrowser
            backup_first=true
        />
        <WipeDialog
            open=deleting
            title=settings::DeleteEverything
            what=settings::DeleteEverythingWhat
            wipe=settings::DeleteNow
            backup_first=false
        />
    }
}

/// Offers a backup, then wipes. With `backup_first` there is no wiping before a backup was saved.
#[component]
fn WipeDialog(
    open: RwSignal<bool>,
    title: Text,
    what: Text,
    wipe: Text,
    backup_first: bool,
) -> impl IntoView {
    let (store, preferences, rescued) = (use_notebook(), use_preferences(), use_rescued());
    let backed_up = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let close = move || {
        open.set(false);
        backed_up.set(false);
        failed.set(false);
    };
    let save = move |_| backed_up.set(back_up(store, preferences));
    let wiping = RwSignal::new(false);
    let wipe_now = move |_| {
        let is_begun = store.delete_everything().is_ok();
        if is_begun {
            rescued.done();
            preferences.reset();
        }
        failed.set(!is_begun);
        wiping.set(is_begun);
    };
    // It has ended once nothing is left anywhere. A place that refuses is named above the page.
    effect(move || {
        if wiping.get() && !store.keeper().is_erasing() {
            wiping.set(false);
            close();
            navigate(&Route::Today);
        }
    });
    view! {
        <Dialog
            open
            on_close=move |()| close()
            title=t(title)
            close_label=t(shell::Close)
            actions=move || {
                view! {
                    <Button
                        label=t(settings::SaveABackup)
                        icon=Icon::Download
                        tone=Tone::Primary
                        disabled=wiping
                        on_click=save
                    />
                    <Button
                        label=t(wipe)
                        tone=Tone::Danger
                        disabled=Signal::derive(move || wiping.get() || (backup_first && !backed_up.get()))
                        on_click=wipe_now
                    />
                }
            }
        >
            <p>{t(what)}</p>
            <Show when=move || backed_up.get()>
                <p>{t(settings::CheckTheFile)}</p>
            </Show>
            <Show when=move || wiping.get()>
                <p role="status">{t(erasing::Deleting)}</p>
            </Show>
            <Show when=move || failed.get()>
                <Banner text=t(settings::NotWiped) tone=BannerTone::Warn />
            </Show>
        </Dialog>
    }
}
