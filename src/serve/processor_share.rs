//! How much processor time the guests of one address may take: a share of the machine's, with a burst. What is
//! beyond it is waited for, so that the others have theirs.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

use super::Limits;
use super::network::network_of_site;

/// The share of an address where many may come in: one in so many processors.
const SHARE: f64 = 4.0;
/// What it may take at once, in seconds.
const BURST: f64 = 0.25;
/// The longest that anything waits at a time: a guest who leaves is let go soon.
const LONGEST: Duration = Duration::from_millis(500);
/// From how many addresses on those that owe nothing are forgotten.
const MANY: usize = 1024;

/// What the guests of each address have taken.
#[derive(Debug)]
pub(super) struct ProcessorShare {
    /// Seconds a second.
    rate: f64,
    taken: Mutex<HashMap<IpAddr, Balance>>,
}

#[derive(Debug)]
struct Balance {
    /// What may still be taken; below nothing, what is owed.
    left: f64,
    at: Instant,
}

impl ProcessorShare {
    /// An address that may have a large part of all visits may have as large a part of the processors.
    pub(super) fn new(limits: &Limits) -> Self {
        let processors = available_parallelism().map_or(1, usize::from) as f64;
        let part = limits.per_address as f64 / limits.visits.max(1) as f64;
        Self { rate: processors * part.clamp(1.0 / SHARE, 1.0), taken: Mutex::default() }
    }

    /// Takes account of work done for an address. Returns how long to wait before the next.
    pub(super) fn charge(&self, address: IpAddr, work: Duration) -> Duration {
        self.charge_at(address, work, Instant::now())
    }

    fn charge_at(&self, address: IpAddr, work: Duration, now: Instant) -> Duration {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.len() >= MANY {
            taken.retain(|_, balance| balance.now(self.rate, now) < BURST);
        }
        let address = network_of_site(address);
        let balance = taken.entry(address).or_insert(Balance { left: BURST, at: now });
        balance.left = balance.now(self.rate, now) - work.as_secs_f64();
        balance.at = now;
        Duration::from_secs_f64((-balance.left / self.rate).max(0.0)).min(LONGEST)
    }
}

impl Balance {
    fn now(&self, rate: f64, now: Instant) -> f64 {
        let since = now.saturating_duration_since(self.at).as_secs_f64();
        (self.left + since * rate).min(BURST)
    }
}

/// Does something, and tells how much of a processor it took.
pub(super) fn measured<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let before = processor_time();
    let done = work();
    (done, processor_time().saturating_sub(before))
}

/// What this thread has had of a processor.
fn processor_time() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_waits_for_what_it_took_and_the_others_do_not() {
        let work = ProcessorShare { rate: 0.5, taken: Mutex::default() };
        let now = Instant::now();
        let [a, b]: [IpAddr; 2] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        let ms = Duration::from_millis;
        assert_eq!(work.charge_at(a, ms(200), now), Duration::ZERO);
        assert_eq!(work.charge_at(a, ms(100), now), ms(100));
        assert_eq!(work.charge_at(b, ms(100), now), Duration::ZERO);
        assert_eq!(work.charge_at(a, ms(9000), now), LONGEST);
        assert_eq!(work.charge_at(a, ms(1), now + Duration::from_secs(60)), Duration::ZERO);
    }

    #[test]
    fn what_is_paid_is_forgotten() {
        let work = ProcessorShare { rate: 1.0, taken: Mutex::default() };
        let now = Instant::now();
        for at in 0..2 * MANY as u32 {
            let address = IpAddr::from(std::net::Ipv4Addr::from(at));
            let later = now + Duration::from_secs(at.into());
            work.charge_at(address, Duration::from_millis(1), later);
        }
        assert!(work.taken.lock().unwrap().len() <= MANY);
    }

    #[test]
    fn what_is_measured_is_work_and_not_waiting() {
        let ((), waited) = measured(|| std::thread::sleep(Duration::from_millis(200)));
        assert!(waited < Duration::from_millis(100), "{waited:?}");
    }
}
