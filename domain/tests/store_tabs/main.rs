//! Several tabs at one storage, one step at a time in every order, crashing anywhere: what was called saved is stored, at
//! every moment; nothing is lost and nothing that was deleted comes back.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    reason = "a test that cannot go on should say so at once"
)]

#[path = "../common/mod.rs"]
mod common;
mod schedule;
mod tab;
mod world;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::thread;

use uuid::Uuid;
use waymark_domain::id::{NotebookId, PersonId, ReplicaId};
use waymark_domain::notebook::Joined;
use waymark_domain::record::Record;
use waymark_domain::store::key::{Epoch, Key};
use waymark_domain::store::pack::unpack;
use waymark_domain::store::packing::Need;
use waymark_domain::store::{Identity, Opened, Outcome, Store};
use waymark_domain::wire::decode_record;
use waymark_domain::{Change, Notebook};

use common::Run;
use schedule::{Crash, Random, Schedule};
use tab::{Rules, Tab};
use world::{Browser, World};

/// A text that cannot be read, and where it stands.
const DAMAGED: (&str, &str) = ("r:EPOCH:00000000000000dd:00000000-0000-0000-0000-0000000000dd", "{\"id\":");
/// As many packs as are put into one, where they are as small as these.
const SMALL_PACKS: usize = 4;

#[derive(Debug, Clone, Copy)]
struct History {
    seed: u64,
    tabs: usize,
    acts: usize,
    crash_once_in: usize,
    /// Units of room, if there is too little of it.
    quota: Option<usize>,
    /// Every so many operations the browser refuses one, if it does so at all.
    refuses_once_in: Option<usize>,
    /// Whether the tabs find a notebook, or all begin at once at an empty storage.
    begun: bool,
    rules: Rules,
}

#[test]
fn nothing_is_lost_between_tabs_that_crash_and_fold() {
    play(|seed| History { crash_once_in: 150, ..history(seed) });
}

#[test]
fn nothing_is_called_saved_that_is_not_where_there_is_no_room() {
    play(|seed| History { quota: Some(800 + (seed as usize * 97) % 4_000), ..history(seed) });
}

#[test]
fn nothing_is_called_saved_that_is_not_where_the_browser_refuses_now_and_then() {
    play(|seed| History {
        refuses_once_in: Some(3 + seed as usize % 29),
        crash_once_in: 400,
        ..history(seed)
    });
}

#[test]
fn nothing_deleted_comes_back_whoever_writes_meanwhile() {
    let rules = Rules { locks: true, new_epochs: true };
    play(|seed| History { rules, crash_once_in: 400, ..history(seed) });
}

#[test]
fn without_locks_nothing_is_folded_and_nothing_lost() {
    let rules = Rules { locks: false, new_epochs: true };
    play(|seed| History { rules, crash_once_in: 400, ..history(seed) });
}

#[test]
fn tabs_that_begin_at_once_agree_whose_notebook_it_is() {
    play(|seed| History { begun: false, acts: 3, crash_once_in: 60, ..history(seed) });
}

fn history(seed: u64) -> History {
    let rules = Rules { locks: true, new_epochs: false };
    let tabs = 2 + seed as usize % 3;
    History {
        seed,
        tabs,
        acts: 8,
        crash_once_in: usize::MAX,
        quota: None,
        refuses_once_in: None,
        begun: true,
        rules,
    }
}

/// Plays many histories, and far more in the full run. `WAYMARK_SEED` asks for one alone.
fn play(history: impl Fn(u64) -> History) {
    let number = if std::env::var_os("WAYMARK_FULL").is_some() { 5_000 } else { 250 };
    match std::env::var("WAYMARK_SEED").ok().and_then(|seed| seed.parse().ok()) {
        Some(seed) => live_through(history(seed)),
        None => (0..number).map(history).for_each(live_through),
    }
}

fn live_through(history: History) {
    let world = World { browser: Arc::default(), tab: None };
    if history.begun {
        // Without locks nobody packs.
        let packs = history.rules.locks && history.seed.is_multiple_of(2);
        begin(&world, if packs { SMALL_PACKS } else { 0 });
    }
    world.look().quota = history.quota;
    world.look().refuses_once_in = history.refuses_once_in;
    let schedule = Arc::new(Schedule::default());
    let mut random = Random::new(history.seed ^ 0x5EED);
    let tabs = thread::scope(|scope| {
        let tabs: Vec<_> = (0..history.tabs)
            .map(|number| {
                schedule.begin(number);
                let world =
                    World { browser: Arc::clone(&world.browser), tab: Some((number, Arc::clone(&schedule))) };
                scope.spawn(move || live(number, world, history))
            })
            .collect();
        let _over = schedule.over_at_last();
        while schedule.let_one_go(&mut random, history.crash_once_in) {
            if std::mem::take(&mut world.look().changed) {
                what_was_called_saved_is_stored(&world, history);
            }
        }
        let joined = |tab: thread::ScopedJoinHandle<_>| {
            tab.join().unwrap_or_else(|_| panic!("{history:?}: a tab failed, see above"))
        };
        tabs.into_iter().filter_map(joined).collect()
    });
    everything_is_there_at_the_end(&world, history, tabs);
}

