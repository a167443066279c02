//! The links of the navigation for the page itself, which shows them before the app is here (`assets/before.js`): from the one
//! place where pages are declared.

use anyhow::{Result, ensure};

/// The declarations, from the root of the repository.
pub(crate) const PAGES: &str = "src/route/pages.rs";

/// A link as the text in the bar has it, and as a picture in the top line of phones.
const IN_THE_BAR: &str =
    r##"<a class="nav-link" href="#/ADDRESS"><svg class="icon"></svg><span data-say="{{NAME}}"></span></a>"##;
const AS_ICON: &str = r##"<a class="button icon-button" data-tone="plain" href="#/ADDRESS"><svg class="icon"></svg><span class="visually-hidden" data-say="{{NAME}}"></span></a>"##;

/// The page with its links.
pub(crate) fn with_links(page: &str, pages: &str) -> Result<String> {
    let (bar, foot) = (declared(pages, "in_bar"), declared(pages, "at_foot"));
    ensure!(!bar.is_empty() && !foot.is_empty(), "{PAGES} declares no links for the navigation.");
    let page = page.replace("{{BarLinks}}", &links(&bar, IN_THE_BAR));
    let page = page.replace("{{FootLinks}}", &links(&foot, IN_THE_BAR));
    Ok(page.replace("{{FootIcons}}", &links(&foot, AS_ICON)))
}

fn links(pages: &[(&str, String)], form: &str) -> String {
    pages.iter().map(|(address, name)| form.replace("ADDRESS", address).replace("NAME", name)).collect()
}

/// Address and key of each page with that mark: `Goals: "goals", goals::PageGoals, in_bar(Icon::Goals, "g");`.
fn declared<'a>(pages: &'a str, mark: &str) -> Vec<(&'a str, String)> {
    let of_line = |line: &'a str| {
        let (_, declared) = line.trim().split_once(": \"")?;
        let (address, rest) = declared.split_once("\", ")?;
        let (name, rest) = rest.split_once(", ")?;
        rest.starts_with(mark).then(|| (address, name.replace("::", ".")))
    };
    pages.lines().filter_map(of_line).collect()
}

#[cfg(test)]
mod tests {
    use super::{declared, with_links};

    const PAGES: &str = r#"
        /// All goals.
        Goals: "goals", goals::PageGoals, in_bar(Icon::Goals, "g");
        Goal(id: Uuid): "goals/*", goals::PageGoal;
        Settings: "settings", settings::PageSettings, at_foot(Icon::Settings, "s");"#;

    #[test]
    fn what_is_declared_with_a_link_has_one() {
        assert_eq!(declared(PAGES, "in_bar"), [("goals", "goals.PageGoals".to_owned())]);
        let page = with_links("{{BarLinks}}|{{FootLinks}}|{{FootIcons}}", PAGES).unwrap();
        let parts: Vec<_> = page.split('|').collect();
        assert!(
            parts[0].contains(r##"href="#/goals""##) && parts[0].contains("{{goals.PageGoals}}"),
            "{page}"
        );
        assert!(parts[1..].iter().all(|part| part.contains("#/settings")), "{page}");
        assert!(with_links("", "").is_err());
    }
}
