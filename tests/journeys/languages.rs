//! Languages: every screen in two that nobody speaks, choosing one, and what happens where its words do not come.

use waymark_domain::entry::TEXT_MAX;
use xtask::words;

use crate::harness::{
    Finds as _, Person, Pseudo, World, eventually, journey, keys, options::Options, pseudo, root,
};
use crate::screens::{App, Before, Goals, Installed, Journal, Rescue, Settings};

/// Someone whose browser has these languages, where the made-up ones can be had.
async fn reader_of(world: &World, name: &str, languages: &str) -> Person {
    let person = world.person_with(name, Options { languages: languages.into(), ..Options::default() }).await;
    understands(&person).await;
    person
}

/// The person finds things by their English names, whatever they are called.
async fn understands(person: &Person) {
    person.page().before_the_app(&pseudo::back_to_english()).await;
}

/// Waits until the page is in that language and is written in that direction.
async fn is_in(app: &App, language: &str, direction: &str) {
    let script = "const root = document.documentElement; return `${root.lang} ${root.dir}`";
    let wanted = format!("{language} {direction}");
    eventually(&format!("the page to be in {wanted}"), async || {
        app.page().script(script, vec![]).await == wanted
    })
    .await;
}

/// All that shows, as it stands there.
async fn text_of(app: &App) -> String {
    let text = app.page().script("return document.body.innerText", vec![]).await;
    text.as_str().expect("a text").to_owned()
}

journey!(a_language_is_chosen_and_nothing_that_was_typed_is_lost, by_mouse, by_keyboard);
async fn a_language_is_chosen_and_nothing_that_was_typed_is_lost(world: World) {
    world.serves(&pseudo::with_pseudo_languages(&world));
    let mut ana = reader_of(&world, "ana", "en-US,en").await;
    let app = App::begin_empty(&ana).await;
    is_in(&app, "en", "ltr").await;
    Settings::open(&app).await;
    app.page().script("window.sameAsBefore = true", vec![]).await;
    app.page().field("What should we call you?").fill("Ana of the lake").await;
    app.page().field("Area").fill("Belong").await;
    app.page().field("Language").choose(Pseudo::Mirrored.tag()).await;
    is_in(&app, Pseudo::Mirrored.tag(), "rtl").await;

    app.is_at("Settings").await;
    app.page().field("Language").has_focus().await;
    app.page().field("What should we call you?").holds("Ana of the lake").await;
    app.page().button("Remove Belong").is_there().await;
    assert_eq!(
        app.page().script("return window.sameAsBefore", vec![]).await,
        true,
        "nothing was loaded again"
    );
    assert_eq!(pseudo::flaws(app.page()).await, [""; 0]);
    app.is_saved().await;

    app.page().field("Language").choose("English").await;
    is_in(&app, "en", "ltr").await;
    app.page().field("What should we call you?").holds("Ana of the lake").await;
    app.page().field("Language").choose(Pseudo::Accented.tag()).await;
    is_in(&app, Pseudo::Accented.tag(), "ltr").await;
    ana.restart_browser().await;
    understands(&ana).await;
    let app = App::open(&ana).await;
    is_in(&app, Pseudo::Accented.tag(), "ltr").await;
    app.page().shows("Ana of the lake").await;
}

journey!(the_browser_says_which_language_is_spoken_first);
async fn the_browser_says_which_language_is_spoken_first(world: World) {
    world.serves(&pseudo::with_pseudo_languages(&world));
    for (name, languages, spoken, direction) in [
        ("ana", "xx,ar-XB,en", "ar-XB", "rtl"),
        ("ben", "en-XA-oxendict,ar-XB", "en-XA", "ltr"),
        ("eve", "xx-XX,yy", "en", "ltr"),
    ] {
        let person = reader_of(&world, name, languages).await;
        let app = App::open(&person).await;
        is_in(&app, spoken, direction).await;
        let manifest = if spoken == "en" { String::new() } else { format!("{spoken}-") };
        let link = "return document.querySelector('link[rel=manifest]').getAttribute('href')";
        let wanted = format!("{manifest}manifest.webmanifest");
        let linked = app.page().script(link, vec![]).await;
        assert!(linked.as_str().is_some_and(|linked| linked.ends_with(&wanted)), "{linked}");
    }
}

journey!(each_language_is_spoken_to_those_who_read_it);
async fn each_language_is_spoken_to_those_who_read_it(world: World) {
    for language in words::read(&root().join("locales")).expect("the languages") {
        let tag = language.tag.clone();
        let person = reader_of(&world, &tag, &format!("{tag}-XX,{tag}")).await;
        person.page().go_to(world.url()).await;
        person.page().shows(language.wording("welcome", "Heading").expect("a heading")).await;
        let spoken = person.page().script("return document.documentElement.lang", vec![]).await;
        assert_eq!(spoken, tag.as_str());
        person.page().go_to(&format!("{}#/settings", world.url())).await;
        person.page().shows(language.wording("settings", "LeavingHint").expect("a sentence")).await;
    }
}

