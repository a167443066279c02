//! Serves a folder as a plain static host does: right types, no rewriting, 404 for what is not there.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LAST_MODIFIED};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use axum::serve::ListenerExt as _;
use tokio::net::TcpStream;
use tokio::sync::{oneshot, watch};
use tower::ServiceExt as _;
use tower_http::services::ServeDir;

/// A running static host. It stops, and frees its port, when it is dropped.
pub struct StaticServer {
    url: String,
    log: RequestLog,
    ways: SharedWays,
    on_their_way: watch::Sender<Option<&'static str>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

type RequestLog = Arc<Mutex<Vec<String>>>;
type SharedWays = Arc<Mutex<Ways>>;

/// In what it is unlike a good host.
#[derive(Clone, Copy, Default)]
struct Ways {
    /// Requests with this in their path are not answered well.
    holds_back: Option<&'static str>,
    types_wasm: WasmType,
}

/// What a host says that a `.wasm` file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WasmType {
    /// `application/wasm`.
    #[default]
    Right,
    /// Something else.
    Other(&'static str),
    /// Nothing.
    Unsaid,
}

#[derive(Clone)]
struct Site {
    folder: ServeDir,
    base: String,
    log: RequestLog,
    ways: SharedWays,
    on_their_way: watch::Receiver<Option<&'static str>>,
}

impl StaticServer {
    /// Serves `dir` below `base`, which is `"/"` or like `"/any/path/"`. Port 0 picks a free port.
    /// Fails when the port is taken.
    pub fn start(dir: impl Into<PathBuf>, addr: SocketAddr, base: &str) -> io::Result<Self> {
        let base = with_slashes(base);
        let listener = TcpListener::bind(addr)?;
        listener.set_nonblocking(true)?;
        let url = format!("http://{}{base}", listener.local_addr()?);
        let log = RequestLog::default();
        let ways = SharedWays::default();
        let folder = ServeDir::new(dir.into());
        let (on_their_way, waiting) = watch::channel(None);
        let site =
            Site { folder, base, log: Arc::clone(&log), ways: Arc::clone(&ways), on_their_way: waiting };
        let (stop, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().build()?;
        // A thread of its own, so that stopping works inside and outside of asynchronous tests.
        let thread = std::thread::Builder::new().name("static-server".into()).spawn(move || {
            runtime.block_on(serve(listener, site, stopped));
            runtime.shutdown_timeout(Duration::from_secs(2));
        })?;
        Ok(Self { url, log, ways, on_their_way, stop: Some(stop), thread: Some(thread) })
    }

    /// The address of the served folder, with the slash at its end.
    pub fn url(&self) -> String {
        self.url.clone()
    }

    /// Every request so far, in order, like `GET /any/path/icon.svg 200`.
    pub fn requests(&self) -> Vec<String> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From now on the host fails for every path that has `part` in it, as a network does that comes and goes; with nothing
    /// it gives everything again.
    pub fn hold_back(&self, part: Option<&'static str>) {
        self.ways().holds_back = part;
    }

    /// From now on every path that has `part` in it is on its way, as with a slow network; with nothing all of them arrive.
    pub fn keep_waiting(&self, part: Option<&'static str>) {
        self.on_their_way.send_replace(part);
    }

    /// From now on the host says this of every `.wasm` file.
    pub fn type_wasm(&self, kind: WasmType) {
        self.ways().types_wasm = kind;
    }

    fn ways(&self) -> MutexGuard<'_, Ways> {
        self.ways.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops now: open connections are closed and the port is free when this returns.
    pub fn stop(self) {
        drop(self);
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            eprintln!("The server stopped after a fault of its own. Start it again.");
        }
    }
}

impl Drop for StaticServer {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            eprintln!("The server had already stopped after a fault of its own.");
        }
    }
}

async fn serve(listener: TcpListener, site: Site, stopped: oneshot::Receiver<()>) {
    let serving = async {
        let listener = tokio::net::TcpListener::from_std(listener)?.tap_io(send_at_once);
        axum::serve(listener, Router::new().fallback(answer).with_state(site)).await
    };
    tokio::select! {
        // The sender is dropped to stop, so an error here is the expected message.
        _ = stopped => {}
        outcome = serving => if let Err(error) = outcome { eprintln!("The server stopped: {error}") },
    }
}

/// As every host does: the end of a file is not held back until its beginning has been acknowledged.
fn send_at_once(stream: &mut TcpStream) {
    if let Err(error) = stream.set_nodelay(true) {
        eprintln!("A connection will be slow: {error}");
    }
}

async fn answer(State(site): State<Site>, request: Request) -> Response {
    let line = format!("{} {}", request.method(), request.uri());
    let response = respond(&site, request).await;
    let line = format!("{line} {}", response.status().as_u16());
    site.log.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    response
}

async fn respond(site: &Site, mut request: Request) -> Response {
    let path = request.uri().path();
    let is_on_its_way = |waiting: Option<&str>| waiting.is_some_and(|part| path.contains(part));
    // Once the server stops, nobody waits for an answer.
    drop(site.on_their_way.clone().wait_for(|waiting| !is_on_its_way(*waiting)).await);
    let ways = *site.ways.lock().unwrap_or_else(PoisonError::into_inner);
    if ways.holds_back.is_some_and(|part| path.contains(part)) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let Some(inside) = path.strip_prefix(site.base.as_str()) else {
        let to_base = format!("{path}/") == site.base;
        return if to_base { Redirect::to(&site.base).into_response() } else { not_found() };
    };
    let Ok(uri) = Uri::try_from(format!("/{inside}")) else { return not_found() };
    let keeps_its_name = keeps_its_name(uri.path());
    let is_wasm = Path::new(uri.path()).extension() == Some("wasm".as_ref());
    *request.uri_mut() = uri;
    let mut response = match site.folder.clone().oneshot(request).await {
        Ok(response) => response.map(axum::body::Body::new),
        Err(never) => match never {},
    };
    match ways.types_wasm {
        WasmType::Other(kind) if is_wasm => {
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        }
        WasmType::Unsaid if is_wasm => drop(response.headers_mut().remove(CONTENT_TYPE)),
        _ => {}
    }
    if keeps_its_name {
        // Nor may a browser ask whether it is newer: going back to an older build is a change too.
        response.headers_mut().remove(LAST_MODIFIED);
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Whether a browser that keeps it would miss the next build: by this a new build is noticed.
fn keeps_its_name(path: &str) -> bool {
    path.ends_with('/') || [".html", "/sw.js", ".webmanifest"].iter().any(|end| path.ends_with(end))
}

fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "404: there is nothing here\n").into_response()
}

fn with_slashes(base: &str) -> String {
    match base.trim_matches('/') {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    }
}

#[cfg(test)]
mod tests;
