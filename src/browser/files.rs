//! Files in and out of the page.

use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, File, HtmlAnchorElement, Url};

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

/// Everything in a file. Nothing where it cannot be read, for example because it was moved meanwhile.
pub async fn read(file: File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The size of a file in bytes.
pub fn size(file: &File) -> usize {
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
