//! Finds elements by the role and name the browser computes for assistive technology. What a screen reader
//! cannot reach (hidden, inert behind a dialog) has no name there, so it is not found here either.

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{WebDriver, WebElement};

use super::name::Name;
use super::role::Role;

const FINDER: &str = include_str!("find.js");

/// Every element of that role and name, in document order; inside of `within`, or in the whole page.
pub async fn all(
    session: &WebDriver,
    role: Role,
    name: &Name,
    within: Option<&WebElement>,
) -> WebDriverResult<Vec<WebElement>> {
    let root = within.map(WebElement::to_json).transpose()?;
    let arguments: Vec<Value> =
        vec![json!(role.computed()), json!(role.candidates()), name.for_script(), json!(root)];
    session.execute(FINDER, arguments).await?.elements()
}
