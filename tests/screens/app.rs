//! The app in one tab: its places, undo and redo, and whether all is saved.

use super::Settings;
use crate::harness::{Finds as _, Page, Person, World, eventually};

/// The app, open in a tab.
#[derive(Clone)]
pub struct App {
    page: Page,
    url: String,
}

impl App {
    /// Opens the app in the person's first tab.
    pub async fn open(person: &Person) -> Self {
        Self::open_in(person.page(), person.world()).await
    }

    /// Opens the app in a certain tab.
    pub async fn open_in(page: &Page, world: &World) -> Self {
        page.go_to(world.url()).await;
        let app = Self::to_come(page, world);
        app.is_here().await;
        app
    }

    /// Opens the app where it cannot start.
    pub async fn open_in_vain(person: &Person) -> Self {
        person.page().go_to(person.world().url()).await;
        Self::to_come(person.page(), person.world())
    }

    /// The app in a tab where it is not yet.
    pub fn to_come(page: &Page, world: &World) -> Self {
        Self { page: page.clone(), url: world.url().to_owned() }
    }

    /// Waits until the app itself shows.
    pub async fn is_here(&self) {
        self.page.link("Today").is_there().await;
    }

    /// Opens the app for the first time and begins with an empty notebook.
    pub async fn begin_empty(person: &Person) -> Self {
        let app = Self::open(person).await;
        app.page.button("Start with an empty notebook").activate().await;
        app
    }

    /// Opens the app for the first time, begins with an empty notebook and says what the person is called.
    pub async fn begin_as(person: &Person, name: &str) -> Self {
        let app = Self::begin_empty(person).await;
        Settings::open(&app).await.call_me(name).await;
        app.is_saved().await;
        app
    }

    /// Opens the app for the first time and begins with the example.
    pub async fn begin_with_example(person: &Person) -> Self {
        let app = Self::open(person).await;
        app.page.button("Start with an example").activate().await;
        app
    }

    /// Waits until the app is as on the first day: it asks how to begin.
    pub async fn is_new(&self) {
        self.page.heading("Welcome to Waymark").is_there().await;
    }

    /// The tab.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The places that the navigation leads to, in its order.
    pub async fn places(&self) -> Vec<String> {
        let names = "return [...document.querySelectorAll('.nav .nav-link')].map((link) => link.textContent)";
        let names = self.page.script(names, vec![]).await;
        let names: Vec<String> = serde_json::from_value(names).expect("names");
        assert!(names.len() > 4, "the navigation leads to {names:?}");
        names
    }

    /// Goes to a place by its link.
    pub async fn go_to(&self, place: &str) {
        // A page may have such a link too; the navigation comes before it.
        self.page.link(place).first().activate().await;
        self.is_at(place).await;
    }

    /// Waits until the page of that name is open, as its tab says.
    pub async fn is_at(&self, name: &str) {
        let title = format!("{name} · Waymark");
        eventually(&format!("the page “{name}”"), async || self.page.title().await == title).await;
    }

    /// Goes to an address inside of the app, like `#/goals`, as from a bookmark.
    pub async fn go_to_address(&self, hash: &str) {
        self.page.go_to(&format!("{}{hash}", self.url)).await;
    }

    /// Takes the last change back.
    pub async fn undo(&self) {
        self.page.button("Undo").first().activate().await;
    }

    /// Does what was taken back again.
    pub async fn redo(&self) {
        self.page.button("Redo").activate().await;
    }

    /// Puts the message at the edge of the page away. It stays by itself while the pointer rests where it appeared.
    pub async fn dismiss_message(&self) {
        self.page.button("Dismiss").activate().await;
        self.page.button("Dismiss").is_gone().await;
    }

    /// Waits until everything is saved, as the app says.
    pub async fn is_saved(&self) {
        eventually("the app to say that all is saved", async || self.says("Saved").await).await;
    }

    /// Waits until something is not saved, as the app says.
    pub async fn is_not_saved(&self) {
        eventually("the app to say that not all is saved", async || self.says("Not saved").await).await;
    }

    async fn says(&self, words: &str) -> bool {
        self.page.text().await.lines().any(|line| line.trim() == words)
    }

    /// Closes the app and opens it again in the same tab.
    pub async fn comes_back(&self) {
        self.page.go_to("about:blank").await;
        self.page.go_to(&self.url).await;
        self.is_here().await;
    }
}