/// One tab, from its opening to its last act, or to its crash.
fn live(number: usize, world: World, history: History) -> Option<Tab> {
    let (_, schedule) = world.tab.clone()?;
    let browser = world.clone();
    let lived = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let random = Random::new(history.seed.wrapping_mul(1_000_003) + number as u64);
        let mut tab = Tab::open(number, world, random, history.rules);
        for _ in 0..history.acts {
            tab.act();
        }
        tab
    }));
    if lived.is_err() {
        let mut left = browser.look();
        left.living.remove(&number);
        left.events.remove(&number);
        left.turn.take_if(|holder| *holder == number);
    }
    schedule.end(number);
    match lived {
        Ok(tab) => Some(tab),
        Err(crash) if crash.is::<Crash>() => None,
        Err(failure) => std::panic::resume_unwind(failure),
    }
}

/// Begins a notebook, with something in it that cannot be read, and so many packs of one goal each.
fn begin(world: &World, packs: usize) {
    let (Opened { mut store, mut notebook, .. }, mut run) = (open(world), Run::new(7));
    store.settle().unwrap();
    store.let_write(true);
    for _ in 0..packs {
        let added = notebook.apply(Change::AddGoal { title: "packed".into() }, &mut run).unwrap();
        store.save(&notebook, added.records);
        pack_all(&mut store, &mut notebook, Need::High);
    }
    let mut browser = world.look();
    let key = DAMAGED.0.replace("EPOCH", &store.identity().epoch.to_string());
    browser.texts.insert(key, DAMAGED.1.to_owned());
}

/// What a new tab would find.
fn open(world: &World) -> Opened<World> {
    let uuid = Uuid::from_u128(7);
    let identity =
        Identity { epoch: Epoch::first(7), notebook: NotebookId::new(uuid), me: PersonId::new(uuid) };
    let mut opened = Store::open(world.clone(), identity, ReplicaId(7)).unwrap();
    opened.store.read_all(&mut opened.notebook).unwrap();
    opened
}

/// What any tab called saved would be there if the browser were closed at this moment.
fn what_was_called_saved_is_stored(world: &World, history: History) {
    let Opened { store, notebook, .. } = open(world);
    let claims: Vec<_> = world.look().claims.values().cloned().collect();
    for claim in claims.iter().filter(|claim| claim.epoch == store.identity().epoch) {
        assert!(holds(&notebook, &claim.notebook), "{history:?}: something that was saved is gone");
    }
    let earlier: BTreeSet<_> = claims
        .iter()
        .filter(|claim| claim.epoch != store.identity().epoch)
        .flat_map(|claim| claim.notebook.records().map(|record| record.id()))
        .collect();
    let is_new = |record: &Arc<Record>| !earlier.contains(&record.id());
    assert!(notebook.records().all(is_new), "{history:?}: something that was deleted came back");
    an_epoch_never_goes_back(world, history, *store.identity());
    let damaged = world.look().texts.values().any(|text| text == DAMAGED.1);
    let begun = world.look().epochs_begun > 0 || !history.begun;
    assert!(damaged || begun, "{history:?}: what cannot be read was touched");
}

fn an_epoch_never_goes_back(world: &World, history: History, now: Identity) {
    let mut browser = world.look();
    if let Some(epoch) = browser.epoch.replace(now.epoch)
        && epoch != now.epoch
    {
        assert!(epoch < now.epoch || !history.begun, "{history:?}: epoch {epoch} went back to {}", now.epoch);
        let claims = browser.claims.values().filter(|claim| claim.epoch == epoch);
        let ended = claims.flat_map(|claim| claim.notebook.records()).map(|record| record.id()).collect();
        browser.ended.insert(now.notebook, ended);
    }
}

/// Whether a notebook has everything that another has.
fn holds(all: &Notebook, part: &Notebook) -> bool {
    part.records().all(|record| {
        let mut here = all.clone();
        here.join(record) == Ok(Joined::Same)
    })
}

