//! The browser's storage seen from outside of the app: raw, to the byte; damaged on purpose; or refusing.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::page::Page;

const LEFT: &str = "const [done] = arguments; indexedDB.databases().then((left) => done(left.length));";

/// Everything a browser keeps for an origin: key to value.
pub type Stored = BTreeMap<String, String>;

const REFUSING: &str = "
    Object.defineProperty(window, 'localStorage', { configurable: true, get() {
        throw new DOMException('storage is blocked', 'SecurityError');
    } });";

const NO_DATABASE: &str = "Object.defineProperty(window, 'indexedDB', { value: undefined });";
/// Another app's value becomes as long as there is room: to the last unit.
const FILL: &str = "
    let others = localStorage.getItem('other') ?? '';
    for (let more = 1 << 23; more > 0; more >>= 1) {
        try {
            localStorage.setItem('other', others + 'x'.repeat(more));
            others += 'x'.repeat(more);
        } catch {}
    }";

impl Page {
    /// From the next load on, the browser has no `IndexedDB`.
    pub async fn has_no_database(&self) -> Value {
        self.before_the_app(NO_DATABASE).await
    }

    /// Fills localStorage to the last unit, as another app at this address may.
    pub async fn fills_storage(&self) {
        self.script(FILL, vec![]).await;
    }

    /// Fills it but for so many units.
    pub async fn fills_storage_but_for(&self, units: usize) {
        self.fills_storage().await;
        let give = "localStorage.setItem('other', localStorage.getItem('other').slice(arguments[0]))";
        self.script(give, vec![json!(units)]).await;
    }

    /// The other app gives the room back.
    pub async fn empties_storage(&self) {
        self.script("localStorage.removeItem('other')", vec![]).await;
    }

    /// What localStorage holds now, to the byte.
    pub async fn stored(&self) -> Stored {
        let pairs = self.script("return Object.fromEntries(Object.entries(localStorage))", vec![]).await;
        serde_json::from_value(pairs).expect("keys and values")
    }

    /// Puts `value` into localStorage behind the app's back.
    pub async fn store(&self, key: &str, value: &str) {
        self.script("localStorage.setItem(arguments[0], arguments[1])", vec![json!(key), json!(value)]).await;
    }

    /// The browser loses every database of the app, and the page is opened again.
    pub async fn loses_its_databases(&self, app: &str) {
        let what = json!({"origin": app, "storageTypes": "indexeddb"});
        self.devtools("Storage.clearDataForOrigin", what).await;
        let left = self.script_that_calls_back(LEFT, vec![]).await;
        assert_eq!(left, json!(0), "databases are left");
        self.reload().await;
    }

    /// From the next load on, reaching for localStorage throws, as where a browser blocks it.
    pub async fn blocks_storage(&self) {
        self.before_the_app(REFUSING).await;
    }

    /// From the next load on, `script` runs before anything of the app does.
    pub async fn before_the_app(&self, script: &str) -> Value {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await
    }
}
