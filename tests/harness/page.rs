//! One tab: where it is, what is on it by role and name, and the doors to script and `DevTools`.

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{WebDriver, WindowHandle};

use super::browser::Browser;
use super::finds::Finds;
use super::name::Name;
use super::role::Role;
use super::target::Target;
use super::wait;

const TWO_FRAMES: &str =
    "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done));";

/// As a browser asks the page itself.
const IS_ASKED: &str = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";

/// One tab of a browser. Clones are the same tab.
#[derive(Clone)]
pub struct Page {
    browser: Browser,
    window: WindowHandle,
}

impl Page {
    /// The tab with that handle.
    pub fn new(browser: Browser, window: WindowHandle) -> Self {
        Self { browser, window }
    }

    /// The browser it is a tab of.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The session, turned to this tab. Tabs of one browser are used in turns, never at once.
    pub async fn session(&self) -> WebDriverResult<&WebDriver> {
        self.browser.turned_to(&self.window).await
    }

    /// The tree that things are found in stays between two questions, instead of being built anew for each.
    pub async fn keeps_its_accessibility_tree(&self) {
        if !self.browser.is_undisturbed() {
            self.devtools("Accessibility.enable", json!({})).await;
        }
    }

    /// The browser asks the host for every file, whatever it keeps.
    pub async fn asks_the_host_for_all(&self) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools("Network.setBypassServiceWorker", json!({"bypass": true})).await;
        self.devtools("Network.setCacheDisabled", json!({"cacheDisabled": true})).await;
    }

    /// Goes to an address, as typed into the address bar.
    pub async fn go_to(&self, url: &str) {
        self.browser.story().tell(format!("go to {url}"));
        let going = async { self.session().await?.goto(url).await };
        going.await.unwrap_or_else(|error| panic!("could not go to {url}: {error}"));
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.browser.story().tell("reload");
        let going = async { self.session().await?.refresh().await };
        going.await.unwrap_or_else(|error| panic!("could not reload: {error}"));
    }

    /// The address now.
    pub async fn url(&self) -> String {
        let asking = async { self.session().await?.current_url().await };
        asking.await.expect("the tab has an address").to_string()
    }

    /// The title now.
    pub async fn title(&self) -> String {
        self.script_in_english("document.title").await
    }

    /// Runs a script's body and gives back what it returns.
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        self.try_script(body, arguments)
            .await
            .unwrap_or_else(|error| panic!("script failed: {error}\n{body}"))
    }

    /// As [`Page::script`], for scripts that may come too early.
    pub async fn try_script(&self, body: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
        Ok(self.session().await?.execute(body, arguments).await?.json().clone())
    }

    /// Runs a script's body that calls its last argument with the answer.
    pub async fn script_that_calls_back(&self, body: &str, arguments: Vec<Value>) -> Value {
        let asking = async { self.session().await?.execute_async(body, arguments).await };
        let answer = asking.await.unwrap_or_else(|error| panic!("script failed: {error}\n{body}"));
        answer.json().clone()
    }

    /// Waits until a page that is opening is drawn and has put the focus where it wants it: two frames, as the app says
    /// what it is called before it draws it.
    pub async fn is_drawn(&self) {
        self.script_that_calls_back(TWO_FRAMES, vec![]).await;
    }

    /// Sends a `DevTools` command to this tab.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let sending = async { self.session().await?.cdp().send_raw(command, parameters).await };
        sending.await.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// All text that shows.
    pub async fn text(&self) -> String {
        self.script_in_english("document.body.innerText").await
    }

    async fn script_in_english(&self, what: &str) -> String {
        let text = self.script(&format!("return (window.inEnglish ?? String)({what})"), vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a text shows somewhere.
    pub async fn shows(&self, text: &str) {
        wait::eventually(&format!("“{text}” to show"), async || self.text().await.contains(text)).await;
    }

    /// Waits until a text shows nowhere.
    pub async fn shows_no(&self, text: &str) {
        wait::eventually(&format!("“{text}” to go"), async || !self.text().await.contains(text)).await;
    }

    /// Whether the browser would ask before it closes the page.
    pub async fn asks_before_it_goes(&self) -> bool {
        self.script(IS_ASKED, vec![]).await == Value::Bool(true)
    }
}

impl Finds for Page {
    fn the(&self, role: Role, name: impl Into<Name>) -> Target {
        Target::new(self.clone(), role, name.into())
    }
}
