//! Something that can be read, wherever it comes from: like Leptos' `Signal`, compiled once for all types (see `memo`).

use std::{
    any::Any,
    marker::PhantomData,
    panic::Location,
    sync::{Arc, Mutex},
};

use leptos::{
    prelude::{
        DefinedAt, Effect, Get, GetUntracked, IntoAttributeValue, IntoRender, Read, ReadSignal,
        ReadUntracked, RwSignal, Signal as TypedSignal,
    },
    reactive::signal::guards::ReadGuard,
    tachys::reactive_graph::SharedReactiveFunction,
};

use crate::memo::Memo;

/// A value that may change, from a signal, a memo, a closure, or a plain value.
pub struct Signal<T> {
    read: TypedSignal<Shared>,
    value: PhantomData<fn() -> T>,
}

/// Runs now, and again whenever something that it read has changed, as long as what made it is there.
pub fn effect(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(run);
}

/// A value of any type.
#[derive(Clone)]
struct Shared(Arc<dyn Any + Send + Sync>);

/// The one that is compiled.
fn derived(read: Box<dyn Fn() -> Shared + Send + Sync>) -> TypedSignal<Shared> {
    TypedSignal::derive(read)
}

impl<T: Send + Sync + 'static> Signal<T> {
    /// Reads it anew each time.
    pub fn derive(read: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self { read: derived(Box::new(move || Shared(Arc::new(read())))), value: PhantomData }
    }
}

fn typed<T: Send + Sync + 'static>(shared: Option<Shared>) -> Option<ReadGuard<T, Arc<T>>> {
    shared?.0.downcast().ok().map(ReadGuard::new)
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> std::fmt::Debug for Signal<T> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Signal")
    }
}

impl<T> DefinedAt for Signal<T> {
    fn defined_at(&self) -> Option<&'static Location<'static>> {
        self.read.defined_at()
    }
}

impl<T: Send + Sync + 'static> ReadUntracked for Signal<T> {
    type Value = ReadGuard<T, Arc<T>>;

    fn try_read_untracked(&self) -> Option<Self::Value> {
        typed(self.read.try_get_untracked())
    }
}

/// Not by following it first and reading it then: that would work it out twice.
impl<T: Send + Sync + 'static> Read for Signal<T> {
    type Value = ReadGuard<T, Arc<T>>;

    fn try_read(&self) -> Option<Self::Value> {
        typed(self.read.try_get())
    }
}

impl<T: Send + Sync + 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self { read: TypedSignal::stored(Shared(Arc::new(value))), value: PhantomData }
    }
}

impl<T: Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        T::default().into()
    }
}

impl From<&str> for Signal<String> {
    fn from(value: &str) -> Self {
        value.to_owned().into()
    }
}

impl<T: Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self { read: derived(Box::new(move || Shared(memo.any()))), value: PhantomData }
    }
}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: Clone + Send + Sync + 'static> From<ReadSignal<T>> for Signal<T> {
    fn from(signal: ReadSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

/// In a view it is a closure like any other.
fn function<T: Clone + Send + Sync + 'static>(signal: Signal<T>) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(move || signal.get()))
}

impl<T: Clone + Send + Sync + 'static> IntoRender for Signal<T> {
    type Output = SharedReactiveFunction<T>;

    fn into_render(self) -> Self::Output {
        function(self)
    }
}

impl<T: Clone + Send + Sync + 'static> IntoAttributeValue for Signal<T> {
    type Output = SharedReactiveFunction<T>;

    fn into_attribute_value(self) -> Self::Output {
        function(self)
    }
}
