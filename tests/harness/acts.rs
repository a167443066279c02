//! What a person does with a thing: activate it, fill it in, choose in it; by mouse or by keyboard alone.

use thirtyfour::WebElement;

use super::hands::Hands;
use super::keys::{self, Key};
use super::target::{Miss, Target};
use super::{reach, wait};

const DATE_DIGITS: &str = "
    const [year, month, day] = arguments[0].split('-');
    const parts = new Intl.DateTimeFormat(undefined, { dateStyle: 'short' }).formatToParts();
    return parts.map((part) => ({ year, month, day })[part.type] ?? '').join('');";

const AS_IT_STANDS: &str = "
    const [list, option] = arguments;
    const inEnglish = window.inEnglish ?? String;
    return [...list.options].map((one) => one.label).find((label) => inEnglish(label) === option) ?? option;";

const IN_REACH: &str = "arguments[0].scrollIntoView({ block: 'nearest', behavior: 'instant' })";

impl Target {
    /// Presses it: a click, or Tab to it and its key.
    pub async fn activate(&self) {
        self.tell("activate");
        match self.page().browser().hands() {
            Hands::Mouse => self.click().await,
            Hands::Keyboard => {
                let element = self.focus_by_keyboard().await;
                let key =
                    if reach::takes_enter(self.page(), &element).await { Key::Enter } else { Key::Space };
                keys::press(self.page(), key).await;
            }
        }
    }

    /// Puts `text` in place of what the field holds.
    pub async fn fill(&self, text: &str) {
        self.tell(&format!("fill in “{}” in", beginning(text)));
        self.take_focus().await;
        keys::select_all(self.page()).await;
        if text.is_empty() {
            keys::press(self.page(), Key::Delete).await;
        } else {
            keys::type_text(self.page(), text).await;
        }
    }

    /// Adds `text` at the end of what the field holds.
    pub async fn add(&self, text: &str) {
        self.tell(&format!("add “{}” to", beginning(text)));
        self.take_focus().await;
        keys::go_to_end(self.page()).await;
        keys::type_text(self.page(), text).await;
    }

    /// Puts a text too long to be typed into the field at once, at the cursor, as pasting does.
    pub async fn paste(&self, text: &str) {
        self.tell(&format!("paste “{}” into", beginning(text)));
        self.take_focus().await;
        self.page()
            .script("document.execCommand('insertText', false, arguments[0])", vec![text.into()])
            .await;
    }

    /// Fills the field in and presses Enter.
    pub async fn fill_and_enter(&self, text: &str) {
        self.fill(text).await;
        keys::press(self.page(), Key::Enter).await;
    }

    /// Chooses an option of a `<select>` by what it says, with the keys a browser has for it.
    pub async fn choose(&self, option: &str) {
        self.tell(&format!("choose “{option}” in"));
        self.take_focus().await;
        if self.page().browser().hands() == Hands::Keyboard {
            // Opens the list, as a click does. In a closed one each letter would be a choice already.
            keys::press(self.page(), Key::Space).await;
        }
        keys::type_text(self.page(), &self.as_it_stands(option).await).await;
        keys::press(self.page(), Key::Enter).await;
        let wanted = Some(option.to_owned());
        wait::eventually(&format!("{self} to be “{option}”"), async || self.chosen().await == wanted).await;
    }

    /// An option as the page says it, which may speak a language that nobody does.
    async fn as_it_stands(&self, option: &str) -> String {
        let element = self.found().await.to_json().expect("an element is JSON");
        let said = self.page().script(AS_IT_STANDS, vec![element, option.into()]).await;
        said.as_str().unwrap_or(option).to_owned()
    }

    /// Fills in a date field, as `2026-05-31`, typing its digits in the order the browser's language has.
    pub async fn fill_date(&self, date: &str) {
        self.tell(&format!("fill in {date} in"));
        self.take_focus().await;
        // A click lands on any of its three parts, and coming backwards on the button behind them.
        reach::first_part_of(self.page(), &self.found().await).await;
        let digits = self.page().script(DATE_DIGITS, vec![date.into()]).await;
        keys::type_text(self.page(), digits.as_str().expect("the digits of a date")).await;
        self.holds(date).await;
    }

    /// Gives it the focus as `hands` does.
    pub async fn take_focus(&self) {
        match self.page().browser().hands() {
            Hands::Mouse => self.click().await,
            Hands::Keyboard => drop(self.focus_by_keyboard().await),
        }
    }

    /// Tabs to it, or arrows where it is one of a group that has one stop.
    pub async fn focus_by_keyboard(&self) -> WebElement {
        let element = self.found().await;
        reach::tab_to(self.page(), &element).await.unwrap_or_else(|why| panic!("{self}: {why}"));
        element
    }

    async fn click(&self) {
        let clicking = async || -> Result<(), Miss> {
            let element = self.under_the_mouse().await?;
            // The driver scrolls only to what is outside of the window, not to what is under a bar.
            self.page().session().await?.execute(IN_REACH, vec![element.to_json()?]).await?;
            Ok(element.click().await?)
        };
        wait::until(clicking).await.unwrap_or_else(|miss| panic!("could not click {self}: {miss}"));
    }

    /// What a person aims at: a box or a choice may be drawn by its label.
    async fn under_the_mouse(&self) -> Result<WebElement, Miss> {
        let element = self.now().await?;
        if !self.is_drawn_by_label() {
            return Ok(element);
        }
        let session = self.page().session().await?;
        Ok(session
            .execute("return arguments[0].labels?.[0] ?? arguments[0]", vec![element.to_json()?])
            .await?
            .element()?)
    }

    fn tell(&self, doing: &str) {
        self.page().browser().story().tell(format!("{doing} {self}"));
    }
}

fn beginning(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
