//! The log on standard error, one line an event. Lines wait in a queue for a thread of their own, so that a
//! reader who takes nothing blocks no session; a line that finds the queue full is dropped and counted.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TrySendError, channel, sync_channel};
use std::sync::{LazyLock, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use prometheus_client::metrics::counter::Counter;
use tracing::error;

/// The capacity of the queue in lines.
const QUEUE_LINES: usize = 1024;
/// How long the last lines may take to be written when the server ends.
const FLUSH_TIMEOUT: Duration = Duration::from_millis(500);
/// How long to wait before a full queue is tried again.
const RETRY_INTERVAL: Duration = Duration::from_millis(10);

/// The number of lines that were dropped.
pub(super) static DROPPED: LazyLock<Counter> = LazyLock::new(Counter::default);

/// The queue of the thread that writes.
static QUEUE: OnceLock<SyncSender<Entry>> = OnceLock::new();

/// An entry of the queue.
enum Entry {
    Line(Vec<u8>),
    /// Answered when all entries before it are written.
    Flush(Sender<()>),
}

/// Writes whole lines to the queue; never blocks.
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

/// Starts the log. Only the location of a panic is logged, since its message may quote a client.
pub(super) fn start() {
    let queue = QUEUE.get_or_init(|| {
        let (queue, entries) = sync_channel(QUEUE_LINES);
        thread::spawn(move || write_out(&entries, io::stderr()));
        queue
    });
    tracing_subscriber::fmt()
        .with_writer(|| Queue(queue.clone()))
        .with_ansi(false)
        .with_target(false)
        .log_internal_errors(false)
        // A second server in one process, as in tests, logs to the first one's queue.
        .try_init()
        .unwrap_or_default();
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(location) => error!(place = %location, "panic"),
        None => error!("panic"),
    }));
}

/// Waits until everything that was logged is written, at most [`FLUSH_TIMEOUT`].
pub(super) fn finish() {
    let Some(queue) = QUEUE.get() else { return };
    let finish = Instant::now() + FLUSH_TIMEOUT;
    let (written, flushed) = channel();
    let mut entry = Entry::Flush(written);
    while let Err(TrySendError::Full(unsent)) = queue.try_send(entry) {
        if Instant::now() >= finish {
            return;
        }
        thread::sleep(RETRY_INTERVAL);
        entry = unsent;
    }
    // A reader that does not take the log is not waited for.
    let _ = flushed.recv_timeout(finish.saturating_duration_since(Instant::now()));
}

fn write_out(entries: &Receiver<Entry>, mut to: impl Write) {
    for entry in entries {
        match entry {
            // An error of the log, such as a full disk or a reader that is gone, ends nothing.
            Entry::Line(line) => to.write_all(&line).unwrap_or_default(),
            Entry::Flush(flushed) => flushed.send(()).unwrap_or_default(),
        }
    }
}
