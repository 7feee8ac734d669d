//! Connections that have not come to a visit yet. There is always a place for one more: where there are too many,
//! in all or from one network, the oldest of those goes, so that silent ones shut nobody out.

use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;

use super::Limits;
use super::network::networks;

/// Those that are half open.
#[derive(Debug)]
pub(super) struct HalfOpen {
    most: usize,
    /// How many of them one address may have.
    share: usize,
    inside: Mutex<Queue>,
}

/// In the order in which they came.
#[derive(Debug, Default)]
struct Queue {
    next: u64,
    entries: VecDeque<Waiting>,
}

#[derive(Debug)]
struct Waiting {
    number: u64,
    /// Not known before a load balancer has told it.
    address: Option<IpAddr>,
    /// Dropped with the entry, which tells the connection to go.
    _go: oneshot::Sender<()>,
}

/// A place of a connection, given back when it is dropped.
#[derive(Debug)]
pub(super) struct HalfOpenPermit {
    number: u64,
    half_open: Arc<HalfOpen>,
    gone: oneshot::Receiver<()>,
}

impl HalfOpen {
    pub(super) fn new(limits: &Limits) -> Self {
        let most = limits.handshakes;
        // Where one address may have all visits, behind a balancer say, it may have all places here as well.
        // Elsewhere whoever fills its share leaves places for visits of it.
        let share = if limits.per_address >= limits.visits {
            most
        } else {
            (most / 4).min(limits.per_address / 2).max(1)
        };
        Self { most, share, inside: Mutex::default() }
    }

    /// Takes a connection in; its address where that is known already.
    pub(super) fn enter(self: &Arc<Self>, address: Option<IpAddr>) -> HalfOpenPermit {
        let (go, gone) = oneshot::channel();
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        inside.next += 1;
        let number = inside.next;
        inside.entries.push_back(Waiting { number, address, _go: go });
        if let Some(address) = address {
            inside.make_room(address, self.share);
        }
        if inside.entries.len() > self.most {
            inside.entries.pop_front();
        }
        HalfOpenPermit { number, half_open: self.clone(), gone }
    }
}

impl Queue {
    /// Has the oldest of a network go that has too many.
    fn make_room(&mut self, address: IpAddr, share: usize) {
        for (network, count) in networks(address) {
            let is_of = |entry: &Waiting| {
                entry.address.is_some_and(|of| networks(of).any(|(one, _)| one == network))
            };
            let of_network = self.entries.iter().filter(|entry| is_of(entry)).count();
            if of_network > share.saturating_mul(count)
                && let Some(oldest) = self.entries.iter().position(is_of)
            {
                self.entries.remove(oldest);
            }
        }
    }
}

impl HalfOpenPermit {
    /// Says from which address the connection comes.
    pub(super) fn comes_from(&self, address: IpAddr) {
        let half_open = &self.half_open;
        let mut inside = half_open.inside.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = inside.entries.iter_mut().find(|entry| entry.number == self.number) {
            entry.address = Some(address);
            inside.make_room(address, half_open.share);
        }
    }

    /// Returns when the connection is to go in favour of others.
    pub(super) async fn gone(&mut self) {
        let _ = (&mut self.gone).await;
    }
}

impl Drop for HalfOpenPermit {
    fn drop(&mut self) {
        let mut inside = self.half_open.inside.lock().unwrap_or_else(PoisonError::into_inner);
        inside.entries.retain(|entry| entry.number != self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half_open(handshakes: usize) -> Arc<HalfOpen> {
        Arc::new(HalfOpen::new(&Limits { handshakes, per_address: 100, ..Limits::default() }))
    }

    fn is_gone(waiting: &mut HalfOpenPermit) -> bool {
        waiting.gone.try_recv().is_err_and(|error| error == oneshot::error::TryRecvError::Closed)
    }

    #[test]
    fn the_oldest_goes_when_there_are_too_many() {
        let half_open = half_open(8);
        let address = |at: u8| Some(IpAddr::from([192, 0, 2, at]));
        let mut waiting: Vec<_> = (0..8).map(|at| half_open.enter(address(at))).collect();
        assert!(!waiting.iter_mut().any(is_gone));
        drop(waiting.remove(3));
        let _place_of_the_one_that_left = half_open.enter(address(20));
        assert!(!waiting.iter_mut().any(is_gone));
        let _one_too_many = half_open.enter(address(21));
        assert!(is_gone(&mut waiting[0]) && !is_gone(&mut waiting[1]));
    }

    #[test]
    fn an_address_has_a_share_and_so_has_a_site() {
        let half_open = half_open(8);
        let mut enter = |text: &str| half_open.enter(Some(text.parse().unwrap()));
        let (mut other, mut first) = (enter("192.0.2.9"), enter("192.0.2.1"));
        let mut second = enter("192.0.2.1");
        let _third = enter("192.0.2.1");
        assert!(is_gone(&mut first) && !is_gone(&mut second) && !is_gone(&mut other));
        let site = ["2001:db8:1:100::", "2001:db8:1:101::", "2001:db8:1:102::", "2001:db8:1:103::"];
        let mut site: Vec<_> = site.into_iter().map(&mut enter).collect();
        assert!(!site.iter_mut().any(is_gone), "four of a /56");
        let _fifth = enter("2001:db8:1:1ff::");
        assert!(is_gone(&mut site[0]) && !is_gone(&mut site[1]));
    }

    #[test]
    fn an_address_that_a_balancer_tells_later_counts_from_then_on() {
        let half_open = half_open(4);
        let (mut first, second) = (half_open.enter(None), half_open.enter(None));
        let address = IpAddr::from([192, 0, 2, 1]);
        first.comes_from(address);
        second.comes_from(address);
        assert!(is_gone(&mut first));
    }
}
