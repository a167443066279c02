//! What someone gave me: feedback, questions, suggestions; where I say what became of it. Shown in the inbox, on the
//! person's page, and beside what it is about.

use leptos::prelude::*;
use waymark_domain::{
    Change, entry,
    file::share::SharedSuggestion,
    goal,
    id::RecordId,
    mentoring::{
        About, Act, Given, Into, Seen, Waiting,
        feedback::{self, Nature},
        response::{self, ResponseStatus},
        suggestion,
    },
};

use super::{draft_field::DraftText, refusal::refusal};
use crate::{
    browser::{focus, intl},
    pages::mentoring::{Link, words},
    route::Route,
    state::notebook_store::{NotebookStore, use_notebook},
    text::{goals, mentoring, shell, t, tf},
    widgets::{Button, Card, Chip, ChipTone, Icon, Section, Toasts, Tone, use_announcer, use_toasts},
};

/// What was given on one thing of mine, and how others see it if it is a goal. Nothing while there is none.
#[component]
pub fn GivenAbout(
    /// What.
    about: RecordId,
) -> impl IntoView {
    let given = use_notebook().memo_of_mentoring(move |notebook| notebook.given_about(about));
    let seen = use_notebook().memo_of_mentoring(move |notebook| notebook.seen_by_others(about));
    view! {
        <Show when=move || !given.with(Vec::is_empty) || !seen.with(Vec::is_empty)>
            <Card title=t(mentoring::FromOthers)>
                <SeenList seen />
                <GivenList given />
            </Card>
        </Show>
    }
}

/// What one person gave me. Nothing while there is none.
#[component]
pub fn GivenBy(
    /// The relationship.
    with: RecordId,
) -> impl IntoView {
    let given = use_notebook().memo_of_mentoring(move |notebook| {
        notebook.relationship(with).map(|one| notebook.given_by(&one)).unwrap_or_default()
    });
    view! {
        <Show when=move || !given.with(Vec::is_empty)>
            <Section title=t(mentoring::ForYou)>
                <GivenList given />
            </Section>
        </Show>
    }
}

/// A list of it.
#[component]
pub fn GivenList(
    /// What is listed.
    given: Memo<Vec<Waiting>>,
) -> impl IntoView {
    view! {
        <ul class="stack">
            <For each=move || given.get() key=|one| (one.given.id(), one.standing as u8) let:one>
                <GivenRow one />
            </For>
        </ul>
    }
}

#[component]
fn SeenList(seen: Memo<Vec<Seen>>) -> impl IntoView {
    let store = use_notebook();
    let line = move |seen: Seen| {
        let day = seen.view.on.map(|day| intl::day_near(day, store.today())).unwrap_or_default();
        let value = intl::number(usize::from(seen.view.value));
        let values = [("name", seen.relationship.name()), ("value", value.as_str()), ("day", day.as_str())];
        view! { <li><bdi>{tf(mentoring::SeesItAt, &values)}</bdi></li> }
    };
    view! {
        <ul class="stack stack-tight">{move || seen.get().into_iter().map(line).collect_view()}</ul>
    }
}

#[component]
fn GivenRow(one: Waiting) -> impl IntoView {
    let from = one.relationship.name().to_owned();
    let href = Route::Person(one.relationship.id().uuid()).href();
    let with = one.relationship.id();
    let about = one.given.about().cloned();
    let (kind, text) = match &one.given {
        Given::Feedback(given) => (t(words::nature(given.nature)), given.text.clone()),
        Given::Suggestion(given) => (t(words::suggested(given.what)), given.text.clone()),
    };
    let more = match one.given.clone() {
        Given::Suggestion(given) => Some(view! { <Link link=given.link /> }),
        Given::Feedback(_) => None,
    };
    let moves = match one.given {
        Given::Feedback(given) => {
            view! { <FeedbackMoves with id=given.id nature=given.nature text=given.text /> }.into_any()
        }
        Given::Suggestion(given) => view! { <SuggestionMoves with suggestion=given /> }.into_any(),
    };
    view! {
        <li class="card given">
            <div class="row row-tight">
                <Chip label=kind tone=ChipTone::Flag icon=Icon::Flag />
                <a class="given-from" href=href><bdi>{from}</bdi></a>
            </div>
            {about.map(|about| view! { <AboutLine about /> })}
            <p class="written" dir="auto">{text}</p>
            {more}
            {moves}
        </li>
    }
}

