//! What a person typed before the app was here (`assets/before.js`), handed over once.

use std::cell::{Cell, RefCell};

use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use waymark_domain::id::RecordId;
use web_sys::HtmlTextAreaElement;

use super::by_name::{ask, call, part};

thread_local! {
    static HANDED: RefCell<Option<Typed>> = const { RefCell::new(None) };
    static BEGUN: Cell<Option<RecordId>> = const { Cell::new(None) };
}

/// What stood in the place to write.
#[derive(Clone, Debug)]
pub struct Typed {
    /// The entry that the words began; nothing where nothing was ever typed.
    pub entry: Option<RecordId>,
    /// The words.
    pub text: String,
    /// The question above them.
    pub prompt: String,
    page: JsValue,
}

/// Takes the page's own place to write away, so that the app can stand there.
pub async fn give_way() {
    let handed = handed().await;
    BEGUN.set(handed.as_ref().and_then(|typed| typed.entry));
    HANDED.set(handed);
}

/// The entry that was begun in this very page.
pub fn begun() -> Option<RecordId> {
    BEGUN.get()
}

async fn handed() -> Option<Typed> {
    let page = ask(&part(&window(), "waymarkBefore")?, "giveWay", [&JsValue::UNDEFINED; 2]).await?;
    let said = |name| part(&page, name).and_then(|said| said.as_string());
    Some(Typed {
        entry: said("record").and_then(|record| record.parse().ok()),
        text: said("text").unwrap_or_default(),
        prompt: said("prompt").unwrap_or_default(),
        page,
    })
}

/// What was handed over, for whoever asks first.
pub fn take() -> Option<Typed> {
    HANDED.take()
}

impl Typed {
    /// If the person was in the place to write, they are in this field now, where they were.
    pub fn put_caret(&self, field: &HtmlTextAreaElement) {
        call(&self.page, "putCaret", [field.unchecked_ref(), &JsValue::UNDEFINED]);
    }
}
