//! What counts as one address for a limit. A client with IPv6 has a whole network of addresses, and a site
//! has many networks: a /64 counts as one address, a /56 as two, a /48 as four.

use std::net::{IpAddr, Ipv6Addr};

/// A network, and the number of addresses that it counts as.
pub(super) type AddressCount = (Network, usize);

/// A network: all addresses with the same first `bits` bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Network {
    address: IpAddr,
    bits: u32,
}

/// The networks of an address, each with the multiple of the limit that it may have.
pub(super) fn networks(address: IpAddr) -> impl Iterator<Item = AddressCount> {
    let address = address.to_canonical();
    let sizes: &[(u32, usize)] = match address {
        IpAddr::V4(_) => &[(32, 1)],
        IpAddr::V6(_) => &[(64, 1), (56, 2), (48, 4)],
    };
    sizes.iter().map(move |(bits, count)| (network(address, *bits), *count))
}

/// The largest of these networks, as its first address.
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
