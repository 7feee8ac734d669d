//! The processor time that one address may use: a share of the machine's, as a token bucket with a burst.
//! More work has to wait, so that the other addresses have theirs.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

use super::Limits;
use super::network::network_of_site;

/// The smallest share of an address: the processors divided by this number.
const MIN_SHARE_DIVISOR: f64 = 4.0;
/// The capacity of the bucket: seconds of processor time that may be used at once.
const BURST: f64 = 0.25;
/// The longest wait at a time, so that a client who disconnects is noticed soon.
const MAX_WAIT: Duration = Duration::from_millis(500);
/// From this number of addresses on, those that have their whole share left are removed.
const PRUNE_FROM: usize = 1024;

/// The processor time that each address has left.
#[derive(Debug)]
pub(super) struct ProcessorShare {
    /// Seconds of processor time that an address gains in a second.
    rate: f64,
    balances: Mutex<HashMap<IpAddr, Balance>>,
}

#[derive(Debug)]
struct Balance {
    /// The seconds that may still be used; negative if the address owes time.
    seconds: f64,
    updated: Instant,
}

impl ProcessorShare {
    /// The share is the one of the address among the sessions, and at least a quarter of the processors.
    pub(super) fn new(limits: &Limits) -> Self {
        let processors = available_parallelism().map_or(1, usize::from) as f64;
        let share = limits.per_address as f64 / limits.sessions.max(1) as f64;
        Self {
            rate: processors * share.clamp(1.0 / MIN_SHARE_DIVISOR, 1.0),
            balances: Mutex::default(),
        }
    }

    /// Charges an address for work. Returns how long it has to wait before more work is done for it.
    pub(super) fn charge(&self, address: IpAddr, work: Duration) -> Duration {
        self.charge_at(address, work, Instant::now())
    }

    fn charge_at(&self, address: IpAddr, work: Duration, now: Instant) -> Duration {
        let mut balances = self.balances.lock().unwrap_or_else(PoisonError::into_inner);
        if balances.len() >= PRUNE_FROM {
            balances.retain(|_, balance| balance.now(self.rate, now) < BURST);
        }
        let address = network_of_site(address);
        let balance = balances.entry(address).or_insert(Balance { seconds: BURST, updated: now });
        balance.seconds = balance.now(self.rate, now) - work.as_secs_f64();
        balance.updated = now;
        Duration::from_secs_f64((-balance.seconds / self.rate).max(0.0)).min(MAX_WAIT)
    }
}

impl Balance {
    fn now(&self, rate: f64, now: Instant) -> f64 {
        let elapsed = now.saturating_duration_since(self.updated).as_secs_f64();
        (self.seconds + elapsed * rate).min(BURST)
    }
}

/// Runs `work`. Returns its result and the processor time that it used.
pub(super) fn measured<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let before = processor_time();
    let done = work();
    (done, processor_time().saturating_sub(before))
}

/// The processor time of this thread.
fn processor_time() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_address_that_used_its_share_waits() {
        let work = ProcessorShare { rate: 0.5, balances: Mutex::default() };
        let now = Instant::now();
        let [a, b]: [IpAddr; 2] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        let ms = Duration::from_millis;
        assert_eq!(work.charge_at(a, ms(200), now), Duration::ZERO);
        assert_eq!(work.charge_at(a, ms(100), now), ms(100));
        assert_eq!(work.charge_at(b, ms(100), now), Duration::ZERO);
        assert_eq!(work.charge_at(a, ms(9000), now), MAX_WAIT);
        assert_eq!(work.charge_at(a, ms(1), now + Duration::from_secs(60)), Duration::ZERO);
    }

    #[test]
    fn work_beyond_the_burst_waits_from_now_on() {
        let work = ProcessorShare::new(&Limits::default());
        let address = "192.0.2.1".parse().unwrap();
        assert_eq!(work.charge(address, Duration::from_millis(1)), Duration::ZERO);
        assert_eq!(work.charge(address, Duration::from_secs(3600)), MAX_WAIT);
    }

    #[test]
    fn a_share_is_gained_at_its_rate() {
        let work = ProcessorShare { rate: 0.5, balances: Mutex::default() };
        let (now, ms) = (Instant::now(), Duration::from_millis);
        let address = "192.0.2.1".parse().unwrap();
        assert_eq!(work.charge_at(address, ms(350), now), ms(200));
        assert_eq!(work.charge_at(address, Duration::ZERO, now + ms(100)), ms(100));
    }

    #[test]
    fn forgets_addresses_that_owe_nothing() {
        let work = ProcessorShare { rate: 1.0, balances: Mutex::default() };
        let now = Instant::now();
        for updated in 0..2 * PRUNE_FROM as u32 {
            let address = IpAddr::from(std::net::Ipv4Addr::from(updated));
            let later = now + Duration::from_secs(updated.into());
            work.charge_at(address, Duration::from_millis(1), later);
        }
        assert!(work.balances.lock().unwrap().len() <= PRUNE_FROM);
    }

    #[test]
    fn measures_work_and_not_waiting() {
        let ((), waited) = measured(|| std::thread::sleep(Duration::from_millis(200)));
        assert!(waited < Duration::from_millis(100), "{waited:?}");
    }
}
