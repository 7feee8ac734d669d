//! The explorer offered over SSH: no account, no shell, nothing but the explorer.
//!
//! One visit is one [`App`](crate::app::App) and one remote screen over data that all visits share. It
//! runs the same state, views, screen and input as the local explorer; only what lies between them and
//! the line is here. Everything that a guest can make grow has a limit, and a panic ends one visit.
//!
//! | file | what it holds |
//! | --- | --- |
//! | `house` | what all connections share: the data, the limits, the counts |
//! | `admission`, `half_open`, `network`, `refusal` | how many may come in, in all and from one address; why someone may not |
//! | `work` | how much processor time an address may take |
//! | `host_key`, `guests` | who the server is, who may enter |
//! | `algorithms` | what the two ends may agree on |
//! | `line`, `proxy` | the bytes of a connection, and who is at its other end |
//! | `connection`, `ending` | one connection, from the handshake to its end; why everything on it ends |
//! | `session`, `requests` | what its channels are for; what is granted, and all that is refused |
//! | `environment` | what the client says of its terminal |
//! | `visit`, `stay` | an explorer on a remote screen; its life on a channel |
//! | `answer` | a command's answer on a channel |
//! | `farewell` | what is last on a channel |
//! | `file` | files read without being held up |
//! | `pace` | how fast bytes may come |
//! | `metrics`, `scrape` | what is counted, and where it can be read |
//! | `log` | the lines of the log, on their way to standard error |

mod admission;
mod algorithms;
mod authorized_keys;
mod client_env;
mod close;
mod close_reason;
mod connection;
mod exec;
mod explorer_loop;
mod half_open;
mod handler;
mod host_key;
mod log;
mod metrics;
mod metrics_endpoint;
mod network;
mod processor_share;
mod proxy_header;
mod rate_limit;
mod regular_file;
mod rejection;
mod remote_explorer;
mod session;
mod settings;
mod socket;
mod state;
#[cfg(test)]
mod tests;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use russh::keys::{HashAlg, PrivateKey};
use tokio::net::{TcpListener, TcpSocket};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::task::JoinSet;
use tracing::{info, warn};

pub use exec::{Answer, Question};
pub use settings::{Limits, Look, Settings, Source};

use state::House;

/// What the kernel keeps of what a slow reader has not taken.
const SEND_BUFFER: u32 = 64 * 1024;
/// What it keeps of what a guest has sent faster than the pace: more would be read long after they left.
const RECEIVE_BUFFER: u32 = 64 * 1024;
const BACKLOG: u32 = 1024;
/// How long those inside may take to leave when the server ends.
const FAREWELL: Duration = Duration::from_secs(4);
/// How long to wait before accepting again when the machine has nothing left to accept with.
const EXHAUSTED: Duration = Duration::from_millis(100);

/// Why the server does not start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Everyone in the network would be let in, and nobody said so.
    #[error(
        "{0} can be reached from outside and nobody has to show a key; name who may enter with --authorized-keys FILE, or say --public"
    )]
    Open(SocketAddr),
    /// The address cannot be listened on.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, io::Error),
    /// The host key cannot be used.
    #[error("host key {0}: {1}")]
    HostKey(String, String),
    /// The file of authorized keys cannot be used.
    #[error("{0}")]
    Guests(String),
    /// The data cannot be used.
    #[error("{0}")]
    Data(String),
    /// The machine does not give what a server needs.
    #[error("the server cannot run: {0}")]
    System(#[from] io::Error),
}

/// Serves until SIGTERM or SIGINT.
///
/// # Errors
///
/// If it cannot start.
pub fn run(settings: Settings, source: Source) -> Result<(), Error> {
    log::begin();
    open_files();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(async {
        // First of all: none that comes while the data is read is missed, or taken for what it usually does.
        let mut signals = Signals::open()?;
        let opening = tokio::task::spawn_blocking(move || House::open(settings, source));
        let house = tokio::select! {
            house = opening => house.map_err(io::Error::other)??,
            () = signals.end() => return Ok(()),
        };
        Server::open(house).await?.until(signals).await;
        Ok(())
    });
    // Neither a command that still computes an answer nor data that is still read is waited for.
    runtime.shutdown_background();
    log::end();
    served
}

/// What the one who runs the server tells it.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
    reload: Signal,
}

/// A server that listens.
struct Server {
    house: Arc<House>,
    listener: TcpListener,
    config: Arc<russh::server::Config>,
    connections: JoinSet<()>,
}

