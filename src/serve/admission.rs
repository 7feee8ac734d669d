//! Admission control: how many half-open connections, sessions and concurrent commands there may be, in
//! total and per address. Dropping a permit releases what it holds.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

use super::Limits;
use super::half_open::{HalfOpen, HalfOpenPermit};
use super::network::{Network, networks};
use super::processor_share::ProcessorShare;
use super::rejection::Rejection;

/// The permits of all connections, sessions and commands.
#[derive(Debug)]
pub(super) struct Admission {
    half_open: Arc<HalfOpen>,
    work: ProcessorShare,
    sessions: Arc<Semaphore>,
    commands: Arc<Semaphore>,
    open_connections: Arc<Tally>,
    open_sessions: Arc<Tally>,
    running_commands: Arc<Tally>,
}

/// A permit of one address, released when it is dropped.
#[derive(Debug)]
pub(super) struct AddressPermit {
    address: IpAddr,
    tally: Arc<Tally>,
}

/// The permits of a session or of a running command.
#[derive(Debug)]
pub(super) struct Permits {
    _of_total: OwnedSemaphorePermit,
    _of_address: AddressPermit,
}

/// The number of permits that each network holds.
#[derive(Debug)]
struct Tally {
    limit: usize,
    counts: Mutex<HashMap<Network, usize>>,
    released: Notify,
}

impl Admission {
    pub(super) fn new(limits: &Limits) -> Self {
        let semaphore =
            |number: usize| Arc::new(Semaphore::new(number.min(Semaphore::MAX_PERMITS)));
        let tally = |limit| {
            Arc::new(Tally { limit, counts: Mutex::default(), released: Notify::default() })
        };
        Self {
            half_open: Arc::new(HalfOpen::new(limits)),
            work: ProcessorShare::new(limits),
            sessions: semaphore(limits.sessions),
            commands: semaphore(limits.commands),
            open_connections: tally(limits.per_address),
            open_sessions: tally(limits.per_address),
            running_commands: tally(limits.commands_per_address),
        }
    }

    /// Registers a half-open connection. Its address is not known yet when a balancer passes it on.
    pub(super) fn half_open(&self, address: Option<IpAddr>) -> HalfOpenPermit {
        self.half_open.insert(address)
    }

    /// Charges an address for processor time. Returns how long it has to wait before more work is done for
    /// it.
    pub(super) fn charge(&self, address: IpAddr, work: Duration) -> Duration {
        self.work.charge(address, work)
    }

    /// Returns a permit for a connection. An error if its address holds the maximum.
    pub(super) fn connection(&self, address: IpAddr) -> Result<AddressPermit, Rejection> {
        self.open_connections.acquire(address).ok_or(Rejection::Address)
    }

    /// Returns the permits for a command as soon as they are free. An error after `max_wait`.
    pub(super) async fn command(
        &self,
        address: IpAddr,
        max_wait: Duration,
    ) -> Result<Permits, Rejection> {
        let permits = async {
            let of_address = self.running_commands.acquire_when_free(address).await;
            loop {
                let owed = self.work.charge(address, Duration::ZERO);
                if owed.is_zero() {
                    break;
                }
                sleep(owed).await;
            }
            let of_total = self.commands.clone().acquire_owned().await.ok()?;
            Some(Permits { _of_total: of_total, _of_address: of_address })
        };
        timeout(max_wait, permits).await.ok().flatten().ok_or(Rejection::Busy)
    }

    /// Returns the permits for a session. An error if there is none in total or for the address.
    pub(super) fn session(&self, address: IpAddr) -> Result<Permits, Rejection> {
        let of_address = self.open_sessions.acquire(address).ok_or(Rejection::Address)?;
        let of_total =
            self.sessions.clone().try_acquire_owned().map_err(|_| Rejection::Sessions)?;
        Ok(Permits { _of_total: of_total, _of_address: of_address })
    }
}

