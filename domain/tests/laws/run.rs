//! Playing histories by the thousand, on every core, each from its seed.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::action::{Action, history};
use super::census::Census;
use super::law::{Broken, Held, Law};
use super::shrink::shrink;
use super::world::World;
use crate::common::random::Dice;

/// How a history is played.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rules {
    /// See [`World::reuse_replicas`].
    pub reuse_replicas: bool,
}

/// Plays all seeds. What was met; or the first broken law, with the shortest history that shows it.
pub fn play_all(seeds: &[u64], rules: Rules) -> Result<Census, String> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = seeds.len().div_ceil(threads).max(1);
    let shares = std::thread::scope(|scope| {
        let running: Vec<_> =
            seeds.chunks(share).map(|seeds| scope.spawn(move || play_each(seeds, rules))).collect();
        running.into_iter().map(|share| share.join().expect("a share ends")).collect::<Vec<_>>()
    });
    let mut census = Census::default();
    for share in shares {
        census.add(&share?);
    }
    Ok(census)
}

fn play_each(seeds: &[u64], rules: Rules) -> Result<Census, String> {
    let mut census = Census::default();
    for seed in seeds {
        let (places, actions) = history(*seed);
        match play(places, &actions, rules, false) {
            Ok(world) => census.add(&world.census),
            Err((broken, _)) => return Err(report(*seed, places, &actions, &broken, rules)),
        }
    }
    Ok(census)
}

/// Plays one history.
pub fn play(
    places: usize,
    actions: &[Action],
    rules: Rules,
    tell: bool,
) -> Result<World, (Broken, Vec<String>)> {
    let mut world = World::new(places);
    world.reuse_replicas = rules.reuse_replicas;
    world.story = tell.then(Vec::new);
    let played = catch_unwind(AssertUnwindSafe(|| play_in(&mut world, actions)));
    let held = played.unwrap_or_else(|_| Err(Broken { law: Law::NothingPanics, told: "see above".into() }));
    held.map_err(|broken| (broken, world.story.take().unwrap_or_default())).map(|()| world)
}

fn play_in(world: &mut World, actions: &[Action]) -> Held {
    actions.iter().try_for_each(|action| world.act(*action))?;
    world.converge(&mut Dice(actions.len() as u64))
}

fn report(seed: u64, places: usize, actions: &[Action], broken: &Broken, rules: Rules) -> String {
    let short = shrink(actions, |fewer| {
        play(places, fewer, rules, false).is_err_and(|(other, _)| other.law == broken.law)
    });
    let (told, story) = match play(places, &short, rules, true) {
        Err((broken, story)) => (broken.told, story.join("\n  ")),
        Ok(_) => (broken.told.clone(), String::new()),
    };
    format!(
        "Broken: {}.\n{told}\nSeed {seed}; play it alone with WAYMARK_SEED={seed}. The shortest history ({} of {} actions):\n  {story}",
        broken.law,
        short.len(),
        actions.len(),
    )
}