/// Once there is room and every tab has looked again, they all show what is stored, and nothing else is stored.
fn everything_is_there_at_the_end(world: &World, history: History, mut tabs: Vec<Tab>) {
    world.look().quota = None;
    world.look().refuses_once_in = None;
    for _ in 0..2 {
        tabs.iter_mut().for_each(Tab::look);
    }
    let Opened { notebook, .. } = open(world);
    for tab in &tabs {
        assert!(tab.store().is_all_saved(), "{history:?}: there is room, and yet not all is stored");
        assert_eq!(*tab.notebook(), notebook, "{history:?}: a tab shows something else than is stored");
    }
    what_was_called_saved_is_stored(world, history);
    let mut last = open_alone(world);
    if history.rules.locks {
        fold_alone(&mut last);
        let folded = open(world).notebook;
        // What nobody called saved may still come along from before a backup was opened.
        let kept = last.store.identity().epoch.keeps() && holds(&folded, &notebook);
        assert!(kept || folded == notebook, "{history:?}: folding lost something");
        what_is_left_is_whole(world, history, &last);
    }
    no_content_of_what_was_erased_is_left(world, history, &notebook);
    let identities = world.look().texts.keys().filter(|key| key.starts_with("identity")).count();
    assert!(identities == 2 || !history.rules.locks, "{history:?}: an epoch that is over left its identity");
}

/// A run that opens when all others are gone, be it because all crashed.
fn open_alone(world: &World) -> Opened<World> {
    let mut last = open(world);
    last.store.let_write(true);
    assert!(last.store.settle().unwrap());
    assert_eq!(last.store.save(&last.notebook, []), Outcome::Stored);
    last
}

/// Folds what is left by all others, which are gone, and packs what can be packed.
fn fold_alone(last: &mut Opened<World>) {
    loop {
        let listed = last.store.list().unwrap();
        last.store.fold(&mut last.notebook, &listed, &BTreeSet::new()).unwrap();
        if last.store.list().unwrap() == listed {
            break;
        }
    }
    pack_all(&mut last.store, &mut last.notebook, Need::Low);
}

fn pack_all(store: &mut Store<World>, notebook: &mut Notebook, need: Need) {
    let (listed, nobody) = (store.list().unwrap(), BTreeSet::new());
    let mut packing = store.plan_packing(notebook, &listed, &nobody, need).unwrap();
    while store.pack_some(notebook, &mut packing).unwrap().1 {}
}

/// After folding there is one key a record, and nothing of another epoch or of an import that was never completed.
fn what_is_left_is_whole(world: &World, history: History, last: &Opened<World>) {
    let epoch = last.store.identity().epoch;
    let keys: Vec<Key> = world.look().texts.keys().filter_map(|key| key.parse().ok()).collect();
    assert!(keys.iter().all(|key| key.epoch() == epoch), "{history:?}: another epoch left {keys:?}");
    let records: Vec<_> = keys.iter().filter(|key| matches!(key, Key::Record(..))).collect();
    let is_damaged = |(name, text): &(&String, &String)| name.parse::<Key>().is_ok() && *text == DAMAGED.1;
    let damaged = world.look().texts.iter().filter(is_damaged).count();
    let mut ids: Vec<_> =
        records.iter().map(|key| key.to_string().split_off(key.to_string().len() - 36)).collect();
    let loose = ids.len() - damaged;
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len() - damaged, loose, "{history:?}: not folded {keys:?}");
    let packed = packs(&world.look()).into_iter().flat_map(|(_, records)| records);
    let all: BTreeSet<_> = packed.map(|record| record.id().to_string()).chain(ids).collect();
    assert_eq!(all.len() - damaged, last.notebook.records().len(), "{history:?}: not whole {keys:?}");
}

/// An import whose tab crashed in its midst counts for nothing. Folding sweeps it; without locks nothing does.
fn is_left_of_a_crash(browser: &Browser, history: History, key: &str) -> bool {
    let Ok(Key::Record(epoch, writer, _) | Key::Pack(epoch, writer, _)) = key.parse() else { return false };
    let marker = Key::Marker(epoch, writer).to_string();
    !history.rules.locks && writer.import.is_some() && !browser.texts.contains_key(&marker)
}

fn no_content_of_what_was_erased_is_left(world: &World, history: History, notebook: &Notebook) {
    let erased = |id| notebook.record(id).is_some_and(|record| record.is_erased());
    let browser = world.look();
    let loose =
        browser.texts.iter().filter_map(|(key, text)| Some((key.clone(), vec![decode_record(text).ok()?])));
    for (key, copies) in loose.chain(packs(&browser)) {
        for copy in copies {
            assert!(
                copy.is_erased() || !erased(copy.id()) || is_left_of_a_crash(&browser, history, &key),
                "{history:?}: content of an erased record is left in {key}"
            );
        }
    }
}

/// What stands in packs.
fn packs(browser: &Browser) -> Vec<(String, Vec<Record>)> {
    let packs = browser.texts.iter().filter(|(key, _)| matches!(key.parse(), Ok(Key::Pack(..))));
    packs.map(|(key, text)| (key.clone(), unpack(text).unwrap().records)).collect()
}
