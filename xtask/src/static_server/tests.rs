//! The host answers as a static host does, at the root and below a path, and lets go of its port.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use tempfile::TempDir;

use super::{StaticServer, WasmType};

fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("index.html"), "<p>hello</p>").unwrap();
    std::fs::write(dir.path().join("app.wasm"), b"\0asm").unwrap();
    dir
}

fn start(folder: &TempDir, base: &str) -> StaticServer {
    StaticServer::start(folder.path(), SocketAddr::from(([127, 0, 0, 1], 0)), base).unwrap()
}

fn address(server: &StaticServer) -> SocketAddr {
    let url = server.url();
    url.trim_start_matches("http://").split('/').next().unwrap().parse().unwrap()
}

fn get(server: &StaticServer, path: &str) -> String {
    let mut stream = TcpStream::connect(address(server)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_folder_answers_with_its_index_and_a_file_with_its_type() {
    let folder = folder();
    let server = start(&folder, "/");
    let index = get(&server, "/");
    assert!(index.starts_with("HTTP/1.1 200") && index.ends_with("<p>hello</p>"), "{index}");
    assert!(index.contains("content-type: text/html"), "{index}");
    assert!(get(&server, "/app.wasm").contains("content-type: application/wasm"));
    assert!(get(&server, "/goals").starts_with("HTTP/1.1 404"), "nothing is rewritten to the index");
    assert_eq!(server.requests(), ["GET / 200", "GET /app.wasm 200", "GET /goals 404"]);
}

#[test]
fn wasm_goes_by_another_type_or_none_where_that_is_wanted() {
    let folder = folder();
    let server = start(&folder, "/");
    server.type_wasm(WasmType::Other("text/plain"));
    assert!(get(&server, "/app.wasm").contains("content-type: text/plain\r\n"));
    assert!(get(&server, "/").contains("content-type: text/html"));
    server.type_wasm(WasmType::Unsaid);
    let answer = get(&server, "/app.wasm");
    assert!(answer.starts_with("HTTP/1.1 200") && !answer.contains("content-type"), "{answer}");
}

#[test]
fn what_is_on_its_way_arrives_when_it_may() {
    let folder = folder();
    let server = start(&folder, "/");
    server.keep_waiting(Some(".wasm"));
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| get(&server, "/app.wasm"));
        assert!(get(&server, "/").starts_with("HTTP/1.1 200"));
        assert_eq!(server.requests(), ["GET / 200"]);
        server.keep_waiting(None);
        assert!(waiting.join().unwrap().starts_with("HTTP/1.1 200"));
    });
}

#[test]
fn what_tells_of_a_new_build_is_never_kept_by_a_browser() {
    let folder = folder();
    std::fs::write(folder.path().join("sw.js"), "self;").unwrap();
    std::fs::write(folder.path().join("manifest.webmanifest"), "{}").unwrap();
    let server = start(&folder, "/");
    for (path, kind) in [
        ("/", "text/html"),
        ("/index.html", "text/html"),
        ("/sw.js", "text/javascript"),
        ("/manifest.webmanifest", "application/manifest+json"),
    ] {
        let answer = get(&server, path);
        assert!(answer.contains(&format!("content-type: {kind}")), "{answer}");
        assert!(answer.contains("cache-control: no-store"), "{answer}");
    }
    assert!(!get(&server, "/app.wasm").contains("no-store"));
}

#[test]
fn below_a_path_only_that_path_is_served() {
    let folder = folder();
    let server = start(&folder, "/x/y/");
    assert!(server.url().ends_with("/x/y/"));
    assert!(get(&server, "/x/y/app.wasm").starts_with("HTTP/1.1 200"));
    assert!(get(&server, "/app.wasm").starts_with("HTTP/1.1 404"));
    assert!(get(&server, "/x/y").contains("location: /x/y/"));
}

#[test]
fn a_stopped_host_frees_its_port_even_with_a_connection_open() {
    let folder = folder();
    let server = start(&folder, "/");
    let addr = address(&server);
    let _open = TcpStream::connect(addr).unwrap();
    server.stop();
    StaticServer::start(folder.path(), addr, "/").unwrap();
}
