//! Linking an entry to goals: only on purpose.

use crate::harness::{Finds as _, Name, Role, World, journey, keys};
use crate::screens::{App, Goals, Journal};

journey!(arrow_keys_link_no_goal, by_keyboard);
async fn arrow_keys_link_no_goal(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    for goal in ["Sing", "Swim"] {
        Goals::open(&app).await.add(goal).await;
    }
    let entry = Journal::open(&app).await.write("In the water.").await;
    entry.page().button("Link").activate().await;
    entry.page().shows("Choose a goal first.").await;
    let list = entry.page().field("Link a goal");
    list.focus_by_keyboard().await;
    for _ in 0..2 {
        keys::press(entry.page(), keys::Key::Down).await;
    }
    assert_eq!(list.chosen().await.as_deref(), Some("Swim"), "the keys choose in the closed list");
    assert_eq!(entry.page().list("Linked goals").count().await, 0, "and link nothing");
    entry.page().button("Link").activate().await;
    entry.is_linked_to("Swim").await;
    assert_eq!(list.chosen().await.as_deref(), Some("Choose a goal"));
    entry.link("Sing").await;
    // The button is gone with the last goal to link; the focus goes on to a link.
    entry.page().list("Linked goals").the(Role::Link, Name::Any).nth(1).has_focus().await;
}
