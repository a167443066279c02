//! What is loaded behind the first page. Today is there at once, so that a slow phone has a place to write; every other
//! page, and all that is only reached by a press, follows while the first one is being read.

use std::{fmt, future::Future, pin::Pin};

use leptos::{prelude::*, task::spawn_local};

use crate::{
    route::Route,
    state::notebook_store::NotebookStore,
    text::{shell, t},
    widgets::{Banner, BannerTone, Button},
};

/// The doors into the second part of the app. Nothing else leads there, so nothing else can bring it into the first.
#[derive(Clone, Copy, Debug)]
pub struct Later {
    /// Runs once, before anything else of it is used.
    pub begin: fn(NotebookStore),
    /// What Today shows below the place to write.
    pub under_prompt: fn() -> AnyView,
    /// Any page but Today.
    pub page: fn(&Route) -> AnyView,
    /// How to start, below the first place to write.
    pub under_welcome: fn() -> AnyView,
    /// What stands above every page until the person is done with it.
    pub above_page: fn() -> AnyView,
    /// Messages, and the dialog that lists the shortcuts.
    pub over_page: fn() -> AnyView,
}

/// What fetches it. It fetches once, however often it is asked, and again after it failed.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Option<Later>>>>;

#[derive(Clone, Copy)]
enum Part {
    Coming,
    Here(Later),
    Missing,
}

/// A handle to the second part.
#[derive(Clone, Copy)]
pub struct UseLater {
    load: Load,
    part: RwSignal<Part>,
    owner: StoredValue<Owner>,
    store: NotebookStore,
}

impl fmt::Debug for UseLater {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("UseLater")
    }
}

/// Makes `use_later` work below this component, and begins to load once the first page has been painted.
pub fn provide_later(store: NotebookStore, load: Load) -> UseLater {
    let owner = StoredValue::new(Owner::current().unwrap_or_default());
    let later = UseLater { load, part: RwSignal::new(Part::Coming), owner, store };
    provide_context(later);
    // The frame that is asked for comes before the paint, and the one after it when the page can be seen.
    request_animation_frame(move || request_animation_frame(move || later.fetch()));
    later
}

/// The second part. Call it while a component is made.
pub fn use_later() -> UseLater {
    expect_context()
}

impl UseLater {
    /// Does something with it, now or as soon as it is here.
    pub fn with(self, act: impl FnOnce(Later) + 'static) {
        spawn_local(async move {
            if let Some(later) = self.ready().await {
                act(later);
            }
        });
    }

    /// Shows something of it as soon as it is here, and what to do if it does not come.
    pub fn view(self, view: impl Fn(Later) -> AnyView + Send + 'static) -> AnyView {
        let shown = move || match self.part.get() {
            Part::Coming => ().into_any(),
            Part::Here(later) => view(later),
            Part::Missing => view! {
                <Banner text=t(shell::PartMissing) tone=BannerTone::Warn>
                    <Button label=t(shell::TryAgain) on_click=move |_| self.fetch() />
                </Banner>
            }
            .into_any(),
        };
        shown.into_any()
    }

    /// Shows something of it, or nothing as long as it is not here.
    pub fn view_if_here(self, view: fn(Later) -> AnyView) -> AnyView {
        let shown = move || match self.part.get() {
            Part::Here(later) => Some(view(later)),
            Part::Coming | Part::Missing => None,
        };
        shown.into_any()
    }

    fn fetch(self) {
        self.with(|_| ());
    }

    async fn ready(self) -> Option<Later> {
        let known = self.part.try_get_untracked()?;
        if let Part::Here(later) = known {
            return Some(later);
        }
        let Some(later) = (self.load)().await else {
            self.part.try_set(Part::Missing);
            self.store.keeper().has_no_log();
            return None;
        };
        // Of several that waited, the first one begins.
        if !matches!(self.part.try_get_untracked()?, Part::Here(_)) {
            self.owner.with_value(|owner| owner.with(|| (later.begin)(self.store)));
            self.part.set(Part::Here(later));
        }
        Some(later)
    }
}
