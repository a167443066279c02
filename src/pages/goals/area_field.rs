//! The area of a goal: any word, with those in use offered.

use leptos::{html, prelude::*};
use waymark_domain::{Notebook, goal, id::RecordId};

use crate::{
    pages::shared::draft_field::DraftLine,
    state::notebook_store::use_notebook,
    text::{goals, t},
    widgets::field::ElementId,
};

/// A text field with suggestions.
#[component]
pub(super) fn AreaField(id: RecordId) -> impl IntoView {
    let areas = use_notebook().memo(Notebook::areas);
    let list = ElementId::fresh();
    let input = NodeRef::<html::Input>::new();
    // The name of a list is never refused.
    input.on_load(move |input| input.set_attribute("list", &list.name()).unwrap_or_default());
    let offer = |area: String| view! { <option value=area></option> };
    view! {
        <DraftLine id field=goal::AREA label=t(goals::Area) hint=t(goals::AreaHint) node_ref=input />
        <datalist id=list.name()>{move || areas.get().into_iter().map(offer).collect_view()}</datalist>
    }
}
