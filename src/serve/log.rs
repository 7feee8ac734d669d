//! The log on standard error: one line an event. Lines wait in a queue for a thread of its own, so that a reader
//! who takes nothing holds up nobody; what finds the queue full is dropped and counted.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TrySendError, channel, sync_channel};
use std::sync::{LazyLock, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use prometheus_client::metrics::counter::Counter;
use tracing::error;

/// How many lines wait to be written.
const LINES: usize = 1024;
/// How long the last lines may take to be written when the server ends.
const LAST_LINES: Duration = Duration::from_millis(500);
/// How long to wait for room in a full queue before looking again.
const ROOM: Duration = Duration::from_millis(10);

/// How many lines were dropped.
pub(super) static DROPPED: LazyLock<Counter> = LazyLock::new(Counter::default);

/// To the thread that writes.
static QUEUE: OnceLock<SyncSender<Entry>> = OnceLock::new();

/// What waits to be written.
enum Entry {
    Line(Vec<u8>),
    /// To be answered when all before it is written.
    Written(Sender<()>),
}

/// Writes whole lines to the queue.
struct Queue(SyncSender<Entry>);

impl Write for Queue {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if self.0.try_send(Entry::Line(line.to_vec())).is_err() {
            DROPPED.inc();
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Begins to log; of a panic its place only, since its words may quote a guest.
pub(super) fn begin() {
    let queue = QUEUE.get_or_init(|| {
        let (queue, entries) = sync_channel(LINES);
        thread::spawn(move || write_out(&entries, io::stderr()));
        queue
    });
    tracing_subscriber::fmt()
        .with_writer(|| Queue(queue.clone()))
        .with_ansi(false)
        .with_target(false)
        .log_internal_errors(false)
        // A second server in one process, as in tests, logs to the first one's.
        .try_init()
        .unwrap_or_default();
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => error!(%place, "panic"),
        None => error!("panic"),
    }));
}

/// Waits until everything that was logged is written, if that is soon.
pub(super) fn end() {
    let Some(queue) = QUEUE.get() else { return };
    let end = Instant::now() + LAST_LINES;
    let (written, all) = channel();
    let mut entry = Entry::Written(written);
    while let Err(TrySendError::Full(unsent)) = queue.try_send(entry) {
        if Instant::now() >= end {
            return;
        }
        thread::sleep(ROOM);
        entry = unsent;
    }
    // Whoever does not read the log is not waited for.
    let _ = all.recv_timeout(end.saturating_duration_since(Instant::now()));
}

fn write_out(entries: &Receiver<Entry>, mut to: impl Write) {
    for entry in entries {
        match entry {
            // A log that cannot be written, on a full disk or to a reader that is gone, ends nothing.
            Entry::Line(line) => to.write_all(&line).unwrap_or_default(),
            Entry::Written(told) => told.send(()).unwrap_or_default(),
        }
    }
}
