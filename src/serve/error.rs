//! Why the server cannot start.

use std::io;
use std::net::SocketAddr;

/// Why the server does not start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Everyone in the network would be let in, and nobody said so.
    #[error(
        "{0} can be reached from outside and nobody has to show a key; name who may enter with --authorized-keys FILE, or say --public"
    )]
    Open(SocketAddr),
    /// The address cannot be listened on.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, io::Error),
    /// The host key cannot be used.
    #[error("host key {0}: {1}")]
    HostKey(String, String),
    /// The file of authorized keys cannot be used.
    #[error("{0}")]
    Guests(String),
    /// The data cannot be used.
    #[error("{0}")]
    Data(String),
    /// The machine does not give what a server needs.
    #[error("the server cannot run: {0}")]
    System(#[from] io::Error),
}
