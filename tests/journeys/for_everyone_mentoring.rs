//! Every page and every dialog of mentoring, in light and dark, wide and narrow.

use serde_json::json;

use super::mentor_forged::{EVE, MALLORY, id, share, written};
use super::mentor_pair::{GOAL, ana_about_to_share, bring_in, file_for, page_of, shared};
use crate::harness::{Finds as _, Name, Role, World, journey, starting};
use crate::screens::{App, Goals, Journal, Locked, Mentoring, PersonPage, Preview, is_for_everyone};

const ENTRY: &str = "I stayed for half an hour.";

journey!(the_people_are_for_everyone, in_every_language);
async fn the_people_are_for_everyone(world: World) {
    let ana = App::begin_as(&world.person("ana").await, "Ana").await;
    Mentoring::open(&ana).await;
    is_for_everyone(&ana, "mentoring without anyone").await;
    ana.page().button("Add a person").activate().await;
    ana.page().field("Name").fill(" ").await;
    ana.page().button("Add").activate().await;
    is_for_everyone(&ana, "adding a person, without a name").await;
    ana.page().button("Cancel").activate().await;
    ana.page().the(Role::Summary, "Add a card").activate().await;
    ana.page().field("What is it called?").fill_and_enter("Donaudampfschifffahrtsgesellschaft").await;
    ana.page().the(Role::Summary, "Add a card").activate().await;
    let person =
        Mentoring::open(&ana).await.add_person("Benedict of the long family name", "They mentor me").await;
    is_for_everyone(&ana, "someone of whom nothing has come").await;
    let share = person.share().await;
    is_for_everyone(&ana, "nothing to share yet").await;
    let preview = share.preview().await;
    is_for_everyone(&ana, "nothing that would leave").await;
    preview.close().await;
    Mentoring::open(&ana).await;
    ana.page().the(Role::Summary, starting("Edit:")).activate().await;
    ana.page().the(Role::Summary, "Share").activate().await;
    is_for_everyone(&ana, "mentoring with someone and a card").await;
}

journey!(what_leaves_is_for_everyone, in_every_language);
async fn what_leaves_is_for_everyone(world: World) {
    let (ana, ben) = ana_about_to_share(&world).await;
    Goals::open(&ana).await.open_goal(GOAL).await.rate(4, "My arms are tired.").await;
    let entry = Journal::open(&ana).await.write(ENTRY).await;
    entry.tag("sport").await;
    entry.check("Mood", 4).await;
    let share = page_of(&ana, "Ben").await.share().await;
    share.choose(&[ENTRY, "Self-checks", "If–then plan", "Tags", "The day’s self-check"]).await;
    share.ask("How did you learn to breathe?").await;
    ana.page().the(Role::Summary, "Single steps").activate().await;
    ana.page().checkbox("Send the agreement with the next file").activate().await;
    is_for_everyone(&ana, "choosing what leaves, all of it").await;
    let preview = share.preview().await;
    preview.dialog().button("Show the file").activate().await;
    preview.lock("").await;
    preview.dialog().button("Save the file").activate().await;
    preview.says("Enter a passphrase").await;
    is_for_everyone(&ana, "what leaves, with its bytes and without its passphrase").await;
    preview.dialog().field("Passphrase").fill("cold water in June").await;
    let file = preview.save().await;
    ana.dismiss_message().await;
    share.leave_out(ENTRY).await;
    ana.page().region("Sent and received").the(Role::Summary, Name::Any).activate().await;
    is_for_everyone(&ana, "the ledger of what left").await;

    Mentoring::open(&ben).await;
    let locked = Locked::of(&ben, &file).await;
    locked.refuses("cold water", "That is not the passphrase.").await;
    is_for_everyone(&ben, "a locked file that does not open").await;
    let preview = locked.unlock("cold water in June").await;
    is_for_everyone(&ben, "a file from someone new").await;
    preview.import().await;
    PersonPage::opened(&ben, "Ana").await;
}

journey!(what_came_is_for_everyone, in_every_language);
async fn what_came_is_for_everyone(world: World) {
    let ana = App::begin_as(&world.person("ana").await, "Ana").await;
    Mentoring::open(&ana).await.add_person("Ben", "I mentor them").await;
    let goal = |number: u8, by: &str| {
        json!({ "id": id(number), "by": by, "title": "Swim one kilometre in the longest lake", "status": "active",
                "why": "To feel at home in the water.", "steps": [
                    { "id": id(number + 100), "text": "Find a pool", "status": "done", "done_on": "2026-11-20" },
                    { "id": id(number + 101), "text": "Swim 200 m", "status": "todo", "due": "2031-05-31" }],
                "ratings": [{ "id": id(number + 102), "value": 5, "on": "2026-11-20", "note": "Half way." },
                            { "id": id(number + 103), "value": 6, "on": "2026-11-21" }] })
    };
    let file = share(
        1,
        json!({
            "message": "Have a look.",
            "agreement": { "cadence": "every second Tuesday", "review_on": "2031-05-31" },
            "goals": [goal(1, EVE), goal(2, MALLORY)],
            "entries": [{ "id": id(10), "by": EVE, "date": "2026-11-20", "text": ENTRY, "tags": ["sport"],
                          "checks": { "mood": 4 } }],
            "strategies": [{ "id": id(20), "by": EVE, "sort": "resource", "title": "A book",
                             "link": "https://example.edu/a/very/long/address/that/goes/on/and/on/for/more/than/a/line" }],
            "responses": [{ "id": id(60), "by": EVE, "status": "helped", "word": "It did.",
                            "about": { "kind": "feedback", "id": id(98), "title": "Try one length." } }],
        }),
    );
    let file = written(&world, "mixed", &file);
    let preview = Mentoring::open(&ana).await.open_file(&file).await;
    preview.dialog().the(Role::Summary, "1 item is set aside").activate().await;
    is_for_everyone(&ana, "a file from someone new, with something set aside").await;
    preview.import().await;
    ana.is_at("Person").await;
    everything_is_open(&ana).await;
}

