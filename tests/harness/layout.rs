//! Whether a page fits its window: nothing to scroll sideways, and what sticks out if there is.

use serde_json::Value;

use super::page::Page;

const TOO_WIDE: &str = "
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= window.innerWidth) return null;
    const name = (e) => `<${e.localName} class=\"${e.getAttribute('class') ?? ''}\"> “${(e.innerText ?? '').slice(0, 40)}”`;
    const out = [...document.body.querySelectorAll('*')]
        .map((e) => [e.getBoundingClientRect().right, e])
        .filter(([right]) => right > room + 0.5)
        .sort((a, b) => b[0] - a[0]);
    return `${document.documentElement.scrollWidth} px wide in ${window.innerWidth} px: ` +
        out.slice(0, 5).map(([right, e]) => `${name(e)} ends at ${Math.round(right)}`).join('; ');";

/// What makes the page wider than its window, if anything does.
pub async fn sticks_out(page: &Page) -> Option<String> {
    let told = page.script(TOO_WIDE, vec![]).await;
    if told == Value::Null { None } else { Some(told.as_str().unwrap_or("something").to_owned()) }
}
