//! What the end-to-end tests share with the commands: a static host to serve the built app from, and what names a build.

pub mod built_files;
pub mod hash;
pub mod languages;
pub mod service_worker;
pub mod static_server;
pub mod words;
