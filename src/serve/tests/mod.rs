//! A server under misbehaving clients, on loopback, with a server for each test.

mod asking;
mod bytes;
mod closing;
mod drawing;

use std::net::SocketAddr;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use russh::client::{self, Handle};
use russh::keys::PublicKeyOrCertificate;
use russh::{Channel, ChannelMsg};
use tokio::time::timeout;

use super::appearance::Appearance;
use super::remote_explorer::DrawFn;
use super::{ExecEnd, ExecRequest, Limits, Server, ServerState, Settings, Source};
use crate::app::Catalog;
use crate::dataset;
use crate::model::Collection;

/// The timeout of every wait: much longer than any takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// The default limits without rate limits.
const UNLIMITED: Limits = Limits {
    rate: u32::MAX,
    burst: u32::MAX,
    connection_rate: u32::MAX,
    connection_burst: u32::MAX,
    rejections: usize::MAX,
    ..Limits::DEFAULT
};

struct Running {
    address: SocketAddr,
    state: Arc<ServerState>,
    _folder: tempfile::TempDir,
}

/// The length in bytes of the output of `long`.
const LONG_OUTPUT: usize = 400_000;

/// `wait` blocks on it until a test opens it.
static GATE: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

fn exec(request: &mut ExecRequest<'_>) -> ExecEnd {
    match request.words.first().map(String::as_str) {
        // An error means that the client is gone.
        Some("long") => request.out.write_all(&vec![b'x'; LONG_OUTPUT]).unwrap_or_default(),
        Some("wait") => {
            let open = GATE.0.lock().unwrap();
            drop(GATE.1.wait_timeout_while(open, PATIENCE, |open| !*open).unwrap());
        }
        Some("evil") => return ExecEnd::NotOffered,
        _ => {}
    }
    ExecEnd::Status(0)
}

/// A client that trusts every server.
struct Client;

impl client::Handler for Client {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _: &PublicKeyOrCertificate) -> Result<bool, Self::Error> {
        Ok(true)
    }
}

async fn start(limits: Limits, draw: DrawFn) -> Running {
    let load = || Ok(Catalog::new(Collection::new(vec![dataset::embedded().unwrap()])));
    start_with(Box::new(load), limits, draw).await
}

type Load = Box<dyn Fn() -> Result<Catalog, String> + Send + Sync>;

async fn start_with(load: Load, limits: Limits, draw: DrawFn) -> Running {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        listen: "127.0.0.1:0".parse().unwrap(),
        host_key: folder.path().join("host_key"),
        authorized_keys: None,
        public: false,
        metrics: None,
        proxies: Vec::new(),
        appearance: Appearance { lang: None, theme: None, ascii: false, mouse: true },
        limits,
    };
    let source = Source { load, exec };
    let state = ServerState::open(settings, source).unwrap().with_draw(draw);
    let mut server = Server::open(state).await.unwrap();
    let (address, state) = (server.listener.local_addr().unwrap(), server.state.clone());
    tokio::spawn(async move {
        loop {
            server.accept().await;
        }
    });
    Running { address, state, _folder: folder }
}

async fn connect(server: &Running, config: client::Config, client: Client) -> Handle<Client> {
    let mut handle = client::connect(Arc::new(config), server.address, client).await.unwrap();
    assert!(handle.authenticate_none("guest").await.unwrap().success());
    handle
}

async fn open_session(server: &Running, columns: u32) -> (Handle<Client>, Channel<client::Msg>) {
    let handle = connect(server, client::Config::default(), Client).await;
    let channel = start_explorer(&handle, columns).await;
    (handle, channel)
}

async fn start_explorer(handle: &Handle<Client>, columns: u32) -> Channel<client::Msg> {
    let channel = handle.channel_open_session().await.unwrap();
    channel.request_pty(false, "xterm-256color", columns, 24, 0, 0, &[]).await.unwrap();
    channel.request_shell(false).await.unwrap();
    channel
}

/// Reads until `text` has arrived; returns everything that was read.
async fn expect(channel: &mut Channel<client::Msg>, text: &str) -> String {
    let mut seen = Vec::new();
    let reading = async {
        while !String::from_utf8_lossy(&seen).contains(text) {
            match channel.wait().await {
                Some(ChannelMsg::Data { data }) => seen.extend_from_slice(&data),
                Some(_) => {}
                None => panic!("it ended: {}", String::from_utf8_lossy(&seen)),
            }
        }
    };
    timeout(PATIENCE, reading).await.unwrap();
    String::from_utf8_lossy(&seen).into_owned()
}

/// Reads to the end; returns everything that was read, and the exit status.
async fn read_to_end(channel: &mut Channel<client::Msg>) -> (String, Option<u32>) {
    let (mut seen, mut status) = (Vec::new(), None);
    let reading = async {
        while let Some(message) = channel.wait().await {
            match message {
                ChannelMsg::Data { data } | ChannelMsg::ExtendedData { data, .. } => {
                    seen.extend_from_slice(&data);
                }
                ChannelMsg::ExitStatus { exit_status } => status = Some(exit_status),
                _ => {}
            }
        }
    };
    timeout(PATIENCE, reading).await.unwrap();
    (String::from_utf8_lossy(&seen).into_owned(), status)
}

/// Waits until a condition is true.
async fn until(condition: impl Fn() -> bool) {
    let waiting = async {
        while !condition() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(PATIENCE, waiting).await.unwrap();
}

/// A session of a well-behaved client, from the first frame to the end.
async fn honest_session(server: &Running) {
    let (_handle, mut channel) = open_session(server, 80).await;
    expect(&mut channel, "GRDP").await;
    channel.data_bytes("?").await.unwrap();
    expect(&mut channel, "Trợ giúp").await;
    channel.data_bytes("\x03").await.unwrap();
    assert_eq!(read_to_end(&mut channel).await.1, Some(0));
}
