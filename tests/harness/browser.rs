//! A browser on one person's profile: opened, closed, opened again with everything it kept.

use std::path::Path;
use std::sync::Arc;

use thirtyfour::error::WebDriverResult;
use thirtyfour::{WebDriver, WindowHandle};
use tokio::sync::Mutex;

use super::chromedriver::Chromedriver;
use super::hands::Hands;
use super::options::{Options, capabilities};
use super::page::Page;
use super::process::{self, LeftOver};
use super::profile::Profile;
use super::story::Story;
use super::wait;

/// A running browser. Clones are the same browser.
#[derive(Clone)]
pub struct Browser(Arc<Inner>);

struct Inner {
    session: WebDriver,
    undisturbed: bool,
    /// The window that commands go to now.
    current: Mutex<WindowHandle>,
    hands: Hands,
    story: Story,
    // Dropped in this order: what is left of the browser, then its driver, then the profile.
    process: LeftOver,
    driver: Chromedriver,
    profile: Arc<Profile>,
}

impl Browser {
    /// Opens a browser on `profile`, with one empty tab. The driver's log goes to `log`.
    pub async fn open(
        profile: &Arc<Profile>,
        hands: Hands,
        options: &Options,
        story: &Story,
        log: &Path,
    ) -> Self {
        let driver = Chromedriver::start(log).await;
        let wanted = capabilities(profile, options).expect("the browser's options are valid");
        let session = WebDriver::new(driver.url(), wanted).await.expect("the browser opens");
        let pid = session.capabilities().get("goog:processID").and_then(serde_json::Value::as_u64);
        let window = session.window().await.expect("the browser has a window");
        let browser = Self(Arc::new(Inner {
            session,
            undisturbed: options.undisturbed,
            current: Mutex::new(window),
            hands,
            story: story.clone(),
            process: LeftOver::new(pid.expect("the driver says the browser's process")),
            driver,
            profile: Arc::clone(profile),
        }));
        browser.page().await.keeps_its_accessibility_tree().await;
        browser
    }

    /// Whether nothing may cost its pages time on our account.
    pub fn is_undisturbed(&self) -> bool {
        self.0.undisturbed
    }

    /// The tab that commands go to now.
    pub async fn page(&self) -> Page {
        Page::new(self.clone(), self.0.current.lock().await.clone())
    }

    /// One more window of the same profile; unlike a tab behind another, it stays visible.
    pub async fn new_window(&self) -> Page {
        let page = Page::new(self.clone(), self.0.session.new_window().await.expect("a new window opens"));
        page.keeps_its_accessibility_tree().await;
        page
    }

    /// Whether both are the same browser.
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Every open tab.
    pub async fn pages(&self) -> Vec<Page> {
        let windows = self.0.session.windows().await.unwrap_or_default();
        windows.into_iter().map(|window| Page::new(self.clone(), window)).collect()
    }

    /// The session, after turning it to `window`.
    pub async fn turned_to(&self, window: &WindowHandle) -> WebDriverResult<&WebDriver> {
        let mut current = self.0.current.lock().await;
        if *current != *window {
            self.0.session.switch_to_window(window.clone()).await?;
            *current = window.clone();
        }
        Ok(&self.0.session)
    }

    /// The session, whatever window it is turned to.
    pub fn session(&self) -> &WebDriver {
        &self.0.session
    }

    /// Mouse or keyboard.
    pub fn hands(&self) -> Hands {
        self.0.hands
    }

    /// What has been done so far, for the report of a failure.
    pub fn story(&self) -> &Story {
        &self.0.story
    }

    /// The profile it runs on.
    pub fn profile(&self) -> &Arc<Profile> {
        &self.0.profile
    }

    /// Ends it with all its processes at once, in the midst of whatever it does.
    pub fn kill(&self) {
        process::kill_tree(self.0.process.pid);
        // It would wait for its browser for minutes, and whoever ends the session for it.
        process::kill(self.0.driver.pid());
    }

    /// Closes it as a person does and waits until it is gone, so that the profile is free again.
    pub async fn close(&self) {
        let pid = self.0.process.pid;
        if let Err(error) = self.0.session.clone().quit().await {
            eprintln!("the browser did not close by itself: {error}");
            process::kill(pid);
        }
        wait::eventually("the browser to be gone", async || !process::is_alive(pid)).await;
    }
}
