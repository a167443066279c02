//! Answering: feedback, a suggestion, a rating of a goal as one sees it. In one form, so that a mentor with five minutes
//! fills in what they have and presses *Add* once.

use leptos::prelude::*;
use waymark_domain::{
    ChangeError, goal,
    id::RecordId,
    mentoring::{About, feedback::Nature, suggestion::Suggested},
};

use super::words;
use crate::{
    browser::focus,
    pages::shared::refusal::refusal,
    signal::Signal,
    state::{new_answer::NewAnswer, notebook_store::use_notebook},
    text::{goals, mentoring, t, tf},
    widgets::{
        Button, Chip, Disclosure, Icon, ScalePicker, SelectField, Show, TextArea, TextField, Tone,
        use_announcer,
    },
};

/// The button, and the form it unfolds. Its label, by [`answer_to`], tells it from the others on the page.
#[component]
pub(super) fn Answer(with: RecordId, about: Option<About>, label: String) -> impl IntoView {
    let open = RwSignal::new(false);
    let place = place_of(about.as_ref());
    // Kept here, so that the words stay while the form is folded.
    let is_goal = about.as_ref().is_some_and(|about| about.kind == goal::KIND);
    let first = if is_goal { Suggested::Step } else { Suggested::Strategy };
    let answer = NewAnswer::new(use_notebook(), with, about.clone(), first);
    let button = place.clone();
    let close = Callback::new(move |()| {
        open.set(false);
        focus::soon(format!("[data-answer=\"{button}\"] button"));
    });
    view! {
        <div class="answer no-print" data-answer=place>
            <div class="row">
                <Button
                    label
                    icon=Icon::Words
                    expanded=open
                    on_click=move |_| open.update(|open| *open = !*open)
                />
            </div>
            {move || open.get().then(|| view! { <Form answer is_goal close /> })}
            {about.map(|about| view! { <SaidAbout with about=about.id /> })}
        </div>
    }
}

/// What I said about it already.
#[component]
fn SaidAbout(with: RecordId, about: RecordId) -> impl IntoView {
    let said = use_notebook().memo_of_mentoring(move |notebook| {
        let words = notebook.feedback_to(with).into_iter();
        let words = words.filter(|one| one.about().is_some_and(|it| it.id == about));
        let words = words.map(|one| (t(words::nature(one.nature())), words::beginning(one.text())));
        let suggested = notebook.suggestions_to(with).into_iter();
        let suggested = suggested.filter(|one| one.about().is_some_and(|it| it.id == about));
        let suggested = suggested.map(|one| (t(words::suggested(one.what())), words::beginning(one.text())));
        words.chain(suggested).collect::<Vec<_>>()
    });
    let line = |(kind, text): (&'static str, String)| {
        view! { <li><Chip label=kind />" "<bdi>{text}</bdi></li> }
    };
    view! {
        <Show when=move || !said.with(Vec::is_empty)>
            <ul class="stack stack-tight quiet" aria-label=t(mentoring::YourWords)>
                {move || said.get().into_iter().map(line).collect_view()}
            </ul>
        </Show>
    }
}

/// `Answer: Pass calculus`
pub(super) fn answer_to(title: &str) -> String {
    tf(mentoring::AnswerTo, &[("title", title)])
}

fn place_of(about: Option<&About>) -> String {
    about.map_or_else(|| "general".to_owned(), |about| about.id.to_string())
}

#[component]
fn Form(answer: NewAnswer, is_goal: bool, close: Callback<()>) -> impl IntoView {
    let announcer = use_announcer();
    let refused = RwSignal::new(None::<ChangeError>);
    let add = move |_| match answer.add() {
        Ok(true) => {
            announcer.say(t(mentoring::AnswerAdded));
            close.run(());
        }
        Ok(false) => close.run(()),
        Err(error) => refused.set(Some(error)),
    };
    view! {
        <div class="stack answer-form">
            <FeedbackFields answer />
            <SuggestionFields answer is_goal />
            {is_goal.then(|| view! { <View answer /> })}
            {move || refused.get().map(|error| view! { <p class="field-error" role="alert">{refusal(error)}</p> })}
            <div class="row row-tight">
                <Button label=t(mentoring::Add) tone=Tone::Primary on_click=add />
                <Button label=t(mentoring::CloseForm) on_click=move |_| close.run(()) />
            </div>
            <p class="quiet">{t(mentoring::AnswerHint)}</p>
        </div>
    }
}

#[component]
fn FeedbackFields(answer: NewAnswer) -> impl IntoView {
    let options: Vec<_> =
        Nature::ALL.into_iter().map(|nature| (nature, t(words::nature(nature)).to_owned())).collect();
    let input = NodeRef::<leptos::html::Textarea>::new();
    focus::on_arrival(input);
    view! {
        <TextArea
            label=t(mentoring::FeedbackField)
            value=answer.text
            on_input=move |text| answer.text.set(text)
            hint=Signal::derive(move || t(hint(answer.nature.get())).to_owned())
            node_ref=input
        />
        <SelectField
            label=t(mentoring::FeedbackKind)
            value=answer.nature
            options
            on_change=move |nature| answer.nature.set(nature)
        />
    }
}

const fn hint(nature: Nature) -> crate::text::Text {
    match nature {
        Nature::FeedForward => mentoring::FeedForwardHint,
        Nature::Encouragement => mentoring::EncouragementHint,
        Nature::FeedBack => mentoring::FeedBackHint,
        Nature::FeedUp => mentoring::FeedUpHint,
        Nature::Question => mentoring::QuestionHint,
        Nature::Thanks => mentoring::ThanksHint,
        Nature::LearnedFromYou => mentoring::LearnedHint,
    }
}

#[component]
fn SuggestionFields(answer: NewAnswer, is_goal: bool) -> impl IntoView {
    let kinds = Suggested::ALL.into_iter().filter(move |what| is_goal || *what != Suggested::Step);
    let options: Vec<_> = kinds.map(|what| (what, t(words::suggested(what)).to_owned())).collect();
    view! {
        <TextField
            label=t(mentoring::SuggestionField)
            value=answer.suggestion
            on_input=move |text| answer.suggestion.set(text)
        />
        <SelectField
            label=t(mentoring::SuggestionKind)
            value=answer.what
            options
            on_change=move |what| answer.what.set(what)
        />
        <Show when=move || answer.what.get() != Suggested::Step>
            <TextField
                label=t(mentoring::LinkField)
                value=answer.link
                on_input=move |text| answer.link.set(text)
            />
        </Show>
    }
}

/// How one sees the goal.
#[component]
fn View(answer: NewAnswer) -> impl IntoView {
    view! {
        <Disclosure label=t(mentoring::RateAsYouSee)>
            <ScalePicker
                label=t(mentoring::RateQuestion)
                range=0..=10
                value=answer.rating
                on_change=move |value| answer.rating.set(value)
                low=t(goals::NotBegun)
                high=t(goals::Reached)
                clear_label=t(goals::TakeBack)
            />
        </Disclosure>
    }
}