impl Tally {
    fn acquire(self: &Arc<Self>, address: IpAddr) -> Option<AddressPermit> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |(network, count): (Network, usize)| {
            counts.get(&network).copied().unwrap_or(0) >= self.limit.saturating_mul(count)
        };
        if networks(address).any(is_full) {
            return None;
        }
        for (network, _) in networks(address) {
            *counts.entry(network).or_default() += 1;
        }
        Some(AddressPermit { address, tally: self.clone() })
    }

    /// Waits until the address may hold another permit.
    async fn acquire_when_free(self: &Arc<Self>, address: IpAddr) -> AddressPermit {
        loop {
            // Created before the attempt, so that no release in between is missed.
            let released = self.released.notified();
            if let Some(permit) = self.acquire(address) {
                return permit;
            }
            released.await;
        }
    }

    fn release(&self, address: IpAddr) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        for (network, _) in networks(address) {
            if let Some(count) = counts.get_mut(&network) {
                *count -= 1;
                if *count == 0 {
                    counts.remove(&network);
                }
            }
        }
    }
}

impl Drop for AddressPermit {
    fn drop(&mut self) {
        self.tally.release(self.address);
        self.tally.released.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admission(sessions: usize, per_address: usize) -> Admission {
        Admission::new(&Limits { sessions, per_address, handshakes: 1, ..Limits::default() })
    }

    #[test]
    fn a_dropped_permit_is_free_again() {
        let admission = admission(2, 2);
        let [a, b]: [IpAddr; 2] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        let (first, second) = (admission.session(a), admission.session(b));
        assert!(first.is_ok() && second.is_ok());
        assert_eq!(admission.session(a).unwrap_err(), Rejection::Sessions);
        drop(first);
        let third = admission.session(b);
        assert!(third.is_ok());
        assert_eq!(admission.session(b).unwrap_err(), Rejection::Address);
        drop((second, third));
        assert!(admission.open_sessions.counts.lock().unwrap().is_empty(), "no entry is left");
    }

    #[test]
    fn a_rejected_session_takes_no_permit() {
        let admission = admission(1, 5);
        let address = "192.0.2.1".parse().unwrap();
        let open = admission.session(address);
        for _ in 0..20 {
            assert_eq!(admission.session(address).unwrap_err(), Rejection::Sessions);
        }
        drop(open);
        assert!(admission.session(address).is_ok());
    }

    #[test]
    fn an_ipv6_network_counts_as_one_address() {
        let admission = admission(9, 1);
        let session = |text: &str| admission.session(text.parse().unwrap());
        let _first = session("2001:db8::1").unwrap();
        assert!(session("2001:db8::ffff:2").is_err());
        let _second = session("2001:db8:0:1::1").unwrap();
        assert!(session("2001:db8:0:2::1").is_err(), "a /56 counts as two");
        let _others = ["2001:db8:0:100::", "2001:db8:0:200::"].map(|text| session(text).unwrap());
        assert!(session("2001:db8:0:300::").is_err(), "a /48 counts as four");
        assert!(session("2001:db8:1::").is_ok());
        let _mapped = session("::ffff:192.0.2.7").unwrap();
        assert!(session("192.0.2.7").is_err());
    }

    #[tokio::test]
    async fn a_command_waits_for_a_permit() {
        let admission = Admission::new(&Limits { commands: 1, ..Limits::default() });
        let (soon, later) = (Duration::from_millis(1), Duration::from_secs(60));
        let [a, b]: [IpAddr; 2] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        let first = admission.command(a, soon).await;
        assert!(first.is_ok());
        assert_eq!(admission.command(b, soon).await.unwrap_err(), Rejection::Busy);
        let (second, ()) = tokio::join!(admission.command(b, later), async { drop(first) });
        assert!(second.is_ok());
    }

    #[tokio::test]
    async fn one_address_leaves_permits_to_the_others() {
        let limits = Limits { commands: 2, commands_per_address: 1, ..Limits::default() };
        let admission = Admission::new(&limits);
        let (soon, later) = (Duration::from_millis(1), Duration::from_secs(60));
        let [a, b]: [IpAddr; 2] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        let first = admission.command(a, soon).await;
        assert_eq!(admission.command(a, soon).await.unwrap_err(), Rejection::Busy);
        assert!(admission.command(b, soon).await.is_ok());
        let (second, ()) = tokio::join!(admission.command(a, later), async { drop(first) });
        assert!(second.is_ok());
    }
}
