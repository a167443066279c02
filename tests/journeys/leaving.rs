//! Leaving nothing behind: everything deleted in all tabs, or put away into a file first.

use crate::harness::{Finds as _, World, journey};
use crate::screens::{App, Goals, Journal, Preview, Settings, is_for_everyone};

const DELETED_ELSEWHERE: &str = "Everything was deleted or put away in another tab";

journey!(what_was_deleted_in_one_tab_does_not_come_back_from_another);
async fn what_was_deleted_in_one_tab_does_not_come_back_from_another(world: World) {
    let ana = world.person("ana").await;
    let one = App::begin_empty(&ana).await;
    let goal = Goals::open(&one).await.add("Swim").await;
    one.is_saved().await;
    let two = App::open_in(&ana.browser().new_window().await, &world).await;
    let other = Goals::open(&two).await.open_goal("Swim").await;
    other.field("Why it matters").fill("A draft that is not").await;
    drop(goal);

    Settings::open(&one).await.delete_everything().await;
    two.page().shows(DELETED_ELSEWHERE).await;
    two.is_saved().await;
    is_for_everyone(&two, "the message that everything was deleted in another tab").await;
    two.page().button("Dismiss").activate().await;
    two.page().shows_no(DELETED_ELSEWHERE).await;
    assert!(!one.page().text().await.contains(DELETED_ELSEWHERE), "whoever deleted it knows");
    for app in [&one, &two] {
        app.page().reload().await;
        Goals::open(app).await.lists_no("Swim").await;
    }
    let stored = one.page().stored().await;
    let left: Vec<_> =
        stored.iter().filter(|(_, value)| value.contains("Swim") || value.contains("draft")).collect();
    assert!(left.is_empty(), "nothing of it is stored: {left:?}");
}

journey!(a_notebook_is_put_away_and_brought_back, by_mouse, by_keyboard);
async fn a_notebook_is_put_away_and_brought_back(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Goals::open(&app).await.add("Swim").await;
    Journal::open(&app).await.write("Something private.").await;
    app.is_saved().await;

    let file = Settings::open(&app).await.put_away().await;
    let stored = app.page().stored().await;
    let private = |value: &String| value.contains("Swim") || value.contains("private");
    assert!(!stored.values().any(private), "nothing private is left in this browser: {stored:?}");

    app.page().reload().await;
    Preview::of(&app, &file).await.import().await;
    Goals::open(&app).await.lists("Swim").await;
    Journal::open(&app).await.open_entry("Something private.").await.reads("Something private.").await;
}

journey!(what_is_private_shows_in_no_title_and_no_address);
async fn what_is_private_shows_in_no_title_and_no_address(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let mut seen = Vec::new();
    Goals::open(&app).await.add("Zanzibar").await;
    seen.push(format!("{} {}", app.page().title().await, app.page().url().await));
    let entry = Journal::open(&app).await.write("Zanzibar again").await;
    entry.title("Zanzibar once more").await;
    seen.push(format!("{} {}", app.page().title().await, app.page().url().await));
    let journal = Journal::open(&app).await;
    journal.search("Zanzibar").await;
    journal.lists(1).await;
    seen.push(format!("{} {}", app.page().title().await, app.page().url().await));
    Settings::open(&app).await;
    seen.push(format!("{} {}", app.page().title().await, app.page().url().await));
    assert!(!seen.iter().any(|words| words.to_lowercase().contains("zanzibar")), "{seen:?}");
}
