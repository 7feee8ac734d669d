//! A visit's life on its channel. A frame is drawn when the one before has been taken, never sooner: to a
//! slow reader fewer frames go, and nothing queues. Nor is one drawn right after another: whoever sends
//! keys as fast as a line can carry them sees what some of them did together, the later the more the last frame
//! cost; and an address that has used up its share of the processors waits for more.

use std::future::poll_fn;
use std::io;
use std::net::IpAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use bytes::Bytes;
use russh::ChannelWriteHalf;
use russh::server::Msg;
use tokio::sync::{mpsc, watch};
use tokio::task::yield_now;
use tokio::time::{Instant, sleep_until};
use tracing::{error, info};

use super::admission::SessionPermit;
use super::close::{end, turn_away};
use super::close_reason::CloseReason;
use super::processor_share::measured;
use super::remote_explorer::{RemoteExplorer, farewell};
use super::state::ServerState;

/// The exit status of a visit that a bug ended, as sysexits has it.
const SOFTWARE: u32 = 70;

/// How many times as long as a frame took to draw no other is drawn.
const RESTS: u32 = 3;

/// What leads from a visit to its guest.
pub(super) struct ChannelIo {
    pub(super) write: ChannelWriteHalf<Msg>,
    pub(super) input: mpsc::Receiver<Bytes>,
    pub(super) size: watch::Receiver<(u16, u16)>,
    pub(super) ending: watch::Receiver<CloseReason>,
}

/// How a visit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SessionEnd {
    /// The guest left.
    Quit,
    /// The guest's line is gone, or nothing is read from it.
    Gone,
    /// Nothing was typed for too long.
    Idle,
    /// The house closes.
    Closing,
    /// The guest's key may not enter any more.
    Removed,
    /// It should not have happened.
    Panic,
}

/// Runs a visit to its end.
pub(super) async fn run(
    house: Arc<ServerState>,
    peer: IpAddr,
    visit: RemoteExplorer,
    mut door: ChannelIo,
) {
    let words = visit.words();
    let permit = match house.admission().visit(peer) {
        Ok(permit) => permit,
        Err(refusal) => {
            house.refuse(Some(peer), refusal);
            door.input.close();
            return turn_away(&door.write, words, refusal).await;
        }
    };
    let ended = live(&house, peer, visit, &mut door, permit).await;
    // What still comes is not waited for: it would stand in the way of the last line.
    door.input.close();
    let said = match ended {
        SessionEnd::Quit | SessionEnd::Gone => None,
        SessionEnd::Idle => Some(words.idle_ended()),
        SessionEnd::Closing => Some(words.closing()),
        SessionEnd::Removed => Some(words.key_removed()),
        SessionEnd::Panic => Some(words.internal_error()),
    };
    let status = match ended {
        SessionEnd::Quit => 0,
        SessionEnd::Panic => SOFTWARE,
        _ => 1,
    };
    info!(address = %peer, ended = ended.name(), "visit ended");
    end(&door.write, farewell(said), status).await;
}

/// Lives until the visit ends; a panic ends it too, and nothing else.
async fn live(
    house: &ServerState,
    peer: IpAddr,
    visit: RemoteExplorer,
    door: &mut ChannelIo,
    _permit: SessionPermit,
) -> SessionEnd {
    let metrics = house.metrics();
    metrics.visits.inc();
    metrics.visits_begun.inc();
    let mut life = pin!(go_on(house, peer, visit, door));
    let ended = poll_fn(|context| {
        // After a panic nothing of the visit is used again.
        let polled = catch_unwind(AssertUnwindSafe(|| life.as_mut().poll(context)));
        polled.unwrap_or(Poll::Ready(Ok(SessionEnd::Panic)))
    });
    let ended = ended.await;
    metrics.visits.dec();
    match ended {
        Ok(SessionEnd::Panic) => {
            metrics.panics.inc();
            error!("a visit ended in a panic; the others go on");
            SessionEnd::Panic
        }
        Ok(ended) => ended,
        Err(_) => SessionEnd::Gone,
    }
}

type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), russh::Error>> + Send + 'a>>;

