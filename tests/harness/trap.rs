//! Breaking the app on purpose: from a moment on, whatever it does next is a trap of its wasm, as a panic is one.

use super::page::Page;
use super::person::Person;

/// What the console says of it, and of nothing else.
const SAID: &str = "Uncaught RuntimeError: ";

/// Without an entry in its table no closure of the app can be called. Typing that never rests is in the page alone.
const PREPARE: &str = "
    const { setTimeout } = window;
    let rests = true;
    window.setTimeout = (...call) => (rests ? setTimeout(...call) : 0);
    window.typingNeverRests = () => (rests = false);
    addEventListener('TrunkApplicationStarted', ({ detail: { wasm: { __indirect_function_table: table } } }) => {
        window.breakTheApp = () => {
            for (let place = 0; place < table.length; place++) table.set(place, null);
        };
    });";
/// As the browser tells of a trap, while all of the app could still be called.
const TELL: &str =
    "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";

impl Person {
    /// From the next load on, their app can be broken.
    pub async fn can_break_the_app(&self) {
        self.page().before_the_app(PREPARE).await;
        self.world().expects(SAID);
    }
}

impl Page {
    /// From now on nothing that is typed rests long enough to be saved.
    pub async fn typing_never_rests(&self) {
        self.script("typingNeverRests()", vec![]).await;
    }

    /// The next time anything reaches the app, it traps.
    pub async fn breaks(&self) {
        self.browser().story().tell("the app breaks");
        self.script("breakTheApp()", vec![]).await;
    }

    /// The browser tells that the app trapped.
    pub async fn is_told_of_a_trap(&self) {
        self.script(TELL, vec![]).await;
    }
}
