//! A device that opens a file a week, as the app does: each is stored as an import, and what there is to pack is packed.

use std::collections::BTreeSet;

use waymark_domain::Notebook;
use waymark_domain::file::{self, OpenedShare, Read, ShareOptions, plan_share};
use waymark_domain::id::ReplicaId;
use waymark_domain::mentoring::share::ShareFile;
use waymark_domain::store::key::Epoch;
use waymark_domain::store::key_value::{KeyValue, units};
use waymark_domain::store::memory::Memory;
use waymark_domain::store::packing::Need;
use waymark_domain::store::{Identity, Store};

use super::common::{Run, notebook};

pub struct Device<'a> {
    kv: &'a Memory,
    store: Store<&'a Memory>,
    pub book: Notebook,
    run: Run,
    /// The most room that was ever taken, in UTF-16 units.
    pub most: usize,
}

impl<'a> Device<'a> {
    pub fn new(kv: &'a Memory, replica: u64) -> Self {
        let book = notebook(2);
        let (store, book) = open(kv, &book, replica);
        Self { kv, store, book, run: Run::new(replica), most: 0 }
    }

    /// Opens a file and stores it.
    pub fn receive(&mut self, text: &str) {
        let plan = plan_share(&self.book, &opened(text), &ShareOptions::default(), &mut self.run).unwrap();
        let touched = self.book.import(plan).unwrap().records;
        self.store.save_import(&self.book, &touched).unwrap();
        self.most = self.most.max(self.taken());
    }

    /// Packs until nothing is left to pack.
    pub fn tidy(&mut self, need: Need) {
        loop {
            let (listed, living) = (self.store.list().unwrap(), BTreeSet::from([self.store.replica()]));
            let mut packing = self.store.plan_packing(&self.book, &listed, &living, need).unwrap();
            let before = self.kv.keys().unwrap();
            while self.store.pack_some(&mut self.book, &mut packing).unwrap().1 {}
            if self.kv.keys().unwrap() == before {
                return;
            }
        }
    }

    /// The app is closed and opened again, as another run.
    pub fn reload(&mut self) {
        let replica = self.run.replica + 100;
        let (store, book) = open(self.kv, &self.book, replica);
        assert!(book == self.book, "something was lost");
        let now = self.run.now.get();
        (self.store, self.book, self.run) = (store, book, Run::new(replica));
        self.run.now.set(now);
    }

    /// How much room is taken, in UTF-16 units.
    pub fn taken(&self) -> usize {
        let keys = self.kv.keys().unwrap();
        keys.iter().map(|key| units(key) + units(&self.kv.get(key).unwrap().unwrap())).sum()
    }
}

fn open<'a>(kv: &'a Memory, book: &Notebook, replica: u64) -> (Store<&'a Memory>, Notebook) {
    let identity = Identity { epoch: Epoch::first(1), notebook: book.id(), me: book.me() };
    let mut opened = Store::open(kv, identity, ReplicaId(replica)).unwrap();
    assert!(opened.store.settle().unwrap());
    opened.store.let_write(true);
    opened.store.read_all(&mut opened.notebook).unwrap();
    (opened.store, opened.notebook)
}

pub fn opened(text: &str) -> OpenedShare {
    let Read::Share(opened) = file::read(text.as_bytes()).unwrap() else { panic!("no share file") };
    *opened
}

pub fn read(text: &str) -> ShareFile {
    opened(text).file
}
