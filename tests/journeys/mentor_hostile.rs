//! Files that mean harm: what looks like markup is shown as it was written, and what is not the sender's is set aside.

use std::path::Path;

use serde_json::{Value, json};

use super::mentor_forged::{EVE, MALLORY, everything, evil, id, share, written};
use super::mentor_pair::{GOAL, ana_and_ben, bring_in, file_for, page_of};
use crate::harness::{Finds as _, Name, Role, World, journey, json_of, starting};
use crate::screens::{App, Goals, Mentoring, PersonPage, Preview, Settings};

/// Answers what of a file became more than a text.
const HARM: &str = "
    const made = document.querySelectorAll('img, iframe, object, embed, main svg[onload], [onerror], [onload]');
    const links = [...document.querySelectorAll('a')].filter((a) => !/^(https?|mailto):$/.test(a.protocol));
    const scripts = [...document.scripts].filter((script) => script.textContent.includes('__pwned'));
    return [window.__pwned, ...[...made, ...links, ...scripts].map((e) => e.outerHTML)].filter((one) => one);";

journey!(what_looks_like_markup_is_a_text);
async fn what_looks_like_markup_is_a_text(world: World) {
    let ana = App::begin_as(&world.person("ana").await, "Ana").await;
    Goals::open(&ana).await.add(GOAL).await;
    let backup = Settings::open(&ana).await.read_backup().await;
    let goal = backup.the("goal", "title", GOAL)["id"].as_str().expect("an id").to_owned();
    let file = written(&world, "evil", &share(1, everything(&goal)));

    let preview = Mentoring::open(&ana).await.open_file(&file).await;
    is_harmless(&ana, "the preview of the file", &["from", "message"]).await;
    assert!(!preview.dialog().text().await.contains("set aside"), "every text is one that its field takes");
    preview.import().await;
    ana.is_at("Person").await;
    let hers =
        ["title", "why", "criterion", "area", "if", "then", "step", "check", "entry", "prompt", "answer"];
    is_harmless(&ana, "the page of the person", &hers).await;
    let more = ["so-what", "text", "tag", "strategy", "how-it-works", "message", "word", "about-response"];
    is_harmless(&ana, "the page of the person", &more).await;
    let given = ["feedback", "question", "about-nothing", "step-suggested", "note", "resource", "how"];
    is_harmless(&ana, "the page of the person", &given).await;
    let agreed = ["i-expect", "they-expect", "cadence", "channel", "confidential", "limits"];
    is_harmless(&ana, "the agreement", &agreed).await;
    ana.page().link("https://example.edu/a").is_there().await;

    takes_it_up(&ana).await;
    looks_everywhere(&ana).await;
    throws_it_away(&ana).await;
}

/// Nothing that came with a file may be more than a text; and the texts are there.
async fn is_harmless(ana: &App, place: &str, texts: &[&str]) {
    for what in texts {
        ana.page().shows(&evil(what)).await;
    }
    let harm = ana.page().script(HARM, vec![]).await;
    assert_eq!(harm, json!([]), "{place}");
}

/// Accepts, answers and keeps what came, so that it is Ana's own from then on.
async fn takes_it_up(ana: &App) {
    ana.page().button("Add to What works").activate().await;
    Mentoring::open(ana).await;
    is_harmless(ana, "the inbox", &["feedback", "question", "step-suggested", "note", "resource", "how"])
        .await;
    let waiting = ana.page().region("Waiting for you");
    waiting.button("I will try it").activate().await;
    for suggestion in ["step-suggested", "resource"] {
        waiting.button("Accept").beside(&evil(suggestion)).activate().await;
    }
    is_harmless(ana, "what works", &["strategy", "resource", "how-it-works"]).await;
    let goal = Goals::open(ana).await.open_goal(GOAL).await;
    goal.has_steps(&[&evil("step-suggested")]).await;
    is_harmless(ana, "the goal", &["step-suggested", "view", "feedback", "from"]).await;
    let person = eves_page(ana).await;
    person.page().button(format!("Answer: {}", evil("title"))).activate().await;
    person.page().field("Feedback").fill("I see.").await;
    person.page().button("Add").activate().await;
}

