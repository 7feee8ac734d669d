//! The server: listens, accepts connections, reloads and ends on signals.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use russh::keys::{HashAlg, PrivateKey};
use tokio::net::{TcpListener, TcpSocket};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::task::JoinSet;
use tracing::{info, warn};

use super::error::Error;
use super::settings::Settings;
use super::socket::EXHAUSTED;
use super::state::ServerState;
use super::{algorithms, connection, host_key, metrics_endpoint};

/// What the kernel keeps of what a slow reader has not taken.
const SEND_BUFFER: u32 = 64 * 1024;

/// What it keeps of what a guest has sent faster than the pace: more would be read long after they left.
const RECEIVE_BUFFER: u32 = 64 * 1024;

const BACKLOG: u32 = 1024;

/// How long those inside may take to leave when the server ends.
const FAREWELL: Duration = Duration::from_secs(4);

/// What the one who runs the server tells it.
pub(super) struct Signals {
    terminate: Signal,
    interrupt: Signal,
    reload: Signal,
}

/// A server that listens.
pub(super) struct Server {
    pub(super) house: Arc<ServerState>,
    pub(super) listener: TcpListener,
    config: Arc<russh::server::Config>,
    connections: JoinSet<()>,
}

impl Signals {
    pub(super) fn open() -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
            reload: signal(SignalKind::hangup())?,
        })
    }

    /// Returns when the server is to end.
    pub(super) async fn end(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

impl Server {
    pub(super) async fn open(house: ServerState) -> Result<Self, Error> {
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
    pub(super) async fn until(mut self, signals: Signals) {
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
    pub(super) async fn welcome(&mut self) {
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
pub(super) fn open_files() {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    // Where that is not granted, fewer connections are accepted at a time.
    let _ =
        setrlimit(Resource::Nofile, rustix::process::Rlimit { current: limit.maximum, ..limit });
}
