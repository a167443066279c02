//! Other surroundings for a tab: a theme, a phone's width, another time zone or language. They last until the tab
//! closes.

use serde_json::json;

use super::page::Page;

const REST: &str = "
    const done = arguments[0];
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
        .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));";

/// Time runs as ever, from the moment that is put in for `MOMENT` at each load.
const CLOCK: &str = "{
    const Real = (window.RealDate ??= Date);
    const ahead = Real.parse('MOMENT') - Real.now();
    window.Date = class extends Real {
        constructor(...given) {
            if (given.length) super(...given);
            else super(Real.now() + ahead);
        }
        static now() {
            return Real.now() + ahead;
        }
    };
}";

/// What the system prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Page {
    /// The system prefers this theme.
    pub async fn prefers(&self, theme: Theme) {
        let value = if theme == Theme::Dark { "dark" } else { "light" };
        let features = json!([
            {"name": "prefers-color-scheme", "value": value},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await;
    }

    /// The window is that wide and high, in CSS pixels.
    pub async fn is_sized(&self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// The window is as large as the browser makes it.
    pub async fn is_sized_as_usual(&self) {
        self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await;
    }

    /// Waits until nothing moves or changes its colour any more.
    pub async fn is_at_rest(&self) {
        self.script_that_calls_back(REST, vec![]).await;
    }

    /// The computer is in that time zone, like `Pacific/Kiritimati`.
    pub async fn is_in_zone(&self, zone: &str) {
        self.devtools("Emulation.setTimezoneOverride", json!({"timezoneId": zone})).await;
    }

    /// From the next load on, the computer's clock says that moment, like `2026-03-29T21:55:00Z`, whenever a page is loaded.
    pub async fn has_its_clock_at(&self, moment: &str) {
        self.before_the_app(&CLOCK.replace("MOMENT", moment)).await;
    }

    /// The computer's language is that, like `de-DE`, and the person reads no other; nothing is as it was before.
    pub async fn speaks(&self, language: &str) {
        self.devtools("Emulation.setLocaleOverride", json!({"locale": language})).await;
        let browser = self.script("return navigator.userAgent", vec![]).await;
        let languages = if language.is_empty() { "en-US,en" } else { language };
        let wanted = json!({"userAgent": browser, "acceptLanguage": languages});
        self.devtools("Emulation.setUserAgentOverride", wanted).await;
    }
}
