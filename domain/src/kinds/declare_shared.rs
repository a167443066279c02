//! How it is declared what leaves of a kind: once, beside what the kind holds.

/// Declares what of a record stands in a share file:
///
/// ```text
/// shared! {
///     /// A goal, with the parts that were chosen.
///     thing SharedGoal in "goals" {            // the name of its list
///         /// What it is called.
///         title: String = TITLE;               // made of a field, and read by its rule
///         /// Its if–then plan.
///         plan: Option<SharedPlan>, with WITH_PLAN;   // only where that is ticked
///     }
///     title |it| &it.title;                    // what a person knows it by
///     order |record| (record.text(TITLE), record.id());
///     only is_worth_it;                        // left out where this does not hold of the record
/// }
/// ```
///
/// gives the type, and how it is made, read, written, sorted and listed. A `part` stands inside of another thing, and stays
/// here where `unless` names a tick that it has; a `group` is several fields of one record. What may follow a place: `with` a
/// tick, `only` where a condition holds of the record, `always` where it stands also when it is empty. The order of the places
/// is that of reading.
macro_rules! shared {
    (
        $(#[$doc:meta])* thing $name:ident in $list:literal { $($places:tt)* }
        title |$it:ident| $title:expr;
        order |$record:ident| $key:expr;
        $(only $fits:path;)?
    ) => {
        shared! { @type $(#[$doc])* $name {
            /// Its id.
            id: $crate::id::RecordId = $crate::shared::Own;
            /// Whose it is.
            by: $crate::id::PersonId = $crate::shared::Whose;
            $($places)*
        } }

        impl $crate::shared::Item for $name {
            fn kind(&self) -> &'static str {
                KIND
            }

            fn id(&self) -> $crate::id::RecordId {
                self.id
            }

            fn by(&self) -> $crate::id::PersonId {
                self.by
            }

            fn title(&self) -> &str {
                let $it = self;
                $title
            }

            fn said(&self) -> $crate::shared::Members<'_> {
                $crate::shared::Composite::said(self)
            }
        }

        impl $crate::shared::Listed for $name {
            const KIND: &'static str = KIND;
            const LIST: &'static str = $list;

            fn of(
                record: &$crate::record::Record,
                choice: &dyn $crate::shared::Choice,
            ) -> Option<Self> {
                $(if !$fits(record) {
                    return None;
                })?
                $crate::shared::Composite::of(record, choice)
            }

            shared! { @order |$record| $key }
        }
    };
    (
        $(#[$doc:meta])* part $name:ident { $($places:tt)* }
        order |$record:ident| $key:expr;
        $(unless $without:path;)?
    ) => {
        shared! { @type $(#[$doc])* $name {
            /// Its id.
            id: $crate::id::RecordId = $crate::shared::Own;
            $($places)*
        } }

        impl $crate::shared::Part for $name {
            const KIND: &'static str = KIND;

            fn id(&self) -> $crate::id::RecordId {
                self.id
            }

            fn of(
                record: &$crate::record::Record,
                choice: &dyn $crate::shared::Choice,
            ) -> Option<Self> {
                $(if choice.has($without, record.id()) {
                    return None;
                })?
                $crate::shared::Composite::of(record, choice)
            }

            shared! { @order |$record| $key }
        }
    };
    ($(#[$doc:meta])* group $name:ident { $($(#[$place_doc:meta])* $place:ident: $form:ty = $what:path $(, $mark:ident)?;)* }) => {
        shared! { @type $(#[$doc])* $name { $($(#[$place_doc])* $place: $form = $what $(, $mark)?;)* } }

        impl $crate::shared::Group for $name {
            fn says_something(&self) -> bool {
                false $(|| $crate::shared::Form::said(&self.$place).is_some())*
            }
        }
    };
    (@type $(#[$doc:meta])* $name:ident {
        $($(#[$place_doc:meta])* $place:ident: $form:ty $(= $what:path)? $(, $mark:ident $($tick:path)?)?;)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[$place_doc])* pub $place: $form,)*
        }

        impl $crate::shared::Composite for $name {
            fn of(
                record: &$crate::record::Record,
                choice: &dyn $crate::shared::Choice,
            ) -> Option<Self> {
                Some(Self { $($place: shared!(@of record, choice, [$($what)?] $($mark $($tick)?)?),)* })
            }

            fn read(from: $crate::shared::Reader) -> Result<Self, $crate::record::RecordError> {
                use $crate::shared::{Form, What};
                Ok(Self {
                    $($place: {
                        let what = shared!(@what $($what)?);
                        Form::read(from, What::name(what, stringify!($place)), what)?
                    },)*
                })
            }

            fn said(&self) -> $crate::shared::Members<'_> {
                use $crate::shared::What;
                let all = [$((
                    What::name(shared!(@what $($what)?), stringify!($place)),
                    shared!(@said self.$place, $form, [$($what)?] $($mark)?),
                )),*];
                all.into_iter().filter_map(|(name, said)| Some((name, said?))).collect()
            }

            fn shape() -> Vec<$crate::shared::Place> {
                use $crate::shared::{Form, Place, What};
                vec![$({
                    let what = shared!(@what $($what)?);
                    Place {
                        name: What::name(what, stringify!($place)),
                        shape: <$form as Form<_>>::shape(what),
                        is_required: <$form as Form<_>>::IS_REQUIRED,
                    }
                }),*]
            }
        }
    };
    (@order |$record:ident| $key:expr) => {
        fn order(
            one: &$crate::record::Record,
            other: &$crate::record::Record,
        ) -> std::cmp::Ordering {
            let one = { let $record = one; $key };
            one.cmp(&{ let $record = other; $key })
        }
    };
    (@what) => { () };
    (@what $what:path) => { $what };
    (@of $record:ident, $choice:ident, [$($what:path)?]) => {
        $crate::shared::Form::of($record, shared!(@what $($what)?), $choice)?
    };
    (@of $record:ident, $choice:ident, [$($what:path)?] always) => {
        shared!(@of $record, $choice, [$($what)?])
    };
    (@of $record:ident, $choice:ident, [$($what:path)?] with $tick:path) => {
        if $choice.has($tick, $record.id()) {
            shared!(@of $record, $choice, [$($what)?])
        } else {
            Default::default()
        }
    };
    (@of $record:ident, $choice:ident, [$($what:path)?] only $holds:path) => {
        if $holds($record) {
            shared!(@of $record, $choice, [$($what)?])
        } else {
            Default::default()
        }
    };
    (@said $value:expr, $form:ty, [$($what:path)?] always) => {
        Some($crate::shared::Form::said(&$value).unwrap_or_default())
    };
    (@said $value:expr, $form:ty, [$($what:path)?] $($mark:ident)?) => {
        $crate::shared::Form::said(&$value)
    };
}
