//! A storage that is full to the last unit: nothing is called saved that is not, nothing is lost, and all is stored by itself
//! once there is room.

use crate::harness::{Backup, Finds as _, Manner, World, journey};
use crate::screens::{App, Goals, Preview, Settings};

/// A thousand edits in all.
const EDITS: usize = 250;
const GOALS: [&str; 4] = ["Swim", "Sing", "Read", "Walk"];
const WHY: &str = "Why it matters";

/// Remembers whenever the app says that all is saved.
const LISTEN: &str = "
    window.timesSaved = 0;
    const status = document.querySelector('.top-status');
    const look = () => { window.timesSaved += Number(status.innerText.trim() === 'Saved'); };
    new MutationObserver(look).observe(status, { subtree: true, childList: true, characterData: true });";

journey!(a_full_storage_loses_nothing);
async fn a_full_storage_loses_nothing(world: World) {
    let ana = world.person("ana").await;
    is_full_for_a_thousand_edits(&world, &App::begin_empty(&ana).await).await;
}

journey!(a_full_storage_beside_no_database_loses_nothing);
async fn a_full_storage_beside_no_database_loses_nothing(world: World) {
    let ana = world.person("ana").await;
    ana.page().has_no_database().await;
    is_full_for_a_thousand_edits(&world, &App::begin_empty(&ana).await).await;
}

async fn is_full_for_a_thousand_edits(world: &World, app: &App) {
    for goal in GOALS {
        Goals::open(app).await.add(goal).await;
    }
    app.is_saved().await;
    let page = app.page();
    page.fills_storage().await;
    page.script(LISTEN, vec![]).await;
    for goal in GOALS {
        let field = Goals::open(app).await.open_goal(goal).await.field(WHY);
        field.begin_typing(&texts(goal), Manner::LeavingEachTime).await;
        field.is_typed().await;
        app.is_not_saved().await;
    }
    assert_eq!(page.script("return window.timesSaved", vec![]).await, 0, "it is never called saved");

    let copy = page.downloaded_by(page.button("Save a copy").activate()).await;
    holds_all(&Backup::read(&copy));
    let ben = world.person("ben").await;
    let other = App::open(&ben).await;
    Preview::of(&other, &copy).await.import().await;
    other.is_saved().await;
    other.page().reload().await;
    holds_all(&Settings::open(&other).await.read_backup().await);

    page.empties_storage().await;
    Goals::open(app).await.add("Rest").await;
    app.is_saved().await;
    page.reload().await;
    let backup = Settings::open(app).await.read_backup().await;
    holds_all(&backup);
    backup.the("goal", "title", "Rest");
}

fn texts(goal: &str) -> Vec<String> {
    (1..=EDITS).map(|number| format!("{goal}, because of {number} reasons")).collect()
}

fn holds_all(backup: &Backup) {
    for goal in GOALS {
        let last = texts(goal).pop().expect("many");
        assert_eq!(backup.the("goal", "title", goal)["why"], last.as_str());
    }
}
