//! Planning an import a few records at a time, so that a page can paint, and drop it, in between.

use std::ops::{ControlFlow, Deref};

use super::making::Making;
use super::{ImportOptions, Plan, Whose, copies, diary, mine, take_over};
use crate::file::{Incoming, Progress, SetAside};
use crate::notebook::Notebook;
use crate::stamp::Stamp;

/// An import that is being planned.
#[derive(Debug)]
pub struct Planning<I> {
    incoming: I,
    making: Making,
    work: Work,
    /// How much there was to do in the beginning.
    of: usize,
    /// How much of what could not be read is named in the preview.
    named: usize,
}

/// How far it is; one for each way in which a file comes in.
#[derive(Debug)]
enum Work {
    Diary(diary::Work),
    Mine(mine::Work),
    TakeOver(take_over::Work),
    Copies(copies::Work),
}

impl<I: Deref<Target = Incoming>> Planning<I> {
    /// An import that is about to be planned: into the notebook as it is now, as if it came in now.
    pub fn new(notebook: &Notebook, incoming: I, options: &ImportOptions, stamp: &dyn Stamp) -> Self {
        let begin = |after, whose| Making::new(notebook.clone(), after, whose, options.clone(), stamp);
        let (making, work) = match &*incoming {
            Incoming::Diary(_) => {
                (begin(notebook.clone(), Whose::Diary), Work::Diary(diary::Work::default()))
            }
            Incoming::Notebook(file) if file.notebook == notebook.id() => {
                let making = begin(notebook.clone(), Whose::Mine);
                let work = mine::Work::new(&making);
                (making, Work::Mine(work))
            }
            Incoming::Notebook(file) if notebook.is_untouched() => {
                let making = begin(Notebook::new(file.notebook, file.me), Whose::TakeOver);
                (making, Work::TakeOver(take_over::Work::default()))
            }
            Incoming::Notebook(file) => {
                let making = begin(notebook.clone(), Whose::Copies);
                let work = copies::Work::new(&making, file);
                (making, Work::Copies(work))
            }
        };
        let mut planning = Self { incoming, making, work, of: 0, named: 0 };
        planning.of = planning.left();
        planning
    }

    /// Goes on with about `count` records. Breaks with the plan.
    pub fn step(mut self, count: usize) -> ControlFlow<Plan, Self> {
        for _ in 0..count.max(1) {
            if self.one().is_break() {
                return ControlFlow::Break(self.finish());
            }
        }
        ControlFlow::Continue(self)
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        Progress { done: self.of - self.left(), of: self.of }
    }

    fn one(&mut self) -> ControlFlow<()> {
        let making = &mut self.making;
        let worked = match (&mut self.work, &*self.incoming) {
            (Work::Diary(work), Incoming::Diary(diary)) => work.one(making, diary),
            (Work::Mine(work), Incoming::Notebook(file)) => work.one(making, file),
            (Work::TakeOver(work), Incoming::Notebook(file)) => work.one(making, file),
            (Work::Copies(work), Incoming::Notebook(file)) => work.one(making, file),
            // Each work was begun for what came in.
            _ => ControlFlow::Break(()),
        };
        if worked.is_continue() {
            return worked;
        }
        match set_aside(&self.incoming).get(self.named) {
            Some(aside) => {
                making.preview.set_aside.push(aside.clone());
                self.named += 1;
                ControlFlow::Continue(())
            }
            None => ControlFlow::Break(()),
        }
    }

    fn left(&self) -> usize {
        let left = match (&self.work, &*self.incoming) {
            (Work::Diary(work), Incoming::Diary(diary)) => work.left(diary),
            (Work::Mine(work), Incoming::Notebook(file)) => work.left(&self.making, file),
            (Work::TakeOver(work), Incoming::Notebook(file)) => work.left(file),
            (Work::Copies(work), Incoming::Notebook(file)) => work.left(file),
            _ => 0,
        };
        left + set_aside(&self.incoming).len() - self.named
    }

    fn finish(mut self) -> Plan {
        if let Incoming::Notebook(file) = &*self.incoming {
            self.making.preview.written = file.written;
        }
        self.making.finish()
    }
}

/// What could not be read.
fn set_aside(incoming: &Incoming) -> &[SetAside] {
    match incoming {
        Incoming::Notebook(file) => &file.set_aside,
        Incoming::Diary(diary) => &diary.set_aside,
    }
}
