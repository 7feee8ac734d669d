//! Guests that misbehave, and a house that stays up: on loopback, each test with a server of its own.

mod asking;
mod bytes;
mod drawing;

use std::net::SocketAddr;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use russh::client::{self, Handle};
use russh::keys::PublicKeyOrCertificate;
use russh::{Channel, ChannelMsg};
use tokio::time::timeout;

use super::look::Appearance;
use super::remote_explorer::DrawFn;
use super::{ExecRequest, Limits, Server, ServerState, Settings, Source};
use crate::app::Catalog;
use crate::dataset;
use crate::model::Collection;

/// How long anything may take before a test gives up on it: much longer than it takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// The usual limits, but that nobody waits who asks much.
const UNPACED: Limits = Limits {
    rate: u32::MAX,
    burst: u32::MAX,
    line_rate: u32::MAX,
    line_burst: u32::MAX,
    refusals: usize::MAX,
    ..Limits::USUAL
};

struct Running {
    address: SocketAddr,
    house: Arc<ServerState>,
    _folder: tempfile::TempDir,
}

/// How long the longest answer is.
const LONG: usize = 400_000;

/// Where an answer waits until a test lets it go on.
static GATE: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

fn answer(question: &mut ExecRequest<'_>) -> u8 {
    match question.words.first().map(String::as_str) {
        // Whoever has gone is not told.
        Some("long") => question.out.write_all(&vec![b'x'; LONG]).unwrap_or_default(),
        Some("wait") => {
            let open = GATE.0.lock().unwrap();
            drop(GATE.1.wait_timeout_while(open, PATIENCE, |open| !*open).unwrap());
        }
        Some("evil") => question.refused = true,
        _ => {}
    }
    0
}

/// A client that trusts every server.
struct Client;

impl client::Handler for Client {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _: &PublicKeyOrCertificate) -> Result<bool, Self::Error> {
        Ok(true)
    }
}

async fn start(limits: Limits, view: DrawFn) -> Running {
    let load = || Ok(Catalog::new(Collection::new(vec![dataset::embedded().unwrap()])));
    start_with(Box::new(load), limits, view).await
}

type Load = Box<dyn Fn() -> Result<Catalog, String> + Send + Sync>;

async fn start_with(load: Load, limits: Limits, view: DrawFn) -> Running {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        listen: "127.0.0.1:0".parse().unwrap(),
        host_key: folder.path().join("host_key"),
        guests: None,
        public: false,
        metrics: None,
        proxies: Vec::new(),
        look: Appearance { lang: None, theme: None, ascii: false, mouse: true },
        limits,
    };
    let source = Source { load, answer };
    let house = ServerState::open(settings, source).unwrap().with_view(view);
    let mut server = Server::open(house).await.unwrap();
    let (address, house) = (server.listener.local_addr().unwrap(), server.house.clone());
    tokio::spawn(async move {
        loop {
            server.welcome().await;
        }
    });
    Running { address, house, _folder: folder }
}

async fn connect(server: &Running, config: client::Config, client: Client) -> Handle<Client> {
    let mut handle = client::connect(Arc::new(config), server.address, client).await.unwrap();
    assert!(handle.authenticate_none("guest").await.unwrap().success());
    handle
}

async fn visit(server: &Running, columns: u32) -> (Handle<Client>, Channel<client::Msg>) {
    let handle = connect(server, client::Config::default(), Client).await;
    let channel = explore(&handle, columns).await;
    (handle, channel)
}

async fn explore(handle: &Handle<Client>, columns: u32) -> Channel<client::Msg> {
    let channel = handle.channel_open_session().await.unwrap();
    channel.request_pty(false, "xterm-256color", columns, 24, 0, 0, &[]).await.unwrap();
    channel.request_shell(false).await.unwrap();
    channel
}

/// Reads until some text has come; returns all that came.
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

/// Reads to the end; returns all that came, and the exit status.
async fn to_the_end(channel: &mut Channel<client::Msg>) -> (String, Option<u32>) {
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

/// Waits until something holds.
async fn until(what: impl Fn() -> bool) {
    let waiting = async {
        while !what() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(PATIENCE, waiting).await.unwrap();
}

/// A visit from the first frame to the way out.
async fn honest_visit(server: &Running) {
    let (_handle, mut channel) = visit(server, 80).await;
    expect(&mut channel, "GRDP").await;
    channel.data_bytes("?").await.unwrap();
    expect(&mut channel, "Trợ giúp").await;
    channel.data_bytes("\x03").await.unwrap();
    assert_eq!(to_the_end(&mut channel).await.1, Some(0));
}
