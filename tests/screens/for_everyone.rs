//! Whether what shows now is for everyone: no accessibility rule broken in light and dark, nothing to scroll sideways.

use super::App;
use crate::harness::{Page, Theme, axe, layout, pseudo};

/// A laptop.
const WIDE: (u32, u32) = (1100, 900);
/// The narrowest phone, or a laptop at 400 %.
const NARROW: (u32, u32) = (320, 640);
/// As high as the page, so that nothing is under the bar at the bottom, where axe would call it out of reach.
const HEIGHT: &str = "return document.documentElement.scrollHeight";
const TURNS: usize = 20;

/// Makes the window as high as the page. A page that grows with its window, as one to write on does, needs some turns.
async fn fits_its_page(page: &Page, width: u32, at_first: u32) {
    let mut height = at_first;
    for _ in 0..TURNS {
        let whole = page.script(HEIGHT, vec![]).await.as_u64().and_then(|height| height.try_into().ok());
        let whole: u32 = whole.unwrap_or(height);
        if whole <= height {
            return;
        }
        height = whole;
        page.is_sized(width, height).await;
    }
}

/// In a language that nobody speaks, on the narrowest phone: everything is translated, nothing is cut off. Keeps a picture.
async fn has_room_for_other_languages(page: &Page, what: &str) {
    let (width, height) = NARROW;
    page.is_sized(width, height).await;
    fits_its_page(page, width, height).await;
    page.is_at_rest().await;
    page.is_pictured(what).await;
    let mut wrong = pseudo::flaws(page).await;
    wrong.extend(layout::sticks_out(page).await);
    page.is_sized_as_usual().await;
    assert!(wrong.is_empty(), "{what}:\n{}", wrong.join("\n"));
}

/// Looks at what shows now, in both themes, wide and narrow; panics with everything that is wrong with `what`.
pub async fn is_for_everyone(app: &App, what: &str) {
    let page = app.page();
    if pseudo::is_spoken_on(page).await {
        return has_room_for_other_languages(page, what).await;
    }
    let mut wrong = Vec::new();
    for (theme, (width, height)) in [(Theme::Light, WIDE), (Theme::Dark, NARROW)] {
        page.prefers(theme).await;
        page.is_sized(width, height).await;
        fits_its_page(page, width, height).await;
        page.is_at_rest().await;
        let name = |rule| format!("{what}, {theme:?}, {width} px: {rule}");
        wrong.extend(axe::violations(page).await.into_iter().map(name));
        wrong.extend(layout::sticks_out(page).await.map(name));
    }
    page.is_sized_as_usual().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
