//! A new person, by name and by what they are to me.

use leptos::{html, prelude::*};
use waymark_domain::{
    ChangeError,
    mentoring::{Act, Roles},
};

use crate::{
    browser::focus,
    pages::goals::{close_on_escape, words::refused_new},
    route::{Route, navigate},
    signal::Signal,
    state::notebook_store::use_notebook,
    text::{goals, mentoring, t},
    widgets::{Button, Icon, SelectField, Show, TextField, Tone},
};

/// What someone can be to me, in the order it is offered: what I am to them.
const ROLES: [Roles; 3] = [
    Roles { mentee: true, mentor: false },
    Roles { mentee: false, mentor: true },
    Roles { mentee: true, mentor: true },
];

/// The button, and the form it opens.
#[component]
pub(super) fn AddPerson() -> impl IntoView {
    let adding = RwSignal::new(false);
    view! {
        <div class="row" id="new-person">
            <Button
                label=t(mentoring::AddAPerson)
                icon=Icon::Plus
                expanded=adding
                on_click=move |_| adding.update(|adding| *adding = !*adding)
            />
        </div>
        <Show when=move || adding.get()>
            <Form adding />
        </Show>
    }
}

#[component]
fn Form(adding: RwSignal<bool>) -> impl IntoView {
    let store = use_notebook();
    let (name, role) = (RwSignal::new(String::new()), RwSignal::new(0));
    let refused = RwSignal::new(None::<ChangeError>);
    let input = NodeRef::<html::Input>::new();
    focus::on_arrival(input);
    let options: Vec<_> = [mentoring::TheyMentorMe, mentoring::IMentorThem, mentoring::WeMentorEachOther]
        .into_iter()
        .enumerate()
        .map(|(place, words)| (place, t(words).to_owned()))
        .collect();
    let add = move || {
        let my_roles = ROLES.get(role.get_untracked()).copied().unwrap_or_default();
        match store.apply(Act::AddPerson { name: name.get_untracked(), my_roles }) {
            Ok(touched) => open_created(touched.created),
            Err(error) => {
                refused.set(Some(error));
                focus::give(input);
            }
        }
    };
    let close = move || {
        adding.set(false);
        focus::soon("#new-person button");
    };
    view! {
        <div class="card" on:keydown=move |event| close_on_escape(&event, close)>
            <TextField
                label=t(mentoring::Name)
                value=name
                on_input=move |text| {
                    name.set(text);
                    refused.set(None);
                }
                on_enter=move |_| add()
                error=Signal::derive(move || refused.get().map(refused_new))
                node_ref=input
            />
            <SelectField
                label=t(mentoring::Role)
                value=role
                options
                on_change=move |place: usize| role.set(place)
            />
            <div class="row row-tight">
                <Button label=t(mentoring::Add) tone=Tone::Primary on_click=move |_| add() />
                <Button label=t(goals::Cancel) on_click=move |_| close() />
            </div>
        </div>
    }
}

fn open_created(created: Option<waymark_domain::id::RecordId>) {
    if let Some(id) = created {
        navigate(&Route::Person(id.uuid()));
    }
}
