//! An address that someone wrote down.

use leptos::prelude::*;
use waymark_domain::mentoring::strategy::is_link;

/// An address, to follow where that is safe.
#[component]
pub(in crate::pages) fn Link(link: String) -> impl IntoView {
    if is_link(&link) {
        let href = link.clone();
        return view! {
            <p class="outside-link"><a href=href target="_blank" rel="noopener noreferrer"><bdi>{link}</bdi></a></p>
        }
        .into_any();
    }
    (!link.is_empty()).then(|| view! { <p class="outside-link"><bdi>{link}</bdi></p> }).into_any()
}