journey!(a_number_has_the_form_that_the_language_asks_for);
async fn a_number_has_the_form_that_the_language_asks_for(world: World) {
    world.speaks(Pseudo::Mirrored);
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    let goal = Goals::open(&app).await.add("Swim").await;
    for (step, form) in
        [("one", "one·"), ("two", "two·"), ("three", "few·"), ("four", "few·"), ("five", "few·")]
    {
        goal.add_step(step).await;
        Goals::open(&app).await;
        assert!(text_of(&app).await.contains(form), "{form} in {}", text_of(&app).await);
        Goals::open(&app).await.open_goal("Swim").await;
    }
}

journey!(a_number_on_the_screen_has_each_of_the_forms);
async fn a_number_on_the_screen_has_each_of_the_forms(world: World) {
    world.speaks(Pseudo::Mirrored);
    let ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Journal::open(&app).await.new_entry().await;
    // Under the text stands how many letters there is room for.
    app.page().field("Entry").take_focus().await;
    let paste = "document.execCommand('insertText', false, 'x'.repeat(arguments[0]))";
    app.page().script(paste, vec![(TEXT_MAX - 11).into()]).await;
    for (letters, left) in [(0, "many·"), (6, "few·"), (3, "two·"), (1, "one·"), (1, "zero·")] {
        keys::go_to_end(app.page()).await;
        keys::type_text(app.page(), &"y".repeat(letters)).await;
        eventually(left, async || text_of(&app).await.contains(left)).await;
    }
}

journey!(the_first_screen_says_nothing_that_is_not_here_yet);
async fn the_first_screen_says_nothing_that_is_not_here_yet(world: World) {
    world.speaks(Pseudo::Accented);
    world.network_is_slow_with("-rest-");
    let ana = Before::person(&world, "ana").await;
    let app = App::open(&ana).await;
    app.page().button("Another prompt").activate().await;
    app.page().field("Entry").fill("I saw the lake.").await;
    app.page().button("Continue this entry").is_there().await;
    app.go_to("Goals").await;
    app.go_to("Today").await;
    assert_eq!(pseudo::flaws(app.page()).await, [""; 0]);
    world.network_is_quick();
    app.page().heading("Next steps").is_there().await;
    assert_eq!(pseudo::flaws(app.page()).await, [""; 0]);
}

journey!(the_app_speaks_a_chosen_language_without_a_network);
async fn the_app_speaks_a_chosen_language_without_a_network(world: World) {
    world.speaks(Pseudo::Accented);
    let mut ana = world.person("ana").await;
    let app = App::begin_empty(&ana).await;
    Goals::open(&app).await.add("Swim").await;
    app.is_saved().await;
    Installed::ready(&app).await;
    world.server_stops();
    ana.restart_browser().await;
    understands(&ana).await;
    let app = App::open(&ana).await;
    is_in(&app, Pseudo::Accented.tag(), "ltr").await;
    Goals::open(&app).await.open_goal("Swim").await;
    assert_eq!(pseudo::flaws(app.page()).await, [""; 0]);
    Settings::open(&app).await;
    app.page().field("Language").choose("English").await;
    is_in(&app, "en", "ltr").await;
    app.page().heading("Settings").is_there().await;
}

journey!(a_language_whose_words_do_not_come_gives_way_to_english);
async fn a_language_whose_words_do_not_come_gives_way_to_english(world: World) {
    world.serves(&pseudo::with_pseudo_languages(&world));
    world.network_loses("words-en-XA");
    let ana = reader_of(&world, "ana", "en-XA").await;
    let app = App::begin_empty(&ana).await;
    is_in(&app, "en", "ltr").await;
    Settings::open(&app).await;
    app.page().script(CHOOSE, vec![Pseudo::Accented.tag().into()]).await;
    app.page().shows("This language could not be loaded.").await;
    is_in(&app, "en", "ltr").await;
    assert_eq!(app.page().field("Language").chosen().await.as_deref(), Some("English"));
    world.network_is_back();
    app.page().field("Language").choose(Pseudo::Accented.tag()).await;
    is_in(&app, Pseudo::Accented.tag(), "ltr").await;
}

/// Chooses the option of a language, whichever is shown.
const CHOOSE: &str = "
    const list = document.querySelector('.language select');
    list.selectedIndex = [...list.options].findIndex((one) => one.label.includes('ẊȦ'));
    list.dispatchEvent(new Event('change', { bubbles: true }));";

journey!(without_any_words_the_page_says_what_to_do);
async fn without_any_words_the_page_says_what_to_do(world: World) {
    world.network_loses("-first-");
    let ana = world.person("ana").await;
    let app = App::open_in_vain(&ana).await;
    let rescue = Rescue::appeared(&app).await;
    rescue.says("Nothing you wrote is lost").await;
    world.network_is_back();
    rescue.reload().await;
}

journey!(the_other_words_are_asked_for_again);
async fn the_other_words_are_asked_for_again(world: World) {
    world.network_loses("-rest-");
    let ana = world.person("ana").await;
    let app = App::open(&ana).await;
    app.page().shows("This part of Waymark could not be loaded.").await;
    world.network_is_back();
    app.page().button("Try again").first().activate().await;
    app.page().button("Start with an empty notebook").activate().await;
    Goals::open(&app).await.add("Swim").await;
}
