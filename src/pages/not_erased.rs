//! What was deleted and stands in this browser still, because a place refused to be emptied: which, and what to do.

use leptos::prelude::*;

use crate::{
    state::{
        erasing::{Place, use_refusing},
        notebook_store::use_notebook,
    },
    text::{Text, erasing, shell, t},
    widgets::{Banner, BannerTone, Button},
};

/// Shows nothing where all of it is gone.
#[component]
pub fn NotErased() -> impl IntoView {
    let (refusing, keeper) = (use_refusing(), use_notebook().keeper());
    move || {
        let places = refusing.places();
        (!places.is_empty()).then(|| {
            let names = places.into_iter().map(|place| view! { <li>{t(name(place))}</li> }).collect_view();
            view! {
                <Banner text=t(erasing::NotErased) tone=BannerTone::Warn>
                    <ul>{names}</ul>
                    <p>{t(erasing::WhatToDo)}</p>
                    <Button label=t(shell::TryAgain) on_click=move |_| keeper.has_erased() />
                </Banner>
            }
        })
    }
}

const fn name(place: Place) -> Text {
    match place {
        Place::Storage => erasing::Storage,
        Place::Log => erasing::Log,
        Place::Snapshots => erasing::Snapshots,
        Place::KeptFile => erasing::KeptFile,
        Place::SharedFile => erasing::SharedFile,
    }
}
