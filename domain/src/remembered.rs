//! What was read from records and need not be read again.

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use crate::id::RecordId;

/// Beside the records, and no part of what a notebook is: copies of it share this, and it makes none different. What is in it
/// has no type here, since the first part of the app, which knows no mentoring, must be able to drop it.
#[derive(Clone, Default)]
pub(crate) struct Remembered(pub(crate) Arc<Mutex<BTreeMap<RecordId, Reading>>>);

pub(crate) type Reading = Arc<dyn Any + Send + Sync>;

impl PartialEq for Remembered {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Remembered {}

impl fmt::Debug for Remembered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Remembered")
    }
}
