//! Runs the explorer of a session on a channel: admits it, runs its event loop, and says why it ended.

use std::future::poll_fn;
use std::net::IpAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use tracing::{error, info};

use super::admission::Permits;
use super::channel_io::ChannelIo;
use super::close::{PANIC, close_channel, send_rejection};
use super::close_reason::CloseReason;
use super::event_loop::event_loop;
use super::remote_explorer::{RemoteExplorer, closing_message};
use super::session_end::SessionEnd;
use super::state::ServerState;

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
            io.input.keys.close();
            return send_rejection(&io.write, words, rejection).await;
        }
    };
    let end = run_guarded(&state, peer, explorer, &mut io, permit).await;
    // Input that still arrives is not read: it would delay the closing message.
    io.input.keys.close();
    let message = match end {
        SessionEnd::Quit | SessionEnd::Disconnected => None,
        SessionEnd::Idle => Some(words.idle_ended()),
        SessionEnd::Closed(CloseReason::Closing) => Some(words.closing()),
        SessionEnd::Closed(CloseReason::KeyRemoved) => Some(words.key_removed()),
        SessionEnd::Panic => Some(words.internal_error()),
    };
    let status = match end {
        SessionEnd::Quit => 0,
        SessionEnd::Panic => PANIC,
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
    _permit: Permits,
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
