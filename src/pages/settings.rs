//! The page “Settings”: how a person likes the app, and everything about their data.

mod areas;
mod backup_file;
mod data;
mod language;
mod leaving;
mod look;
mod profile;
mod snapshots;
mod storage;
mod trash;

use leptos::prelude::*;

use self::{
    areas::Areas, data::Data, leaving::Leaving, look::Look, profile::Profile, storage::StorageUsed,
    trash::Trash,
};
use super::shared::example_notice::ExampleNotice;
use crate::text::{settings, t};

/// The page “Settings”.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! {
        <h1 tabindex="-1">{t(settings::PageSettings)}</h1>
        <ExampleNotice />
        <Profile />
        <Look />
        <Areas />
        <Data />
        <StorageUsed />
        <Trash />
        <Leaving />
    }
}
