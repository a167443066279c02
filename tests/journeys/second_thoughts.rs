//! Second thoughts: undo and redo, the example that goes with one tap.

use crate::harness::{Finds as _, World, journey};
use crate::screens::{App, Goals};

journey!(what_was_done_can_be_taken_back_and_done_again, by_mouse, by_keyboard);
async fn what_was_done_can_be_taken_back_and_done_again(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let goal = Goals::open(&app).await.add("Swim").await;
    goal.add_step("Find a pool").await;
    goal.add_step("Swim 200 m").await;
    goal.tick("Find a pool").await;

    app.undo().await;
    assert!(!goal.mark("Find a pool").is_on().await, "the tick is taken back");
    app.undo().await;
    goal.has_steps(&["Find a pool"]).await;
    app.redo().await;
    goal.has_steps(&["Find a pool", "Swim 200 m"]).await;
    app.redo().await;
    goal.is_ticked("Find a pool").await;

    goal.retitle("Swim in the sea").await;
    app.undo().await;
    goal.is_called("Swim").await;
}

journey!(the_example_goes_with_one_tap);
async fn the_example_goes_with_one_tap(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_with_example(&ana).await;
    let goals = Goals::open(&app).await;
    goals.lists("Join one club").await;
    goals.add("My own").await;
    let goals = Goals::open(&app).await;
    app.page().button("Remove the example").activate().await;
    goals.lists_no("Join one club").await;
    goals.lists("My own").await;
    app.page().button("Remove the example").is_gone().await;
    app.undo().await;
    goals.lists("Join one club").await;
}
