//! The app as the browser keeps it: which version of it, and whether it opens without a network.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::{App, Settings};
use crate::harness::{Finds as _, Page, Target, builds, eventually};

/// Digests of files as the page gets them, by name.
const GET: &str = "
    const [names, done] = arguments;
    const digest = async (name) => {
        const bytes = await (await fetch(name)).arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        return [name, 'sha256-' + btoa(String.fromCharCode(...digest))];
    };
    Promise.all(names.map(digest)).then((all) => done(Object.fromEntries(all)), (error) => done(`${error}`));";

/// Asks the host for another version, and answers what became of it.
const CHECK: &str = "
    const [done] = arguments;
    navigator.serviceWorker.getRegistration().then(async (registration) => {
        registration.addEventListener('updatefound', () => {
            const worker = registration.installing;
            worker.addEventListener('statechange', () => done(worker.state));
        });
        await registration.update();
    });";

const CACHES: &str = "const [done] = arguments; caches.keys().then(done)";

const READY: &str = "A new version of Waymark is ready.";

/// The app in one tab, and what stands behind it.
pub struct Installed {
    app: App,
}

impl Installed {
    /// Waits until the app says that it opens without a network.
    pub async fn ready(app: &App) -> Self {
        Settings::open(app).await;
        app.page().shows("Ready to work offline.").await;
        Self { app: app.clone() }
    }

    /// As [`Installed::ready`], and opened anew, so that the browser answers with what it keeps.
    pub async fn opened(app: &App) -> Self {
        let installed = Self::ready(app).await;
        app.page().reload().await;
        app.page().link("Today").is_there().await;
        installed
    }

    fn page(&self) -> &Page {
        self.app.page()
    }

    /// Waits until every file that the page gets is that of this version.
    pub async fn is_all_of(&self, folder: &Path) {
        let files = builds::files(folder);
        let mut got = Value::Null;
        eventually(&format!("every file to be of {}", folder.display()), async || {
            got = self.get(&files).await;
            got == json!(files)
        })
        .await;
    }

    /// Fails unless every file that the page gets now is that of this version.
    pub async fn is_still_all_of(&self, folder: &Path) {
        let files = builds::files(folder);
        assert_eq!(self.get(&files).await, json!(files));
    }

    async fn get(&self, files: &BTreeMap<String, String>) -> Value {
        let names: Vec<&String> = files.keys().collect();
        self.page().script_that_calls_back(GET, vec![json!(names)]).await
    }

    /// Asks the host for another version; gives back what became of it.
    pub async fn check(&self) -> String {
        let state = self.page().script_that_calls_back(CHECK, vec![]).await;
        state.as_str().expect("a state").to_owned()
    }

    /// Waits until the app says that another version is there.
    pub async fn says_that_a_version_is_ready(&self) {
        self.page().shows(READY).await;
    }

    /// Waits until the app says nothing of another version.
    pub async fn says_nothing_of_a_version(&self) {
        self.page().shows_no(READY).await;
    }

    /// The button that opens it.
    pub fn reload_now(&self) -> Target {
        self.page().button("Reload now")
    }

    /// The names of what the browser keeps for this origin.
    pub async fn caches(&self) -> Vec<String> {
        let names = self.page().script_that_calls_back(CACHES, vec![]).await;
        serde_json::from_value(names).expect("names")
    }
}