impl Signals {
    fn open() -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
            reload: signal(SignalKind::hangup())?,
        })
    }

    /// Returns when the server is to end.
    async fn end(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

impl Server {
    async fn open(house: House) -> Result<Self, Error> {
        let settings = house.settings();
        if !settings.public && settings.guests.is_none() && !settings.listen.ip().is_loopback() {
            return Err(Error::Open(settings.listen));
        }
        let key = host_key::open(&settings.host_key)?;
        let listener =
            listen(settings.listen).map_err(|error| Error::Listen(settings.listen, error))?;
        let metrics = match settings.metrics {
            Some(address) => Some(
                TcpListener::bind(address).await.map_err(|error| Error::Listen(address, error))?,
            ),
            None => None,
        };
        let (address, fingerprint) = (listener.local_addr()?, key.fingerprint(HashAlg::Sha256));
        let config = Arc::new(config(key, settings));
        let house = Arc::new(house);
        let mut connections = JoinSet::new();
        if let Some(listener) = metrics {
            info!(address = %listener.local_addr()?, "metrics");
            connections.spawn(metrics_endpoint::serve(listener, house.clone()));
        }
        let indicators = house.shared().collection.len();
        info!(%address, host_key = %fingerprint, indicators, "listening");
        match house.guest_count() {
            Some(keys) => info!(keys, "only those with an authorized key may enter"),
            None => warn!("anyone may enter: no --authorized-keys"),
        }
        Ok(Self { house, listener, config, connections })
    }

    /// Serves until a signal ends it.
    async fn until(mut self, signals: Signals) {
        let Signals { mut terminate, mut interrupt, mut reload } = signals;
        let house = self.house.clone();
        // Nobody waits at the door while much data is read.
        let reloading = tokio::spawn(async move {
            while reload.recv().await.is_some() {
                house.reload().await;
            }
        });
        loop {
            tokio::select! {
                _ = terminate.recv() => break,
                _ = interrupt.recv() => break,
                () = self.welcome() => {}
            }
        }
        reloading.abort();
        self.close().await;
    }

    /// Takes in one connection.
    async fn welcome(&mut self) {
        // Connections that have ended are forgotten.
        while self.connections.try_join_next().is_some() {}
        match self.listener.accept().await {
            Ok((socket, peer)) => {
                let (house, config) = (self.house.clone(), self.config.clone());
                let peer = peer.ip().to_canonical();
                let is_balancer = house.settings().proxies.contains(&peer);
                let waiting = house.admission().handshake((!is_balancer).then_some(peer));
                self.connections.spawn(connection::run(house, config, socket, peer, waiting));
            }
            Err(error) => {
                warn!(%error, "cannot accept");
                tokio::time::sleep(EXHAUSTED).await;
            }
        }
    }

    /// Lets nobody in any more, tells those inside, and waits for them to leave.
    async fn close(self) {
        let Self { house, listener, mut connections, .. } = self;
        drop(listener);
        info!(visits = house.metrics().visits.get(), "closing");
        house.close();
        let all = async { while connections.join_next().await.is_some() {} };
        if tokio::time::timeout(FAREWELL, all).await.is_err() {
            warn!("some connections did not end by themselves");
        }
        info!("closed");
    }
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    // Accepted sockets have what the listening one has.
    socket.set_send_buffer_size(SEND_BUFFER)?;
    socket.set_recv_buffer_size(RECEIVE_BUFFER)?;
    socket.set_nodelay(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

fn config(key: PrivateKey, settings: &Settings) -> russh::server::Config {
    use russh::{MethodKind, MethodSet, SshId};
    let methods: &[MethodKind] = match settings.guests {
        Some(_) => &[MethodKind::PublicKey],
        None => &[MethodKind::None, MethodKind::PublicKey],
    };
    russh::server::Config {
        server_id: SshId::Standard("SSH-2.0-chitieu".into()),
        methods: MethodSet::from(methods),
        auth_rejection_time: Duration::from_millis(500),
        auth_rejection_time_initial: Some(Duration::ZERO),
        keys: vec![key],
        preferred: algorithms::preferred(),
        limits: settings.limits.rekeying(),
        window_size: settings.limits.window,
        maximum_packet_size: settings.limits.packet,
        // What waits on its way to a slow reader is at most one frame besides the one that is being sent.
        channel_buffer_size: 1,
        event_buffer_size: 1,
        max_auth_attempts: 6,
        // Idle visits and connections without a visit are ended by their own clocks.
        inactivity_timeout: None,
        ..russh::server::Config::default()
    }
}

/// Has this process open as many files as it may: each connection is one.
fn open_files() {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    // Where that is not granted, fewer connections are accepted at a time.
    let _ =
        setrlimit(Resource::Nofile, rustix::process::Rlimit { current: limit.maximum, ..limit });
}
