//! The only place that touches the browser.

pub mod address;
pub mod clock;
pub mod dom;
pub mod intl;
pub mod stamp_source;
