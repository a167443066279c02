//! localStorage: texts that are still there when the browser is opened again. Where it is blocked, nothing here panics.

use wasm_bindgen::JsValue;
use waymark_domain::store::{KeyValue, KeyValueError, Prefixed};

use super::app_prefix;

/// The texts of this app at its address.
pub type AppStorage = Prefixed<Texts>;

/// The whole localStorage of the origin.
#[derive(Debug)]
pub struct Texts(web_sys::Storage);

/// This app's part of localStorage. Other apps, and Waymark at another path of the same host, have their own.
pub fn open() -> Result<AppStorage, KeyValueError> {
    Texts::open().map(|texts| Prefixed::new(texts, app_prefix()))
}

impl Texts {
    /// The origin's localStorage, if the browser lets us.
    #[cfg(target_arch = "wasm32")]
    pub fn open() -> Result<Self, KeyValueError> {
        use gloo_storage::Storage as _;
        // Asked first because `raw` panics where the browser refuses.
        match leptos::prelude::window().local_storage() {
            Ok(Some(_)) => Ok(Self(gloo_storage::LocalStorage::raw())),
            _ => Err(KeyValueError::Blocked),
        }
    }

    /// Outside a browser nothing is kept.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn open() -> Result<Self, KeyValueError> {
        Err(KeyValueError::Blocked)
    }
}

impl KeyValue for Texts {
    fn keys(&self) -> Result<Vec<String>, KeyValueError> {
        let count = self.0.length().map_err(|error| refusal(&error))?;
        let key = |index| self.0.key(index).map_err(|error| refusal(&error));
        (0..count).filter_map(|index| key(index).transpose()).collect()
    }

    fn get(&self, key: &str) -> Result<Option<String>, KeyValueError> {
        self.0.get_item(key).map_err(|error| refusal(&error))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), KeyValueError> {
        self.0.set_item(key, value).map_err(|error| refusal(&error))
    }

    fn remove(&self, key: &str) -> Result<(), KeyValueError> {
        self.0.remove_item(key).map_err(|error| refusal(&error))
    }
}

/// Browsers name a full storage in two ways; any other refusal means that we may not.
fn refusal(error: &JsValue) -> KeyValueError {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => KeyValueError::Full,
        _ => KeyValueError::Blocked,
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
    use waymark_domain::store::{contract, prefixed::CAPACITY};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn local_storage_keeps_the_contract() {
        let storage = open().unwrap();
        contract::empty(&storage);
        contract::holds(&storage);
    }

    #[wasm_bindgen_test]
    fn a_full_storage_holds_as_much_as_we_say() {
        let storage = open().unwrap();
        contract::empty(&storage);
        contract::fill(&storage);
        let usage = storage.usage().unwrap();
        contract::empty(&storage);
        assert_eq!(usage.ours + usage.others, CAPACITY);
    }
}
