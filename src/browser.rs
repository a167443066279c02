//! The only place that touches the browser.

pub mod address;
pub mod app_prefix;
pub mod backup_file;
pub mod before;
mod by_name;
pub mod clipboard;
pub mod clock;
pub mod database;
pub mod dom;
pub mod files;
pub mod focus;
pub mod intl;
pub mod locks;
pub mod other_tabs;
pub mod persistence;
pub mod preferences;
pub mod rows;
pub mod service_worker;
pub mod shared_file;
pub mod stamp_source;
pub mod storage;
pub mod turns;
pub mod width;
pub mod words;

pub use app_prefix::app_prefix;
