//! A memo like Leptos', compiled once: one for each type that is kept makes the app larger (`docs/performance.md`).

use std::{any::Any, marker::PhantomData, panic::Location, sync::Arc};

use leptos::{
    prelude::{DefinedAt, Memo as TypedMemo, ReadUntracked, Track, With},
    reactive::signal::guards::ReadGuard,
};

/// A derived value that is kept, and that tells those who read it only when it is another one. It is worked out when it is
/// first read.
pub struct Memo<T> {
    kept: TypedMemo<Kept>,
    value: PhantomData<fn() -> T>,
}

/// What is worked out, from what was before.
type Work = Box<dyn Fn(Option<&Kept>) -> Kept + Send + Sync>;

/// A value of any type that can be compared with another one.
#[derive(Clone)]
pub struct Kept {
    value: Arc<dyn Any + Send + Sync>,
    is_same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&*self.value, &*other.value)
    }
}

impl Kept {
    /// Takes a value in.
    pub fn new<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self { value: Arc::new(value), is_same: is_same::<T> }
    }
}

fn is_same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>().is_some_and(|one| other.downcast_ref() == Some(one))
}

/// The one that is compiled.
fn memo(work: Work) -> TypedMemo<Kept> {
    TypedMemo::new(work)
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Keeps what `work` makes of the value before, and of all signals that it reads.
    pub fn new(work: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let work =
            move |before: Option<&Kept>| Kept::new(work(before.and_then(|it| it.value.downcast_ref())));
        Self { kept: memo(Box::new(work)), value: PhantomData }
    }
}

impl<T> Memo<T> {
    /// Its value, whatever the type.
    pub(crate) fn any(self) -> Arc<dyn Any + Send + Sync> {
        self.kept.with(|kept| Arc::clone(&kept.value))
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T> std::fmt::Debug for Memo<T> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Memo")
    }
}

impl<T> DefinedAt for Memo<T> {
    fn defined_at(&self) -> Option<&'static Location<'static>> {
        self.kept.defined_at()
    }
}

impl<T> Track for Memo<T> {
    fn track(&self) {
        self.kept.track();
    }
}

/// All other ways to read follow from this one.
impl<T: Send + Sync + 'static> ReadUntracked for Memo<T> {
    type Value = ReadGuard<T, Arc<T>>;

    fn try_read_untracked(&self) -> Option<Self::Value> {
        let value = Arc::clone(&self.kept.try_read_untracked()?.value);
        value.downcast().ok().map(ReadGuard::new)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use leptos::prelude::*;

    use super::Memo;

    #[test]
    fn a_memo_tells_of_another_value_and_not_of_the_same() {
        let owner = Owner::new();
        owner.with(|| {
            let number = RwSignal::new(1);
            let half = Memo::new(move |_| number.get() / 2);
            let told = StoredValue::new(AtomicUsize::new(0));
            let after = Memo::new(move |_| {
                told.with_value(|told| told.fetch_add(1, Ordering::Relaxed));
                half.get()
            });
            let times = || told.with_value(|told| told.load(Ordering::Relaxed));
            assert_eq!((times(), after.get(), times()), (0, 0, 1), "it is lazy");
            number.set(2);
            assert_eq!((after.get(), times()), (1, 2));
            number.set(3);
            assert_eq!((after.get(), times()), (1, 2), "it is still one");
        });
    }

    #[test]
    fn a_memo_knows_what_it_said_before() {
        let owner = Owner::new();
        owner.with(|| {
            let number = RwSignal::new(3);
            let most = Memo::new(move |before: Option<&i32>| number.get().max(before.copied().unwrap_or(0)));
            let read: crate::signal::Signal<i32> = most.into();
            let mut seen = Vec::new();
            for next in [3, 1, 4] {
                number.set(next);
                seen.push(read.get());
            }
            assert_eq!(seen, [3, 3, 4]);
        });
    }
}
