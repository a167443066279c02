//! What can be done with the steps of one trail. Every move is said, and the focus is never lost.

use leptos::{ev::PointerEvent, html, prelude::*};
use waymark_domain::{
    Change, Notebook,
    by_id::ById,
    id::RecordId,
    progress::{Trail, TrailMark},
    step::{Step, StepStatus},
};

use super::{dragging::Dragging, removal};
use crate::{
    browser::{clock, focus},
    memo::Memo,
    pages::shared::refusal::refusal,
    state::notebook_store::{NotebookStore, use_notebook},
    text::{goals, t, tf},
    widgets::{Announcer, Toasts, use_announcer, use_toasts},
};

/// One goal's trail and what can be done with it.
#[derive(Clone, Copy)]
pub(super) struct TrailDesk {
    pub(super) goal: RecordId,
    pub(super) store: NotebookStore,
    marks: Memo<Vec<(RecordId, TrailMark)>>,
    /// Where each step is among the others.
    places: Memo<ById<usize>>,
    resting: Memo<ById<u64>>,
    /// A step whose row stays in the page: one that is moved, or may come back.
    kept: RwSignal<Option<RecordId>>,
    opened: RwSignal<Option<RecordId>>,
    pub(super) dragging: Dragging,
    announcer: Announcer,
    toasts: Toasts,
}

impl TrailDesk {
    /// Made by the trail, found by everything in it with [`TrailDesk::here`].
    pub(super) fn provide(goal: RecordId, list: NodeRef<html::Div>) -> Self {
        let store = use_notebook();
        let marks = store.memo(move |notebook| notebook.trail_marks(goal));
        let places = move |_: Option<&_>| {
            marks.with(|marks| marks.iter().enumerate().map(|(place, (id, _))| (*id, place)).collect())
        };
        let desk = Self {
            goal,
            store,
            marks,
            places: Memo::new(places),
            kept: RwSignal::new(None),
            resting: store.memo(move |notebook| resting(notebook, goal)),
            opened: RwSignal::new(None),
            dragging: Dragging::new(list),
            announcer: use_announcer(),
            toasts: use_toasts(),
        };
        provide_context(desk);
        desk
    }

    pub(super) fn here() -> Self {
        expect_context()
    }

    /// The steps in their order.
    pub(super) fn steps(self) -> Vec<RecordId> {
        self.marks.with(|marks| marks.iter().map(|(id, _)| *id).collect())
    }

    pub(super) fn mark(self, id: RecordId) -> TrailMark {
        let place = self.place(id);
        self.marks.with(|marks| marks.get(place).map_or(TrailMark::Ahead, |(_, mark)| *mark))
    }

    /// The index of a step among the others.
    pub(super) fn place(self, id: RecordId) -> usize {
        self.places.with(|places| places.get(id).copied().unwrap_or_default())
    }

    pub(super) fn count(self) -> usize {
        self.marks.with(Vec::len)
    }

    /// Where they stand, all in all.
    pub(super) fn trail(self) -> Trail {
        self.marks.with(|marks| marks.iter().map(|(_, mark)| *mark).collect())
    }

    /// The step whose row stays in the page wherever the window is.
    pub(super) fn kept(self) -> Option<RecordId> {
        self.kept.get()
    }

    /// A pointer takes hold of a step.
    pub(super) fn take(self, id: RecordId, event: &PointerEvent) {
        self.kept.set(Some(id));
        self.dragging.begin(untrack(|| self.place(id)), event);
    }

    pub(super) fn text(self, id: RecordId) -> String {
        self.store.with(|notebook| notebook.step(id).map(|step| step.text().to_owned()).unwrap_or_default())
    }

    /// How many weeks a step has rested, if it is three or more.
    pub(super) fn weeks_rested(self, id: RecordId) -> Option<u64> {
        self.resting.with(|resting| resting.get(id).copied())
    }

    /// Whether everything about a step is unfolded.
    pub(super) fn is_open(self, id: RecordId) -> bool {
        self.opened.get() == Some(id)
    }

    pub(super) fn toggle_open(self, id: RecordId) {
        self.opened.update(|opened| *opened = (*opened != Some(id)).then_some(id));
    }

    /// Ticks a step, or takes the tick back.
    pub(super) fn tick(self, id: RecordId) {
        let done = self.is_at(id, StepStatus::Done);
        self.set_status(id, if done { StepStatus::Todo } else { StepStatus::Done });
    }

    /// Leaves a step out, or takes it up again.
    pub(super) fn skip(self, id: RecordId) {
        let skipped = self.is_at(id, StepStatus::Skipped);
        self.set_status(id, if skipped { StepStatus::Todo } else { StepStatus::Skipped });
    }

    pub(super) fn delete(self, id: RecordId) {
        let said = tf(goals::StepDeleted, &[("step", &untrack(|| self.text(id)))]);
        self.kept.set(Some(id));
        let next = self.neighbour(id).map_or_else(|| ".trail-add input".into(), mark_of);
        removal::delete_part(self.store, self.toasts, id, said, next, mark_of(id));
    }

    /// Moves a step one place up (−1) or down (1).
    pub(super) fn move_by(self, id: RecordId, by: isize) {
        let (place, count) = untrack(|| (self.place(id), self.count()));
        if let Some(to) = place.checked_add_signed(by).filter(|to| *to < count) {
            self.move_to(id, to);
        } else {
            self.say_place(place);
        }
    }

    fn move_to(self, id: RecordId, to: usize) {
        focus::keep(|| {
            if self.store.apply(Change::MoveStep { id, to }).is_ok() {
                self.say_place(to);
            }
        });
    }

    fn say_place(self, place: usize) {
        let (place, count) = ((place + 1).to_string(), untrack(|| self.count()).to_string());
        self.announcer.say(tf(goals::MovedTo, &[("place", &place), ("count", &count)]));
    }

    /// Says what was added.
    pub(super) fn say_added(self) {
        self.announcer.say(t(goals::StepAdded));
    }

    /// Puts the step that was on its way where it was let go.
    pub(super) fn drop(self, id: RecordId) {
        if let Some(to) = self.dragging.let_go() {
            self.move_to(id, to);
        }
    }

    fn is_at(self, id: RecordId, status: StepStatus) -> bool {
        let step = self.store.with_untracked(|notebook| notebook.step(id));
        step.as_ref().map(Step::status) == Some(status)
    }

    fn set_status(self, id: RecordId, status: StepStatus) {
        if let Err(error) = self.store.apply(Change::SetStepStatus { id, status }) {
            self.announcer.say(refusal(error));
        }
    }

    /// Who is next to a step: the one after it, or before it at the end.
    fn neighbour(self, id: RecordId) -> Option<RecordId> {
        let steps = untrack(|| self.steps());
        let place = steps.iter().position(|step| *step == id)?;
        steps.get(place + 1).or_else(|| steps.get(place.checked_sub(1)?)).copied()
    }
}

fn resting(notebook: &Notebook, goal: RecordId) -> ById<u64> {
    let resting = notebook.resting_steps(clock::now()).into_iter();
    resting.filter(|step| step.goal.id() == goal).map(|step| (step.step.id(), step.weeks)).collect()
}

/// Finds the marker of a step.
fn mark_of(id: RecordId) -> String {
    format!("[data-step=\"{id}\"] .trail-mark")
}
