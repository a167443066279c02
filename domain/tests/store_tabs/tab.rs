//! A tab: a person at it edits, imports, erases, deletes everything, reloads; meanwhile it hears of others and folds.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use uuid::Uuid;
use waymark_domain::change::NewEntry;
use waymark_domain::id::{NotebookId, PersonId, RecordId, ReplicaId};
use waymark_domain::record::Saw;
use waymark_domain::store::fold::Listed;
use waymark_domain::store::key::Epoch;
use waymark_domain::store::packing::Need;
use waymark_domain::store::{Heard, Identity, ImportError, KeyValueError, OpenError, Opened, Outcome, Store};
use waymark_domain::{Change, Notebook, goal};

use super::common::Run;
use super::schedule::Random;
use super::world::{Claim, World};

/// After how many steps at most a tab has the answer who lives.
const ANSWER: usize = 20;

/// What may happen in a history.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    pub locks: bool,
    pub new_epochs: bool,
}

pub struct Tab {
    number: usize,
    world: World,
    random: Random,
    rules: Rules,
    run: Run,
    store: Store<World>,
    notebook: Notebook,
    /// What a person has in a file: the notebook as it was once.
    backup: Notebook,
}

impl Tab {
    /// Opens the app, as `src/state/live.rs` does.
    pub fn open(number: usize, world: World, mut random: Random, rules: Rules) -> Self {
        world.step().events.entry(number).or_default();
        let replica = ReplicaId(random.next());
        let opened = open(&world, &mut random, replica);
        let Opened { store, notebook, .. } = opened;
        let run = Run::new(replica.0);
        let mut tab = Self { number, world, random, rules, run, store, backup: notebook.clone(), notebook };
        tab.take_part();
        tab
    }

    fn take_part(&mut self) {
        if self.rules.locks {
            self.world.step().living.insert(self.number, self.store.replica());
        }
        self.store.let_write(true);
        while self.rules.locks && !self.take_turn() {}
        let agreed = self.store.settle().unwrap_or(true);
        self.end_turn();
        if agreed { self.save(&[]) } else { self.start_over() }
    }

    /// One thing that happens at this tab.
    pub fn act(&mut self) {
        match self.random.below(100) {
            0..35 => self.edit(),
            35..55 => self.hear(),
            55..65 => self.look(),
            65..78 => self.fold(),
            78..84 => self.import(),
            84..90 => self.erase(),
            90..95 => self.reload(),
            95..98 if self.rules.new_epochs => self.delete_everything(),
            98..100 if self.rules.new_epochs => self.take_over(),
            _ => self.backup = self.notebook.clone(),
        }
    }

    /// The person comes back to the tab.
    pub fn look(&mut self) {
        let heard = self.store.reread(&mut self.notebook);
        self.take(&heard);
        self.unpack();
        self.save(&[]);
    }

    pub fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    pub fn store(&self) -> &Store<World> {
        &self.store
    }

    fn edit(&mut self) {
        let goals: Vec<_> = self.notebook.goals().map(|goal| (goal.id(), goal.0.saw("title"))).collect();
        let title = format!("{}", self.random.next() % 1_000_000);
        let change = if goals.is_empty() || self.random.once_in(4) {
            Change::AddGoal { title }
        } else {
            let (id, saw) = goals[self.random.below(goals.len())].clone();
            // A stale draft has seen nothing of what stands there.
            let saw = if self.random.once_in(5) { Saw::default() } else { saw };
            Change::Write { id, field: goal::TITLE, value: title.into(), saw }
        };
        let touched = self.notebook.apply(change, &mut self.run).unwrap();
        self.save(&touched.records);
    }

    fn erase(&mut self) {
        let ids: Vec<_> = self.notebook.goals().map(|goal| goal.id()).collect();
        if !ids.is_empty() {
            let id = ids[self.random.below(ids.len())];
            self.world.look().erased.insert(id);
            let touched = self.notebook.apply(Change::Erase(vec![id]), &mut self.run).unwrap();
            self.save(&touched.records);
        }
    }

