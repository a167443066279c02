//! Every measure, in the order in which they build on each other, and the table they come to.

mod importing;
mod keys;
mod memory;
mod mentees;
mod nodes;
mod numbers;
mod probe;
mod received;
mod searching;
mod site;
mod stage;
mod starting;
mod storing;
mod table;
mod transfer;
mod typing;
#[path = "../../../domain/tests/common/weekly.rs"]
mod weekly;
mod writing;

use std::path::Path;

use tokio::runtime::Builder;

use stage::Stage;
use table::Table;

/// Measures everything, prints the table, and writes it to `file`.
pub fn run(file: &Path) {
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let table = runtime.block_on(measure()).to_string();
    println!("\n{table}");
    std::fs::write(file, table).expect("the table can be written");
}

async fn measure() -> Table {
    let stage = Stage::set_up().await;
    let mut table = Table::of(&stage).await;
    table.add(transfer::row());
    table.add(starting::empty(&stage).await);
    let nodes_with_few = nodes::with_few_entries(&stage).await;
    table.add(importing::row(&stage).await);
    table.add_all(starting::with_the_diary(&stage).await);
    table.add_all(searching::rows(&stage).await);
    table.add(nodes::row(&stage, nodes_with_few).await);
    table.add(memory::row(&stage).await);
    table.add_all(storing::rows(&stage).await);
    table.add_all(typing::rows(&stage).await);
    table.add(writing::row(&stage).await);
    table.add_all(received::rows(&stage).await);
    stage.close().await;
    table
}
