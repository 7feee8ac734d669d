//! The errors that keep the server from starting.

use std::io;
use std::net::SocketAddr;

/// Why the server does not start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The server would be reachable from outside without keys, and `--public` was not given.
    #[error(
        "{0} can be reached from outside and nobody has to show a key; name who may enter with --authorized-keys FILE, or say --public"
    )]
    Open(SocketAddr),
    /// The address cannot be listened on: the address and the cause.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, io::Error),
    /// The host key cannot be used: its path and the cause.
    #[error("host key {0}: {1}")]
    HostKey(String, String),
    /// The file of authorized keys cannot be used.
    #[error("{0}")]
    AuthorizedKeys(String),
    /// The data cannot be read.
    #[error("{0}")]
    Data(String),
    /// The operating system refuses a resource that the server needs.
    #[error("the server cannot run: {0}")]
    System(#[from] io::Error),
}
