//! One tab packs what it wrote.

use super::*;
use crate::change::NewEntry;
use crate::entry;
use crate::record::Saw;
use crate::store::packing::Need;

struct Tab<'a> {
    kv: &'a Memory,
    opened: Opened<&'a Memory>,
    stamp: TestStamp,
}

impl<'a> Tab<'a> {
    fn begin(kv: &'a Memory) -> Self {
        let mut opened = open(kv, 1);
        assert!(opened.store.settle().unwrap());
        opened.store.let_write(true);
        Self { kv, opened, stamp: TestStamp::new(1) }
    }

    fn write(&mut self, count: usize) -> Vec<RecordId> {
        let new =
            |number| NewEntry { text: format!("{number} {}", "word ".repeat(400)), ..NewEntry::default() };
        let mut ids = Vec::new();
        for number in 0..count {
            let added = self.opened.notebook.apply(Change::AddEntry(new(number)), &mut self.stamp).unwrap();
            self.opened.store.save(&self.opened.notebook, added.records);
            ids.extend(added.created);
        }
        ids
    }

    fn write_again(&mut self, ids: &[RecordId]) {
        for id in ids {
            let saw: Saw = self.opened.notebook.record(*id).unwrap().saw(entry::TEXT.name);
            let write = Change::Write { id: *id, field: entry::TEXT, value: "again".into(), saw };
            let touched = self.opened.notebook.apply(write, &mut self.stamp).unwrap();
            self.opened.store.save(&self.opened.notebook, touched.records);
        }
    }

    fn pack(&mut self, need: Need) {
        let Opened { store, notebook, .. } = &mut self.opened;
        let listed = store.list().unwrap();
        let living = BTreeSet::from([store.replica()]);
        let mut packing = store.plan_packing(notebook, &listed, &living, need).unwrap();
        while store.pack_some(notebook, &mut packing).unwrap().1 {}
    }

    /// How many records stand loose, and the names of the packs.
    fn stands(&self) -> (usize, Vec<String>) {
        let keys = self.kv.keys().unwrap();
        let (packs, loose): (Vec<_>, Vec<_>) = keys
            .into_iter()
            .filter(|key| key.starts_with("p:") || key.starts_with("r:"))
            .partition(|key| key.starts_with("p:"));
        (loose.len(), packs)
    }

    /// What another run finds.
    fn is_all_there(&self) {
        let mut again = open(self.kv, 2);
        again.store.read_all(&mut again.notebook).unwrap();
        assert_eq!(again.notebook, self.opened.notebook);
        assert!(again.store.unreadable().is_empty());
    }
}

#[test]
fn the_oldest_is_packed_as_soon_as_too_much_stands_loose() {
    let kv = Memory::default();
    let mut tab = Tab::begin(&kv);
    let ids = tab.write(25);
    tab.pack(Need::Low);
    assert_eq!(tab.stands(), (25, Vec::new()), "that much may stand loose");
    tab.write(15);
    let before = kv.used();
    tab.pack(Need::Low);
    let (loose, packs) = tab.stands();
    assert!((15..20).contains(&loose) && packs.len() == 1, "{loose} {packs:?}");
    assert!(kv.used() < before / 2);
    let key = |id: &RecordId| kv.keys().unwrap().iter().any(|key| key.ends_with(&id.to_string()));
    assert!(!ids.iter().take(20).any(key), "the oldest went first");
    tab.is_all_there();
}

#[test]
fn a_pack_of_which_most_was_written_again_is_written_anew() {
    let kv = Memory::default();
    let mut tab = Tab::begin(&kv);
    let ids = tab.write(50);
    tab.pack(Need::High);
    let (_, first) = tab.stands();
    tab.write_again(&ids[..20]);
    tab.pack(Need::Low);
    assert_eq!(tab.stands().1, first, "most of it still counts");
    tab.write_again(&ids[20..30]);
    tab.pack(Need::Low);
    let (loose, packs) = tab.stands();
    assert_eq!((loose, packs.len()), (0, 1));
    assert_ne!(packs, first);
    tab.is_all_there();
}

#[test]
fn many_small_packs_become_one() {
    let kv = Memory::default();
    let mut tab = Tab::begin(&kv);
    for packs in 1..=3 {
        tab.write(2);
        tab.pack(Need::High);
        assert_eq!(tab.stands().1.len(), packs);
    }
    tab.write(2);
    tab.pack(Need::High);
    tab.pack(Need::Low);
    assert_eq!(tab.stands().1.len(), 1);
    tab.is_all_there();
}

#[test]
fn however_little_is_packed_at_a_time_there_are_few_packs_and_nothing_is_written_often() {
    const ENTRIES: usize = 100;
    let kv = Memory::default();
    let mut tab = Tab::begin(&kv);
    let (mut known, mut written, mut most) = (BTreeSet::new(), 0, 0);
    for _ in 0..ENTRIES {
        tab.write(1);
        tab.pack(Need::High);
        let packs = tab.stands().1;
        most = most.max(packs.len());
        for pack in packs.into_iter().filter(|pack| known.insert(pack.clone())) {
            written += crate::store::pack::unpack(&kv.get(&pack).unwrap().unwrap()).unwrap().records.len();
        }
    }
    // Sixteen entries are enough for a pack that is not small; four are one in between.
    assert!(written <= 3 * ENTRIES, "{written}");
    assert!(most <= ENTRIES / 16 + 2 * 4, "{most}");
    tab.is_all_there();
}

