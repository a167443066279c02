//! One thing on a page, by role and name: looked up anew each time it is used, waited for until it is there.

use std::fmt;

use thirtyfour::WebElement;
use thirtyfour::error::WebDriverError;

use super::finds::Finds;
use super::name::Name;
use super::page::Page;
use super::role::Role;
use super::{find, wait};

/// A description of one thing. Making one looks at nothing yet.
#[derive(Clone)]
pub struct Target {
    page: Page,
    role: Role,
    name: Name,
    within: Option<Box<Target>>,
    beside: Option<String>,
    pick: Pick,
}

/// Leaves those whose item of a list, or whose article, says certain words or holds them in a field.
const BESIDE: &str = "
    const [words, ...all] = arguments;
    const held = (part) => [...part.querySelectorAll('input, textarea')].map((field) => field.value).join('\\n');
    return all.filter((element) => {
        const part = element.closest('li, article');
        const said = part === null ? '' : (window.inEnglish ?? String)(part.innerText);
        return part !== null && `${said}\\n${held(part)}`.includes(words);
    });";

/// Which one, where several fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pick {
    Only,
    Nth(usize),
}

/// Why there is nothing to act on.
#[derive(Debug)]
pub enum Miss {
    None(String),
    Several(String, usize),
    Driver(WebDriverError),
}

impl Target {
    /// The only thing of that role and name on the page.
    pub fn new(page: Page, role: Role, name: Name) -> Self {
        Self { page, role, name, within: None, beside: None, pick: Pick::Only }
    }

    /// The first of several.
    pub fn first(self) -> Self {
        self.nth(0)
    }

    /// One of several, counted from 0.
    pub fn nth(mut self, nth: usize) -> Self {
        self.pick = Pick::Nth(nth);
        self
    }

    /// Only what stands in one item or article with certain words.
    pub fn beside(mut self, words: &str) -> Self {
        self.beside = Some(words.to_owned());
        self
    }

    /// The page it is on.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Whether its own box may be hidden behind its label.
    pub fn is_drawn_by_label(&self) -> bool {
        matches!(self.role, Role::Checkbox | Role::Radio)
    }

    /// All that fit now, in document order.
    pub async fn all_now(&self) -> Result<Vec<WebElement>, Miss> {
        let around = match &self.within {
            Some(around) => Some(Box::pin(around.now()).await?),
            None => None,
        };
        let session = self.page.session().await?;
        let all = find::all(session, self.role, &self.name, around.as_ref()).await?;
        let Some(words) = &self.beside else { return Ok(all) };
        let mut arguments = vec![words.as_str().into()];
        for element in &all {
            arguments.push(element.to_json()?);
        }
        Ok(session.execute(BESIDE, arguments).await?.elements()?)
    }

    /// The one that is meant, if it is there now.
    pub async fn now(&self) -> Result<WebElement, Miss> {
        let mut all = self.all_now().await?;
        match (self.pick, all.len()) {
            (Pick::Nth(nth), count) if nth < count => Ok(all.swap_remove(nth)),
            (Pick::Only, 1) => Ok(all.swap_remove(0)),
            (Pick::Only, count) if count > 1 => Err(Miss::Several(self.to_string(), count)),
            _ => Err(Miss::None(self.to_string())),
        }
    }

    /// Waits until it is there.
    pub async fn found(&self) -> WebElement {
        wait::until(async || self.now().await).await.unwrap_or_else(|miss| panic!("{miss}"))
    }

    /// Waits until it is there, and looks no further.
    pub async fn is_there(&self) {
        self.found().await;
    }

    /// Waits until nothing like it is there.
    pub async fn is_gone(&self) {
        wait::eventually(&format!("{self} to go"), async || self.count().await == 0).await;
    }

    /// How many fit now.
    pub async fn count(&self) -> usize {
        self.all_now().await.map_or(0, |all| all.len())
    }
}

impl Finds for Target {
    fn the(&self, role: Role, name: impl Into<Name>) -> Target {
        let mut inner = Target::new(self.page.clone(), role, name.into());
        inner.within = Some(Box::new(self.clone()));
        inner
    }
}

impl From<WebDriverError> for Miss {
    fn from(error: WebDriverError) -> Self {
        Self::Driver(error)
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", format!("{:?}", self.role).to_lowercase(), self.name)?;
        match self.pick {
            Pick::Only => {}
            Pick::Nth(nth) => write!(f, " no. {}", nth + 1)?,
        }
        if let Some(words) = &self.beside {
            write!(f, " beside “{words}”")?;
        }
        self.within.as_ref().map_or(Ok(()), |around| write!(f, " in {around}"))
    }
}

impl fmt::Display for Miss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None(what) => write!(f, "there is no {what}"),
            Self::Several(what, count) => write!(f, "there are {count} of {what}, one was meant"),
            Self::Driver(error) => write!(f, "the browser refused: {error}"),
        }
    }
}
