//! A browser whose storage or database is put back, damaged, before the app starts; and what the app makes of it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::backup::Backup;
use super::page::Page;

const PUT: &str = include_str!("damage.js");
const LOOK_INTO: &str = include_str!("look_into.js");

/// What the app made of what it found.
#[derive(Debug, Deserialize)]
pub struct Found {
    /// A backup of the notebook.
    pub backup: Backup,
    /// Name and text of each value that could not be read, as offered for download.
    pub unreadable: Vec<(String, String)>,
    /// What is stored after an edit.
    pub stored: BTreeMap<String, String>,
}

impl Page {
    /// From now on each load can begin with something else in the browser.
    pub async fn can_be_damaged(&self) {
        self.before_the_app(PUT).await;
    }

    /// Loads Settings with `storage` in the browser, some of it damaged.
    pub async fn loads_damaged(&self, storage: &BTreeMap<String, String>, damage: Value) -> Found {
        self.loads(json!({"whole": true, "storage": storage, "damage": damage})).await
    }

    /// Loads Settings with `storage` in the browser, and `shelves` and nothing else in the app's database.
    pub async fn loads_with_database(
        &self,
        storage: &BTreeMap<String, String>,
        (name, version): (&str, u32),
        shelves: Value,
    ) -> Found {
        let database = json!({"whole": true, "storage": storage, "database": name, "version": version, "shelves": shelves});
        self.loads(database).await
    }

    async fn loads(&self, left: Value) -> Found {
        self.script("sessionStorage.setItem('left', arguments[0])", vec![left.to_string().into()]).await;
        self.reload().await;
        let found = self.script_that_calls_back(LOOK_INTO, vec!["Ana".into()]).await;
        serde_json::from_value(found.clone()).unwrap_or_else(|error| panic!("{error}: {found}"))
    }
}
