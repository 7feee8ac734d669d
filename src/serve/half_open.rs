//! Connections that have no session or command yet. A new one is always accepted: when there are too many, in
//! total or from one network, the oldest of them is evicted, so that silent ones shut nobody out.

use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;

use super::Limits;
use super::network::networks;

/// The half-open connections.
#[derive(Debug)]
pub(super) struct HalfOpen {
    limit: usize,
    /// How many of them one address may have.
    share: usize,
    queue: Mutex<Queue>,
}

/// The half-open connections in order of arrival.
#[derive(Debug, Default)]
struct Queue {
    next: u64,
    entries: VecDeque<Entry>,
}

#[derive(Debug)]
struct Entry {
    number: u64,
    /// `None` until the PROXY header is read.
    address: Option<IpAddr>,
    /// Dropped with the entry, which notifies the connection.
    _evict: oneshot::Sender<()>,
}

/// The place of a connection in the queue, removed when the permit is dropped.
#[derive(Debug)]
pub(super) struct HalfOpenPermit {
    number: u64,
    half_open: Arc<HalfOpen>,
    evicted: oneshot::Receiver<()>,
}

impl HalfOpen {
    pub(super) fn new(limits: &Limits) -> Self {
        let limit = limits.handshakes;
        // Where one address may have all sessions, behind a balancer for example, it may have all places here
        // as well. Elsewhere the limit is below its number of connections, so that half-open ones leave room
        // for sessions.
        let share = if limits.per_address >= limits.sessions {
            limit
        } else {
            (limit / 4).min(limits.per_address / 2).max(1)
        };
        Self { limit, share, queue: Mutex::default() }
    }

    /// Adds a connection. Its address is not known yet when a balancer passes it on.
    pub(super) fn insert(self: &Arc<Self>, address: Option<IpAddr>) -> HalfOpenPermit {
        let (evict, evicted) = oneshot::channel();
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.next += 1;
        let number = queue.next;
        queue.entries.push_back(Entry { number, address, _evict: evict });
        if let Some(address) = address {
            queue.evict_oldest(address, self.share);
        }
        if queue.entries.len() > self.limit {
            queue.entries.pop_front();
        }
        HalfOpenPermit { number, half_open: self.clone(), evicted }
    }
}

impl Queue {
    /// Evicts the oldest connection of each network of `address` that has too many.
    fn evict_oldest(&mut self, address: IpAddr, share: usize) {
        for (network, count) in networks(address) {
            let is_of = |entry: &Entry| {
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
    /// Sets the address that the PROXY header gives.
    pub(super) fn set_address(&self, address: IpAddr) {
        let half_open = &self.half_open;
        let mut queue = half_open.queue.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = queue.entries.iter_mut().find(|entry| entry.number == self.number) {
            entry.address = Some(address);
            queue.evict_oldest(address, half_open.share);
        }
    }

    /// Returns when the connection is evicted.
    pub(super) async fn evicted(&mut self) {
        let _ = (&mut self.evicted).await;
    }
}

impl Drop for HalfOpenPermit {
    fn drop(&mut self) {
        let mut queue = self.half_open.queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.entries.retain(|entry| entry.number != self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half_open(handshakes: usize) -> Arc<HalfOpen> {
        Arc::new(HalfOpen::new(&Limits { handshakes, per_address: 100, ..Limits::default() }))
    }

    fn is_evicted(permits: &mut HalfOpenPermit) -> bool {
        permits.evicted.try_recv().is_err_and(|error| error == oneshot::error::TryRecvError::Closed)
    }

    #[test]
    fn the_oldest_is_evicted_when_there_are_too_many() {
        let half_open = half_open(8);
        let address = |at: u8| Some(IpAddr::from([192, 0, 2, at]));
        let mut permits: Vec<_> = (0..8).map(|at| half_open.insert(address(at))).collect();
        assert!(!permits.iter_mut().any(is_evicted));
        drop(permits.remove(3));
        let _place_of_the_one_that_left = half_open.insert(address(20));
        assert!(!permits.iter_mut().any(is_evicted));
        let _one_too_many = half_open.insert(address(21));
        assert!(is_evicted(&mut permits[0]) && !is_evicted(&mut permits[1]));
    }

    #[test]
    fn an_address_and_a_site_have_a_share() {
        let half_open = half_open(8);
        let mut insert = |text: &str| half_open.insert(Some(text.parse().unwrap()));
        let (mut other, mut first) = (insert("192.0.2.9"), insert("192.0.2.1"));
        let mut second = insert("192.0.2.1");
        let _third = insert("192.0.2.1");
        assert!(is_evicted(&mut first) && !is_evicted(&mut second) && !is_evicted(&mut other));
        let site = ["2001:db8:1:100::", "2001:db8:1:101::", "2001:db8:1:102::", "2001:db8:1:103::"];
        let mut site: Vec<_> = site.into_iter().map(&mut insert).collect();
        assert!(!site.iter_mut().any(is_evicted), "four of a /56");
        let _fifth = insert("2001:db8:1:1ff::");
        assert!(is_evicted(&mut site[0]) && !is_evicted(&mut site[1]));
    }

    #[test]
    fn an_address_from_a_proxy_header_counts_when_it_is_known() {
        let half_open = half_open(4);
        let (mut first, second) = (half_open.insert(None), half_open.insert(None));
        let address = IpAddr::from([192, 0, 2, 1]);
        first.set_address(address);
        second.set_address(address);
        assert!(is_evicted(&mut first));
    }
}
