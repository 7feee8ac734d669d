//! A rate limit for bytes: a token bucket. The input of a client has one, whose burst is enough for a paste,
//! and so have all bytes of a connection.

use std::time::{Duration, Instant};

/// A token bucket; a token is a byte.
#[derive(Debug)]
pub(super) struct RateLimit {
    rate: f64,
    burst: f64,
    tokens: f64,
    updated: Instant,
}

impl RateLimit {
    /// `rate` bytes a second, `burst` at once.
    pub(super) fn new(rate: u32, burst: u32, now: Instant) -> Self {
        let (rate, burst) = (f64::from(rate.max(1)), f64::from(burst));
        Self { rate, burst, tokens: burst, updated: now }
    }

    /// Takes tokens for received bytes. Returns how long to wait before more is read: zero within the limit.
    pub(super) fn take(&mut self, bytes: usize, now: Instant) -> Duration {
        let elapsed = now.saturating_duration_since(self.updated).as_secs_f64();
        self.tokens = (self.tokens + elapsed * self.rate).min(self.burst) - bytes as f64;
        self.updated = now;
        Duration::from_secs_f64((-self.tokens / self.rate).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_free_and_more_has_to_wait() {
        let start = Instant::now();
        let mut rate_limit = RateLimit::new(100, 50, start);
        assert_eq!(rate_limit.take(50, start), Duration::ZERO);
        assert_eq!(rate_limit.take(100, start), Duration::from_secs(1));
        let later = start + Duration::from_secs(1);
        assert_eq!(rate_limit.take(10, later), Duration::from_millis(100));
        assert_eq!(rate_limit.take(50, later + Duration::from_secs(60)), Duration::ZERO);
    }
}
