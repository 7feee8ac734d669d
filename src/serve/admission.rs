//! How many may come in: connections that have not come to a visit, visits in all, and either from one address;
//! and how many commands are answered at a time. What was taken is given back when its permit is dropped.

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

/// Counts those who are in.
#[derive(Debug)]
pub(super) struct Admission {
    half_open: Arc<HalfOpen>,
    work: ProcessorShare,
    visits: Arc<Semaphore>,
    answers: Arc<Semaphore>,
    connected: Arc<Tally>,
    visiting: Arc<Tally>,
    answering: Arc<Tally>,
}

/// A place for something from one address.
#[derive(Debug)]
pub(super) struct ConnectionPermit {
    address: IpAddr,
    tally: Arc<Tally>,
}

/// A place for a visit.
#[derive(Debug)]
pub(super) struct SessionPermit {
    _in_all: OwnedSemaphorePermit,
    _from_address: ConnectionPermit,
}

/// A command's turn to be answered.
#[derive(Debug)]
pub(super) struct CommandPermit {
    _in_all: OwnedSemaphorePermit,
    _from_address: ConnectionPermit,
}

/// How many there are from each address.
#[derive(Debug)]
struct Tally {
    most: usize,
    counts: Mutex<HashMap<Network, usize>>,
    given_back: Notify,
}

impl Admission {
    pub(super) fn new(limits: &Limits) -> Self {
        let places = |number: usize| Arc::new(Semaphore::new(number.min(Semaphore::MAX_PERMITS)));
        let tally = |most| {
            Arc::new(Tally { most, counts: Mutex::default(), given_back: Notify::default() })
        };
        Self {
            half_open: Arc::new(HalfOpen::new(limits)),
            work: ProcessorShare::new(limits),
            visits: places(limits.visits),
            answers: places(limits.answers),
            connected: tally(limits.per_address),
            visiting: tally(limits.per_address),
            answering: tally(limits.answers_per_address),
        }
    }

    /// Lets a connection begin; its address where that is known already.
    pub(super) fn handshake(&self, address: Option<IpAddr>) -> HalfOpenPermit {
        self.half_open.enter(address)
    }

    /// Takes account of work done for an address. Returns how long to wait before the next.
    pub(super) fn charge(&self, address: IpAddr, work: Duration) -> Duration {
        self.work.charge(address, work)
    }

    /// Lets one more connection from an address go on.
    pub(super) fn connection(&self, address: IpAddr) -> Result<ConnectionPermit, Rejection> {
        self.connected.enter(address).ok_or(Rejection::Address)
    }

    /// Lets a command be answered when its turn comes, if that is soon enough.
    pub(super) async fn answer(
        &self,
        address: IpAddr,
        patience: Duration,
    ) -> Result<CommandPermit, Rejection> {
        let turn = async {
            let from_address = self.answering.enter_in_turn(address).await;
            loop {
                let owed = self.work.charge(address, Duration::ZERO);
                if owed.is_zero() {
                    break;
                }
                sleep(owed).await;
            }
            let in_all = self.answers.clone().acquire_owned().await.ok()?;
            Some(CommandPermit { _in_all: in_all, _from_address: from_address })
        };
        timeout(patience, turn).await.ok().flatten().ok_or(Rejection::Answers)
    }

    /// Lets a visit begin.
    pub(super) fn visit(&self, address: IpAddr) -> Result<SessionPermit, Rejection> {
        let from_address = self.visiting.enter(address).ok_or(Rejection::Address)?;
        let in_all = self.visits.clone().try_acquire_owned().map_err(|_| Rejection::Visits)?;
        Ok(SessionPermit { _in_all: in_all, _from_address: from_address })
    }
}

impl Tally {
    fn enter(self: &Arc<Self>, address: IpAddr) -> Option<ConnectionPermit> {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |(network, count): (Network, usize)| {
            counts.get(&network).copied().unwrap_or(0) >= self.most.saturating_mul(count)
        };
        if networks(address).any(is_full) {
            return None;
        }
        for (network, _) in networks(address) {
            *counts.entry(network).or_default() += 1;
        }
        Some(ConnectionPermit { address, tally: self.clone() })
    }