async fn looks_everywhere(ana: &App) {
    ana.go_to("Today").await;
    is_harmless(ana, "today", &["step-suggested"]).await;
    let person = eves_page(ana).await;
    person.page().link("Share").activate().await;
    ana.is_at("Sharing").await;
    is_harmless(ana, "choosing what leaves", &["from", "feedback", "strategy"]).await;
    ana.page().button("Preview").activate().await;
    ana.page().dialog(starting("What from")).is_there().await;
    ana.page().dialog(Name::Any).button("Show the file").activate().await;
    is_harmless(ana, "what leaves", &["from", "title"]).await;
    let save = ana.page().dialog(Name::Any).button("Save the file");
    ana.page().downloaded_by(save.activate()).await;
    eves_page(ana).await;
    for file in [starting("Saved for them"), starting("Received")] {
        ana.page().region("Sent and received").the(Role::Summary, file).activate().await;
    }
    is_harmless(ana, "the ledger", &["title", "feedback", "strategy"]).await;
    ana.page().button("Use theirs").activate().await;
    ana.page().region("Agreement").says("agreed by both").await;
}

async fn throws_it_away(ana: &App) {
    let step = evil("step-suggested");
    let goal = Goals::open(ana).await.open_goal(GOAL).await;
    goal.more_about(&step).await;
    ana.page().button("Delete step").activate().await;
    Mentoring::open(ana).await;
    ana.page().the(Role::Summary, format!("Edit: {}", evil("strategy"))).activate().await;
    ana.page().button("Delete this card").activate().await;
    is_harmless(ana, "the card in the trash", &["strategy"]).await;
    Settings::open(ana).await.in_trash(&step).is_there().await;
    is_harmless(ana, "the trash", &["step-suggested", "strategy"]).await;
}

async fn eves_page(ana: &App) -> PersonPage {
    page_of(ana, &evil("from")).await
}

journey!(a_file_that_says_what_is_not_true_changes_nothing);
async fn a_file_that_says_what_is_not_true_changes_nothing(world: World) {
    let (ana, ben) = ana_and_ben(&world).await;
    Goals::open(&ana).await.add(GOAL).await;
    let person = Mentoring::open(&ana).await.add_person("Ben", "They mentor me").await;
    person.share().await.choose(&[GOAL]).await;
    let real = file_for(&ana, "Ben").await;
    bring_in(&ben, &real, "Ana").await;
    let me = Settings::open(&ben).await.read_backup().await.me().to_owned();
    let changed = |path: [&str; 2], value: &str| {
        let mut file = json_of(&real);
        file["number"] = json!(2);
        file[path[0]][path[1]] = json!(value);
        file
    };
    for (name, file, why) in [
        ("from-me", changed(["from", "id"], &me), "This file says that it is from you."),
        ("to-another", changed(["to", "id"], MALLORY), "This file is for a different notebook."),
        ("thread", changed(["from", "id"], MALLORY), "but says that it is from another."),
    ] {
        is_refused(&ben, &written(&world, name, &file), why).await;
    }
}

/// Told in words; there is nothing to import, and nothing changes.
async fn is_refused(ben: &App, file: &Path, why: &str) {
    Mentoring::open(ben).await;
    ben.is_saved().await;
    let before = ben.page().stored().await;
    let preview = Preview::of(ben, file).await;
    preview.says(why).await;
    preview.says("Nothing was changed.").await;
    assert!(!preview.dialog().button("Import").is_enabled().await, "there is nothing to import");
    preview.cancel().await;
    assert_eq!(before, ben.page().stored().await, "nothing was changed by {}", file.display());
}

journey!(what_is_not_the_senders_is_set_aside_and_named);
async fn what_is_not_the_senders_is_set_aside_and_named(world: World) {
    let ana = App::begin_as(&world.person("ana").await, "Ana").await;
    let goal = Goals::open(&ana).await.add(GOAL).await;
    goal.add_step("Find a pool").await;
    let backup = Settings::open(&ana).await.read_backup().await;
    let mine = backup.the("goal", "title", GOAL)["id"].clone();
    let one =
        |id: Value, by: &str, title: &str| json!({ "id": id, "by": by, "title": title, "status": "active" });
    let goals = json!([
        one(json!(id(1)), EVE, "Hers"),
        one(json!(id(2)), MALLORY, "Of another"),
        one(mine, backup.me(), "Mine, rewritten"),
    ]);
    let file = written(&world, "mixed", &share(1, json!({ "goals": goals })));

    let preview = Mentoring::open(&ana).await.open_file(&file).await;
    preview.dialog().the(Role::Summary, "2 items are set aside").activate().await;
    preview.says("Item 2, “Of another”: it does not belong to the sender").await;
    preview.says("Item 3, “Mine, rewritten”: it says that it is yours").await;
    preview.import().await;
    ana.is_at("Person").await;
    ana.page().region("Goals").says("Hers").await;
    for words in ["Of another", "Mine, rewritten"] {
        assert!(!ana.page().text().await.contains(words), "{words} did not come in");
    }
    Goals::open(&ana).await.open_goal(GOAL).await.is_called(GOAL).await;
}
