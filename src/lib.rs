//! Waymark: a private notebook for people in peer mentoring.
//!
//! Read in this order: `route` (what can be opened), `app` (the shell around every page), `pages` (what a person sees),
//! `state` (the one store they read and write), `browser` (the only place that touches the browser),
//! `widgets` (buttons, fields and lists that know nothing of the notebook), `text` (every sentence), `memo` (what is derived
//! and kept).

#![allow(
    unreachable_pub,
    private_interfaces,
    reason = "Leptos writes a public struct of props for every component, whatever the component's own reach"
)]

pub mod app;
pub mod browser;
pub mod memo;
pub mod pages;
pub mod route;
pub mod signal;
pub mod state;
pub mod text;
pub mod widgets;
