//! The metrics of the server.

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use super::log::DROPPED;
use super::rejection::Rejection;

/// Buckets in seconds: from a key to the moment when the connection has taken the frame that shows it.
const LATENCY_BUCKETS: [f64; 10] = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.0];

/// The metrics, and the registry under their public names.
#[derive(Debug)]
pub(super) struct Metrics {
    registry: Registry,
    /// Sessions that are open.
    pub(super) sessions: Gauge,
    pub(super) sessions_started: Counter,
    pub(super) commands: Counter,
    pub(super) panics: Counter,
    pub(super) frames: Counter,
    pub(super) received: Counter,
    pub(super) sent: Counter,
    pub(super) key_latency: Histogram,
    refused: Family<ReasonLabel, Counter>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ReasonLabel {
    reason: &'static str,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("chitieu"),
            sessions: Gauge::default(),
            sessions_started: Counter::default(),
            commands: Counter::default(),
            panics: Counter::default(),
            frames: Counter::default(),
            received: Counter::default(),
            sent: Counter::default(),
            key_latency: Histogram::new(LATENCY_BUCKETS),
            refused: Family::default(),
        };
        let to = &mut metrics.registry;
        to.register("sessions", "Sessions that are open", metrics.sessions.clone());
        to.register(
            "sessions_started",
            "Sessions that were started",
            metrics.sessions_started.clone(),
        );
        to.register("commands", "Commands that were run", metrics.commands.clone());
        to.register("panics", "Sessions that ended in a panic", metrics.panics.clone());
        to.register("frames", "Frames that were sent to sessions", metrics.frames.clone());
        let bytes = |to: &mut Registry, name, help, counter: &Counter| {
            to.register_with_unit(name, help, Unit::Bytes, counter.clone());
        };
        bytes(to, "received", "Received bytes, encrypted", &metrics.received);
        bytes(to, "sent", "Sent bytes, encrypted", &metrics.sent);
        to.register(
            "log_lines_dropped",
            "Lines that were dropped because the log was full",
            DROPPED.clone(),
        );
        // Every reason has a value from the start: a counter that appears with 1 has no rate of increase.
        for rejection in Rejection::ALL {
            drop(metrics.refused.get_or_create(&ReasonLabel { reason: rejection.name() }));
        }
        to.register("refused", "Rejections, by reason", metrics.refused.clone());
        to.register_with_unit(
            "key_latency",
            "From a key to the moment when the connection has taken the frame that shows its effect",
            Unit::Seconds,
            metrics.key_latency.clone(),
        );
        metrics
    }
}

impl Metrics {
    pub(super) fn refuse(&self, rejection: Rejection) {
        self.refused.get_or_create(&ReasonLabel { reason: rejection.name() }).inc();
    }

    /// How often something was rejected for a reason.
    #[cfg(test)]
    pub(super) fn refused(&self, rejection: Rejection) -> u64 {
        self.refused.get_or_create(&ReasonLabel { reason: rejection.name() }).get()
    }

    /// All metrics in the text format of OpenMetrics.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a String does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_has_every_metric() {
        let metrics = Metrics::default();
        metrics.sessions.inc();
        metrics.refuse(Rejection::Address);
        metrics.received.inc_by(7);
        metrics.key_latency.observe(0.003);
        let text = metrics.text();
        for line in [
            "chitieu_sessions 1",
            "chitieu_refused_total{reason=\"address\"} 1",
            "chitieu_refused_total{reason=\"handshakes\"} 0",
            "chitieu_received_bytes_total 7",
            "chitieu_key_latency_seconds_bucket{le=\"0.005\"} 1",
            "chitieu_key_latency_seconds_bucket{le=\"0.002\"} 0",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
        }
    }
}
