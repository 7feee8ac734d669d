//! The event loop of a session. A frame is drawn only when the client has taken the one before: a slow reader
//! gets fewer frames, and nothing queues. After a frame there is a pause in proportion to its cost, so that
//! keys which arrive quickly share a frame; an address that has used up its share of the processors waits
//! longer.

use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use ratatui::layout::Size;
use tokio::task::{block_in_place, yield_now};
use tokio::time::{Instant, sleep_until};

use super::Limits;
use super::channel_io::{ChannelInput, ChannelIo};
use super::close_reason::CloseReason;
use super::processor_share::measured;
use super::remote_explorer::RemoteExplorer;
use super::session_end::SessionEnd;
use super::state::ServerState;

/// The pause after a frame, as a multiple of the time that it took to draw.
const PAUSE_FACTOR: u32 = 3;

type FrameSend<'a> = Pin<Box<dyn Future<Output = Result<(), russh::Error>> + Send + 'a>>;

/// Runs the event loop until the session ends.
pub(super) async fn event_loop(
    state: &ServerState,
    peer: IpAddr,
    explorer: RemoteExplorer,
    io: &mut ChannelIo,
) -> io::Result<SessionEnd> {
    let ChannelIo { write, input } = io;
    let mut session = SessionLoop::new(state, peer, explorer);
    let mut sending: Option<FrameSend<'_>> = None;
    loop {
        if sending.is_none()
            && let Some(frame) = session.due_frame()?
        {
            sending = Some(Box::pin(write.data_bytes(frame)));
        }
        let event = session.next_event(sending.as_mut(), input).await;
        if matches!(event, Event::Sent(_)) {
            sending = None;
        }
        if let Some(end) = session.handle(event)? {
            return Ok(end);
        }
    }
}

/// What a session waits for.
enum Event {
    Closed(CloseReason),
    /// The client has taken the frame, or the connection is gone.
    Sent(Result<(), russh::Error>),
    /// The address may use the processor again.
    InputResumes,
    /// Keys; none if the connection is gone.
    Keys(Option<Bytes>),
    /// The new size of the window; none if the connection is gone.
    Resized(Option<Size>),
    /// An escape sequence was not completed.
    InputTimeout,
    /// There is time to continue a search.
    Search,
    FrameDue,
    /// No key was pressed for too long.
    Idle,
    /// The client has taken no output for too long.
    Stalled,
}

/// The state of a session between two events.
struct SessionLoop<'a> {
    state: &'a ServerState,
    peer: IpAddr,
    explorer: RemoteExplorer,
    /// Whether a step of the explorer may block for long.
    may_block: bool,
    /// Whether the screen of the client no longer shows the explorer.
    is_stale: bool,
    /// The time before which no frame is drawn.
    next_frame: Instant,
    /// When the frame that is being sent was drawn.
    sent_at: Instant,
    last_input: Instant,
    /// The time before which no input is taken.
    input_resumes: Option<Instant>,
    /// The time of the first key that the next frame shows.
    key_time: Option<Instant>,
    /// The time of the first key that the frame being sent shows.
    shown_key_time: Option<Instant>,
}

impl<'a> SessionLoop<'a> {
    fn new(state: &'a ServerState, peer: IpAddr, explorer: RemoteExplorer) -> Self {
        let now = Instant::now();
        Self {
            state,
            peer,
            may_block: explorer.may_block(),
            explorer,
            is_stale: true,
            next_frame: now,
            sent_at: now,
            last_input: now,
            input_resumes: None,
            key_time: None,
            shown_key_time: None,
        }
    }

