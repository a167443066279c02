//! The app opens wherever its folder was put, and leads to each of its places.

use crate::harness::{Finds as _, Hands, Name, Role, World, journey, run};
use crate::screens::App;

journey!(the_app_opens_and_leads_to_its_places, by_mouse, by_keyboard);
async fn the_app_opens_and_leads_to_its_places(world: World) {
    let ana = world.person("ana").await;
    let app = App::open(&ana).await;
    for place in app.places().await {
        app.go_to(&place).await;
        assert_eq!(app.page().title().await, format!("{place} · Waymark"));
        assert!(app.page().link(&place).first().is_on().await, "{place} is marked as the place one is at");
    }
    assert!(world.requests_seen().await > 3, "the watch over requests sees them");
}

#[test]
fn the_app_opens_in_a_folder_of_a_host() {
    run("the_app_opens_in_a_folder_of_a_host", Hands::Mouse, "/any/path/", |world: World| async move {
        let ana = world.person("ana").await;
        let app = App::open(&ana).await;
        app.go_to("Goals").await;
        assert!(app.page().url().await.ends_with("/any/path/#/goals"));
        app.page().reload().await;
        app.page().heading("Goals").is_there().await;
        let is_miss = |line: &String| !line.ends_with(" 200") && !line.ends_with(" 304");
        let misses: Vec<_> = world.served().into_iter().filter(is_miss).collect();
        assert_eq!(misses, Vec::<String>::new(), "everything the app asks for is in its folder");
    });
}

journey!(going_somewhere_puts_the_focus_where_reading_begins, by_mouse, by_keyboard);
async fn going_somewhere_puts_the_focus_where_reading_begins(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_with_example(&ana).await;
    let heading = app.page().the(Role::Heading, Name::Any).first();
    heading.has_focus().await;
    for place in app.places().await.into_iter().rev() {
        app.go_to(&place).await;
        heading.has_focus().await;
    }
}
