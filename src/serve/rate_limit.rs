//! How fast bytes may come: so many a second, after a burst. A guest's typing has a pace, with a burst that
//! holds a paste, and so has all that comes over a connection.

use std::time::{Duration, Instant};

/// Bytes that may still come.
#[derive(Debug)]
pub(super) struct RateLimit {
    rate: f64,
    burst: f64,
    left: f64,
    at: Instant,
}

impl RateLimit {
    /// `rate` bytes a second, `burst` at once.
    pub(super) fn new(rate: u32, burst: u32, now: Instant) -> Self {
        let (rate, burst) = (f64::from(rate.max(1)), f64::from(burst));
        Self { rate, burst, left: burst, at: now }
    }

    /// Takes in bytes and tells how long to wait before reading more: not at all within the pace.
    pub(super) fn take(&mut self, bytes: usize, now: Instant) -> Duration {
        let since = now.saturating_duration_since(self.at).as_secs_f64();
        self.left = (self.left + since * self.rate).min(self.burst) - bytes as f64;
        self.at = now;
        Duration::from_secs_f64((-self.left / self.rate).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_free_and_more_waits_for_its_time() {
        let start = Instant::now();
        let mut pace = RateLimit::new(100, 50, start);
        assert_eq!(pace.take(50, start), Duration::ZERO);
        assert_eq!(pace.take(100, start), Duration::from_secs(1));
        let later = start + Duration::from_secs(1);
        assert_eq!(pace.take(10, later), Duration::from_millis(100));
        assert_eq!(pace.take(50, later + Duration::from_secs(60)), Duration::ZERO);
    }
}