async fn go_on(
    house: &ServerState,
    peer: IpAddr,
    mut visit: RemoteExplorer,
    door: &mut ChannelIo,
) -> io::Result<SessionEnd> {
    let limits = &house.settings().limits;
    let mut sending: Option<Sending<'_>> = None;
    let mut sent_since = Instant::now();
    let mut heard = Instant::now();
    // When the key was pressed that the next frame, or the one on its way, shows.
    let (mut pressed, mut showing) = (None, None);
    let mut stale = true;
    let mut next_frame = Instant::now();
    // Before which nothing more is taken in.
    let mut next_key = None;
    let long = visit.may_take_long();
    loop {
        if stale && sending.is_none() && next_frame <= Instant::now() {
            stale = false;
            let (frame, cost) = beside(long, || visit.frame());
            let frame = frame?;
            showing = pressed.take();
            // A visit draws a small part of the time.
            let rest = limits.frame.max(cost * RESTS);
            next_frame = Instant::now() + rest.max(house.admission().charge(peer, cost));
            if !frame.is_empty() {
                house.metrics().frames.inc();
                sent_since = Instant::now();
                sending = Some(Box::pin(door.write.data_bytes(frame)));
            }
        }
        let due = (stale && sending.is_none()).then_some(next_frame);
        let stalled = sending.is_some().then(|| sent_since + limits.stalled);
        let left = tokio::select! {
            biased;
            ending = door.ending.wait_for(|ending| *ending != CloseReason::No) => {
                let removed = ending.is_ok_and(|ending| *ending == CloseReason::Removed);
                return Ok(if removed { SessionEnd::Removed } else { SessionEnd::Closing });
            }
            taken = until(sending.as_mut()) => {
                sending = None;
                if taken.is_err() {
                    return Ok(SessionEnd::Gone);
                }
                if let Some(at) = showing.take() {
                    house.metrics().key_latency.observe(Instant::elapsed(&at).as_secs_f64());
                }
                false
            }
            () = rest(next_key) => {
                next_key = None;
                false
            }
            bytes = door.input.recv(), if next_key.is_none() => {
                let Some(bytes) = bytes else { return Ok(SessionEnd::Gone) };
                heard = Instant::now();
                pressed.get_or_insert(heard);
                stale = true;
                let (left, cost) = beside(long, || visit.take(&bytes));
                next_key = owed(house, peer, cost);
                left?
            }
            changed = door.size.changed() => {
                if changed.is_err() {
                    return Ok(SessionEnd::Gone);
                }
                visit.resize(*door.size.borrow_and_update());
                stale = true;
                false
            }
            () = rest(visit.patience().map(|patience| heard + patience)) => {
                stale = true;
                let (left, cost) = beside(long, || visit.give_up());
                next_key = owed(house, peer, cost);
                left?
            }
            // A search among a great many names goes on between keys, and lets the other visits in.
            () = yield_now(), if visit.is_searching() && next_key.is_none() => {
                let ((), cost) = measured(|| visit.continue_search());
                next_key = owed(house, peer, cost);
                stale |= !visit.is_searching();
                false
            }
            () = rest(due) => false,
            () = sleep_until(heard + limits.idle) => return Ok(SessionEnd::Idle),
            () = rest(stalled) => return Ok(SessionEnd::Gone),
        };
        if left {
            return Ok(SessionEnd::Quit);
        }
    }
}

/// Does something beside the other visits where it may take long, and tells what of a processor it took.
fn beside<T>(long: bool, act: impl FnOnce() -> T) -> (T, Duration) {
    let act = || measured(act);
    if long { tokio::task::block_in_place(act) } else { act() }
}

/// Until when an address has to wait for what was done for it.
fn owed(house: &ServerState, peer: IpAddr, work: Duration) -> Option<Instant> {
    let wait = house.admission().charge(peer, work);
    (!wait.is_zero()).then(|| Instant::now() + wait)
}

/// Ends when what is being sent has been taken; never, if nothing is.
async fn until(sending: Option<&mut Sending<'_>>) -> Result<(), russh::Error> {
    match sending {
        Some(sending) => sending.await,
        None => std::future::pending().await,
    }
}

/// Waits for a time; for ever, if there is none.
async fn rest(until: Option<Instant>) {
    match until {
        Some(time) => sleep_until(time).await,
        None => std::future::pending().await,
    }
}

impl SessionEnd {
    fn name(self) -> &'static str {
        match self {
            Self::Quit => "quit",
            Self::Gone => "gone",
            Self::Idle => "idle",
            Self::Closing => "closing",
            Self::Removed => "key removed",
            Self::Panic => "panic",
        }
    }
}