/// What it is about: a link where that is mine and here, else how it was called.
#[component]
fn AboutLine(about: About) -> impl IntoView {
    let id = about.id;
    let place = use_notebook().memo(move |notebook| {
        let record = notebook.record(id).filter(|record| record.is_live())?;
        match record.kind() {
            goal::KIND => Some(Route::Goal(id.uuid()).href()),
            entry::KIND => Some(Route::Entry(id.uuid()).href()),
            _ => None,
        }
    });
    let title = StoredValue::new(about.title);
    view! {
        <p class="quiet">
            {t(mentoring::On)} " "
            {move || match place.get() {
                Some(href) => view! { <a href=href><bdi>{title.get_value()}</bdi></a> }.into_any(),
                None => view! { <bdi>{title.get_value()}</bdi> }.into_any(),
            }}
        </p>
    }
}

/// What I say became of it.
#[derive(Clone, Copy)]
struct Desk {
    store: NotebookStore,
    toasts: Toasts,
    with: RecordId,
    about: StoredValue<About>,
    status: Memo<Option<ResponseStatus>>,
    answer: Memo<Option<RecordId>>,
}

impl Desk {
    fn new(with: RecordId, kind: &str, id: RecordId, text: &str) -> Self {
        let store = use_notebook();
        Self {
            store,
            toasts: use_toasts(),
            with,
            about: StoredValue::new(About::new(kind, id, text)),
            status: store.memo(move |notebook| notebook.response_about(id).map(|one| one.status())),
            answer: store.memo(move |notebook| notebook.response_about(id).map(|one| one.id())),
        }
    }

    fn say(self, status: Option<ResponseStatus>) {
        let (with, about) = (self.with, self.about.get_value());
        self.act(Act::Respond { with, about, status, word: None });
    }

    fn act(self, act: Act) -> bool {
        let done = self.store.apply(act.into());
        if let Err(error) = &done {
            self.toasts.show(refusal(*error));
        }
        done.is_ok()
    }
}

#[component]
fn FeedbackMoves(with: RecordId, id: RecordId, nature: Nature, text: String) -> impl IntoView {
    let desk = Desk::new(with, feedback::KIND, id, &text);
    let moves = move || match (nature.can_be_tried(), desk.status.get()) {
        (true, None) => vec![ResponseStatus::Trying, ResponseStatus::Read],
        (true, Some(ResponseStatus::Trying)) => vec![ResponseStatus::Helped, ResponseStatus::DidNotHelp],
        (true, Some(_)) => vec![ResponseStatus::Trying],
        (false, None) => vec![ResponseStatus::Read],
        (false, Some(_)) => vec![],
    };
    let button = move |status: ResponseStatus| {
        view! { <Button label=t(move_to(status)) on_click=move |_| desk.say(Some(status)) /> }
    };
    view! {
        <StatusLine desk />
        <div class="row row-tight no-print">
            {move || moves().into_iter().map(button).collect_view()}
            <WriteBack desk />
        </div>
        <WordBack desk />
    }
}

const fn move_to(status: ResponseStatus) -> crate::text::Text {
    match status {
        ResponseStatus::Trying => mentoring::TryIt,
        ResponseStatus::Helped => mentoring::ItHelped,
        ResponseStatus::DidNotHelp => mentoring::ItDidNotHelp,
        _ => mentoring::MarkRead,
    }
}

