//! A file of the person's choice that a page may write again and again (File System Access). Few browsers have it; its names
//! are reached by reflection, since `web-sys` counts them as unstable.

use js_sys::{Array, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;

use super::by_name::{answered, ask, part};

/// A file that was chosen.
#[derive(Clone, Debug)]
pub struct BackupFile(JsValue);

/// Whether this browser can keep a file up to date.
pub fn can_keep() -> bool {
    Reflect::has(&window(), &"showSaveFilePicker".into()).unwrap_or(false)
}

impl BackupFile {
    /// Lets the person choose; nothing if they do not. Works only in answer to a press.
    pub async fn choose(name: &str) -> Option<Self> {
        let (options, kind, accept) = (Object::new(), Object::new(), Object::new());
        Reflect::set(&accept, &"application/json".into(), &Array::of1(&".json".into())).ok()?;
        Reflect::set(&kind, &"accept".into(), &accept).ok()?;
        Reflect::set(&options, &"suggestedName".into(), &name.into()).ok()?;
        Reflect::set(&options, &"types".into(), &Array::of1(&kind)).ok()?;
        ask(&window(), "showSaveFilePicker", [&options, &JsValue::UNDEFINED]).await.map(Self)
    }

    /// One that was kept in the database.
    pub fn from_kept(value: JsValue) -> Self {
        Self(value)
    }

    /// To be kept in the database.
    pub fn to_keep(&self) -> JsValue {
        self.0.clone()
    }

    /// Its name, without the folder: browsers do not tell more.
    pub fn name(&self) -> String {
        part(&self.0, "name").and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether it may be written without asking again.
    pub async fn may_be_written(&self) -> bool {
        self.permission("queryPermission").await
    }

    /// Asks the person whether it may be written. Works only in answer to a press.
    pub async fn ask_to_write(&self) -> bool {
        self.permission("requestPermission").await
    }

    async fn permission(&self, question: &str) -> bool {
        let options = Object::new();
        if Reflect::set(&options, &"mode".into(), &"readwrite".into()).is_err() {
            return false;
        }
        answered(&self.0, question, [&options, &JsValue::UNDEFINED])
            .await
            .is_some_and(|answer| answer.as_string().as_deref() == Some("granted"))
    }

    /// Writes it anew. The file is as it was until all is written. Says whether that worked.
    pub async fn write(&self, text: &str) -> bool {
        let Some(stream) = ask(&self.0, "createWritable", [&JsValue::UNDEFINED; 2]).await else {
            return false;
        };
        let is_written = answered(&stream, "write", [&text.into(), &JsValue::UNDEFINED]).await.is_some();
        is_written && answered(&stream, "close", [&JsValue::UNDEFINED; 2]).await.is_some()
    }
}
