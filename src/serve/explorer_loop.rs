//! The event loop of a session. A frame is drawn only when the client has taken the one before: a slow reader
//! gets fewer frames, and nothing queues. After a frame there is a pause in proportion to its cost, so that
//! keys which arrive quickly share a frame; an address that has used up its share of the processors waits
//! longer.

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
use super::close::{close_channel, send_rejection};
use super::close_reason::CloseReason;
use super::processor_share::measured;
use super::remote_explorer::{RemoteExplorer, closing_message};
use super::state::ServerState;

/// The exit status of a session that ended in a panic: `EX_SOFTWARE` of sysexits.h.
const SOFTWARE: u32 = 70;

/// The pause after a frame, as a multiple of the time that it took to draw.
const PAUSE_FACTOR: u32 = 3;

/// The two directions of a channel, its window size and the reason to close it.
pub(super) struct ChannelIo {
    pub(super) write: ChannelWriteHalf<Msg>,
    pub(super) input: mpsc::Receiver<Bytes>,
    pub(super) size: watch::Receiver<(u16, u16)>,
    pub(super) close_reason: watch::Receiver<CloseReason>,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SessionEnd {
    /// The user quit.
    Quit,
    /// The connection is gone, or the client takes no output.
    Disconnected,
    /// No key was pressed for too long.
    Idle,
    /// The server shuts down.
    Closing,
    /// The key of the client is no longer authorized.
    KeyRemoved,
    /// A bug.
    Panic,
}

/// Runs a session to its end, and closes the channel.
pub(super) async fn run(
    state: Arc<ServerState>,
    peer: IpAddr,
    explorer: RemoteExplorer,
    mut io: ChannelIo,
) {
    let words = explorer.words();
    let permit = match state.admission().session(peer) {
        Ok(permit) => permit,
        Err(rejection) => {
            state.refuse(Some(peer), rejection);
            io.input.close();
            return send_rejection(&io.write, words, rejection).await;
        }
    };
    let end = run_guarded(&state, peer, explorer, &mut io, permit).await;
    // Input that still arrives is not read: it would delay the closing message.
    io.input.close();
    let message = match end {
        SessionEnd::Quit | SessionEnd::Disconnected => None,
        SessionEnd::Idle => Some(words.idle_ended()),
        SessionEnd::Closing => Some(words.closing()),
        SessionEnd::KeyRemoved => Some(words.key_removed()),
        SessionEnd::Panic => Some(words.internal_error()),
    };
    let status = match end {
        SessionEnd::Quit => 0,
        SessionEnd::Panic => SOFTWARE,
        _ => 1,
    };
    info!(address = %peer, ended = end.name(), "session ended");
    close_channel(&io.write, closing_message(message), status).await;
}

/// Runs the event loop and catches a panic, which ends this session only.
async fn run_guarded(
    state: &ServerState,
    peer: IpAddr,
    explorer: RemoteExplorer,
    io: &mut ChannelIo,
    _permit: SessionPermit,
) -> SessionEnd {
    let metrics = state.metrics();
    metrics.sessions.inc();
    metrics.sessions_started.inc();
    let mut running = pin!(event_loop(state, peer, explorer, io));
    let end = poll_fn(|context| {
        // The explorer is not used again after a panic.
        let polled = catch_unwind(AssertUnwindSafe(|| running.as_mut().poll(context)));
        polled.unwrap_or(Poll::Ready(Ok(SessionEnd::Panic)))
    });
    let end = end.await;
    metrics.sessions.dec();
    match end {
        Ok(SessionEnd::Panic) => {
            metrics.panics.inc();
            error!("a session ended in a panic; the others go on");
            SessionEnd::Panic
        }
        Ok(end) => end,
        Err(_) => SessionEnd::Disconnected,
    }
}

type FrameSend<'a> = Pin<Box<dyn Future<Output = Result<(), russh::Error>> + Send + 'a>>;

async fn event_loop(
    state: &ServerState,
    peer: IpAddr,
    mut explorer: RemoteExplorer,
    io: &mut ChannelIo,
) -> io::Result<SessionEnd> {
    let limits = &state.settings().limits;
    let mut sending: Option<FrameSend<'_>> = None;
    let mut sent_at = Instant::now();
    let mut last_input = Instant::now();
    // The time of the first key that the next frame shows, and of the one that the frame being sent shows.
    let (mut key_time, mut shown_key_time) = (None, None);
    let mut stale = true;
    let mut next_frame = Instant::now();
    // No input is taken before this time.
    let mut input_resumes = None;
    let may_block = explorer.may_block();
    loop {
        if stale && sending.is_none() && next_frame <= Instant::now() {
            stale = false;
            let (frame, cost) = run_measured(may_block, || explorer.frame());
            let frame = frame?;
            shown_key_time = key_time.take();
            // A session draws for a small part of the time.
            let pause = limits.frame.max(cost * PAUSE_FACTOR);
            next_frame = Instant::now() + pause.max(state.admission().charge(peer, cost));
            if !frame.is_empty() {
                state.metrics().frames.inc();
                sent_at = Instant::now();
                sending = Some(Box::pin(io.write.data_bytes(frame)));
            }
        }
        let frame_due = (stale && sending.is_none()).then_some(next_frame);
        let stall_deadline = sending.is_some().then(|| sent_at + limits.stalled);
        let has_quit = tokio::select! {
            biased;
            close_reason = io.close_reason.wait_for(|close_reason| *close_reason != CloseReason::Open) => {
                let removed = close_reason.is_ok_and(|close_reason| *close_reason == CloseReason::KeyRemoved);
                return Ok(if removed { SessionEnd::KeyRemoved } else { SessionEnd::Closing });
            }
            result = sent(sending.as_mut()) => {
                sending = None;
                if result.is_err() {
                    return Ok(SessionEnd::Disconnected);
                }
                if let Some(at) = shown_key_time.take() {
                    state.metrics().key_latency.observe(Instant::elapsed(&at).as_secs_f64());
                }
                false
            }
            () = sleep_until_some(input_resumes) => {
                input_resumes = None;
                false
            }
            bytes = io.input.recv(), if input_resumes.is_none() => {
                let Some(bytes) = bytes else { return Ok(SessionEnd::Disconnected) };
                last_input = Instant::now();
                key_time.get_or_insert(last_input);
                stale = true;
                let (has_quit, cost) = run_measured(may_block, || explorer.receive(&bytes));
                input_resumes = delay_after(state, peer, cost);
                has_quit?
            }
            changed = io.size.changed() => {
                if changed.is_err() {
                    return Ok(SessionEnd::Disconnected);
                }
                explorer.resize(*io.size.borrow_and_update());
                stale = true;
                false
            }
            () = sleep_until_some(explorer.input_timeout().map(|timeout| last_input + timeout)) => {
                stale = true;
                let (has_quit, cost) = run_measured(may_block, || explorer.give_up());
                input_resumes = delay_after(state, peer, cost);
                has_quit?
            }
            // A search among many names continues between keys, and lets the other sessions run.
            () = yield_now(), if explorer.is_searching() && input_resumes.is_none() => {
                let ((), cost) = measured(|| explorer.continue_search());
                input_resumes = delay_after(state, peer, cost);
                stale |= !explorer.is_searching();
                false
            }
            () = sleep_until_some(frame_due) => false,
            () = sleep_until(last_input + limits.idle) => return Ok(SessionEnd::Idle),
            () = sleep_until_some(stall_deadline) => return Ok(SessionEnd::Disconnected),
        };
        if has_quit {
            return Ok(SessionEnd::Quit);
        }
    }
}

/// Runs `work`, without blocking the other sessions if it may take long. Returns its processor time.
fn run_measured<T>(may_block: bool, work: impl FnOnce() -> T) -> (T, Duration) {
    let work = || measured(work);
    if may_block { tokio::task::block_in_place(work) } else { work() }
}

/// Charges the address. Returns the time before which no more work is done for it, if it has to wait.
fn delay_after(state: &ServerState, peer: IpAddr, work: Duration) -> Option<Instant> {
    let wait = state.admission().charge(peer, work);
    (!wait.is_zero()).then(|| Instant::now() + wait)
}

/// Waits until the client has taken the frame; never returns if none is being sent.
async fn sent(sending: Option<&mut FrameSend<'_>>) -> Result<(), russh::Error> {
    match sending {
        Some(sending) => sending.await,
        None => std::future::pending().await,
    }
}

/// Waits until the given time; never returns without one.
async fn sleep_until_some(sent: Option<Instant>) {
    match sent {
        Some(time) => sleep_until(time).await,
        None => std::future::pending().await,
    }
}

impl SessionEnd {
    fn name(self) -> &'static str {
        match self {
            Self::Quit => "quit",
            Self::Disconnected => "gone",
            Self::Idle => "idle",
            Self::Closing => "closing",
            Self::KeyRemoved => "key removed",
            Self::Panic => "panic",
        }
    }
}
