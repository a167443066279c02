//! Words that were in the page when the app stopped and belong to no field: to be copied, and put away.

use leptos::{prelude::*, task::spawn_local};
use waymark_domain::rescued::Rescued;

use crate::{
    browser::{clipboard, dom},
    state::rescued::use_rescued,
    text::{rescued as words, t, tf},
    widgets::{Button, Card, Tone, use_toasts},
};

/// Shows nothing where nothing waits.
#[component]
pub fn RescuedCard() -> impl IntoView {
    let rescued = use_rescued();
    let done = move |_| {
        rescued.done();
        dom::focus_first("main h1");
    };
    move || {
        let waiting = rescued.waiting();
        (!waiting.is_empty()).then(|| {
            view! {
                <Card title=t(words::Title)>
                    <p>{t(words::What)}</p>
                    <ul class="stack">
                        {waiting.into_iter().map(|rescued| view! { <Words rescued /> }).collect_view()}
                    </ul>
                    <div class="row">
                        <Button label=t(words::Done) tone=Tone::Primary on_click=done />
                    </div>
                </Card>
            }
        })
    }
}

#[component]
fn Words(rescued: Rescued) -> impl IntoView {
    let Rescued { label, text, .. } = rescued;
    let toasts = use_toasts();
    let copied = text.clone();
    let copy = move |_| {
        let text = copied.clone();
        spawn_local(async move {
            let said = if clipboard::copy(&text).await { words::Copied } else { words::NotCopied };
            toasts.show(t(said));
        });
    };
    view! {
        <li class="row row-tight">
            <div class="also-written-value">
                <small class="quiet">{label.clone()}</small>
                <p dir="auto">{text}</p>
            </div>
            <Button label=tf(words::Copy, &[("label", &label)]) on_click=copy />
        </li>
    }
}
