//! Pressing keys, sent to whatever has the focus, as a keyboard does.

use std::time::Duration;

use thirtyfour::action_chain::ActionChain;
pub use thirtyfour::common::keys::Key;

use super::page::Page;

/// Presses one key.
pub async fn press(page: &Page, key: Key) {
    let key = key.value();
    perform(page, |keyboard| keyboard.key_down(key).key_up(key)).await;
}

/// Presses one key while Shift is held.
pub async fn press_with_shift(page: &Page, key: Key) {
    hold(page, Key::Shift, key.value()).await;
}

/// Presses one key while Alt is held.
pub async fn press_with_alt(page: &Page, key: Key) {
    hold(page, Key::Alt, key.value()).await;
}

/// Presses one character while Control is held.
pub async fn press_with_control(page: &Page, character: char) {
    hold(page, Key::Control, character).await;
}

/// Selects all of the field that has the focus.
pub async fn select_all(page: &Page) {
    press_with_control(page, 'a').await;
}

/// Moves to the end of the field that has the focus.
pub async fn go_to_end(page: &Page) {
    hold(page, Key::Control, Key::End.value()).await;
}

/// Types a text, key by key; a line break is Enter.
pub async fn type_text(page: &Page, text: &str) {
    perform(page, |keyboard| keyboard.send_keys(text.replace('\n', "\u{e007}"))).await;
}

async fn hold(page: &Page, held: Key, key: impl Into<char>) {
    let (held, key) = (held.value(), key.into());
    perform(page, |keyboard| keyboard.key_down(held).key_down(key).key_up(key).key_up(held)).await;
}

async fn perform(page: &Page, press: impl FnOnce(ActionChain) -> ActionChain) {
    let pressing = async {
        let keyboard =
            page.session().await?.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        press(keyboard).perform().await
    };
    pressing.await.unwrap_or_else(|error| panic!("could not press keys: {error}"));
}
