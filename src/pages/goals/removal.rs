//! Taking things away: always into the trash, always with a way back at hand.

use waymark_domain::{Change, id::RecordId};

use crate::{
    browser::focus,
    route::{Route, navigate},
    state::notebook_store::NotebookStore,
    text::{goals, shell, t, tf},
    widgets::Toasts,
};

/// Moves a goal to the trash and goes back to the list.
pub(super) fn delete_goal(store: NotebookStore, toasts: Toasts, id: RecordId) {
    let title = store.with_untracked(|notebook| notebook.goal(id).map(|goal| goal.title().to_owned()));
    let Some(title) = title else { return };
    if store.apply(Change::Delete(vec![id])).is_ok() {
        navigate(&Route::Goals);
        toasts.offer(tf(goals::GoalDeleted, &[("title", &title)]), t(shell::Undo), move || {
            if store.apply(Change::Restore(vec![id])).is_ok() {
                navigate(&Route::Goal(id.uuid()));
            }
        });
    }
}

/// Moves a part of a goal to the trash. `next` finds what takes the focus; brought back, it takes it itself.
pub(super) fn delete_part(
    store: NotebookStore,
    toasts: Toasts,
    id: RecordId,
    said: String,
    next: String,
    itself: String,
) {
    if store.apply(Change::Delete(vec![id])).is_ok() {
        focus::soon(next);
        toasts.offer(said, t(shell::Undo), move || {
            if store.apply(Change::Restore(vec![id])).is_ok() {
                focus::soon(itself.clone());
            }
        });
    }
}
