//! How several journeys of mentoring begin: two people at two browsers, and files that go from one to the other.

use std::path::{Path, PathBuf};

use crate::harness::World;
use crate::screens::{App, Goals, Mentoring, PersonPage};

/// Ana's goal, where nothing more is said.
pub const GOAL: &str = "Swim one kilometre";
/// Its step.
pub const STEP: &str = "Find a pool";

/// Ana and Ben, each with a notebook that says their name.
pub async fn ana_and_ben(world: &World) -> (App, App) {
    let (ana, ben) = (world.person("ana").await, world.person("ben").await);
    (App::begin_as(&ana, "Ana").await, App::begin_as(&ben, "Ben").await)
}

/// The same, with a goal of Ana's that she chose to share with Ben and has not sent yet.
pub async fn ana_about_to_share(world: &World) -> (App, App) {
    let (ana, ben) = ana_and_ben(world).await;
    Goals::open(&ana).await.add(GOAL).await.add_step(STEP).await;
    let person = Mentoring::open(&ana).await.add_person("Ben", "They mentor me").await;
    person.share().await.choose(&[GOAL]).await;
    (ana, ben)
}

/// The page of a person.
pub async fn page_of(app: &App, name: &str) -> PersonPage {
    Mentoring::open(app).await.open_person(name).await
}

/// Saves the next file for a person.
pub async fn file_for(app: &App, name: &str) -> PathBuf {
    page_of(app, name).await.share().await.preview().await.save().await
}

/// Brings in a file from a person, whose page opens.
pub async fn bring_in(app: &App, file: &Path, from: &str) -> PersonPage {
    Mentoring::open(app).await.open_file(file).await.import().await;
    PersonPage::opened(app, from).await
}

/// Ana's goal is with Ben.
pub async fn shared(world: &World) -> (App, App) {
    let (ana, ben) = ana_about_to_share(world).await;
    bring_in(&ben, &file_for(&ana, "Ben").await, "Ana").await;
    (ana, ben)
}
