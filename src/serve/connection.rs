//! One connection, from the handshake to its end. Its socket is closed on every path.

use std::io;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use russh::keys::PublicKey;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until, timeout};
use tracing::{debug, info};

use super::client_connection::ClientConnection;
use super::close_reason::CloseReason;
use super::event_loop::sleep_until_some;
use super::half_open::HalfOpenPermit;
use super::proxy_header::{self, ProxiedClient};
use super::rate_limit::RateLimit;
use super::rejection::Rejection;
use super::socket::Socket;
use super::state::ServerState;

/// How long the sessions have to send their closing message.
const CLOSING_TIME: Duration = Duration::from_secs(3);

/// The processor time that a key exchange is charged with.
const HANDSHAKE_COST: Duration = Duration::from_millis(1);

/// Serves one connection from `peer`. It is half open until its first session or command starts.
pub(super) async fn run(
    state: Arc<ServerState>,
    config: Arc<russh::server::Config>,
    mut socket: TcpStream,
    mut peer: IpAddr,
    mut half_open: HalfOpenPermit,
) {
    let mut early = Vec::new();
    if state.settings().proxies.contains(&peer) {
        match behind_proxy(&state, &mut socket, &mut half_open).await {
            Ok(Some(client)) => {
                peer = client.address.unwrap_or(peer);
                early = client.early;
            }
            Ok(None) => return,
            Err(rejection) => return state.refuse(Some(peer), rejection),
        }
    }
    let _permit = match state.admission().connection(peer) {
        Ok(permit) => permit,
        Err(rejection) => return state.refuse(Some(peer), rejection),
    };
    let wait = state.admission().charge(peer, HANDSHAKE_COST);
    tokio::select! {
        () = sleep(wait) => {}
        () = half_open.evicted() => return state.refuse(Some(peer), Rejection::Handshakes),
    }
    let limits = &state.settings().limits;
    let rate_limit =
        RateLimit::new(limits.connection_rate, limits.connection_burst, Instant::now().into_std());
    let socket = Socket::new(socket, early, rate_limit, state.metrics());
    let disconnector = socket.disconnector();
    let (running, session_count) = watch::channel(0);
    let (close_reason, closing) = watch::channel(None);
    let key = Arc::default();
    let client = ClientConnection::new(state.clone(), peer, running, Arc::clone(&key), closing);
    let connection =
        ConnectionState { session_count, half_open: Some(half_open), key, close_reason };
    let disconnect = tokio::select! {
        () = run_ssh(config, socket, client) => None,
        disconnect = connection.until_disconnect(&state) => Some(disconnect),
    };
    // Counted before the client can observe it.
    match disconnect {
        None => {}
        Some(Disconnect::Rejected(rejection)) => state.refuse(Some(peer), rejection),
        Some(Disconnect::ByShutdown) => info!(address = %peer, "cut off at closing"),
    }
    disconnector.disconnect();
}

/// Reads the PROXY header of a balancer's connection. `None` if it closed without sending anything,
/// as health checks do.
async fn behind_proxy(
    state: &ServerState,
    socket: &mut TcpStream,
    half_open: &mut HalfOpenPermit,
) -> Result<Option<ProxiedClient>, Rejection> {
    let grace = state.settings().limits.login_grace;
    let read = tokio::select! {
        read = timeout(grace, proxy_header::read(socket)) => read,
        () = half_open.evicted() => return Err(Rejection::Handshakes),
    };
    match read {
        Ok(Ok(client)) => {
            if let Some(address) = client.address {
                half_open.set_address(address);
            }
            Ok(Some(client))
        }
        Ok(Err(error)) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        _ => Err(Rejection::Proxy),
    }
}

/// Runs the SSH protocol until the connection ends.
async fn run_ssh(config: Arc<russh::server::Config>, socket: Socket, connection: ClientConnection) {
    let result = match russh::server::run_stream(config, socket, connection).await {
        Ok(run) => run.await,
        Err(error) => Err(error),
    };
    if let Err(error) = result {
        // Most are scanners and dropped connections.
        debug!(%error, "connection ended");
    }
}

/// Why the server disconnects a connection that did not end by itself.
enum Disconnect {
    /// It did not close in time when the server shut down.
    ByShutdown,
    Rejected(Rejection),
}

impl Disconnect {
    /// The end of a connection that did not use the time that it had.
    fn closed(close_reason: Option<CloseReason>) -> Self {
        match close_reason {
            None => Self::Rejected(Rejection::Grace),
            Some(CloseReason::Closing) => Self::ByShutdown,
            Some(CloseReason::KeyRemoved) => Self::Rejected(Rejection::Key),
        }
    }
}

/// What decides when a connection is disconnected.
struct ConnectionState {
    /// The number of running sessions and commands.
    session_count: watch::Receiver<usize>,
    /// `None` as soon as the connection is no longer half open.
    half_open: Option<HalfOpenPermit>,
    key: Arc<OnceLock<PublicKey>>,
    /// Sends the reason to everything that runs on the connection.
    close_reason: watch::Sender<Option<CloseReason>>,
}

impl ConnectionState {
    /// Returns when the connection must be disconnected: it had no session for too long, it was evicted
    /// while half open, or it was asked to close and is still open.
    async fn until_disconnect(mut self, state: &ServerState) -> Disconnect {
        let grace = state.settings().limits.login_grace;
        let (mut closing, mut keys_read) = (state.closing(), state.keys_read());
        let mut idle_until = Instant::now() + grace;
        // Once it is known, nothing that the client does changes it.
        let mut close_by = None;
        loop {
            let session_count = *self.session_count.borrow_and_update();
            if session_count > 0 {
                drop(self.half_open.take());
            }
            let close_reason = self.update_close_reason(state, *closing.borrow_and_update());
            keys_read.borrow_and_update();
            let is_closing = close_reason.is_some();
            if is_closing {
                close_by.get_or_insert_with(|| Instant::now() + CLOSING_TIME);
            }
            tokio::select! {
                changed = self.session_count.changed() => {
                    idle_until = Instant::now() + grace;
                    if changed.is_err() {
                        // The connection has ended; its socket is closed with it, or when the grace time is
                        // over.
                        sleep_until(idle_until).await;
                        return Disconnect::Rejected(Rejection::Grace);
                    }
                }
                _ = closing.changed(), if !is_closing => {}
                _ = keys_read.changed(), if !is_closing => {}
                () = sleep_until_some(close_by) => return Disconnect::closed(close_reason),
                () = evicted(&mut self.half_open), if session_count == 0 => {
                    return Disconnect::Rejected(Rejection::Handshakes);
                }
                () = sleep_until(idle_until), if session_count == 0 => {
                    return Disconnect::closed(close_reason);
                }
            }
        }
    }

    /// Updates and returns the reason to close the connection, if there is one; sends it once.
    fn update_close_reason(&self, state: &ServerState, closing: bool) -> Option<CloseReason> {
        let removed = || self.key.get().is_some_and(|key| !state.allows(key));
        let before = *self.close_reason.borrow();
        let close_reason = match before {
            None if closing => Some(CloseReason::Closing),
            None if removed() => Some(CloseReason::KeyRemoved),
            same => same,
        };
        if close_reason != before {
            self.close_reason.send_replace(close_reason);
        }
        close_reason
    }
}

/// Returns when a half-open connection is evicted; never, if it is not half open.
async fn evicted(half_open: &mut Option<HalfOpenPermit>) {
    match half_open {
        Some(half_open) => half_open.evicted().await,
        None => std::future::pending().await,
    }
}
