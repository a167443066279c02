//! Each thing the app asks of the browser's storage refuses, one at a time: the app opens, takes a text, and never says that
//! it is saved where the next load does not find it.

use std::collections::BTreeMap;

use serde_json::json;

use crate::harness::{Finds as _, Page, World, eventually, journey};
use crate::screens::{App, Journal, Settings};

/// What there is to refuse, each with the script that makes it.
fn refusals() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (of, what) in [
        ("Storage", "getItem"),
        ("Storage", "setItem"),
        ("Storage", "removeItem"),
        ("Storage", "key"),
        ("IDBFactory", "open"),
        ("IDBDatabase", "transaction"),
        ("IDBDatabase", "createObjectStore"),
        ("IDBTransaction", "objectStore"),
        ("IDBObjectStore", "put"),
        ("IDBObjectStore", "delete"),
        ("IDBObjectStore", "getAll"),
        ("IDBObjectStore", "getAllKeys"),
    ] {
        all.insert(
            format!("{of}.{what} throws"),
            format!(
                "{of}.prototype.{what} = () => {{ throw new DOMException('refused', 'SecurityError'); }};"
            ),
        );
    }
    for (of, what) in [("Storage.prototype", "length"), ("window", "localStorage"), ("window", "indexedDB")] {
        all.insert(
            format!("{of}.{what} throws"),
            format!(
                "Object.defineProperty({of}, '{what}', {{ configurable: true, \
                 get() {{ throw new DOMException('refused', 'SecurityError'); }} }});"
            ),
        );
    }
    for (case, script) in [
        (
            "the database fails to open",
            "const { open } = IDBFactory.prototype;
            IDBFactory.prototype.open = function (name) {
                const opening = open.call(this, `${name} that fails`, 1);
                opening.addEventListener('upgradeneeded', () => opening.transaction.abort());
                return opening;
            };",
        ),
        (
            "the database never opens",
            "const { open } = IDBFactory.prototype;
            IDBFactory.prototype.open = function (...all) {
                const opening = open.apply(this, all);
                for (const told of ['upgradeneeded', 'success', 'error', 'blocked']) {
                    opening.addEventListener(told, (event) => event.stopImmediatePropagation());
                }
                return opening;
            };",
        ),
        (
            "what is put is thrown away",
            "const { put } = IDBObjectStore.prototype;
            IDBObjectStore.prototype.put = function (...all) {
                const putting = put.apply(this, all);
                this.transaction.abort();
                return putting;
            };",
        ),
    ] {
        all.insert(case.to_owned(), script.to_owned());
    }
    all
}

journey!(whatever_refuses_the_app_opens_and_is_honest);
async fn whatever_refuses_the_app_opens_and_is_honest(world: World) {
    let ana = world.person("ana").await;
    App::begin_empty(&ana).await.is_saved().await;
    for (number, (case, script)) in refusals().iter().enumerate() {
        println!("{case}");
        let page = ana.page();
        let refusal = page.before_the_app(script).await;
        let words = format!("Written though {case}, {number}.");
        let is_saved = takes_a_text(&App::open(&ana).await, &words).await;
        let gone = json!({"identifier": refusal["identifier"]});
        page.devtools("Page.removeScriptToEvaluateOnNewDocument", gone).await;
        page.go_to("about:blank").await;
        let app = App::open(&ana).await;
        let backup = Settings::open(&app).await.read_backup().await;
        let is_there = backup.texts("entry", "text").contains(&words.as_str());
        assert!(is_there || !is_saved, "it was called saved though {case}, and is not there");
        let may_be_saved = !case.starts_with("Storage") && !case.contains("localStorage");
        assert!(is_saved || !may_be_saved, "where localStorage takes it, it is called saved: {case}");
    }
}

/// Says whether the app calls it saved.
async fn takes_a_text(app: &App, words: &str) -> bool {
    let page = app.page();
    let start = page.button("Start with an empty notebook");
    if start.count().await > 0 {
        start.activate().await;
    }
    Journal::open(app).await.write(words).await;
    page.field("Entry").holds(words).await;
    let mut said = String::new();
    eventually("the app to say whether it is saved", async || {
        said = status(page).await;
        said == "Saved" || said == "Not saved"
    })
    .await;
    said == "Saved"
}

async fn status(page: &Page) -> String {
    let said = page.script("return document.querySelector('.save-status').innerText.trim()", vec![]).await;
    said.as_str().unwrap_or_default().to_owned()
}