async fn everything_is_open(ana: &App) {
    let page = ana.page();
    page.button(starting("Answer: Swim")).activate().await;
    page.the(Role::Summary, "Rate this goal as you see it").activate().await;
    page.field("What is it?").choose("A resource").await;
    for part in ["Name and role", "Your copy", "Look back"] {
        page.the(Role::Summary, part).activate().await;
    }
    page.region("Sent and received").the(Role::Summary, starting("Received")).activate().await;
    is_for_everyone(ana, "a person with everything open").await;
    page.field("Feedback").fill("You went again.").await;
    page.field("Suggest").fill("A book").await;
    page.button("Add").activate().await;
    page.region("What you wrote for them").is_there().await;
    is_for_everyone(ana, "a person with words for them").await;
    page.button("Close this mentoring").activate().await;
    page.button("Remove their data").activate().await;
    page.dialog("Remove their data").is_there().await;
    is_for_everyone(ana, "removing someone's data").await;
}

journey!(what_was_given_is_for_everyone, in_every_language);
async fn what_was_given_is_for_everyone(world: World) {
    let (ana, ben) = ana_about_to_share(&world).await;
    Goals::open(&ana).await.open_goal(GOAL).await.rate(4, "My arms are tired.").await;
    Journal::open(&ana).await.write(ENTRY).await;
    page_of(&ana, "Ben").await.share().await.choose(&[ENTRY]).await;
    let person = bring_in(&ben, &file_for(&ana, "Ben").await, "Ana").await;
    let answer = person.answer(GOAL).await.says("Where to next", "Try one length without stopping.").await;
    answer.suggests("Count your breaths").await.rates(6).await.add().await;
    person.answer(ENTRY).await.says("Encouragement", "You stayed.").await.add().await;
    let reply = person.reply().await.save().await;
    ben.dismiss_message().await;
    Journal::open(&ben).await.new_entry().await;
    ben.page().the(Role::Summary, "Skills as a mentor").activate().await;
    is_for_everyone(&ben, "an entry of a mentor, with skills").await;

    Mentoring::open(&ana).await.open_file(&reply).await.import().await;
    PersonPage::opened(&ana, "Ben").await;
    ana.dismiss_message().await;
    ana.go_to("Today").await;
    ana.page().region("From others").is_there().await;
    is_for_everyone(&ana, "today, with something from others").await;
    Mentoring::open(&ana).await;
    ana.page().region("Waiting for you").button("I will try it").activate().await;
    is_for_everyone(&ana, "what waits for an answer").await;
    let goal = Goals::open(&ana).await.open_goal(GOAL).await;
    goal.page().region("From others").button("Accept").activate().await;
    is_for_everyone(&ana, "a goal with what was given").await;
    Journal::open(&ana).await.open_entry(ENTRY).await;
    ana.page().region("From others").is_there().await;
    ana.page().the(Role::Summary, "Share").activate().await;
    is_for_everyone(&ana, "an entry with what was given").await;
    let again = Mentoring::open(&ana).await.open_file(&reply).await;
    again.says("Everything in it is already here.").await;
    is_for_everyone(&ana, "a file that is here already").await;
}

journey!(the_focus_stays_in_sight_among_people);
async fn the_focus_stays_in_sight_among_people(world: World) {
    let (ana, ben) = shared(&world).await;
    let person = page_of(&ben, "Ana").await;
    person
        .answer(GOAL)
        .await
        .says("Question", "What would be enough?")
        .await
        .suggests("Breathe")
        .await
        .add()
        .await;
    let reply = person.reply().await.save().await;
    Mentoring::open(&ana).await;
    Preview::of(&ana, &reply).await.import().await;
    let person = PersonPage::opened(&ana, "Ben").await;
    ana.page().is_sized(320, 568).await;
    super::for_everyone::is_in_sight_at_every_stop(&ana, "a person").await;
    person.share().await;
    super::for_everyone::is_in_sight_at_every_stop(&ana, "choosing what leaves").await;
    ana.go_to("Mentoring").await;
    super::for_everyone::is_in_sight_at_every_stop(&ana, "mentoring, with something that waits").await;
}