    /// Brings back the backup, and a few entries with it.
    fn import(&mut self) {
        let mut after = self.notebook.clone();
        let mut touched: Vec<RecordId> = Vec::new();
        for record in self.backup.records() {
            after.join(record).unwrap();
            touched.push(record.id());
        }
        for _ in 0..self.random.below(4) {
            let entry = NewEntry { text: "from a file".into(), ..NewEntry::default() };
            touched.extend(after.apply(Change::AddEntry(entry), &mut self.run).unwrap().records);
        }
        match self.store.save_import(&after, &touched) {
            Ok(Outcome::Ended) => self.start_over(),
            Ok(outcome) => {
                self.notebook = after;
                self.claim(outcome);
            }
            Err(_) => {}
        }
    }

    fn hear(&mut self) {
        for _ in 0..=self.random.below(8) {
            let event = self.world.step().events.get_mut(&self.number).and_then(VecDeque::pop_front);
            let Some((key, value)) = event else { return };
            // A tab that sleeps misses some.
            if !self.random.once_in(10) {
                let heard = self.store.hear(&mut self.notebook, &key, value.as_deref());
                self.take(&heard);
            }
        }
    }

    fn fold(&mut self) {
        if self.rules.locks && self.take_turn() {
            if let Ok(listed) = self.store.list() {
                let living = self.ask_who_lives();
                // Where that is refused half way, everything is still there.
                self.store.fold(&mut self.notebook, &listed, &living).map(drop).unwrap_or_default();
                self.pack(&listed, &living);
            }
            self.end_turn();
        }
    }

    /// Whatever can be packed is; where that is refused half way, everything is still there.
    fn pack(&mut self, listed: &Listed, living: &BTreeSet<ReplicaId>) {
        let need = if self.random.once_in(2) { Need::High } else { Need::Low };
        let Ok(mut packing) = self.store.plan_packing(&self.notebook, listed, living, need) else { return };
        while self.store.pack_some(&mut self.notebook, &mut packing).is_ok_and(|(_, more)| more) {}
    }

    /// Reads what was packed, as it is done between other things.
    fn unpack(&mut self) {
        while self.store.has_unread() && self.store.read_pack(&mut self.notebook).is_ok() {}
    }

    /// The answer takes its time, and other tabs go on meanwhile.
    fn ask_who_lives(&mut self) -> BTreeSet<ReplicaId> {
        let living = self.world.ask_who_lives();
        (0..self.random.below(ANSWER)).for_each(|_| drop(self.world.step()));
        living
    }

    fn reload(&mut self) {
        self.gone();
        let replica = ReplicaId(self.random.next());
        let opened = open(&self.world, &mut self.random, replica);
        (self.store, self.notebook) = (opened.store, opened.notebook);
        self.run = Run::new(replica.0);
        self.backup = self.notebook.clone();
        self.take_part();
    }

    /// Everything was deleted in another tab.
    fn start_over(&mut self) {
        self.reload();
    }

    fn begins_to_delete(&self) {
        let mut browser = self.world.look();
        browser.epochs_begun += 1;
        browser.deletions += 1;
        browser.deleting.insert(self.number);
    }

    fn delete_everything(&mut self) {
        let replica = ReplicaId(self.random.next());
        let identity = identity(&mut self.random);
        let empty = Notebook::new(identity.notebook, identity.me);
        let random = self.random.next() as u32;
        self.begins_to_delete();
        let deleted = self.store.delete_everything(&empty, random, replica);
        self.world.look().deleting.remove(&self.number);
        if deleted.is_ok() {
            self.begin_epoch(empty);
            self.run = Run::new(replica.0);
            self.gone();
            self.take_part();
        }
    }

    fn take_over(&mut self) {
        let identity = identity(&mut self.random);
        let mut book = Notebook::new(identity.notebook, identity.me);
        let mut run = Run::new(self.random.next());
        for title in ["from", "a", "backup"] {
            book.apply(Change::AddGoal { title: title.into() }, &mut run).unwrap();
        }
        let random = self.random.next() as u32;
        self.world.look().epochs_begun += 1;
        let deletions = self.world.look().deletions;
        match self.store.take_over(&mut book, random) {
            Ok(Outcome::Ended) | Err(ImportError::Ended) => self.start_over(),
            Ok(outcome) => {
                self.begin_epoch(book);
                self.claim(outcome);
                if outcome == Outcome::Stored && !self.was_deleted_meanwhile(deletions) {
                    self.what_was_stored_until_now_came_along();
                }
            }
            Err(_) => {}
        }
    }

