//! The PROXY header, v1 or v2, with which a load balancer passes on the address of the client.

use std::io;
use std::net::IpAddr;

use proxy_header::{ParseConfig, ProxyHeader};
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

/// The maximum length in bytes; no header without extensions is longer, and few with them are.
const MAX_LENGTH: usize = 1024;
const CONFIG: ParseConfig = ParseConfig { include_tlvs: false, allow_v1: true, allow_v2: true };

/// Who is behind a load balancer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ProxiedClient {
    /// `None` for a connection of the balancer itself, such as a health check: it is not charged to any address.
    pub(super) address: Option<IpAddr>,
    /// The bytes of the client that were read together with the header.
    pub(super) early: Vec<u8>,
}

/// A complete header.
#[derive(Debug, PartialEq, Eq)]
struct Header {
    address: Option<IpAddr>,
    /// In bytes.
    length: usize,
}

/// Reads the header.
pub(super) async fn read(socket: &mut TcpStream) -> io::Result<ProxiedClient> {
    let mut bytes = Vec::with_capacity(128);
    loop {
        match parse(&bytes)? {
            Some(Header { address, length }) => {
                return Ok(ProxiedClient { address, early: bytes.split_off(length) });
            }
            None if bytes.len() >= MAX_LENGTH => return Err(malformed()),
            None => {}
        }
        if socket.read_buf(&mut bytes).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

/// The header at the start; `None` while it is incomplete.
fn parse(bytes: &[u8]) -> io::Result<Option<Header>> {
    match ProxyHeader::parse(bytes, CONFIG) {
        Ok((header, length)) => {
            let address =
                header.proxied_address().map(|addresses| addresses.source.ip().to_canonical());
            Ok(Some(Header { address, length }))
        }
        Err(proxy_header::Error::BufferTooShort) => Ok(None),
        Err(_) => Err(malformed()),
    }
}

fn malformed() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "not a PROXY header")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const V2: &[u8] =
        b"\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c\xc0\0\x02\x07\x7f\0\0\x01\x1f\x90\x08\xae";

    #[test]
    fn reads_the_address_of_both_versions() {
        let address: IpAddr = "192.0.2.7".parse().unwrap();
        let v1 = b"PROXY TCP4 192.0.2.7 127.0.0.1 8080 2222\r\nSSH-2.0-x";
        let header = |address, length| Some(Header { address, length });
        assert_eq!(parse(v1).unwrap(), header(Some(address), v1.len() - 9));
        assert_eq!(parse(V2).unwrap(), header(Some(address), V2.len()));
        let local = b"\r\n\r\n\0\r\nQUIT\n\x20\0\0\0";
        assert_eq!(parse(local).unwrap(), header(None, local.len()));
    }

    #[test]
    fn an_incomplete_header_is_no_error_and_other_bytes_are() {
        for end in 1..V2.len() {
            assert_eq!(parse(&V2[..end]).unwrap(), None, "{end}");
        }
        assert!(parse(b"SSH-2.0-OpenSSH_9.2p1\r\n").is_err());
    }

    proptest! {
        #[test]
        fn no_bytes_cause_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let _ = parse(&bytes);
            let _ = parse(&[V2, &bytes].concat());
        }
    }
}
