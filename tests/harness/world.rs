//! What one journey has to itself: a folder, a web server (so an origin of its own), people with browsers, a watch.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use xtask::static_server::{StaticServer, WasmType};

use super::browser::Browser;
use super::evidence;
use super::hands::Hands;
use super::options::Options;
use super::person::Person;
use super::profile::Profile;
use super::pseudo::{self, Pseudo};
use super::story::Story;
use super::watch::Watch;

/// Calls back once the browser keeps the app for times without a network.
const KEPT: &str = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done());";

/// One journey's surroundings. Clones are the same surroundings.
#[derive(Clone)]
pub struct World(Arc<Inner>);

struct Inner {
    hands: Hands,
    folder: PathBuf,
    base: String,
    url: String,
    server: Mutex<Option<StaticServer>>,
    watch: Watch,
    story: Story,
    browsers: Mutex<Vec<Browser>>,
    pseudo: Mutex<Option<Pseudo>>,
}

impl World {
    /// Fresh surroundings for the journey `name`; the app is at `base`, which is `/` or like `/any/path/`.
    pub fn new(name: &str, hands: Hands, base: &str) -> Self {
        let (folder, base) = (fresh_folder(name), base.to_owned());
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let server = StaticServer::start(dist(), address, &base).expect("the app is served");
        let url = server.url();
        let watch = Watch::default();
        watch.allow_origin(&url);
        let (server, story, browsers) = (Mutex::new(Some(server)), Story::default(), Mutex::default());
        let pseudo = Mutex::default();
        Self(Arc::new(Inner { hands, folder, base, url, server, watch, story, browsers, pseudo }))
    }

    /// Where the app is.
    pub fn url(&self) -> &str {
        &self.0.url
    }

    /// Every request the web server has had since it began to serve what it serves now.
    pub fn served(&self) -> Vec<String> {
        self.server().as_ref().expect("a server").requests()
    }

    /// The web server is gone, and the network with it: nobody answers at its address.
    pub fn server_stops(&self) {
        drop(self.server().take());
    }

    /// From now on another folder is served at the same address.
    pub fn serves(&self, dist: &Path) {
        self.server_stops();
        let (_, host_and_path) = self.0.url.split_once("://").expect("an address");
        let address = host_and_path.split('/').next().and_then(|host| host.parse().ok()).expect("a host");
        let server = StaticServer::start(dist, address, &self.0.base).expect("the folder is served");
        *self.server() = Some(server);
    }

    /// Whoever comes from now on reads only that language.
    pub fn speaks(&self, language: Pseudo) {
        self.serves(&pseudo::with_pseudo_languages(self));
        *self.0.pseudo.lock().expect("not poisoned") = Some(language);
    }

