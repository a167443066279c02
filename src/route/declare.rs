//! How a page is declared: once. Its address, its name and its link in the navigation follow from that.

use crate::{text::Text, widgets::Icon};

/// What is declared about a page.
#[derive(Debug)]
pub struct Page {
    /// What follows `#/` in its address. `*` stands for an id.
    pub address: &'static str,
    /// What it is called. Never what a person wrote: other people see the tab, and the browser keeps its title.
    pub name: Text,
    /// How one gets there from everywhere, if one does.
    pub link: Option<Link>,
}

/// A link that is always there.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Its picture.
    pub icon: Icon,
    /// The key that goes there after `g`.
    pub letter: &'static str,
    /// Where it stands.
    pub place: Place,
}

/// A part of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The bar on phones, the top of the rail where there is room for one.
    Bar,
    /// The top line on phones, the foot of the rail.
    Foot,
}

impl Page {
    pub(super) const fn new(address: &'static str, name: Text) -> Self {
        Self { address, name, link: None }
    }

    /// It has a link in the bar, and a letter.
    pub(super) const fn in_bar(self, icon: Icon, letter: &'static str) -> Self {
        Self { link: Some(Link { icon, letter, place: Place::Bar }), ..self }
    }

    /// It has a link at the foot, and a letter.
    pub(super) const fn at_foot(self, icon: Icon, letter: &'static str) -> Self {
        Self { link: Some(Link { icon, letter, place: Place::Foot }), ..self }
    }

    /// The address for a link. A page that needs an id has a `*` in its place.
    pub fn href(&self) -> String {
        format!("#/{}", self.address)
    }

    /// Whether both begin with the same word: a goal is inside the goals, an entry inside the journal.
    pub fn is_beside(&self, other: &Self) -> bool {
        let first = |page: &Self| page.address.split('/').next();
        first(self) == first(other)
    }
}

/// Declares the pages there are, in the order of the navigation:
///
/// ```text
/// pages! {
///     /// All goals.
///     Goals: "goals", goals::PageGoals, in_bar(Icon::Goals, "g");
///     /// One goal.
///     Goal(id: Uuid): "goals/*", goals::PageGoal;
/// }
/// ```
///
/// gives the enum `Route`, what is declared about each of its variants, and how an address is read and written. Of two
/// addresses that fit, the first one counts. What may follow a name are the methods of [`Page`] that answer with one.
macro_rules! pages {
    ($(
        $(#[$meta:meta])*
        $page:ident $(($given:ident: $kind:ty))?: $address:literal, $name:expr $(, $mark:ident ($($with:expr),*))*;
    )*) => {
        /// One place in the app.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub enum Route {
            $($(#[$meta])* $page $(($kind))?,)*
        }

        enum Declared {
            $($page,)*
        }

        /// Everything that is declared.
        pub static PAGES: &[Page] = &[$(Page::new($address, $name)$(.$mark($($with),*))*),*];

        impl Route {
            /// What is declared about its page.
            pub fn declared(&self) -> &'static Page {
                let place = match self {
                    $(Self::$page { .. } => Declared::$page,)*
                };
                &PAGES[place as usize]
            }

            /// The address for a link: `#/goals/…`.
            pub fn href(&self) -> String {
                let address = self.declared().href();
                match self {
                    $(Self::$page $(($given))? => {
                        $(let address = $given.write(&address);)?
                        address
                    })*
                }
            }

            pub(super) fn read(path: &Path<'_>) -> Option<Self> {
                $(if path.fits($address) {
                    return Some(Self::$page $((<$kind>::read(path)?))?);
                })*
                None
            }
        }
    };
}
