//! What is measured: the app, the floor and the wiki, each from a server, so an origin and a storage, of its own.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use xtask::static_server::StaticServer;

/// Where things are on a page, as selectors.
#[derive(Debug, Clone, Copy)]
pub struct Places {
    /// The field that is there to write in from the start.
    pub write: &'static str,
    /// The newest entry, as it shows at the start.
    pub newest: &'static str,
    /// The search.
    pub search: &'static str,
    /// The text of an entry that is open to be changed.
    pub entry: &'static str,
    /// Whether it has the browser keep its files, behind the first page.
    pub keeps_itself: bool,
}

/// The app.
pub const WAYMARK: Places = Places {
    write: "#before textarea, .prompt-field textarea",
    newest: "[aria-labelledby=latest-entry]",
    search: "input[type=search]",
    entry: "textarea.writing-page",
    keeps_itself: true,
};

/// A plain page.
pub const FLOOR: Places =
    Places { write: "#place", newest: "#newest", search: "#search", entry: "#place", keeps_itself: false };

/// `TiddlyWiki`. What takes letters there from the start is its search.
pub const WIKI: Places = Places {
    write: ".tc-sidebar-scrollable input[type=search]",
    newest: ".tc-tiddler-body",
    search: ".tc-sidebar-scrollable input[type=search]",
    entry: "textarea.tc-edit-texteditor-body",
    keeps_itself: false,
};

/// A page under an address of its own.
pub struct Site {
    /// Its address.
    pub url: String,
    /// Where things are on it.
    pub places: Places,
    _server: Option<StaticServer>,
}

impl Site {
    /// A site that another server serves.
    pub fn at(url: &str, places: Places) -> Self {
        Self { url: url.to_owned(), places, _server: None }
    }

    /// A site from a folder.
    pub fn from_folder(folder: &Path, places: Places) -> Self {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let server = StaticServer::start(folder, address, "/").expect("the page is served");
        Self { url: server.url(), places, _server: Some(server) }
    }
}
