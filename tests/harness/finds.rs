//! Naming things on a page, or inside of one part of it, as a person would: “the button New goal”.

use super::name::Name;
use super::role::Role;
use super::target::Target;

/// Where things can be named: a page, or a part of one.
pub trait Finds {
    /// The thing of that role and name.
    fn the(&self, role: Role, name: impl Into<Name>) -> Target;

    /// The button of that name.
    fn button(&self, name: impl Into<Name>) -> Target {
        self.the(Role::Button, name)
    }

    /// The link of that name.
    fn link(&self, name: impl Into<Name>) -> Target {
        self.the(Role::Link, name)
    }

    /// The field of that name: text, search, date, number, choice or slider.
    fn field(&self, name: impl Into<Name>) -> Target {
        self.the(Role::Field, name)
    }

    /// The checkbox of that name.
    fn checkbox(&self, name: impl Into<Name>) -> Target {
        self.the(Role::Checkbox, name)
    }

    /// The radio button of that name.
    fn radio(&self, name: impl Into<Name>) -> Target {
        self.the(Role::Radio, name)
    }

    /// The heading of that name.
    fn heading(&self, name: impl Into<Name>) -> Target {
        self.the(Role::Heading, name)
    }

    /// The named part of the page.
    fn region(&self, name: impl Into<Name>) -> Target {
        self.the(Role::Region, name)
    }

    /// The group of controls of that name.
    fn group(&self, name: impl Into<Name>) -> Target {
        self.the(Role::Group, name)
    }

    /// The open dialog of that name.
    fn dialog(&self, name: impl Into<Name>) -> Target {
        self.the(Role::Dialog, name)
    }

    /// The list of that name.
    fn list(&self, name: impl Into<Name>) -> Target {
        self.the(Role::List, name)
    }
}
