//! A host gets a new version, and an old one again: each tab runs one of them whole, and changes when the person says so.

use crate::harness::{Finds as _, World, builds, eventually, journey};
use crate::screens::{App, Goals, Installed, is_for_everyone};

/// A copy of the app at another path of the same origin would keep itself under such a name.
const ANOTHER_COPY: &str = "waymark:/another/:build:1";
/// More characters than a goal's field takes.
const TOO_LONG: usize = 20_000;
/// Which version the page is of.
const DESCRIPTION: &str = "return document.querySelector('meta[name=description]').content";

journey!(versions_come_and_go_and_never_mix);
async fn versions_come_and_go_and_never_mix(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Goals::open(&app).await.add("Swim").await;
    app.is_saved().await;
    let installed = Installed::opened(&app).await;
    let keep = "const done = arguments[1]; caches.open(arguments[0]).then(() => done())";
    app.page().script_that_calls_back(keep, vec![ANOTHER_COPY.into()]).await;

    let (first, next) = (builds::first(), builds::next(&world));
    for (before, after) in [(&first, &next), (&next, &first)] {
        installed.is_still_all_of(before).await;
        world.serves(after);
        assert_eq!(installed.check().await, "installed");
        installed.says_that_a_version_is_ready().await;
        is_for_everyone(&app, "the message that a new version is ready").await;
        installed.is_still_all_of(before).await;
        app.page().reload().await;
        installed.says_that_a_version_is_ready().await;
        installed.is_still_all_of(before).await;

        let goal = Goals::open(&app).await.open_goal("Swim").await;
        let draft = format!("Typed before {}", after.display());
        goal.field("Why it matters").fill(&draft).await;
        installed.reload_now().activate().await;
        installed.is_all_of(after).await;
        installed.says_nothing_of_a_version().await;
        Goals::open(&app).await.open_goal("Swim").await.field("Why it matters").holds(&draft).await;
        let caches = installed.caches().await;
        assert!(caches.len() == 2 && caches.contains(&ANOTHER_COPY.to_owned()), "{caches:?}");
    }
}

journey!(a_version_that_is_not_wholly_uploaded_is_not_taken);
async fn a_version_that_is_not_wholly_uploaded_is_not_taken(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let installed = Installed::opened(&app).await;
    let caches = installed.caches().await;
    let (first, half) = (builds::first(), builds::half_uploaded(&world));
    world.serves(&half);
    assert_eq!(installed.check().await, "redundant");
    app.page().reload().await;
    installed.is_still_all_of(&first).await;
    installed.says_nothing_of_a_version().await;
    assert_eq!(installed.caches().await, caches);

    world.serves(&builds::next(&world));
    assert_eq!(installed.check().await, "installed");
    installed.says_that_a_version_is_ready().await;
}

journey!(other_tabs_change_too_unless_they_would_lose_something);
async fn other_tabs_change_too_unless_they_would_lose_something(world: World) {
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    for title in ["Swim", "Sing"] {
        Goals::open(&app).await.add(title).await;
    }
    app.is_saved().await;
    let installed = Installed::opened(&app).await;
    let quiet = App::open_in(&ana.browser().new_window().await, &world).await;
    let at_risk = App::open_in(&ana.browser().new_window().await, &world).await;
    let goal = Goals::open(&quiet).await.open_goal("Swim").await;
    let why = goal.field("Why it matters");
    why.fill("A draft").await;
    let too_long = Goals::open(&at_risk).await.open_goal("Sing").await.field("Why it matters");
    too_long.paste(&"a".repeat(TOO_LONG)).await;
    at_risk.is_not_saved().await;

    world.serves(&builds::next(&world));
    assert_eq!(installed.check().await, "installed");
    installed.reload_now().activate().await;
    for tab in [&app, &quiet] {
        let opened =
            async || tab.page().try_script(DESCRIPTION, vec![]).await.is_ok_and(|it| it == builds::NEXT);
        eventually("the next version to open", opened).await;
    }
    quiet.page().field("Why it matters").holds("A draft").await;
    at_risk.page().button("Reload now").is_there().await;
    too_long.holds(&"a".repeat(TOO_LONG)).await;
}
