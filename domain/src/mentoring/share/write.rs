//! Writing a share file: the header first, then what a person wants to read. Equal files give equal bytes.

use serde_json::Value;

use super::{FORMAT, Party, Recipient, ShareFile, VERSION};
use crate::mentoring::{Agreement, Roles};
use crate::shared::{Members, Said};

/// A share file as a text, indented.
pub fn write(file: &ShareFile, app: &str) -> String {
    // Writing strings and numbers under string keys into memory has no way to fail.
    serde_json::to_string_pretty(&said(file, Some(app))).unwrap_or_default()
}

/// A share file as it is kept by who opened it.
pub fn to_value(file: &ShareFile) -> Value {
    said(file, None).into()
}

fn said<'a>(file: &'a ShareFile, app: Option<&'a str>) -> Said<'a> {
    let text = |text: &'a str| (!text.is_empty()).then_some(Said::text(text));
    let head = [
        ("format", text(FORMAT)),
        ("version", Some(Said::Number(VERSION))),
        ("min_reader", Some(Said::Number(VERSION))),
        ("app", app.map(Said::text)),
        ("written", Some(Said::shown(&file.written))),
        ("thread", Some(Said::shown(&file.thread))),
        ("number", Some(Said::Number(file.number))),
        ("from", Some(from(&file.from))),
        ("to", Some(to(&file.to))),
        ("as", Some(roles(file.roles))),
        ("message", text(&file.message)),
        ("agreement", file.agreement.as_ref().map(agreement)),
    ];
    let head = head.into_iter().filter_map(|(name, said)| Some((name, said?)));
    Said::Object(head.chain(file.items.said()).collect())
}

fn from(party: &Party) -> Said<'_> {
    Said::Object(vec![("id", Said::shown(&party.id)), ("name", Said::text(&party.name))])
}

fn to(recipient: &Recipient) -> Said<'_> {
    let id = recipient.id.as_ref().map(|id| ("id", Said::shown(id)));
    Said::Object(id.into_iter().chain([("name", Said::text(&recipient.name))]).collect())
}

fn roles(roles: Roles) -> Said<'static> {
    let words = [(roles.mentee, "mentee"), (roles.mentor, "mentor")];
    Said::List(words.into_iter().filter(|(is, _)| *is).map(|(_, word)| Said::text(word)).collect())
}

fn agreement(agreement: &Agreement) -> Said<'_> {
    let fields = agreement.fields().into_iter().filter(|(_, value)| !value.is_empty());
    let said: Members = fields.map(|(field, value)| (field.name, Said::shown(&value))).collect();
    Said::Object(said)
}
