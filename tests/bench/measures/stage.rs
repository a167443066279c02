//! What one run has: a browser with nothing that disturbs, the diary, and the sites.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::probe::BLANK;
use super::site::{FLOOR, Site, WAYMARK, WIKI};
use crate::harness::diary::DiaryEntry;
use crate::harness::options::Options;
use crate::harness::{Diary, Hands, Page, Person, World};
use crate::screens::App;

/// As many entries as the wiki is given where it is measured at ease.
pub const PART: usize = 2_000;

/// One run's surroundings.
pub struct Stage {
    world: World,
    person: Person,
    /// The name of one of the app's scripts.
    script: String,
    /// What is brought in.
    pub diary: Diary,
    /// The app.
    pub waymark: Site,
    /// A plain page, for the first [`PART`] entries.
    pub floor: Site,
    /// The wiki, for the first [`PART`] entries.
    pub wiki: Site,
    /// The wiki, for as many as it holds.
    pub full_wiki: Site,
}

impl Stage {
    /// Starts the servers and a browser.
    pub async fn set_up() -> Self {
        let world = World::new("bench", Hands::Mouse, "/");
        let options = Options { undisturbed: true, ..Options::default() };
        let person = world.person_with("bench", options).await;
        let wiki = PathBuf::from(std::env::var_os("WAYMARK_BENCH_WIKI").expect("the wiki's folder"));
        Self {
            script: a_script(),
            diary: Diary::at_hand(world.folder()),
            waymark: Site::at(world.url(), WAYMARK),
            floor: Site::from_folder(&floor_in(world.folder()), FLOOR),
            wiki: Site::from_folder(&wiki, WIKI),
            full_wiki: Site::from_folder(&wiki, WIKI),
            person,
            world,
        }
    }

    /// The tab that everything is measured in.
    pub fn page(&self) -> &Page {
        self.person.page()
    }

    /// The app in that tab.
    pub fn app(&self) -> App {
        App::to_come(self.page(), &self.world)
    }

    /// Where files go.
    pub fn folder(&self) -> &Path {
        self.world.folder()
    }

    /// The diary's first entries.
    pub fn part(&self) -> &[DiaryEntry] {
        &self.diary.entries[..PART]
    }

    /// Forgets what the site has stored.
    pub async fn clear(&self, site: &Site) {
        self.page().go_to(BLANK).await;
        self.forget(site, "local_storage,indexeddb").await;
    }

    /// Forgets the site itself: what the browser keeps of its files, and the worker that answers with them.
    pub async fn forget_files(&self, site: &Site) {
        self.page().go_to(BLANK).await;
        self.forget(site, "service_workers,cache_storage").await;
        self.page().devtools("Network.clearBrowserCache", json!({})).await;
    }

    async fn forget(&self, site: &Site, types: &str) {
        let what = json!({"origin": site.url.trim_end_matches('/'), "storageTypes": types});
        self.page().devtools("Storage.clearDataForOrigin", what).await;
    }

    /// Goes to an address of the app's where the app does not run: one of its scripts, shown as text.
    async fn go_beside_the_app(&self) {
        self.page().go_to(&format!("{}{}", self.waymark.url, self.script)).await;
    }

    /// The app with an empty notebook.
    pub async fn begin_empty(&self) -> App {
        self.clear(&self.waymark).await;
        let app = App::begin_empty(&self.person).await;
        app.is_saved().await;
        app
    }

    /// The browser's name and version.
    pub async fn browser(&self) -> String {
        let version = self.page().devtools("Browser.getVersion", json!({})).await;
        version["product"].as_str().unwrap_or("an unknown browser").replace('/', " ")
    }

    /// Closes the browser.
    pub async fn close(&self) {
        self.page().go_to(BLANK).await;
        self.world.close().await;
    }
}

/// What the app has stored. Each start types a letter, and the next one is to find what the first one found.
pub struct Kept(Value);

impl Kept {
    /// What is stored now.
    pub async fn now(stage: &Stage) -> Self {
        stage.go_beside_the_app().await;
        // As a text: what is packed need not be a text that the driver can pass on.
        Self(stage.page().script("return JSON.stringify(Object.entries(localStorage))", vec![]).await)
    }

    /// Puts it back in place of what is stored.
    pub async fn put_back(&self, stage: &Stage) {
        stage.clear(&stage.waymark).await;
        stage.go_beside_the_app().await;
        let store = "for (const [key, value] of JSON.parse(arguments[0])) localStorage.setItem(key, value)";
        stage.page().script(store, vec![self.0.clone()]).await;
    }
}

/// Entries as a script takes them.
pub fn for_script(entries: &[DiaryEntry]) -> Value {
    entries.iter().map(|entry| json!({"date": entry.date, "text": entry.text})).collect()
}

fn a_script() -> String {
    let folder = std::env::var_os("WAYMARK_DIST").expect("the folder of the built app");
    let files = fs::read_dir(folder).expect("the built app");
    let mut paths = files.map(|file| file.expect("a file").path());
    let script = paths.find(|path| path.extension().is_some_and(|end| end == "js"));
    let name =
        script.expect("the app has a script").file_name().map(|name| name.to_string_lossy().into_owned());
    name.expect("a file has a name")
}

fn floor_in(folder: &Path) -> PathBuf {
    let home = folder.join("floor");
    fs::create_dir_all(&home).expect("the floor's folder can be made");
    fs::write(home.join("index.html"), include_str!("floor.html")).expect("the floor can be laid");
    home
}
