//! What I say about something that was given to me: tried, helped or not, accepted or not now, and a response.

use leptos::prelude::*;
use waymark_domain::{
    goal,
    id::RecordId,
    mentoring::{
        About, Act, Into, feedback,
        response::{self, ResponseStatus},
        share::{SharedFeedback, SharedSuggestion},
        suggestion,
    },
};

use super::{draft_field::DraftText, mentoring_words as words, refusal::refusal};
use crate::{
    browser::focus,
    memo::Memo,
    signal::Signal,
    state::notebook_store::{NotebookStore, use_notebook},
    text::{Text, mentoring, t, tf},
    widgets::{Button, Chip, ChipTone, Show, Toasts, Tone, use_announcer, use_toasts},
};

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
            status: store.memo(move |notebook| notebook.response_about(with, id).map(|one| one.status())),
            answer: store.memo(move |notebook| notebook.response_about(with, id).map(|one| one.id())),
        }
    }

    fn say(self, status: Option<ResponseStatus>) {
        let (with, about) = (self.with, self.about.get_value());
        self.act(Act::Respond { with, about, status, word: None });
    }

    fn act(self, act: Act) -> bool {
        let item = self.about.with_value(|about| format!("[data-given=\"{}\"]", about.id));
        let done = focus::stay_in(&item, || self.store.apply(act));
        if let Err(error) = &done {
            self.toasts.show(refusal(*error));
        }
        done.is_ok()
    }
}

/// The life of a piece of feedback: received, trying, helped or not.
#[component]
pub(super) fn FeedbackMoves(with: RecordId, given: SharedFeedback) -> impl IntoView {
    let SharedFeedback { id, nature, text, .. } = given;
    let desk = Desk::new(with, feedback::KIND, id, &text);
    // Each stays in its place, so that a second tap never means something else.
    let moves: &[ResponseStatus] = if nature.can_be_tried() {
        &[ResponseStatus::Trying, ResponseStatus::Helped, ResponseStatus::DidNotHelp, ResponseStatus::Read]
    } else {
        &[ResponseStatus::Read]
    };
    let button = move |status: ResponseStatus| {
        let pressed = Signal::derive(move || desk.status.get() == Some(status));
        view! { <Button label=t(move_to(status)) pressed on_click=move |_| desk.say(Some(status)) /> }
    };
    view! {
        <StatusLine desk />
        <div class="row row-tight no-print">
            {moves.iter().copied().map(button).collect_view()}
            <WriteBack desk />
        </div>
        <WordBack desk />
    }
}

const fn move_to(status: ResponseStatus) -> Text {
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

/// Accepting a suggestion, or leaving it.
#[component]
pub(super) fn SuggestionMoves(with: RecordId, suggestion: SharedSuggestion) -> impl IntoView {
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
