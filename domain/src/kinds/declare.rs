//! How a kind of record, and a field that holds one of a few words, is declared: once.

/// Declares what a kind of record holds:
///
/// ```text
/// kind! {
///     "goal" {                              // its name in files
///         /// What it is called.
///         TITLE: "title", Rule::Title(200), titled, searched;
///     }
///     sets {                                // if it has sets
///         /// Tags.
///         TAGS: "tag:", Rule::Title(60), searched;
///     }
/// }
/// ```
///
/// gives `KIND`, `TITLE`, `TAGS`, and `TABLE` with all of them in this order. What may follow a rule are the methods of
/// [`Field`](crate::field::Field) and [`SetField`](crate::field::SetField) that answer with one.
macro_rules! kind {
    (
        $kind:literal {
            $($(#[$doc:meta])* $field:ident: $name:literal, $rule:expr $(, $mark:ident $(($with:expr))?)*;)*
        }
        $(sets {
            $($(#[$set_doc:meta])* $set:ident: $prefix:literal, $member:expr $(, $set_mark:ident $(($set_with:expr))?)*;)*
        })?
    ) => {
        /// The kind's name in files.
        pub const KIND: &str = $kind;
        $(
            $(#[$doc])*
            pub const $field: $crate::field::Field =
                $crate::field::Field::new(KIND, $name, $rule)$(.$mark($($with)?))*;
        )*
        $($(
            $(#[$set_doc])*
            pub const $set: $crate::field::SetField =
                $crate::field::SetField::new(KIND, $prefix, $member)$(.$set_mark($($set_with)?))*;
        )*)?
        /// Everything that it holds.
        pub const TABLE: $crate::field::KindTable = $crate::field::KindTable {
            kind: KIND,
            fields: &[$($field),*],
            sets: &[$($($set),*)?],
        };
    };
}

/// Declares an enum each of whose variants is a word in files. A word that is none of them counts as the one behind `else`.
macro_rules! words {
    (
        $(#[$doc:meta])*
        pub enum $name:ident, else $unknown:ident {
            $($(#[$variant_doc:meta])* $variant:ident = $word:expr,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// All of them, in the order they are offered.
            pub const ALL: [Self; [$(Self::$variant),*].len()] = [$(Self::$variant),*];
            /// Their words, in the same order.
            pub const WORDS: [&str; Self::ALL.len()] = [$($word),*];

            /// Its word in files.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            #[doc = concat!("Reads its word; anything else counts as [`", stringify!($unknown), "`](Self::", stringify!($unknown), ").")]
            pub fn from_word(word: &str) -> Self {
                Self::ALL.into_iter().find(|one| one.word() == word).unwrap_or(Self::$unknown)
            }
        }

        impl $crate::shared::Word for $name {
            fn word(&self) -> &'static str {
                Self::word(*self)
            }

            fn from_word(word: &str) -> Self {
                Self::from_word(word)
            }
        }
    };
}
