//! Getting the focus somewhere with the keyboard alone: Tab by Tab, and arrows inside of a group that is one stop.

use serde_json::Value;
use thirtyfour::WebElement;

use super::keys::{self, Key};
use super::page::Page;

const NEXT_KEY: &str = include_str!("next_key.js");
const MOST_PRESSES: usize = 400;

/// Presses Tab, Shift+Tab or arrows until `element` has the focus. Refuses with what was passed on the way.
pub async fn tab_to(page: &Page, element: &WebElement) -> Result<(), String> {
    let mut passed = Vec::new();
    for _ in 0..MOST_PRESSES {
        let target = element.to_json().map_err(|error| error.to_string())?;
        let step = page.script(NEXT_KEY, vec![target, Value::from(passed.len())]).await;
        match step["press"].as_str().unwrap_or_default() {
            "nothing" => return Ok(()),
            key => press(page, key).await,
        }
        passed.push(step["from"].as_str().unwrap_or_default().to_owned());
    }
    Err(format!("{MOST_PRESSES} presses do not reach it by keyboard; passed {:?}", last(&passed, 30)))
}

/// Moves to the first of the several stops inside of `element`: out of it backwards, and in again.
pub async fn first_part_of(page: &Page, element: &WebElement) {
    let target = element.to_json().expect("an element is JSON");
    let is_in = "return document.activeElement === arguments[0]";
    while page.script(is_in, vec![target.clone()]).await == Value::Bool(true) {
        keys::press_with_shift(page, Key::Tab).await;
    }
    keys::press(page, Key::Tab).await;
}

/// Whether Enter is the key that activates it: buttons and links; boxes and choices take Space.
pub async fn takes_enter(page: &Page, element: &WebElement) -> bool {
    let target = element.to_json().expect("an element is JSON");
    let script = "return !['checkbox', 'radio', 'switch', 'option'].includes(arguments[0].computedRole)";
    page.script(script, vec![target]).await == Value::Bool(true)
}

async fn press(page: &Page, key: &str) {
    match key {
        "shift tab" => keys::press_with_shift(page, Key::Tab).await,
        "down" => keys::press(page, Key::Down).await,
        "up" => keys::press(page, Key::Up).await,
        "right" => keys::press(page, Key::Right).await,
        "left" => keys::press(page, Key::Left).await,
        _ => keys::press(page, Key::Tab).await,
    }
}

fn last(passed: &[String], count: usize) -> &[String] {
    &passed[passed.len().saturating_sub(count)..]
}
