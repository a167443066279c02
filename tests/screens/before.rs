//! The place to write that is there before the app. It stands in the page, so it is looked at by script: what is found by role
//! and name is the app.

use serde_json::{Value, from_value, json};

use super::App;
use crate::harness::options::Options;
use crate::harness::{Page, Person, World, eventually, keys};

/// What has the app in it.
const APP: &str = "_bg.wasm";
const SPEAKS: &str = "
    const shell = document.getElementById('before');
    return !window.isOld && Boolean(shell?.querySelector('.nav-link span')?.textContent);";
const APP_IS_HERE: &str =
    "return !document.getElementById('before') && Boolean(document.getElementById('main'))";
/// Where the same things are in the page and in the app, as far as they show. What is saved is said in other words at first.
const PLACES: &str = "
    const [root] = arguments;
    const card = '.card:has(.writing-page)';
    const wanted = ['.nav-link', '.page > h1', '.page > p', `${card} p`, `${card} textarea`, `${card} .button`];
    return wanted.flatMap((selector) => {
        const found = [...document.querySelectorAll(`${root} ${selector}`)].filter((it) => it.checkVisibility());
        return found.map((it) => {
            const { x, y, width, height } = it.getBoundingClientRect();
            return [`${selector}: ${it.textContent}`, ...[x, y, width, height].map(Math.round)];
        });
    });";

/// The place to write, in a tab where the app is on its way.
pub struct Before {
    page: Page,
    world: World,
}

impl Before {
    /// Someone who goes on while a page is still loading.
    pub async fn person(world: &World, name: &str) -> Person {
        Self::person_who_reads(world, name, &Options::default().languages).await
    }

    /// As [`Before::person`], with other languages.
    pub async fn person_who_reads(world: &World, name: &str, languages: &str) -> Person {
        let options = Options { waits_for_load: false, languages: languages.into(), ..Options::default() };
        world.person_with(name, options).await
    }

    /// Opens the app, which does not come yet, in the person's first tab.
    pub async fn open(person: &Person) -> Self {
        Self::open_in(person.page(), person.world(), "").await
    }

    /// Opens an address of the app in a certain tab.
    pub async fn open_in(page: &Page, world: &World, hash: &str) -> Self {
        world.network_is_slow_with(APP);
        page.asks_the_host_for_all().await;
        // Another address of the app alone would load nothing.
        page.go_to("about:blank").await;
        page.go_to(&format!("{}{hash}", world.url())).await;
        let before = Self { page: page.clone(), world: world.clone() };
        before.speaks().await;
        before
    }

    async fn speaks(&self) {
        eventually("the page to speak", async || self.page.script(SPEAKS, vec![]).await == true).await;
    }

    /// The tab.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The app that is not there yet.
    pub fn app(&self) -> App {
        App::to_come(&self.page, &self.world)
    }

    /// Loads the page again; the app does not come.
    pub async fn reload(&self) {
        self.page.script("window.isOld = true", vec![]).await;
        self.page.reload().await;
        self.speaks().await;
    }

    /// Types at the end of the place to write.
    pub async fn types(&self, words: &str) {
        self.page.script("document.querySelector('#before textarea').focus()", vec![]).await;
        keys::go_to_end(&self.page).await;
        keys::type_text(&self.page, words).await;
    }

    /// Whether there is a place to write.
    pub async fn has_a_field(&self) -> bool {
        self.page.script("return document.querySelector('#before textarea') !== null", vec![]).await == true
    }

    /// Waits until the words are where no crash takes them.
    pub async fn is_logged(&self, words: &str) {
        let is_logged =
            async || self.page.places_with(words).await.iter().any(|it| it.starts_with("journal: "));
        eventually(&format!("“{words}” to be logged"), is_logged).await;
    }

    /// The app does not come at all.
    pub fn is_all_there_is(&self) {
        self.world.network_loses(APP);
        self.world.network_is_quick();
    }

    /// Where everything is, at a width.
    pub async fn places(&self, width: u32) -> Value {
        places(&self.page, "#before", width).await
    }

    /// Waits until the app has taken its place.
    pub async fn gives_way(&self) -> App {
        self.world.network_is_quick();
        eventually("the app", async || self.page.script(APP_IS_HERE, vec![]).await == true).await;
        self.app()
    }
}

/// Where the same is in the app.
pub async fn places_in(app: &App, width: u32) -> Value {
    places(app.page(), ".shell:not(#before)", width).await
}

async fn places(page: &Page, root: &str, width: u32) -> Value {
    page.is_sized(width, 740).await;
    page.is_at_rest().await;
    let places = page.script(PLACES, vec![json!(root)]).await;
    let all: Vec<Value> = from_value(places.clone()).expect("places");
    assert!(all.len() > 8, "only {all:?}");
    places
}
