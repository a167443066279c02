//! Killed while a diary comes in: it is there whole or not at all, and whole where the app said so.

use std::fs;
use std::time::{Duration, Instant};

use super::Life;
use super::parts::Part;
use crate::harness::{Diary, World, is_full, journey, times};
use crate::screens::{App, Preview, Settings};

/// How much of the diary comes in each time: enough for several packs.
const PART: usize = 250;
/// What it takes in the storage, about, in units; as much again is more than enough.
const ROOM: usize = 100_000;
/// The longest a kill waits where there is little room.
const LONGEST: Duration = Duration::from_secs(3);
/// A notebook goes through so many kills; then another is begun.
const KILLS: usize = 20;

journey!(killed_while_importing);
async fn killed_while_importing(world: World) {
    let diary = Diary::at_hand(world.folder());
    let kills = times(2, 200);
    let mut whole = 0;
    for begun in (0..kills).step_by(KILLS) {
        let mut life = Life::begin(&world, &format!("importing-{begun}")).await;
        let longest = how_long_it_takes(&mut life, &Part::of(&diary, begun, PART)).await.mul_f64(2.0);
        for number in begun..kills.min(begun + KILLS) {
            let part = Part::of(&diary, number + 1, PART);
            whole += usize::from(comes_in_or_not(&mut life, &part, longest).await);
        }
    }
    println!("while importing: killed {kills} times; {whole} times all of it was there");
    // A few kills may all come early; of hundreds some must come late.
    assert!(!is_full() || (1..kills).contains(&whole), "{whole} of {kills} imports were there");
}

journey!(killed_while_importing_into_little_room);
async fn killed_while_importing_into_little_room(world: World) {
    let diary = Diary::at_hand(world.folder());
    let kills = times(2, 100);
    let mut whole = 0;
    for begun in (0..kills).step_by(KILLS) {
        let mut life = Life::begin(&world, &format!("little-room-{begun}")).await;
        for number in begun..kills.min(begun + KILLS) {
            let part = Part::of(&diary, number, PART);
            let app = life.app().await;
            app.page().empties_storage().await;
            let preview = preview(&app, &world.folder().join("part.jsonl"), &part).await;
            let room = if life.dice.below(2) == 0 { 0 } else { life.dice.below(2 * ROOM) };
            app.page().fills_storage_but_for(room).await;
            life.killed_within(LONGEST, preview.import()).await;
            let backup = life.opens_again(|new| whole_or_nothing(new, &part, false)).await;
            whole += usize::from(part.is_in(&backup));
        }
    }
    println!("while importing into little room: killed {kills} times; {whole} times all of it was there");
}

async fn how_long_it_takes(life: &mut Life, part: &Part) -> Duration {
    let app = life.app().await;
    let preview = preview(&app, &life.person.world().folder().join("first.jsonl"), part).await;
    let began = Instant::now();
    preview.import().await;
    app.is_saved().await;
    let took = began.elapsed();
    life.person.kill_browser();
    life.opens_again(|new| whole_or_nothing(new, part, true)).await;
    took
}

/// Says whether it came in.
async fn comes_in_or_not(life: &mut Life, part: &Part, longest: Duration) -> bool {
    let app = life.app().await;
    let preview = preview(&app, &life.person.world().folder().join("part.jsonl"), part).await;
    let mut is_saved = false;
    let import = async {
        preview.import().await;
        app.is_saved().await;
        is_saved = true;
    };
    life.killed_within(longest, import).await;
    let backup = life.opens_again(|new| whole_or_nothing(new, part, is_saved)).await;
    part.is_in(&backup)
}

async fn preview(app: &App, path: &std::path::Path, part: &Part) -> Preview {
    fs::write(path, &part.lines).expect("a part of the diary can be written");
    Settings::open(app).await.open_file(path).await
}

fn whole_or_nothing(new: &[&str], part: &Part, is_saved: bool) -> Result<(), String> {
    let whole = new.len() == part.texts.len() && new.iter().all(|text| part.texts.contains(*text));
    if whole || (new.is_empty() && !is_saved) {
        return Ok(());
    }
    Err(format!("{} of {} came in; called saved: {is_saved}", new.len(), part.texts.len()))
}