#[test]
fn where_there_is_little_room_less_is_packed_at_a_time_until_all_is_saved() {
    let kv = Memory::default();
    let mut tab = Tab::begin(&kv);
    tab.write(120);
    kv.set_quota(kv.used() + 900);
    let added = tab.write(1);
    assert!(!tab.opened.store.is_all_saved());
    tab.pack(Need::High);
    assert!(tab.opened.store.is_all_saved() && kv.used() < 100_000, "{}", kv.used());
    assert!(tab.opened.notebook.entry(added[0]).is_some());
    tab.is_all_there();
}

#[test]
fn what_is_erased_leaves_its_pack_also_where_there_is_no_room() {
    let kv = Memory::default();
    let mut tab = Tab::begin(&kv);
    let ids = tab.write(40);
    tab.pack(Need::High);
    let names = tab.stands().1;
    let erased = tab.opened.notebook.apply(Change::Erase(ids[..10].to_vec()), &mut tab.stamp).unwrap();
    tab.opened.store.save(&tab.opened.notebook, erased.records);
    kv.set_quota(kv.used());
    assert!(tab.opened.store.with_erased_content(&tab.opened.notebook).is_some());
    tab.pack(Need::Low);
    assert!(tab.opened.store.with_erased_content(&tab.opened.notebook).is_none());
    assert_eq!(tab.stands().1, names);
    let inside = crate::store::pack::unpack(&kv.get(&names[0]).unwrap().unwrap()).unwrap().records;
    assert!(inside.iter().all(|record| record.is_erased() == ids[..10].contains(&record.id())));
    tab.is_all_there();
}

#[test]
fn what_another_tab_packed_is_read_when_it_is_heard_of() {
    let kv = Memory::default();
    let mut tab = Tab::begin(&kv);
    tab.write(3);
    let mut other = open(&kv, 2);
    tab.write(3);
    tab.pack(Need::High);
    assert!(!other.store.has_unread());
    let name = tab.stands().1.remove(0);
    let text = kv.get(&name).unwrap();
    other.store.hear(&mut other.notebook, &name, text.as_deref());
    assert!(other.store.has_unread());
    other.store.read_all(&mut other.notebook).unwrap();
    assert_eq!(other.notebook, tab.opened.notebook);
    // A tab that slept and heard nothing finds it too.
    let mut sleeper = open(&kv, 3);
    assert_eq!(sleeper.store.reread(&mut sleeper.notebook).changed, []);
    sleeper.store.read_all(&mut sleeper.notebook).unwrap();
    assert_eq!(sleeper.notebook, tab.opened.notebook);
}

#[test]
fn what_is_erased_in_a_pack_alone_for_lack_of_room_is_gone_in_other_tabs_too() {
    let kv = Memory::default();
    let mut tab = Tab::begin(&kv);
    let id = tab.write(3)[0];
    tab.pack(Need::High);
    let (mut other, mut sleeper) = (open(&kv, 2), open(&kv, 3));
    for Opened { store, notebook, .. } in [&mut other, &mut sleeper] {
        store.read_all(notebook).unwrap();
    }
    kv.set_quota(kv.used());
    let erased = tab.opened.notebook.apply(Change::Erase(vec![id]), &mut tab.stamp).unwrap();
    tab.opened.store.save(&tab.opened.notebook, erased.records);
    assert_eq!(tab.stands().0, 0, "there is no room for it beside the pack");
    tab.pack(Need::Low);
    let name = tab.stands().1.remove(0);
    other.store.hear(&mut other.notebook, &name, kv.get(&name).unwrap().as_deref());
    sleeper.store.reread(&mut sleeper.notebook);
    for Opened { store, notebook, .. } in [&mut other, &mut sleeper] {
        store.read_all(notebook).unwrap();
        assert!(notebook.record(id).unwrap().is_erased());
    }
}

/// Every value cut off, and every value with one unit changed: the rest opens, and the bytes stay as they are.
#[test]
fn a_damaged_pack_is_listed_and_left_alone_and_the_rest_opens() {
    let kv = Memory::default();
    let mut tab = Tab::begin(&kv);
    tab.write(5);
    tab.pack(Need::High);
    tab.write(5);
    tab.pack(Need::High);
    let (_, packs) = tab.stands();
    for name in &packs {
        let whole = kv.get(name).unwrap().unwrap();
        let cut: String = whole.chars().take(whole.chars().count() / 2).collect();
        let other: String = whole.chars().rev().collect();
        for damaged in ["", &cut, &other] {
            kv.set(name, damaged).unwrap();
            let mut again = open(&kv, 5);
            again.store.read_all(&mut again.notebook).unwrap();
            assert_eq!(again.notebook.entries().count(), 5);
            assert_eq!(again.store.unreadable()[0].raw, damaged);
            let listed = again.store.list().unwrap();
            let mut packing =
                again.store.plan_packing(&again.notebook, &listed, &BTreeSet::new(), Need::High).unwrap();
            while again.store.pack_some(&mut again.notebook, &mut packing).unwrap().1 {}
            assert_eq!(kv.get(name).unwrap().as_deref(), Some(damaged));
        }
        kv.set(name, &whole).unwrap();
    }
}
