//! What is counted, and where Prometheus reads it.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use super::house::House;

/// Seconds from a key to the moment when the line has taken the frame that shows what it did.
const LATENCIES: [f64; 10] = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.0];
/// No request is longer that is meant for this.
const REQUEST: usize = 4096;
const PATIENCE: Duration = Duration::from_secs(5);
/// Readers at a time.
const READERS: usize = 4;

/// What is counted.
#[derive(Debug)]
pub(super) struct Metrics {
    registry: Registry,
    /// Visits that are open.
    pub(super) visits: Gauge,
    pub(super) visits_begun: Counter,
    pub(super) answers: Counter,
    pub(super) panics: Counter,
    pub(super) frames: Counter,
    pub(super) received: Counter,
    pub(super) sent: Counter,
    pub(super) key_latency: Histogram,
    refused: Family<Why, Counter>,
}

/// Why someone or something was not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Too many connections are at the door.
    Handshakes,
    /// Too many visits are open.
    Visits,
    /// Too many come from one address.
    Address,
    /// Too many channels of one connection are open.
    Channels,
    /// So many commands are being answered that one waited for too long.
    Answers,
    /// A key that is not among the authorized ones.
    Key,
    /// A command that is not offered, or files where there are none.
    Command,
    /// Sftp, or any other subsystem.
    Subsystem,
    /// A display.
    X11,
    /// An agent with the guest's keys.
    Agent,
    /// A port or a socket, of either side.
    Forwarding,
    /// A variable that means nothing here.
    Variable,
    /// Something on a channel that has its visit or its command already.
    Request,
    /// Something was asked for again and again; its connection is ended.
    Often,
    /// A balancer's connection without a PROXY header.
    Proxy,
    /// A connection that came to no visit in time.
    Grace,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Why {
    reason: &'static str,
}

impl Refusal {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Handshakes => "handshakes",
            Self::Visits => "visits",
            Self::Address => "address",
            Self::Channels => "channels",
            Self::Answers => "answers",
            Self::Key => "key",
            Self::Command => "command",
            Self::Subsystem => "subsystem",
            Self::X11 => "x11",
            Self::Agent => "agent",
            Self::Forwarding => "forwarding",
            Self::Variable => "variable",
            Self::Request => "request",
            Self::Often => "often",
            Self::Proxy => "proxy",
            Self::Grace => "grace",
        }
    }
}

impl Default for Metrics {
    fn default() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("chitieu"),
            visits: Gauge::default(),
            visits_begun: Counter::default(),
            answers: Counter::default(),
            panics: Counter::default(),
            frames: Counter::default(),
            received: Counter::default(),
            sent: Counter::default(),
            key_latency: Histogram::new(LATENCIES),
            refused: Family::default(),
        };
        let to = &mut metrics.registry;
        to.register("visits", "Visits that are open", metrics.visits.clone());
        to.register("visits_begun", "Visits that were begun", metrics.visits_begun.clone());
        to.register("answers", "Commands that were answered", metrics.answers.clone());
        to.register("panics", "Visits that ended in a panic", metrics.panics.clone());
        to.register("frames", "Frames that were sent to visits", metrics.frames.clone());
        let bytes = |to: &mut Registry, name, help, counter: &Counter| {
            to.register_with_unit(name, help, Unit::Bytes, counter.clone());
        };
        bytes(to, "received", "Bytes that came in, encrypted", &metrics.received);
        bytes(to, "sent", "Bytes that went out, encrypted", &metrics.sent);
        to.register("refused", "What was refused, and why", metrics.refused.clone());
        to.register_with_unit(
            "key_latency",
            "From a key to the moment when the line has taken the frame that shows what it did",
            Unit::Seconds,
            metrics.key_latency.clone(),
        );
        metrics
    }
}

impl Metrics {
    pub(super) fn refuse(&self, refusal: Refusal) {
        self.refused.get_or_create(&Why { reason: refusal.name() }).inc();
    }

    /// How often something was refused.
    #[cfg(test)]
    pub(super) fn refused(&self, refusal: Refusal) -> u64 {
        self.refused.get_or_create(&Why { reason: refusal.name() }).get()
    }

    /// All that is counted, in the text format of OpenMetrics.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a String does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

/// Answers those who ask for what is counted, until the house closes.
pub(super) async fn serve(listener: TcpListener, house: Arc<House>) {
    let readers = Arc::new(Semaphore::new(READERS));
    let mut closing = house.closing();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = closing.wait_for(|closing| *closing) => return,
        };
        let Ok((socket, _)) = accepted else {
            tokio::time::sleep(super::EXHAUSTED).await;
            continue;
        };
        if let Ok(permit) = readers.clone().try_acquire_owned() {
            let house = house.clone();
            tokio::spawn(async move {
                // Whoever asks and does not read the answer is not waited for.
                let _ = tokio::time::timeout(PATIENCE, answer(socket, &house)).await;
                drop(permit);
            });
        }
    }
}

async fn answer(mut socket: TcpStream, house: &House) -> io::Result<()> {
    let mut request = Vec::new();
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        if request.len() >= REQUEST || socket.read_buf(&mut request).await? == 0 {
            return Ok(());
        }
    }
    let asked = |path: &[u8]| {
        request
            .strip_prefix(b"GET ")
            .and_then(|rest| rest.strip_prefix(path))
            .is_some_and(|rest| rest.starts_with(b" ") || rest.starts_with(b"?"))
    };
    let (status, kind, body) = if asked(b"/metrics") {
        let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        ("200 OK", kind, house.metrics().text())
    } else {
        ("404 Not Found", "text/plain", "it is at /metrics\n".to_owned())
    };
    let length = body.len();
    let answer = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    socket.write_all(answer.as_bytes()).await?;
    socket.shutdown().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_told() {
        let metrics = Metrics::default();
        metrics.visits.inc();
        metrics.refuse(Refusal::Address);
        metrics.received.inc_by(7);
        metrics.key_latency.observe(0.003);
        let text = metrics.text();
        for line in [
            "chitieu_visits 1",
            "chitieu_refused_total{reason=\"address\"} 1",
            "chitieu_received_bytes_total 7",
            "chitieu_key_latency_seconds_bucket{le=\"0.005\"} 1",
            "chitieu_key_latency_seconds_bucket{le=\"0.002\"} 0",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
        }
    }
}
