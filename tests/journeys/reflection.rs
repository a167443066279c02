//! A reflection becomes a step of a goal.

use crate::harness::{Finds as _, World, journey};
use crate::screens::{App, Goals, Journal};

journey!(a_reflection_becomes_a_step, by_keyboard);
async fn a_reflection_becomes_a_step(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Goals::open(&app).await.add("Swim").await;
    Journal::open(&app).await.new_entry().await;
    app.page().field("Template").choose("Rose, bud, thorn").await;
    app.page().field("Rose").fill("The water was warm.").await;
    app.page().field("Thorn").fill("Ask for a lane of our own").await;
    app.page().button("Turn into a step").activate().await;
    let dialog = app.page().dialog("Turn into a step");
    dialog.field("Step").holds("Ask for a lane of our own").await;
    dialog.button("Add step").activate().await;
    dialog.is_gone().await;
    let goal = Goals::open(&app).await.open_goal("Swim").await;
    goal.has_steps(&["Ask for a lane of our own"]).await;
}