    fn limits(&self) -> &'a Limits {
        &self.state.settings().limits
    }

    /// Draws a frame if one is due. None also if the screen of the client shows the explorer already.
    fn due_frame(&mut self) -> io::Result<Option<Bytes>> {
        if !self.is_stale || self.next_frame > Instant::now() {
            return Ok(None);
        }
        self.is_stale = false;
        let (frame, cost) = self.run(RemoteExplorer::frame);
        let frame = frame?;
        self.shown_key_time = self.key_time.take();
        // A session draws for a small part of the time.
        let pause = self.limits().frame.max(cost * PAUSE_FACTOR);
        let pause = pause.max(self.state.admission().charge(self.peer, cost));
        self.next_frame = Instant::now() + pause;
        if frame.is_empty() {
            return Ok(None);
        }
        self.state.metrics().frames.inc();
        self.sent_at = Instant::now();
        Ok(Some(frame))
    }

    /// Waits for the next event.
    async fn next_event(
        &self,
        sending: Option<&mut FrameSend<'_>>,
        input: &mut ChannelInput,
    ) -> Event {
        let limits = self.limits();
        let takes_input = self.input_resumes.is_none();
        let frame_due = (self.is_stale && sending.is_none()).then_some(self.next_frame);
        let stalled = sending.is_some().then(|| self.sent_at + limits.stalled);
        let input_timeout = self.explorer.input_timeout().map(|timeout| self.last_input + timeout);
        let ChannelInput { keys, size, close_reason } = input;
        tokio::select! {
            biased;
            reason = close_reason.wait_for(Option::is_some) => {
                // Without a sender the server is about to end.
                Event::Closed(reason.ok().and_then(|reason| *reason).unwrap_or(CloseReason::Closing))
            }
            result = sent(sending) => Event::Sent(result),
            () = sleep_until_some(self.input_resumes) => Event::InputResumes,
            keys = keys.recv(), if takes_input => Event::Keys(keys),
            changed = size.changed() => {
                Event::Resized(changed.is_ok().then(|| *size.borrow_and_update()))
            }
            () = sleep_until_some(input_timeout), if takes_input => Event::InputTimeout,
            // A search among many names continues between keys, and lets the other sessions run.
            () = yield_now(), if self.explorer.is_searching() && takes_input => Event::Search,
            () = sleep_until_some(frame_due) => Event::FrameDue,
            () = sleep_until(self.last_input + limits.idle) => Event::Idle,
            () = sleep_until_some(stalled) => Event::Stalled,
        }
    }

    /// Handles an event. Returns how the session ends, if it does.
    fn handle(&mut self, event: Event) -> io::Result<Option<SessionEnd>> {
        let has_quit = match event {
            Event::Closed(reason) => return Ok(Some(SessionEnd::Closed(reason))),
            Event::Idle => return Ok(Some(SessionEnd::Idle)),
            Event::Stalled | Event::Sent(Err(_)) | Event::Keys(None) | Event::Resized(None) => {
                return Ok(Some(SessionEnd::Disconnected));
            }
            Event::FrameDue => false,
            Event::Sent(Ok(())) => {
                if let Some(at) = self.shown_key_time.take() {
                    self.state.metrics().key_latency.observe(at.elapsed().as_secs_f64());
                }
                false
            }
            Event::InputResumes => {
                self.input_resumes = None;
                false
            }
            Event::Keys(Some(bytes)) => {
                self.last_input = Instant::now();
                self.key_time.get_or_insert(self.last_input);
                self.is_stale = true;
                self.run_charged(|explorer| explorer.receive(&bytes))?
            }
            Event::Resized(Some(size)) => {
                self.explorer.resize(size);
                self.is_stale = true;
                false
            }
            Event::InputTimeout => {
                self.is_stale = true;
                self.run_charged(RemoteExplorer::give_up)?
            }
            Event::Search => {
                let ((), cost) = measured(|| self.explorer.continue_search());
                self.charge(cost);
                self.is_stale |= !self.explorer.is_searching();
                false
            }
        };
        Ok(has_quit.then_some(SessionEnd::Quit))
    }

    /// Runs a step of the explorer, without blocking the other sessions if it may take long. Returns its processor
    /// time.
    fn run<T>(&mut self, step: impl FnOnce(&mut RemoteExplorer) -> T) -> (T, Duration) {
        let explorer = &mut self.explorer;
        let work = || measured(|| step(explorer));
        if self.may_block { block_in_place(work) } else { work() }
    }

    /// Runs a step of the explorer, and charges the address for it.
    fn run_charged<T>(&mut self, step: impl FnOnce(&mut RemoteExplorer) -> T) -> T {
        let (result, cost) = self.run(step);
        self.charge(cost);
        result
    }

    /// Charges the address for work. If it has to wait, no input is taken until then.
    fn charge(&mut self, cost: Duration) {
        let wait = self.state.admission().charge(self.peer, cost);
        self.input_resumes = (!wait.is_zero()).then(|| Instant::now() + wait);
    }
}

/// Waits until the client has taken the frame; never returns if none is being sent.
async fn sent(sending: Option<&mut FrameSend<'_>>) -> Result<(), russh::Error> {
    match sending {
        Some(sending) => sending.await,
        None => std::future::pending().await,
    }
}

/// Waits until the given time; never returns without one.
pub(super) async fn sleep_until_some(time: Option<Instant>) {
    match time {
        Some(time) => sleep_until(time).await,
        None => std::future::pending().await,
    }
}
