//! Everything that one file brings, and everything that a person shares, list by list. Whoever goes through all lists does it
//! by one of the ways here.

use crate::mentoring::theirs::{Copied, Standing};
use crate::shared::{Composite, Item, Listed, Members, Place, Said};

/// Where lists come from: a file, records that were chosen, files that came.
pub(crate) trait ListsOf {
    /// Why there may be none.
    type Error;

    /// The list of one kind.
    fn list<T: Listed>(&mut self) -> Result<Vec<T>, Self::Error>;
}

/// Where copies come from.
pub(crate) trait CopiesOf {
    /// The copies of one kind.
    fn copies<T: Listed>(&self) -> Vec<Copied<T>>;
}

macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident: $type:ty,)*) => {
        /// What was chosen.
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct Items {
            $($(#[$doc])* pub $list: Vec<$type>,)*
        }

        /// What a person shares.
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct Copies {
            $($(#[$doc])* pub $list: Vec<Copied<$type>>,)*
        }

        /// The lists of a share file in their order: the name of each, the kind of what it holds, and what may stand in that.
        pub fn lists() -> Vec<(&'static str, &'static str, Vec<Place>)> {
            vec![$((<$type>::LIST, <$type>::KIND, <$type as Composite>::shape())),*]
        }

        impl Items {
            /// The kinds of what the lists hold.
            pub(super) const KINDS: &[&str] = &[$(<$type>::KIND),*];

            pub(crate) fn from<L: ListsOf>(lists: &mut L) -> Result<Self, L::Error> {
                Ok(Self { $($list: lists.list()?,)* })
            }

            /// Each list by its name.
            fn by_list(&self) -> Vec<(&'static str, Vec<&dyn Item>)> {
                vec![$((<$type>::LIST, self.$list.iter().map(|item| item as &dyn Item).collect())),*]
            }

            /// Keeps only what `wanted` says.
            pub fn retain(&mut self, mut wanted: impl FnMut(&dyn Item) -> bool) {
                $(self.$list.retain(|item| wanted(item));)*
            }
        }

        impl Copies {
            pub(crate) fn from(copies: &impl CopiesOf) -> Self {
                Self { $($list: copies.copies(),)* }
            }

            /// What one file holds, as copies that stand there for the first time.
            pub fn of(items: Items) -> Self {
                Self { $($list: items.$list.into_iter().map(Copied::same).collect(),)* }
            }

            /// All of them, kind by kind, and how each stands to the latest file.
            pub fn all(&self) -> Vec<(&dyn Item, Standing)> {
                let all: [Vec<(&dyn Item, Standing)>; lists!(@count $($list)*)] =
                    [$(self.$list.iter().map(|copy| (&copy.item as &dyn Item, copy.standing)).collect()),*];
                all.into_iter().flatten().collect()
            }
        }
    };
    (@count $($list:ident)*) => { [$(stringify!($list)),*].len() };
}

crate::kinds::shared_lists!(lists);

impl Items {
    /// All of them, kind by kind.
    pub fn all(&self) -> Vec<&dyn Item> {
        self.by_list().into_iter().flat_map(|(_, items)| items).collect()
    }

    /// Each list that is not empty, as it is written.
    pub(super) fn said(&self) -> Members<'_> {
        let lists = self.by_list().into_iter().filter(|(_, items)| !items.is_empty());
        let items = |items: Vec<_>| Said::List(items.into_iter().map(said).collect());
        lists.map(|(name, all)| (name, items(all))).collect()
    }
}

fn said(item: &dyn Item) -> Said<'_> {
    Said::Object(item.said())
}
