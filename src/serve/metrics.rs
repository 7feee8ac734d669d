//! What is counted.

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use super::log::DROPPED;
use super::rejection::Rejection;

/// Seconds from a key to the moment when the line has taken the frame that shows what it did.
const LATENCIES: [f64; 10] = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.0];
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
        to.register("log_lines_dropped", "Lines that the log had no room for", DROPPED.clone());
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
    pub(super) fn refuse(&self, refusal: Rejection) {
        self.refused.get_or_create(&ReasonLabel { reason: refusal.name() }).inc();
    }

    /// How often something was refused.
    #[cfg(test)]
    pub(super) fn refused(&self, refusal: Rejection) -> u64 {
        self.refused.get_or_create(&ReasonLabel { reason: refusal.name() }).get()
    }

    /// All that is counted, in the text format of OpenMetrics.
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
    fn what_is_counted_is_told() {
        let metrics = Metrics::default();
        metrics.visits.inc();
        metrics.refuse(Rejection::Address);
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
