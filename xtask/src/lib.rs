//! What the end-to-end tests share with the commands: a static host to serve the built app from.

pub mod static_server;
