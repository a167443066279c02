//! Killed while an entry is typed; also after a reload, and where the storage is full.

use std::time::Duration;

use super::Life;
use super::written::Written;
use crate::harness::{Dice, Finds as _, Page, World, journey, keys, times};
use crate::screens::Journal;

/// The longest a kill waits.
const LONGEST: Duration = Duration::from_secs(4);

journey!(killed_while_typing);
async fn killed_while_typing(world: World) {
    let mut life = Life::begin(&world, "typing").await;
    for _ in 0..times(3, 300) {
        let app = life.app().await;
        let mut dice = life.dice.split();
        Journal::open(&app).await.new_entry().await;
        app.page().field("Entry").take_focus().await;
        let mut written = Written::new();
        let killed = life.killed_within(LONGEST, written.type_on(app.page(), &mut dice)).await;
        life.finds(&written, killed, only_that).await;
    }
    life.tell("while typing");
}

journey!(killed_after_a_reload);
async fn killed_after_a_reload(world: World) {
    let mut life = Life::begin(&world, "reloading").await;
    for _ in 0..times(3, 250) {
        let app = life.app().await;
        let mut dice = life.dice.split();
        Journal::open(&app).await.new_entry().await;
        let page = app.page();
        page.field("Entry").take_focus().await;
        let mut written = Written::new();
        let before = dice.shorter_than(LONGEST);
        drop(tokio::time::timeout(before, written.type_on(page, &mut dice)).await);
        written.is_over(page).await;
        page.reload().await;
        let goes_on = dice.below(2) == 0;
        let killed =
            life.killed_within(LONGEST, goes_on_after_reload(&mut written, page, goes_on, &mut dice)).await;
        life.finds(&written, killed, only_that).await;
    }
    life.tell("after a reload");
}

/// What was typed is in the field again, all of it.
async fn goes_on_after_reload(written: &mut Written, page: &Page, goes_on: bool, dice: &mut Dice) {
    let field = page.field("Entry");
    field.holds(&written.text()).await;
    field.take_focus().await;
    keys::go_to_end(page).await;
    written.rests(page).await;
    if goes_on {
        written.type_on(page, dice).await;
    }
}

journey!(killed_where_there_is_no_room);
async fn killed_where_there_is_no_room(world: World) {
    let mut life = Life::begin(&world, "full").await;
    for _ in 0..times(2, 150) {
        let app = life.app().await;
        let mut dice = life.dice.split();
        Journal::open(&app).await.new_entry().await;
        app.page().fills_storage().await;
        app.page().field("Entry").take_focus().await;
        let mut written = Written::new();
        let killed = life.killed_within(LONGEST, written.type_on(app.page(), &mut dice)).await;
        life.finds(&written, killed, only_that).await;
    }
    life.tell("where there is no room");
}

/// Nothing else is new.
#[allow(clippy::unnecessary_wraps, reason = "where more is new, it may be missing")]
fn only_that(new: &[&str]) -> Result<Vec<String>, String> {
    Ok(new.iter().map(|text| (*text).to_owned()).collect())
}
