//! The notebook as it was before the last imports, each to be had as a file.

use leptos::{prelude::*, task::spawn_local};
use waymark_domain::file;

use crate::{
    browser::{clock, files, intl},
    state::{
        APP,
        snapshots::{self, Snapshot},
    },
    text::{settings, t, tf},
    widgets::{Button, Icon, use_toasts},
};

/// Nothing where nothing ever came in.
#[component]
pub(super) fn Snapshots() -> impl IntoView {
    let all = RwSignal::new(Vec::new());
    spawn_local(async move { drop(all.try_set(snapshots::all().await)) });
    let row = |snapshot: Snapshot| view! { <li><SaveSnapshot snapshot /></li> };
    move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            view! {
                <p class="quiet">{t(settings::SnapshotsHint)}</p>
                <ul class="stack stack-tight">{all.into_iter().map(row).collect_view()}</ul>
            }
        })
    }
}

#[component]
fn SaveSnapshot(snapshot: Snapshot) -> impl IntoView {
    let toasts = use_toasts();
    let moment = intl::moment(snapshot.moment);
    let save = move |_| {
        let text = snapshot.notebook().map(|notebook| {
            let name = file::file_name(notebook.name(), clock::today());
            (name, file::write(&notebook, clock::now(), APP))
        });
        let taken = text.is_some_and(|(name, text)| files::save_as(&name, "application/json", &text));
        toasts.show(t(if taken { settings::BackedUp } else { settings::NotBackedUp }));
    };
    view! { <Button label=tf(settings::SaveSnapshot, &[("moment", &moment)]) icon=Icon::Download on_click=save /> }
}
