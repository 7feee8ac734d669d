//! What counts as one address. Whoever has an IPv6 address has a whole network of them, and a site has many
//! networks: a /64 counts as one address, a /56 as two, a /48 as four.

use std::net::{IpAddr, Ipv6Addr};

/// A network, and how many addresses it counts as.
pub(super) type AddressCount = (Network, usize);

/// The addresses that have some first bits in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Network {
    address: IpAddr,
    bits: u32,
}

/// The networks of an address in which there are to be no more than they count as.
pub(super) fn networks(address: IpAddr) -> impl Iterator<Item = AddressCount> {
    let address = address.to_canonical();
    let sizes: &[(u32, usize)] = match address {
        IpAddr::V4(_) => &[(32, 1)],
        IpAddr::V6(_) => &[(64, 1), (56, 2), (48, 4)],
    };
    sizes.iter().map(move |(bits, count)| (network(address, *bits), *count))
}

/// The largest of them, as an address.
pub(super) fn network_of_site(address: IpAddr) -> IpAddr {
    network(address.to_canonical(), 48).address
}

fn network(address: IpAddr, bits: u32) -> Network {
    let address = match address {
        IpAddr::V6(v6) => {
            let kept = u128::MAX.checked_shl(128 - bits).unwrap_or(0);
            IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & kept))
        }
        v4 @ IpAddr::V4(_) => v4,
    };
    Network { address, bits }
}
