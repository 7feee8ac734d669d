//! One connection, from the handshake to its end. However it ends, its socket is closed.

use std::io;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use russh::keys::PublicKey;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use tracing::{debug, info};

use super::close_reason::CloseReason;
use super::half_open::HalfOpenPermit;
use super::proxy_header;
use super::rate_limit::RateLimit;
use super::rejection::Rejection;
use super::session::Session;
use super::socket::Socket;
use super::state::ServerState;

/// How long a visit has to tell its guest that it ends.
const FAREWELL: Duration = Duration::from_secs(3);

/// What the exchange of keys takes of a processor.
const HANDSHAKE: Duration = Duration::from_millis(1);

/// Serves one connection from `peer`, which is half open until it comes to a visit.
pub(super) async fn run(
    house: Arc<ServerState>,
    config: Arc<russh::server::Config>,
    mut socket: TcpStream,
    mut peer: IpAddr,
    mut waiting: HalfOpenPermit,
) {
    let grace = house.settings().limits.login_grace;
    let mut early = Vec::new();
    if house.settings().proxies.contains(&peer) {
        let read = tokio::select! {
            read = timeout(grace, proxy_header::read(&mut socket)) => read,
            () = waiting.gone() => return house.refuse(Some(peer), Rejection::Handshakes),
        };
        match read {
            Ok(Ok((address, rest))) => {
                // The balancer itself, of which a check comes, has no share that could be used up.
                if let Some(address) = address {
                    peer = address;
                    waiting.comes_from(peer);
                }
                early = rest;
            }
            // A health check need not say anything.
            Ok(Err(error)) if error.kind() == io::ErrorKind::UnexpectedEof => return,
            _ => return house.refuse(Some(peer), Rejection::Proxy),
        }
    }
    let _place = match house.admission().connection(peer) {
        Ok(place) => place,
        Err(refusal) => return house.refuse(Some(peer), refusal),
    };
    let owed = house.admission().charge(peer, HANDSHAKE);
    tokio::select! {
        () = sleep(owed) => {}
        () = waiting.gone() => return house.refuse(Some(peer), Rejection::Handshakes),
    }
    let limits = &house.settings().limits;
    let pace = RateLimit::new(limits.line_rate, limits.line_burst, Instant::now());
    let line = Socket::new(socket, early, pace, house.metrics());
    let scissors = line.scissors();
    let (visits, visiting) = watch::channel(0);
    let (ending, told) = watch::channel(CloseReason::No);
    let key = Arc::default();
    let session = Session::new(house.clone(), peer, visits, Arc::clone(&key), told);
    let watched = ConnectionState { visiting, waiting: Some(waiting), key, ending };
    let ended = tokio::select! {
        ended = converse(config, line, session) => ended,
        refusal = watched.until_cut(&house) => Err(refusal),
    };
    scissors.cut();
    match ended {
        Ok(()) => {}
        Err(Some(refusal)) => house.refuse(Some(peer), refusal),
        Err(None) => info!(address = %peer, "cut off at closing"),
    }
}

/// Speaks SSH until the connection ends.
async fn converse(
    config: Arc<russh::server::Config>,
    line: Socket,
    session: Session,
) -> Result<(), Option<Rejection>> {
    let ended = match russh::server::run_stream(config, line, session).await {
        Ok(running) => running.await,
        Err(error) => Err(error),
    };
    if let Err(error) = ended {
        // Most are scanners and dropped lines.
        debug!(%error, "connection ended");
    }
    Ok(())
}

/// What is watched of a connection.
struct ConnectionState {
    /// How many visits and answers there are.
    visiting: watch::Receiver<usize>,
    /// While it is half open.
    waiting: Option<HalfOpenPermit>,
    key: Arc<OnceLock<PublicKey>>,
    /// Tells what is on it that it ends.
    ending: watch::Sender<CloseReason>,
}

impl ConnectionState {
    /// Returns when a connection is to be cut: it has been without a visit for too long, has to give way to
    /// others, or was told to end and is still there.
    async fn until_cut(mut self, house: &ServerState) -> Option<Rejection> {
        let grace = house.settings().limits.login_grace;
        let (mut closing, mut keys_read) = (house.closing(), house.keys_read());
        loop {
            let visits = *self.visiting.borrow_and_update();
            if visits > 0 {
                drop(self.waiting.take());
            }
            let ending = self.ending(house, *closing.borrow_and_update());
            keys_read.borrow_and_update();
            let ends = ending != CloseReason::No;
            tokio::select! {
                changed = self.visiting.changed() => {
                    if changed.is_err() {
                        // The session is over; its connection ends by itself, or with the grace.
                        sleep(grace).await;
                        return Some(Rejection::Grace);
                    }
                }
                _ = closing.changed(), if !ends => {}
                _ = keys_read.changed(), if !ends => {}
                () = sleep(FAREWELL), if ends => {
                    return (ending == CloseReason::Removed).then_some(Rejection::Key);
                }
                () = gone(&mut self.waiting), if visits == 0 => return Some(Rejection::Handshakes),
                () = sleep(grace), if visits == 0 => return (!ends).then_some(Rejection::Grace),
            }
        }
    }

    /// Whether the connection ends, which whatever is on it is told once.
    fn ending(&self, house: &ServerState, closing: bool) -> CloseReason {
        let removed = || self.key.get().is_some_and(|key| !house.knows(key));
        let before = *self.ending.borrow();
        let ending = match before {
            CloseReason::No if closing => CloseReason::Closing,
            CloseReason::No if removed() => CloseReason::Removed,
            same => same,
        };
        if ending != before {
            self.ending.send_replace(ending);
        }
        ending
    }
}

/// Returns when a half-open connection is to go in favour of others; never, if it is one no more.
async fn gone(waiting: &mut Option<HalfOpenPermit>) {
    match waiting {
        Some(waiting) => waiting.gone().await,
        None => std::future::pending().await,
    }
}