/// Where it stands: received, trying, helped …
#[component]
fn StatusLine(desk: Desk) -> impl IntoView {
    move || {
        let words = desk.status.get().map_or(mentoring::Received, words::response);
        view! { <Chip label=t(words) tone=ChipTone::On /> }
    }
}

/// Opens the field for a word back.
#[component]
fn WriteBack(desk: Desk) -> impl IntoView {
    let write = move |_| {
        desk.say(None);
        let place = desk.about.with_value(|about| about.id.to_string());
        focus::soon(format!("[data-word=\"{place}\"] textarea"));
    };
    view! {
        <Show when=move || desk.answer.get().is_none()>
            <Button label=t(mentoring::WriteBack) tone=Tone::Plain on_click=write />
        </Show>
    }
}

#[component]
fn WordBack(desk: Desk) -> impl IntoView {
    let place = desk.about.with_value(|about| about.id.to_string());
    view! {
        <div data-word=place class="no-print">
            {move || desk.answer.get().map(|id| view! {
                <DraftText id field=response::WORD label=t(mentoring::WordBack) hint=t(mentoring::WordBackHint) />
            })}
        </div>
    }
}

#[component]
fn SuggestionMoves(with: RecordId, suggestion: SharedSuggestion) -> impl IntoView {
    let desk = Desk::new(with, suggestion::KIND, suggestion.id, &suggestion.text);
    let accepted = move || desk.status.get() == Some(ResponseStatus::Accepted);
    let left = move || desk.status.get() == Some(ResponseStatus::NotNow);
    let suggestion = StoredValue::new(suggestion);
    let announcer = use_announcer();
    let accept = move |_| {
        let suggestion = suggestion.get_value();
        let into = desk.store.with_untracked(|notebook| notebook.place_of(&suggestion));
        if desk.act(Act::Accept { with, suggestion: Box::new(suggestion), into }) {
            announcer.say(t(mentoring::AcceptedNow));
        }
    };
    view! {
        <StatusLine desk />
        <Show when=move || !accepted()>
            <p class="quiet">{move || where_to(desk.store, &suggestion.get_value())}</p>
            <div class="row row-tight no-print">
                <Button label=t(mentoring::Accept) tone=Tone::Primary on_click=accept />
                <Show when=move || !left()>
                    <Button label=t(mentoring::NotNowButton) on_click=move |_| desk.say(Some(ResponseStatus::NotNow)) />
                </Show>
            </div>
        </Show>
        <WordBack desk />
    }
}

/// What accepting it will do.
fn where_to(store: NotebookStore, suggestion: &SharedSuggestion) -> String {
    store.with(|notebook| match notebook.place_of(suggestion) {
        Into::Card => t(mentoring::BecomesCard).to_owned(),
        Into::NewGoal(title) => tf(mentoring::BecomesGoal, &[("title", &title)]),
        Into::Goal(id) => {
            let title =
                notebook.record(id).map(|record| record.text(goal::TITLE).to_owned()).unwrap_or_default();
            let is_here = notebook.goal(id).is_some();
            let template = if is_here { mentoring::BecomesStep } else { mentoring::RestoresGoal };
            tf(template, &[("title", &title)])
        }
    })
}

/// Moves one of my own words to the trash, with a way back at hand.
pub fn delete(store: NotebookStore, toasts: Toasts, id: RecordId, said: String) {
    match store.apply(Change::Delete(vec![id])) {
        Ok(_) => toasts.offer(said, t(shell::Undo), move || {
            // What was erased meanwhile stays gone.
            store.apply(Change::Restore(vec![id])).map(drop).unwrap_or_default();
        }),
        Err(error) => toasts.show(refusal(error)),
    }
}

/// The name of the person a thing came from; nothing for one's own.
#[component]
pub fn From(
    /// The name.
    name: String,
) -> impl IntoView {
    (!name.is_empty()).then(|| view! { <Chip label=tf(goals::FromPerson, &[("name", &name)]) tone=ChipTone::Flag icon=Icon::Flag /> })
}
