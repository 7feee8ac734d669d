//! The server: listens, accepts connections, reloads on SIGHUP and shuts down on SIGTERM and SIGINT.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use russh::keys::{HashAlg, PrivateKey};
use tokio::net::{TcpListener, TcpSocket};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::task::JoinSet;
use tracing::{info, warn};

use super::accept::accept;
use super::error::Error;
use super::settings::Settings;
use super::state::ServerState;
use super::{algorithms, connection, host_key, metrics_endpoint};

/// The send buffer of a socket in bytes: what the kernel keeps for a slow reader.
const SEND_BUFFER: u32 = 64 * 1024;

/// The receive buffer in bytes: what a client sent faster than the rate limit would be read long after it has
/// disconnected.
const RECEIVE_BUFFER: u32 = 64 * 1024;

const BACKLOG: u32 = 1024;

/// How long the connections may take to close when the server shuts down.
const CLOSING_TIME: Duration = Duration::from_secs(4);

/// The signals that the server handles.
pub(super) struct Signals {
    terminate: Signal,
    interrupt: Signal,
    reload: Signal,
}

/// A server that listens.
pub(super) struct Server {
    pub(super) state: Arc<ServerState>,
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

    /// Returns when the server is to shut down.
    pub(super) async fn stopped(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

impl Server {
    pub(super) async fn open(state: ServerState) -> Result<Self, Error> {
        let settings = state.settings();
        if !settings.public
            && settings.authorized_keys.is_none()
            && !settings.listen.ip().is_loopback()
        {
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
        let state = Arc::new(state);
        let mut connections = JoinSet::new();
        if let Some(listener) = metrics {
            info!(address = %listener.local_addr()?, "metrics");
            connections.spawn(metrics_endpoint::serve(listener, state.clone()));
        }
        let indicators = state.catalog().collection.len();
        info!(%address, host_key = %fingerprint, indicators, "listening");
        match state.key_count() {
            Some(keys) => info!(keys, "only those with an authorized key may enter"),
            None => warn!("anyone may enter: no --authorized-keys"),
        }
        Ok(Self { state, listener, config, connections })
    }

    /// Serves until SIGTERM or SIGINT, then shuts down.
    pub(super) async fn run(mut self, signals: Signals) {
        let Signals { mut terminate, mut interrupt, mut reload } = signals;
        let state = self.state.clone();
        // A task of its own, so that connections are accepted while the data is read.
        let reload_task = tokio::spawn(async move {
            while reload.recv().await.is_some() {
                state.reload().await;
            }
        });
        loop {
            tokio::select! {
                _ = terminate.recv() => break,
                _ = interrupt.recv() => break,
                () = self.accept() => {}
            }
        }
        reload_task.abort();
        self.close().await;
    }

    /// Accepts one connection and serves it in a task of its own.
    pub(super) async fn accept(&mut self) {
        // Removes the connections that have ended.
        while self.connections.try_join_next().is_some() {}
        match accept(&self.listener).await {
            Ok((socket, peer)) => {
                let (state, config) = (self.state.clone(), self.config.clone());
                let peer = peer.ip().to_canonical();
                let is_balancer = state.settings().proxies.contains(&peer);
                let half_open = state.admission().half_open((!is_balancer).then_some(peer));
                self.connections.spawn(connection::run(state, config, socket, peer, half_open));
            }
            Err(error) => warn!(%error, "cannot accept"),
        }
    }

    /// Stops listening, asks all sessions to close, and waits for them.
    async fn close(self) {
        let Self { state, listener, mut connections, .. } = self;
        drop(listener);
        info!(sessions = state.metrics().sessions.get(), "closing");
        state.close();
        let all = async { while connections.join_next().await.is_some() {} };
        if tokio::time::timeout(CLOSING_TIME, all).await.is_err() {
            warn!("some connections did not end by themselves");
        }
        info!("closed");
    }
}

fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    socket.set_reuseaddr(true)?;
    // Accepted sockets inherit these options.
    socket.set_send_buffer_size(SEND_BUFFER)?;
    socket.set_recv_buffer_size(RECEIVE_BUFFER)?;
    socket.set_nodelay(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

fn config(key: PrivateKey, settings: &Settings) -> russh::server::Config {
    use russh::{MethodKind, MethodSet, SshId};
    let methods: &[MethodKind] = match settings.authorized_keys {
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
        // At most one frame waits for a slow reader in addition to the one that is being sent.
        channel_buffer_size: 1,
        event_buffer_size: 1,
        max_auth_attempts: 6,
        // Idle sessions and half-open connections have timers of their own.
        inactivity_timeout: None,
        ..russh::server::Config::default()
    }
}

/// Raises the limit of open files of this process to the maximum: each connection is one.
pub(super) fn open_files() {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    // If that is not permitted, fewer connections are accepted at a time.
    let _ =
        setrlimit(Resource::Nofile, rustix::process::Rlimit { current: limit.maximum, ..limit });
}
