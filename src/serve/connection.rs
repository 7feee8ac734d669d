//! One connection, from the handshake to its end. However it ends, its socket is closed.

use std::io;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::net::TcpStream;
use tokio::sync::{OwnedSemaphorePermit, watch};
use tokio::time::{sleep, timeout};
use tracing::{debug, info};

use super::house::House;
use super::line::Line;
use super::pace::Pace;
use super::proxy;
use super::refusal::Refusal;
use super::session::Session;

/// How long a visit has to tell its guest that the house closes.
const FAREWELL: Duration = Duration::from_secs(3);

/// Serves one connection from `peer`, which holds its place at the door until it comes to a visit.
pub(super) async fn run(
    house: Arc<House>,
    config: Arc<russh::server::Config>,
    mut socket: TcpStream,
    mut peer: IpAddr,
    handshake: OwnedSemaphorePermit,
) {
    let grace = house.settings().limits.login_grace;
    let mut early = Vec::new();
    if house.settings().proxies.contains(&peer) {
        match timeout(grace, proxy::read(&mut socket)).await {
            Ok(Ok((address, rest))) => {
                peer = address.unwrap_or(peer);
                early = rest;
            }
            // A health check need not say anything.
            Ok(Err(error)) if error.kind() == io::ErrorKind::UnexpectedEof => return,
            _ => return house.refuse(Some(peer), Refusal::Proxy),
        }
    }
    let _place = match house.admission().connection(peer) {
        Ok(place) => place,
        Err(refusal) => return house.refuse(Some(peer), refusal),
    };
    let limits = &house.settings().limits;
    let pace = Pace::new(limits.line_rate, limits.line_burst, Instant::now());
    let line = Line::new(socket, early, pace, house.metrics());
    let scissors = line.scissors();
    let (visits, visiting) = watch::channel(0);
    let session = Session::new(house.clone(), peer, visits);
    let ended = tokio::select! {
        ended = converse(config, line, session) => ended,
        refusal = watch_over(&house, visiting, handshake) => Err(refusal),
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
    line: Line,
    session: Session,
) -> Result<(), Option<Refusal>> {
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

/// Returns when a connection is to be cut: it has been without a visit for too long, or the house has
/// closed and it is still there.
async fn watch_over(
    house: &House,
    mut visiting: watch::Receiver<usize>,
    handshake: OwnedSemaphorePermit,
) -> Option<Refusal> {
    let grace = house.settings().limits.login_grace;
    let mut closing = house.closing();
    let mut handshake = Some(handshake);
    loop {
        let visits = *visiting.borrow_and_update();
        if visits > 0 {
            drop(handshake.take());
        }
        let closed = *closing.borrow_and_update();
        tokio::select! {
            changed = visiting.changed() => {
                if changed.is_err() {
                    // The session is over; its connection ends by itself, or with the grace.
                    sleep(grace).await;
                    return Some(Refusal::Grace);
                }
            }
            _ = closing.changed(), if !closed => {}
            () = sleep(FAREWELL), if closed => return None,
            () = sleep(grace), if visits == 0 => {
                return (!closed).then_some(Refusal::Grace);
            }
        }
    }
}