    fn server(&self) -> MutexGuard<'_, Option<StaticServer>> {
        self.0.server.lock().expect("not poisoned")
    }

    /// What the console says of this was brought about by the journey itself.
    pub fn expects(&self, part: &'static str) {
        self.0.watch.expect(part);
    }

    /// From now on the network does not bring files with `part` in their name, and the console may say so.
    pub fn network_loses(&self, part: &'static str) {
        self.0.watch.expect(part);
        self.0.watch.expect("HTTP status code is not ok");
        self.server().as_ref().expect("a server").hold_back(Some(part));
    }

    /// The network brings everything again.
    pub fn network_is_back(&self) {
        self.server().as_ref().expect("a server").hold_back(None);
    }

    /// From now on files with `part` in their name are on their way and do not arrive.
    pub fn network_is_slow_with(&self, part: &'static str) {
        self.server().as_ref().expect("a server").keep_waiting(Some(part));
    }

    /// What was on its way arrives.
    pub fn network_is_quick(&self) {
        self.server().as_ref().expect("a server").keep_waiting(None);
    }

    /// From now on the web server says that wasm is something else, and the console may say so.
    pub fn types_wasm(&self, kind: WasmType) {
        self.0.watch.expect("does not serve Wasm with `application/wasm` MIME type");
        self.server().as_ref().expect("a server").type_wasm(kind);
    }

    /// Where this journey's files go; emptied before each run.
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// How many requests the browsers have made that were heard of so far.
    pub async fn requests_seen(&self) -> usize {
        for browser in self.open_browsers() {
            self.0.watch.collect(browser.session()).await;
        }
        self.0.watch.requests_seen()
    }

    /// A person with a browser of their own, nothing opened yet.
    pub async fn person(&self, name: &str) -> Person {
        self.person_with(name, Options::default()).await
    }

    /// A person whose browser is set up in a certain way.
    pub async fn person_with(&self, name: &str, options: Options) -> Person {
        let pseudo = *self.0.pseudo.lock().expect("not poisoned");
        let languages = pseudo.map_or(options.languages, |pseudo| pseudo.tag().to_owned());
        let person = Person::with_fresh_profile(self, name, Options { languages, ..options }).await;
        if pseudo.is_some() {
            person.page().before_the_app(&pseudo::back_to_english()).await;
        }
        if std::env::var_os("WAYMARK_OFFLINE").is_some() {
            self.is_visited_once_by(&person).await;
        }
        person
    }

    /// The app is opened once, so that the browser has all of it; then the network is gone for the rest of the journey.
    async fn is_visited_once_by(&self, person: &Person) {
        if self.server().is_none() {
            self.serves(&dist());
        }
        person.page().go_to(self.url()).await;
        person.page().script_that_calls_back(KEPT, vec![]).await;
        person.page().go_to("about:blank").await;
        self.server_stops();
    }

    /// Opens a browser on a profile and keeps an eye on it.
    pub async fn open_browser(&self, profile: &Arc<Profile>, options: &Options) -> Browser {
        let log = self.0.folder.join(format!("chromedriver-{}.log", self.0.story.length()));
        let browser = Browser::open(profile, self.0.hands, options, &self.0.story, &log).await;
        self.0.browsers.lock().expect("not poisoned").push(browser.clone());
        browser
    }

    /// Closes a browser, after hearing what it has to say.
    pub async fn close_browser(&self, browser: &Browser) {
        self.0.watch.collect(browser.session()).await;
        browser.close().await;
        self.forget(browser);
    }

    /// Kills a browser. What it has to say and was not heard yet is lost with it.
    pub fn kill_browser(&self, browser: &Browser) {
        browser.kill();
        self.forget(browser);
    }

    /// Everything so far that was not to happen.
    pub async fn complaints(&self) -> Vec<String> {
        for browser in self.open_browsers() {
            self.0.watch.collect(browser.session()).await;
        }
        self.0.watch.complaints()
    }

    /// Keeps pictures and outlines of every tab; gives back what to print.
    pub async fn keep_evidence(&self) -> String {
        let mut told = vec!["the last steps:".to_owned(), self.0.story.ending()];
        for (number, browser) in self.open_browsers().iter().enumerate() {
            told.push(evidence::keep(browser, &self.0.folder, &format!("browser-{}", number + 1)).await);
        }
        told.push(format!("pictures and logs: {}", self.0.folder.display()));
        told.join("\n")
    }

    /// Closes every browser.
    pub async fn close(&self) {
        for browser in self.open_browsers() {
            browser.close().await;
            self.forget(&browser);
        }
    }

    fn open_browsers(&self) -> Vec<Browser> {
        self.0.browsers.lock().expect("not poisoned").clone()
    }

    fn forget(&self, browser: &Browser) {
        self.0.browsers.lock().expect("not poisoned").retain(|open| !open.is(browser));
    }
}

/// The folder of the built app.
pub fn dist() -> PathBuf {
    let told = std::env::var_os("WAYMARK_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    let folder = root().join(told);
    let is_built = folder.join("index.html").is_file();
    assert!(is_built, "{} has no index.html: `cargo xtask test e2e` builds the app first", folder.display());
    folder
}

/// The folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn fresh_folder(name: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder");
    let folder = target.join("e2e").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("what an earlier run left can be removed");
    }
    fs::create_dir_all(&folder).expect("the journey's folder can be made");
    folder
}
