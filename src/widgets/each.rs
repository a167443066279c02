//! A short list. Long ones are for `virtual_list`.

use std::{
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use leptos::prelude::*;

use crate::memo::Kept;

/// Something in the list: what it is known by, and what shows it.
struct Row {
    key: Key,
    show: Box<dyn FnOnce() -> AnyView + Send>,
}

/// A key of any type.
#[derive(Clone, PartialEq)]
struct Key {
    hash: u64,
    value: Kept,
}

impl Eq for Key {}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

impl Key {
    fn new(key: impl Hash + Eq + Send + Sync + 'static) -> Self {
        Self { hash: BuildHasherDefault::<DefaultHasher>::default().hash_one(&key), value: Kept::new(key) }
    }
}

/// Shows each of `each`; what has the same `key` as before stays as it is. Leptos' own `<For>` is compiled anew for each type.
#[component]
pub fn Each<T, I, K, V>(
    /// What is in the list.
    each: impl Fn() -> I + Send + 'static,
    /// What each is known by.
    key: impl Fn(&T) -> K + Send + 'static,
    /// How each shows.
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    I: IntoIterator<Item = T>,
    K: Hash + Eq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let children = Arc::new(children);
    let row = move |item: T| {
        let (key, children) = (Key::new(key(&item)), Arc::clone(&children));
        Row { key, show: Box::new(move || children(item).into_any()) }
    };
    list(Box::new(move || each().into_iter().map(&row).collect()))
}

fn list(rows: Box<dyn Fn() -> Vec<Row> + Send>) -> AnyView {
    view! { <For each=rows key=|row| row.key.clone() children=|row| (row.show)() /> }.into_any()
}
