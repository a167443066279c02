//! A person at a browser: opens the app, closes the browser, opens it again and finds what they left.

use std::sync::Arc;

use super::browser::Browser;
use super::options::Options;
use super::page::Page;
use super::profile::Profile;
use super::world::World;

/// Someone with a browser profile of their own.
pub struct Person {
    world: World,
    profile: Arc<Profile>,
    options: Options,
    browser: Browser,
    page: Page,
}

impl Person {
    /// Someone new, at a browser with one empty tab.
    pub async fn with_fresh_profile(world: &World, name: &str, options: Options) -> Self {
        let profile = Arc::new(Profile::fresh(world.folder(), name));
        let browser = world.open_browser(&profile, &options).await;
        let page = browser.page().await;
        Self { world: world.clone(), profile, options, browser, page }
    }

    /// Their surroundings.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Their first tab.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Their browser.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// Closes the browser and opens it again, with an empty tab.
    pub async fn restart_browser(&mut self) {
        self.world.close_browser(&self.browser).await;
        self.start_browser().await;
    }

    /// Kills the browser, with whatever it is doing.
    pub fn kill_browser(&self) {
        self.world.kill_browser(&self.browser);
    }

    /// Opens a browser again where the last one is gone, with an empty tab.
    pub async fn start_browser(&mut self) {
        self.browser = self.world.open_browser(&self.profile, &self.options).await;
        self.page = self.browser.page().await;
    }
}
