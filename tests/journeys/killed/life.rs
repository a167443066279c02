//! One notebook through many kills: what must be in it each time the browser opens again, and what was lost.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

use super::written::Written;
use crate::harness::{Backup, Dice, Person, World, eventually};
use crate::screens::{App, Settings};

/// One notebook and its browser.
pub struct Life {
    pub person: Person,
    pub dice: Dice,
    /// The texts that stay in the notebook, whatever happens from now on.
    kept: BTreeSet<String>,
    lost: Vec<Duration>,
}

impl Life {
    /// A new notebook.
    pub async fn begin(world: &World, name: &str) -> Self {
        let dice = Dice::any(name);
        let person = world.person(name).await;
        App::begin_empty(&person).await.is_saved().await;
        Self { person, dice, kept: BTreeSet::new(), lost: Vec::new() }
    }

    /// The app, opened anew.
    pub async fn app(&self) -> App {
        App::open(&self.person).await
    }

    /// Does something until the browser is killed, which is before `longest` is over. Says when that was.
    pub async fn killed_within(&mut self, longest: Duration, doing: impl Future<Output = ()>) -> Instant {
        let span = self.dice.shorter_than(longest);
        // Whoever is done earlier waits for it.
        let until_killed = async {
            doing.await;
            std::future::pending::<()>().await;
        };
        drop(tokio::time::timeout(span, until_killed).await);
        let now = Instant::now();
        self.person.kill_browser();
        now
    }

    /// Opens the browser again; what is there besides all that was there before must be as `fits` says.
    pub async fn opens_again(&mut self, fits: impl Fn(&[&str]) -> Result<(), String>) -> Backup {
        self.person.start_browser().await;
        let app = self.app().await;
        let settings = Settings::open(&app).await;
        let mut backup = read(&settings).await;
        let mut before = String::new();
        eventually("the notebook to hold what it must", async || {
            let Err(why) = self.keeps(&backup).and_then(|()| fits(&self.new_in(&backup))) else {
                return true;
            };
            if why != before {
                println!("not there yet: {why}");
                before = why;
            }
            backup = read(&settings).await;
            false
        })
        .await;
        app.page().shows_no("could not be read").await;
        app.page().shows_no("Everything was deleted").await;
        self.kept = backup.texts("entry", "text").into_iter().map(str::to_owned).collect();
        backup
    }

    /// As [`Life::opens_again`], after something was typed. `rest` says what of the new texts it may be.
    pub async fn finds(
        &mut self,
        written: &Written,
        killed: Instant,
        rest: impl Fn(&[&str]) -> Result<Vec<String>, String>,
    ) {
        let found = RefCell::new(String::new());
        self.opens_again(|new| {
            let typed = rest(new)?;
            *found.borrow_mut() = typed.first().cloned().unwrap_or_default();
            written.is_in(&typed, killed)
        })
        .await;
        self.lost.push(written.lost(&found.borrow(), killed));
    }

    /// What was there once is there as it was.
    fn keeps(&self, backup: &Backup) -> Result<(), String> {
        let there: BTreeSet<_> = backup.texts("entry", "text").into_iter().collect();
        match self.kept.iter().find(|text| !there.contains(text.as_str())) {
            Some(missing) => Err(format!("it was there before: {missing:.99}")),
            None => Ok(()),
        }
    }

    fn new_in<'a>(&self, backup: &'a Backup) -> Vec<&'a str> {
        let mut texts = backup.texts("entry", "text");
        texts.retain(|text| !self.kept.contains(*text));
        texts
    }

    /// Prints what the kills took.
    pub fn tell(&self, what: &str) {
        let mut lost = self.lost.clone();
        lost.sort_unstable();
        let at = |share: usize| lost.get((lost.len() * share / 100).min(lost.len().saturating_sub(1)));
        let (worst, most) = (lost.last().copied(), at(95).copied());
        println!(
            "{what}: killed {} times; lost at worst {:?} s, in 95 of 100 at most {:?} s",
            lost.len(),
            worst.map(|it| it.as_secs_f32()),
            most.map(|it| it.as_secs_f32())
        );
    }
}

/// Reads a backup and leaves no file of it: a browser finds names for a hundred in one folder.
async fn read(settings: &Settings) -> Backup {
    let file = settings.back_up().await;
    let backup = Backup::read(&file);
    fs::remove_file(file).expect("the backup can be removed");
    backup
}
