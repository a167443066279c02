//! A text that is typed until the browser is killed: the typist's own log of it.

use std::time::{Duration, Instant};

use crate::harness::{Dice, Page, keys};

/// What was written so long ago is there after a kill.
const SAFE_AFTER: Duration = Duration::from_secs(1);
/// As many letters in one go, at most.
const BURST: usize = 40;
const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz ";

/// What the app says of the saving, and how much is in the field just then.
const SAID: &str = "return [document.querySelector('.save-status').innerText.trim(), document.activeElement.value?.length ?? 0];";

/// A text, letter by letter.
#[derive(Debug)]
pub struct Written {
    /// Each letter, and when it was in the field. The last may be on its way there still.
    letters: Vec<(char, Option<Instant>)>,
    /// How many of them the app called saved.
    saved: usize,
}

impl Written {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { letters: Vec::new(), saved: 0 }
    }

    /// Types on and on into what has the focus; now and then waits until all is saved.
    pub async fn type_on(&mut self, page: &Page, dice: &mut Dice) {
        loop {
            for _ in 0..=dice.below(BURST) {
                let letter = char::from(LETTERS[dice.below(LETTERS.len())]);
                self.letters.push((letter, None));
                keys::type_text(page, &letter.to_string()).await;
                self.letters.last_mut().expect("just typed").1 = Some(Instant::now());
            }
            if dice.below(2) == 0 {
                self.rests(page).await;
            }
        }
    }

    /// Waits until the app says whether all is saved.
    pub async fn rests(&mut self, page: &Page) {
        loop {
            let (said, length): (String, usize) =
                serde_json::from_value(page.script(SAID, vec![]).await).expect("a word and a number");
            match said.as_str() {
                "Saved" => return self.saved = length,
                "Not saved" => return,
                _ => {}
            }
        }
    }

    /// Nothing is on its way any more: what is in the field is all there is.
    pub async fn is_over(&mut self, page: &Page) {
        let length = page.script(SAID, vec![]).await[1].as_u64().expect("a length");
        self.letters.truncate(usize::try_from(length).expect("a length"));
        let now = Instant::now();
        self.letters.iter_mut().for_each(|(_, at)| *at = at.or(Some(now)));
    }

    /// The whole of it.
    pub fn text(&self) -> String {
        self.letters.iter().map(|(letter, _)| letter).collect()
    }

    /// How many letters must be there.
    fn safe(&self, killed: Instant) -> usize {
        let is_safe = |at: &Option<Instant>| at.is_some_and(|at| killed.duration_since(at) > SAFE_AFTER);
        self.letters.iter().take_while(|(_, at)| is_safe(at)).count().max(self.saved)
    }

    /// Whether this and nothing else is there, as much of it as must be.
    pub fn is_in(&self, there: &[String], killed: Instant) -> Result<(), String> {
        let (text, safe) = (self.text(), self.safe(killed));
        let found = there.first().map(String::as_str).unwrap_or_default();
        if there.len() <= 1 && text.starts_with(found) && found.len() >= safe {
            return Ok(());
        }
        let (typed, saved) = (text.len(), self.saved);
        Err(format!("{safe} of {typed} letters must be there, {saved} were called saved: {there:.99?}"))
    }

    /// How long before the kill the first letter was there that is gone.
    pub fn lost(&self, found: &str, killed: Instant) -> Duration {
        let first = self.letters.get(found.len()).and_then(|(_, at)| *at);
        first.map_or(Duration::ZERO, |at| killed.saturating_duration_since(at))
    }
}
