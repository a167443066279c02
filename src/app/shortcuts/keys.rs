//! What a key means. Knows nothing of the browser.

use super::{command, place};
use crate::{route::Route, state::commands::Command};

/// A key press, and what was going on.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that is so or not while a key goes down"
)]
pub(super) struct Press<'a> {
    pub(super) key: &'a str,
    /// Ctrl, or Cmd on a Mac.
    pub(super) command: bool,
    pub(super) shift: bool,
    pub(super) alt: bool,
    /// The focus is in a field: letters are letters there, and undo is the field's own.
    pub(super) writing: bool,
    /// The person has not switched single keys off.
    pub(super) letters: bool,
    /// The key before was `g`.
    pub(super) going: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    List,
    /// A place will be named by the next key.
    Go,
    GoTo(Route),
    Do(Command),
}

pub(super) fn read(press: Press<'_>) -> Option<Meaning> {
    if press.writing || press.alt {
        return None;
    }
    let key = press.key.to_lowercase();
    if press.command {
        return with_command(&key, press.shift).map(Meaning::Do);
    }
    if !press.letters {
        return None;
    }
    if press.going
        && let Some(route) = place(&key)
    {
        return Some(Meaning::GoTo(route));
    }
    match key.as_str() {
        "?" => Some(Meaning::List),
        "g" => Some(Meaning::Go),
        letter => command(letter).map(Meaning::Do),
    }
}

fn with_command(key: &str, shift: bool) -> Option<Command> {
    match (key, shift) {
        ("z", false) => Some(Command::Undo),
        ("z", true) | ("y", false) => Some(Command::Redo),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Press<'_> {
        Press { key, command: false, shift: false, alt: false, writing: false, letters: true, going: false }
    }

    #[test]
    fn a_letter_in_a_field_is_a_letter() {
        for key in ["n", "g", "?", "z"] {
            assert_eq!(read(Press { writing: true, command: key == "z", ..press(key) }), None);
        }
    }

    #[test]
    fn g_and_a_letter_go_to_a_place() {
        assert_eq!(read(press("g")), Some(Meaning::Go));
        assert_eq!(read(Press { going: true, ..press("g") }), Some(Meaning::GoTo(Route::Goals)));
        assert_eq!(read(Press { going: true, ..press("j") }), Some(Meaning::GoTo(Route::journal())));
        assert_eq!(read(press("j")), None);
        assert_eq!(read(Press { going: true, ..press("x") }), None);
    }

    #[test]
    fn undo_and_redo_answer_to_the_usual_keys() {
        let command = |key, shift| read(Press { command: true, shift, ..press(key) });
        assert_eq!(command("z", false), Some(Meaning::Do(Command::Undo)));
        assert_eq!(command("Z", true), Some(Meaning::Do(Command::Redo)));
        assert_eq!(command("y", false), Some(Meaning::Do(Command::Redo)));
        assert_eq!(command("n", false), None);
    }

    #[test]
    fn letters_can_be_switched_off_and_undo_stays() {
        assert_eq!(read(press("n")), Some(Meaning::Do(Command::NewEntry)));
        assert_eq!(read(Press { letters: false, ..press("n") }), None);
        let undo = Press { letters: false, command: true, ..press("z") };
        assert_eq!(read(undo), Some(Meaning::Do(Command::Undo)));
    }
}
