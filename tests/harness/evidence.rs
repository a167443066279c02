//! What a failed journey leaves behind: per tab a picture and the outline of what a screen reader would find.

use std::fs;
use std::path::Path;

use super::browser::Browser;
use super::page::Page;

const OUTLINE: &str = include_str!("outline.js");

/// Writes the evidence of every tab into `folder`; gives back the outlines, for the report.
pub async fn keep(browser: &Browser, folder: &Path, label: &str) -> String {
    let mut told = Vec::new();
    for (number, page) in browser.pages().await.into_iter().enumerate() {
        let name = format!("{label}-tab-{}", number + 1);
        let outline = outline(&page).await;
        if let Err(error) = picture(&page, &folder.join(format!("{name}.png"))).await {
            told.push(format!("(no picture: {error})"));
        }
        if let Err(error) = fs::write(folder.join(format!("{name}.txt")), &outline) {
            told.push(format!("(no outline kept: {error})"));
        }
        told.extend([format!("── {name}"), outline]);
    }
    told.join("\n")
}

/// What is on the page by role and name, indented, one line each.
pub async fn outline(page: &Page) -> String {
    match page.try_script(OUTLINE, vec![]).await {
        Ok(lines) => lines.as_str().unwrap_or_default().to_owned(),
        Err(error) => format!("(no outline: {error})"),
    }
}

impl Page {
    /// Keeps a picture of what shows now, to be looked at, beside the person's downloads.
    pub async fn is_pictured(&self, what: &str) {
        let name = what.replace(|letter: char| !letter.is_alphanumeric(), "-");
        let file = self.browser().profile().downloads().with_file_name(format!("{name}.png"));
        picture(self, &file).await.unwrap_or_else(|error| panic!("no picture of {what}: {error}"));
    }
}

async fn picture(page: &Page, path: &Path) -> Result<(), String> {
    page.session().await.map_err(|e| e.to_string())?.screenshot(path).await.map_err(|e| e.to_string())
}
