//! Runs one journey: a place to run in, fresh surroundings, a deadline, evidence when it fails, and at its end the
//! judgement that nothing forbidden happened on the way.

use std::any::Any;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

use tokio::runtime::Builder;
use tokio::sync::Semaphore;

use super::full::is_full;
use super::hands::Hands;
use super::pseudo::Pseudo;
use super::world::World;

/// As many journeys as run at once: each has a browser or two of several processes.
static PLACES: Semaphore = Semaphore::const_new(3);
/// No journey takes longer, so that one that hangs is told apart from one that is slow.
const DEADLINE: Duration = Duration::from_mins(4);
/// The full run tries many times as much.
const FULL_DEADLINE: Duration = Duration::from_hours(4);

/// Runs `journey` in surroundings of its own, with the app at `base`.
pub fn run<F: Future<Output = ()>>(name: &str, hands: Hands, base: &str, journey: impl FnOnce(World) -> F) {
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let place = runtime.block_on(PLACES.acquire()).expect("the places stay open");
    let begun = Instant::now();
    let world = World::new(&format!("{name}-by-{hands}"), hands, base);
    let walked = catch_unwind(AssertUnwindSafe(|| runtime.block_on(in_time(journey(world.clone())))));
    let complaints = runtime.block_on(finish(&world, walked.is_err()));
    drop((world, place));
    tell_time(name, hands, begun);
    judge(walked, &complaints);
}

/// Runs `journey` where a language is spoken that nobody speaks.
pub fn run_in<F: Future<Output = ()>>(language: Pseudo, name: &str, journey: impl FnOnce(World) -> F) {
    run(name, Hands::Mouse, "/", |world: World| {
        world.speaks(language);
        journey(world)
    });
}

/// Says how long a journey took, past the test runner, which keeps what is printed of a test that passed.
fn tell_time(name: &str, hands: Hands, begun: Instant) {
    let line = format!("{:>4} s  {name} by {hands}\n", begun.elapsed().as_secs());
    drop(std::io::stderr().write_all(line.as_bytes()));
}

async fn in_time(journey: impl Future<Output = ()>) {
    let deadline = if is_full() { FULL_DEADLINE } else { DEADLINE };
    let walked = tokio::time::timeout(deadline, journey).await;
    assert!(walked.is_ok(), "the journey did not end in {} s", deadline.as_secs());
}

async fn finish(world: &World, failed: bool) -> Vec<String> {
    if failed {
        eprintln!("{}", world.keep_evidence().await);
    }
    let complaints = world.complaints().await;
    world.close().await;
    complaints
}

fn judge(walked: Result<(), Box<dyn Any + Send>>, complaints: &[String]) {
    for complaint in complaints {
        eprintln!("{complaint}");
    }
    if let Err(panic) = walked {
        resume_unwind(panic);
    }
    assert!(
        complaints.is_empty(),
        "{} things happened that must not:\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}

/// Makes tests of a journey: `journey!(name)` walks it by mouse. Where hands make a difference it says which:
/// `journey!(name, by_keyboard)`, or `journey!(name, by_mouse, by_keyboard)` for a test of each. A journey that looks at
/// screens is also walked in the languages that nobody speaks: `journey!(name, in_every_language)`.
macro_rules! journey {
    ($name:ident) => {
        journey!($name, by_mouse);
    };
    ($name:ident, in_every_language) => {
        mod $name {
            use crate::harness::{Hands, Pseudo, run, run_in};
            #[test]
            fn by_mouse() {
                run(stringify!($name), Hands::Mouse, "/", super::$name);
            }
            #[test]
            fn accented() {
                run_in(Pseudo::Accented, concat!(stringify!($name), "-accented"), super::$name);
            }
            #[test]
            fn mirrored() {
                run_in(Pseudo::Mirrored, concat!(stringify!($name), "-mirrored"), super::$name);
            }
        }
    };
    ($name:ident, $($hands:ident),+) => {
        mod $name {
            $(#[test]
            fn $hands() {
                crate::harness::run(stringify!($name), crate::harness::Hands::$hands(), "/", super::$name);
            })+
        }
    };
}
pub(crate) use journey;
