//! What can be read off a thing: its words, its value, its state. Each waits until the thing is there.

use serde_json::Value;

use super::target::Target;
use super::wait;

impl Target {
    /// The words that show in it.
    pub async fn text(&self) -> String {
        self.ask("return (window.inEnglish ?? String)(arguments[0].innerText)")
            .await
            .as_str()
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    /// What the field holds.
    pub async fn value(&self) -> String {
        self.ask("return arguments[0].value ?? ''").await.as_str().unwrap_or_default().to_owned()
    }

    /// What the chosen option says, if it is a `<select>`.
    pub async fn chosen(&self) -> Option<String> {
        let chosen = self
            .ask("return (window.inEnglish ?? ((e) => e))(arguments[0].selectedOptions?.[0]?.label ?? null)")
            .await;
        chosen.as_str().map(str::to_owned)
    }

    /// Whether a box is ticked, a choice chosen, a toggle pressed.
    pub async fn is_on(&self) -> bool {
        let script = "const [e] = arguments; return e.checked === true || \
            ['aria-checked', 'aria-pressed', 'aria-current'].some((a) => ![null, 'false'].includes(e.getAttribute(a)))";
        self.ask(script).await == Value::Bool(true)
    }

    /// Whether it can be used now.
    pub async fn is_enabled(&self) -> bool {
        let script = "const [e] = arguments; return !e.matches(':disabled, [aria-disabled=true]')";
        self.ask(script).await == Value::Bool(true)
    }

    /// Waits until it has the focus.
    pub async fn has_focus(&self) {
        let look =
            async || self.ask("return document.activeElement === arguments[0]").await == Value::Bool(true);
        wait::eventually(&format!("{self} to have the focus"), look).await;
    }

    /// Waits until the field holds exactly `value`.
    pub async fn holds(&self, value: &str) {
        let mut held = String::new();
        let answer = wait::until(async || {
            held = self.value().await;
            if held == value { Ok(()) } else { Err(()) }
        });
        assert!(answer.await.is_ok(), "{self} should hold “{value}”, it holds “{held}”");
    }

    /// Waits until its words have `part` in them.
    pub async fn says(&self, part: &str) {
        let mut said = String::new();
        let answer = wait::until(async || {
            said = self.text().await;
            if said.contains(part) { Ok(()) } else { Err(()) }
        });
        assert!(answer.await.is_ok(), "{self} should say “{part}”, it says “{said}”");
    }

    /// What each that fits is called, now.
    pub async fn names(&self) -> Vec<String> {
        self.of_each("e.computedName").await
    }

    async fn of_each(&self, what: &str) -> Vec<String> {
        let elements = self.all_now().await.unwrap_or_else(|miss| panic!("{miss}"));
        let elements = elements.iter().map(|e| e.to_json().expect("an element is JSON")).collect();
        let script =
            format!("return arguments[0].map((e) => (window.inEnglish ?? String)({what} ?? '').trim())");
        let said = self.page().script(&script, vec![Value::Array(elements)]).await;
        serde_json::from_value(said).expect("a list of words")
    }

    /// Asks a script about the element; looks it up anew if the page replaced it in between.
    async fn ask(&self, script: &str) -> Value {
        let asking = async || {
            let element = self.now().await.map_err(|miss| miss.to_string())?;
            let element = element.to_json().map_err(|error| error.to_string())?;
            self.page().try_script(script, vec![element]).await.map_err(|error| error.to_string())
        };
        wait::until(asking).await.unwrap_or_else(|why| panic!("{why}"))
    }
}
