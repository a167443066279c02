//! Whether what shows now is for everyone: no accessibility rule broken in light and dark, nothing to scroll sideways.

use super::App;
use crate::harness::{Theme, axe, layout};

/// A laptop.
const WIDE: (u32, u32) = (1100, 900);
/// The narrowest phone, or a laptop at 400 %.
const NARROW: (u32, u32) = (320, 640);

/// Looks at what shows now, in both themes, wide and narrow; panics with everything that is wrong with `what`.
pub async fn is_for_everyone(app: &App, what: &str) {
    let page = app.page();
    let mut wrong = Vec::new();
    for (theme, (width, height)) in [(Theme::Light, WIDE), (Theme::Dark, NARROW)] {
        page.prefers(theme).await;
        page.is_sized(width, height).await;
        let name = |rule| format!("{what}, {theme:?}, {width} px: {rule}");
        wrong.extend(axe::violations(page).await.into_iter().map(name));
        wrong.extend(layout::sticks_out(page).await.map(name));
    }
    page.is_sized_as_usual().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