    /// Waits until there is a place.
    async fn enter_in_turn(self: &Arc<Self>, address: IpAddr) -> ConnectionPermit {
        loop {
            // What is given back after this line is heard of.
            let given_back = self.given_back.notified();
            if let Some(place) = self.enter(address) {
                return place;
            }
            given_back.await;
        }
    }

    fn leave(&self, address: IpAddr) {
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

impl Drop for ConnectionPermit {
    fn drop(&mut self) {
        self.tally.leave(self.address);
        self.tally.given_back.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admission(visits: usize, per_address: usize) -> Admission {
        Admission::new(&Limits { visits, per_address, handshakes: 1, ..Limits::default() })
    }

    #[test]
    fn places_are_given_back() {
        let admission = admission(2, 2);
        let [a, b]: [IpAddr; 2] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        let (first, second) = (admission.visit(a), admission.visit(b));
        assert!(first.is_ok() && second.is_ok());
        assert_eq!(admission.visit(a).unwrap_err(), Rejection::Visits);
        drop(first);
        let third = admission.visit(b);
        assert!(third.is_ok());
        assert_eq!(admission.visit(b).unwrap_err(), Rejection::Address);
        drop((second, third));
        assert!(admission.visiting.counts.lock().unwrap().is_empty(), "nothing is kept");
    }

    #[test]
    fn a_refused_visit_takes_no_place() {
        let admission = admission(1, 5);
        let address = "192.0.2.1".parse().unwrap();
        let inside = admission.visit(address);
        for _ in 0..20 {
            assert_eq!(admission.visit(address).unwrap_err(), Rejection::Visits);
        }
        drop(inside);
        assert!(admission.visit(address).is_ok());
    }

    #[test]
    fn a_network_of_ipv6_is_one_address() {
        let admission = admission(9, 1);
        let visit = |text: &str| admission.visit(text.parse().unwrap());
        let _first = visit("2001:db8::1").unwrap();
        assert!(visit("2001:db8::ffff:2").is_err());
        let _second = visit("2001:db8:0:1::1").unwrap();
        assert!(visit("2001:db8:0:2::1").is_err(), "a /56 counts as two");
        let _others = ["2001:db8:0:100::", "2001:db8:0:200::"].map(|text| visit(text).unwrap());
        assert!(visit("2001:db8:0:300::").is_err(), "a /48 counts as four");
        assert!(visit("2001:db8:1::").is_ok());
        let _mapped = visit("::ffff:192.0.2.7").unwrap();
        assert!(visit("192.0.2.7").is_err());
    }

    #[tokio::test]
    async fn commands_are_answered_in_turn() {
        let admission = Admission::new(&Limits { answers: 1, ..Limits::default() });
        let (soon, later) = (Duration::from_millis(1), Duration::from_secs(60));
        let [a, b]: [IpAddr; 2] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        let first = admission.answer(a, soon).await;
        assert!(first.is_ok());
        assert_eq!(admission.answer(b, soon).await.unwrap_err(), Rejection::Answers);
        let (second, ()) = tokio::join!(admission.answer(b, later), async { drop(first) });
        assert!(second.is_ok());
    }

    #[tokio::test]
    async fn one_address_leaves_turns_to_the_others() {
        let limits = Limits { answers: 2, answers_per_address: 1, ..Limits::default() };
        let admission = Admission::new(&limits);
        let (soon, later) = (Duration::from_millis(1), Duration::from_secs(60));
        let [a, b]: [IpAddr; 2] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        let first = admission.answer(a, soon).await;
        assert_eq!(admission.answer(a, soon).await.unwrap_err(), Rejection::Answers);
        assert!(admission.answer(b, soon).await.is_ok());
        let (second, ()) = tokio::join!(admission.answer(a, later), async { drop(first) });
        assert!(second.is_ok());
    }
}