    /// Whether somebody deletes everything at the same moment: then what was stored before need not come along, and goes
    /// with all the rest when that tab begins again.
    fn was_deleted_meanwhile(&self, before: usize) -> bool {
        let browser = self.world.look();
        browser.deletions > before || !browser.deleting.is_empty()
    }

    /// Whatever other tabs had stored by the moment this one's backup came to count.
    fn what_was_stored_until_now_came_along(&self) {
        let here = super::open(&World { browser: Arc::clone(&self.world.browser), tab: None }).notebook;
        if here.id() != self.notebook.id() {
            return;
        }
        let mut browser = self.world.look();
        let ended = browser.ended.remove(&here.id()).unwrap();
        let came = |id: &RecordId| here.record(RecordId::derived(here.id(), id.uuid().as_bytes())).is_some();
        assert!(
            ended.difference(&browser.erased).all(came),
            "a backup was opened over something that was saved"
        );
    }

    fn begin_epoch(&mut self, notebook: Notebook) {
        (self.backup, self.notebook) = (notebook.clone(), notebook);
    }

    fn save(&mut self, touched: &[RecordId]) {
        match self.store.save(&self.notebook, touched.iter().copied()) {
            Outcome::Ended => self.start_over(),
            outcome => self.claim(outcome),
        }
    }

    fn take(&mut self, heard: &Heard) {
        match heard.outcome {
            Outcome::Ended => self.start_over(),
            outcome => self.claim(outcome),
        }
    }

    /// Tells the person that everything is saved, if it is said to be.
    fn claim(&self, outcome: Outcome) {
        if outcome == Outcome::Stored {
            let claim = Claim { epoch: self.store.identity().epoch, notebook: self.notebook.clone() };
            self.world.look().claims.insert(self.store.replica(), claim);
        }
    }

    fn take_turn(&self) -> bool {
        let mut browser = self.world.step();
        let free = browser.turn.is_none();
        if free {
            browser.turn = Some(self.number);
        }
        free
    }

    fn end_turn(&self) {
        self.world.look().turn.take_if(|holder| *holder == self.number);
    }

    /// What a browser does when a tab is gone.
    fn gone(&self) {
        self.world.look().living.remove(&self.number);
    }
}

fn open(world: &World, random: &mut Random, replica: ReplicaId) -> Opened<World> {
    loop {
        let claims: Vec<_> = world.look().claims.values().cloned().collect();
        match opened_and_read(world, random, replica) {
            Ok(opened) => {
                what_was_called_saved_is_shown(world, &claims, &opened);
                return opened;
            }
            // The person reloads the page.
            Err(error) => assert_eq!(error, KeyValueError::Blocked.into()),
        }
    }
}

fn opened_and_read(
    world: &World,
    random: &mut Random,
    replica: ReplicaId,
) -> Result<Opened<World>, OpenError> {
    let mut opened = Store::open(world.clone(), identity(random), replica)?;
    opened.store.read_all(&mut opened.notebook)?;
    Ok(opened)
}

/// What was called saved before the app opened is there at once, whatever other tabs did while it read.
fn what_was_called_saved_is_shown(world: &World, claims: &[Claim], opened: &Opened<World>) {
    let epoch = opened.store.identity().epoch;
    let now = World { browser: Arc::clone(&world.browser), tab: None };
    // Where everything was deleted meanwhile, this tab starts over anyway.
    if super::open(&now).store.identity().epoch == epoch {
        let shown = |claim: &Claim| claim.epoch != epoch || super::holds(&opened.notebook, &claim.notebook);
        assert!(claims.iter().all(shown), "a tab opened without something that was saved");
    }
}

fn identity(random: &mut Random) -> Identity {
    let uuid = Uuid::from_u64_pair(random.next(), random.next());
    Identity {
        epoch: Epoch::first(random.next() as u32),
        notebook: NotebookId::new(uuid),
        me: PersonId::new(uuid),
    }
}
