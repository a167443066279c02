//! What a thing is to assistive technology: half of how journeys find things, the other half is its name.

/// A role, as a person would name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A button; one that opens a menu or stays pressed too.
    Button,
    /// A box to tick, or a switch.
    Checkbox,
    /// A dialog that is open.
    Dialog,
    /// Anything that takes a value: text, search, date, number, choice, slider.
    Field,
    /// A named group of controls.
    Group,
    /// A heading of any level.
    Heading,
    /// A link.
    Link,
    /// A list.
    List,
    /// One of several to choose from.
    Radio,
    /// A named part of the page.
    Region,
    /// What opens a `<details>`.
    Summary,
}

impl Role {
    /// The names the browser has for the role. It has none for a date field and a summary.
    pub fn computed(self) -> &'static [&'static str] {
        match self {
            Self::Button => &["button"],
            Self::Checkbox => &["checkbox", "switch"],
            Self::Dialog => &["dialog", "alertdialog"],
            Self::Field => &["textbox", "searchbox", "combobox", "listbox", "spinbutton", "slider", ""],
            Self::Group => &["group", "radiogroup"],
            Self::Heading => &["heading"],
            Self::Link => &["link"],
            Self::List => &["list"],
            Self::Radio => &["radio"],
            Self::Region => &["region"],
            Self::Summary => &["", "button", "DisclosureTriangle"],
        }
    }

    /// The elements worth asking. It only saves time: the role decides.
    pub fn candidates(self) -> &'static str {
        match self {
            Self::Button => "button, input:not([type=file]), [role=button]",
            Self::Checkbox => "input[type=checkbox], [role=checkbox], [role=switch]",
            Self::Dialog => "dialog, [role=dialog], [role=alertdialog], [popover]",
            Self::Field => "input, textarea, select, [contenteditable], [role]",
            Self::Group => "fieldset, details, [role=group], [role=radiogroup], [popover]",
            Self::Heading => "h1, h2, h3, h4, h5, h6, [role=heading]",
            Self::Link => "a, [role=link]",
            Self::List => "ul, ol, menu, [role=list]",
            Self::Radio => "input[type=radio], [role=radio]",
            Self::Region => "section, [role=region]",
            Self::Summary => "summary",
        }
    }
}
