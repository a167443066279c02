//! The step that a finger or a pointer is moving, if any.

use leptos::{html, prelude::*};
use web_sys::PointerEvent;

use super::drag::Drag;
use crate::browser::rows;

/// What is on its way in one list.
#[derive(Clone, Copy)]
pub(super) struct Dragging {
    drag: RwSignal<Option<Drag>>,
    list: NodeRef<html::Div>,
}

impl Dragging {
    pub(super) fn new(list: NodeRef<html::Div>) -> Self {
        Self { drag: RwSignal::new(None), list }
    }

    /// The pointer takes hold of the row at `place`.
    pub(super) fn begin(self, place: usize, event: &PointerEvent) {
        let Some(list) = self.list.get_untracked() else { return };
        event.prevent_default();
        rows::hold_pointer(event);
        self.drag.set(Drag::new(rows::placed(&list), place, rows::pointer_y(event)));
    }

    /// The pointer goes on.
    pub(super) fn go_on(self, event: &PointerEvent) {
        if self.drag.with_untracked(Option::is_some) {
            rows::scroll_near_edge(event);
            let (y, rows) =
                (rows::pointer_y(event), self.list.get_untracked().map(|list| rows::placed(&list)));
            self.drag.update(|drag| {
                if let (Some(drag), Some(rows)) = (drag, rows) {
                    drag.go_to(y, rows);
                }
            });
        }
    }

    /// The pointer lets go: the row's new place, if that is another one.
    pub(super) fn let_go(self) -> Option<usize> {
        let drag = self.drag.try_update(Option::take).flatten()?;
        drag.moves().then(|| drag.lands_at())
    }

    /// Nothing is moved after all.
    pub(super) fn cancel(self) {
        self.drag.set(None);
    }

    /// How far the row at `place` is drawn from where it stands, as a CSS translation; nothing while all rest.
    pub(super) fn offset(self, place: usize) -> Option<String> {
        self.drag.with(|drag| drag.as_ref().map(|drag| format!("0 {:.0}px", drag.offset(place))))
    }

    /// Whether the row at `place` is the one on its way.
    pub(super) fn carries(self, place: usize) -> bool {
        self.drag.with(|drag| drag.as_ref().is_some_and(|drag| drag.carries(place)))
    }
}
