//! Killed while the app packs what was not written for a while, and while an entry is typed beside that.

use std::collections::BTreeSet;
use std::time::Duration;

use super::Life;
use super::parts::Part;
use super::written::Written;
use crate::harness::{Diary, Finds as _, World, journey, times};
use crate::screens::{Journal, Settings};

/// So much stands in keys of its own after it came in; a few times as much is packed.
const PART: usize = 60;
const PARTS: usize = 3;
/// A notebook goes through so many kills; then another is begun.
const KILLS: usize = 20;
/// The longest a kill waits.
const LONGEST: Duration = Duration::from_secs(4);
/// The app waits a few seconds or a minute before it tidies up. That is over sooner.
const HASTEN: &str = "
    const wait = window.setTimeout;
    window.setTimeout = (then, time, ...more) => wait(then, time >= 1000 ? time / 25 : time, ...more);";
const PACKS: &str = "return Object.keys(localStorage).filter((key) => key.includes(':p:')).length";

journey!(killed_while_packing);
async fn killed_while_packing(world: World) {
    let diary = Diary::at_hand(world.folder());
    let kills = times(2, 150);
    for begun in (0..kills).step_by(KILLS) {
        let mut life = Life::begin(&world, &format!("packing-{begun}")).await;
        for number in begun..kills.min(begun + KILLS) {
            is_killed(&mut life, &diary, number).await;
        }
        let packs = life.person.page().script(PACKS, vec![]).await;
        assert!(packs.as_u64() > Some(0), "something was packed");
        life.tell(&format!("while packing, {packs} packs in the end"));
    }
}

async fn is_killed(life: &mut Life, diary: &Diary, number: usize) {
    life.person.page().before_the_app(HASTEN).await;
    let app = life.app().await;
    let settings = Settings::open(&app).await;
    let mut came_in = BTreeSet::new();
    for place in 0..PARTS {
        let part = Part::of(diary, number * PARTS + place, PART);
        settings.paste(&part.lines).await.import().await;
        came_in.extend(part.texts);
    }
    Journal::open(&app).await.new_entry().await;
    app.page().field("Entry").take_focus().await;
    app.is_saved().await;
    let (mut written, mut dice) = (Written::new(), life.dice.split());
    let killed = life.killed_within(LONGEST, written.type_on(app.page(), &mut dice)).await;
    let typed = |new: &[&str]| -> Vec<String> {
        new.iter().filter(|text| !came_in.contains(**text)).map(|text| (*text).to_owned()).collect()
    };
    life.finds(&written, killed, |new| {
        let missing = came_in.iter().find(|text| !new.contains(&text.as_str()));
        missing.map_or(Ok(typed(new)), |missing| Err(format!("it came in: {missing:.99}")))
    })
    .await;
}
