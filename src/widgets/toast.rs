//! A short message at the edge of the page, with one thing to do about it. It takes no focus and is never the only way.

use std::{fmt, sync::Arc, time::Duration};

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{Button, Icon, IconButton, Tone};
use crate::signal::{Signal, effect};

/// Long enough to read it and reach its button; the clock stands still while a pointer or the focus is there.
const STAY: Duration = Duration::from_secs(8);

/// What a person can do about a message.
type Action = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone)]
struct Toast {
    text: String,
    action: Option<(String, Action)>,
}

/// Shows messages, one at a time: the newest.
#[derive(Clone, Copy)]
pub struct Toasts(RwSignal<Option<Toast>>);

impl fmt::Debug for Toasts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Toasts")
    }
}

impl Toasts {
    /// Shows a sentence.
    pub fn show(self, text: impl Into<String>) {
        self.0.set(Some(Toast { text: text.into(), action: None }));
    }

    /// Shows a sentence with a button: “Moved to the trash · Undo”.
    pub fn offer(
        self,
        text: impl Into<String>,
        label: impl Into<String>,
        act: impl Fn() + Send + Sync + 'static,
    ) {
        self.0.set(Some(Toast { text: text.into(), action: Some((label.into(), Arc::new(act))) }));
    }

    /// Takes the message away.
    pub fn clear(self) {
        self.0.try_set(None);
    }
}

/// Makes `use_toasts` work below this component.
pub fn provide_toasts() -> Toasts {
    let toasts = Toasts(RwSignal::new(None));
    provide_context(toasts);
    toasts
}

/// Where messages are shown.
pub fn use_toasts() -> Toasts {
    expect_context()
}

/// The place for messages. It stands in the page once.
#[component]
pub fn ToastArea(
    /// What shows them.
    toasts: Toasts,
    /// Name of the button that takes a message away.
    #[prop(into)]
    dismiss_label: Signal<String>,
) -> impl IntoView {
    let clock = StoredValue::new(None::<TimeoutHandle>);
    let pause = move || {
        if let Some(clock) = clock.try_update_value(Option::take).flatten() {
            clock.clear();
        }
    };
    let start = move || {
        pause();
        if toasts.0.with_untracked(Option::is_some) {
            clock.set_value(set_timeout_with_handle(move || toasts.clear(), STAY).ok());
        }
    };
    effect(move || {
        toasts.0.track();
        start();
    });
    view! {
        <div
            class="toasts"
            role="status"
            on:mouseenter=move |_| pause()
            on:mouseleave=move |_| start()
            on:focusin=move |_| pause()
            on:focusout=move |_| start()
        >
            {move || toasts.0.get().map(|toast| view! { <ToastView toast toasts dismiss_label /> })}
        </div>
    }
}

#[component]
fn ToastView(toast: Toast, toasts: Toasts, dismiss_label: Signal<String>) -> impl IntoView {
    let action = toast.action.map(|(label, act)| {
        let on_click = move |_| {
            toasts.clear();
            act();
        };
        view! { <Button label on_click tone=Tone::Plain /> }
    });
    view! {
        <div class="toast">
            <p class="toast-text">{toast.text}</p>
            {action}
            <IconButton label=dismiss_label icon=Icon::Close on_click=move |_| toasts.clear() />
        </div>
    }
}
