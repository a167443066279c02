//! What keys can do from anywhere: begin an entry, undo, redo. Whoever can do it says so here; shortcuts ask.

use std::{fmt, sync::Arc};

use leptos::prelude::*;

type Handler = Arc<dyn Fn() + Send + Sync>;

/// Something that can be asked for by a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Begin a journal entry.
    NewEntry,
    /// Take the last change back.
    Undo,
    /// Do it again.
    Redo,
}

/// Who does what.
#[derive(Clone, Copy)]
pub struct Commands(StoredValue<Vec<(Command, Handler)>>);

impl fmt::Debug for Commands {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Commands")
    }
}

impl Commands {
    /// From now on `handler` does it. Called where the app is wired; a page that may close must not be in the handler.
    pub fn on(self, command: Command, handler: impl Fn() + Send + Sync + 'static) {
        self.0.update_value(|handlers| {
            handlers.retain(|(known, _)| *known != command);
            handlers.push((command, Arc::new(handler)));
        });
    }

    /// Does it, if anyone can.
    pub fn run(self, command: Command) {
        let find = |handlers: &Vec<(Command, Handler)>| {
            handlers.iter().find(|(known, _)| *known == command).map(|(_, handler)| handler.clone())
        };
        if let Some(handler) = self.0.try_with_value(find).flatten() {
            handler();
        }
    }
}

/// Makes `use_commands` work below this component.
pub fn provide_commands() -> Commands {
    let commands = Commands(StoredValue::new(Vec::new()));
    provide_context(commands);
    commands
}

/// Who does what. Only inside the app.
pub fn use_commands() -> Commands {
    expect_context()
}
