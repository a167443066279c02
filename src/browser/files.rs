//! Files in and out of the page.

mod slices;

pub use slices::read_in_slices;

use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, File, FilePropertyBag, HtmlAnchorElement, ShareData, Url,
};

/// Offers a text as a file to keep. Says whether the browser took it; where it went is the person's choice.
pub fn save_as(name: &str, media_type: &str, text: &str) -> bool {
    offer(name, media_type, text).is_ok()
}

fn offer(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken hold of the file by now; the address itself is no longer needed.
    Url::revoke_object_url(&address)
}

/// A file on its way out.
#[derive(Debug)]
pub enum Leaving {
    /// The browser took it, or did not.
    Done(bool),
    /// The system asks the person where it should go.
    Asked(js_sys::Promise),
}

impl Leaving {
    /// Whether it left. Someone who changes their mind sends nothing.
    pub async fn is_done(self) -> bool {
        match self {
            Self::Done(done) => done,
            Self::Asked(answer) => JsFuture::from(answer).await.is_ok(),
        }
    }
}

/// Whether the system can hand a file to other apps.
pub fn can_hand_over() -> bool {
    share_data("waymark.json", "{}").is_ok_and(|data| {
        let navigator = window().navigator();
        // Older browsers have no such question.
        let asked = Reflect::has(&navigator, &"canShare".into()).unwrap_or(false);
        asked && navigator.can_share_with_data(&data)
    })
}

/// Hands a text as a file to another app of the person's choice.
pub fn hand_over(name: &str, text: &str) -> Leaving {
    share_data(name, text)
        .map_or(Leaving::Done(false), |data| Leaving::Asked(window().navigator().share_with_data(&data)))
}

fn share_data(name: &str, text: &str) -> Result<ShareData, JsValue> {
    let options = FilePropertyBag::new();
    options.set_type("application/json");
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options)?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    Ok(data)
}

/// Everything in a file. Nothing where it cannot be read, for example because it was moved meanwhile.
pub async fn read(file: Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The size of a file in bytes.
pub fn size(file: &Blob) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no file is that large")]
    let size = file.size() as usize;
    size
}

/// What was pasted: a file, or a text.
#[derive(Debug)]
pub enum Pasted {
    /// A file, copied in the system's file manager.
    File(File),
    /// A text.
    Text(String),
}

/// What a paste brings, if it is anything we could open.
pub fn pasted(event: &ClipboardEvent) -> Option<Pasted> {
    let data = event.clipboard_data()?;
    if let Some(file) = data.files().and_then(|files| files.item(0)) {
        return Some(Pasted::File(file));
    }
    let text = data.get_data("text/plain").ok()?;
    (!text.trim().is_empty()).then_some(Pasted::Text(text))
}
