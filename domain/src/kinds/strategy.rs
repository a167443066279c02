//! A strategy or a resource: a card for what works, to come back to and to pass on.

use std::sync::Arc;

use crate::field::Rule;
use crate::id::RecordId;
use crate::record::Record;

kind! {
    "strategy" {
        /// What it is called.
        TITLE: "title", Rule::Title(500), titled;
        /// How it works.
        TEXT: "text", Rule::Text(10_000);
        /// Where more of it is.
        LINK: "link", Rule::Line(2_000);
        /// What it is; see [`Sort`].
        SORT: "sort", Rule::OneOf(&Sort::WORDS);
        /// It worked for me.
        WORKED: "worked", Rule::Flag;
        /// The name of the person it came from.
        FROM: "from", Rule::Line(100);
        /// The suggestion or card that it came from.
        ORIGIN: "origin", Rule::Record;
    }
    sets {
        /// Goals it helps with.
        GOALS: "goal:", Rule::Record;
    }
}

shared! {
    /// A strategy or a resource that is passed on.
    thing SharedStrategy in "strategies" {
        /// What it is.
        sort: Sort = SORT;
        /// What it is called.
        title: String = TITLE;
        /// How it works.
        text: String = TEXT;
        /// Where more of it is.
        link: String = LINK;
    }
    title |it| &it.title;
    order |strategy| (strategy.text(TITLE).to_lowercase(), strategy.id());
}

words! {
    /// What a card is about.
    pub enum Sort, else Strategy {
        /// Something to do.
        #[default]
        Strategy = "strategy",
        /// Something to read, watch or go to.
        Resource = "resource",
    }
}

/// A strategy, read from its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strategy(pub Arc<Record>);

impl Strategy {
    /// Its id.
    pub fn id(&self) -> RecordId {
        self.0.id()
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        self.0.text(TITLE)
    }

    /// What it is.
    pub fn sort(&self) -> Sort {
        Sort::from_word(self.0.text(SORT))
    }

    /// The goals it helps with.
    pub fn goals(&self) -> impl Iterator<Item = RecordId> {
        self.0.members(GOALS).filter_map(|id| id.parse().ok())
    }
}

/// An address as it can be followed: people leave out the `https://` that every browser fills in.
pub fn with_scheme(typed: &str) -> String {
    let link = typed.trim();
    let is_bare = link.contains('.') && !link.contains([':', ' ', '@']);
    if is_bare { format!("https://{link}") } else { link.to_owned() }
}

/// Whether an address may be followed with a tap: to the web, encrypted, or to write a mail.
pub fn is_link(text: &str) -> bool {
    let known = ["https://", "mailto:"].into_iter().any(|scheme| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && text.len() > scheme.len()
    });
    // What cannot be seen could make an address read as another.
    let is_unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
    };
    known && !text.contains(is_unseen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_encrypted_web_and_mail_are_links() {
        for link in ["https://example.edu/a?b=c", "HTTPS://example.edu", "mailto:ana@example.edu"] {
            assert!(is_link(link), "{link}");
        }
        for text in [
            "http://example.edu",
            "javascript:alert(1)",
            " https://example.edu",
            "https://",
            "https://a b",
            "https://example.edu/\u{202E}moc.live",
            "https://exa\u{200B}mple.edu",
            "data:text/html,x",
            "java\nscript:alert(1)",
            "example.edu",
            "",
        ] {
            assert!(!is_link(text), "{text}");
        }
    }

    #[test]
    fn an_address_without_its_scheme_gets_one_and_nothing_else_does() {
        assert_eq!(with_scheme(" example.edu/chain "), "https://example.edu/chain");
        for text in ["", "the library", "http://example.edu", "javascript:a.b", "ana@example.edu"] {
            assert_eq!(with_scheme(text), text);
        }
    }
}
