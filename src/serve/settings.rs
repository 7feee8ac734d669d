//! The settings of the server, as its operator decides.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use super::appearance::Appearance;
use super::exec_request::ExecHandler;
use crate::app::Catalog;

/// The addresses, the keys and the limits of a server.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address to listen on; port 0 takes any free port.
    pub listen: SocketAddr,
    /// The file with the private host key; created if it is missing.
    pub host_key: PathBuf,
    /// The file with the public keys that may log in; without it no key is needed.
    pub authorized_keys: Option<PathBuf>,
    /// Whether a server that other machines can reach may run without keys.
    pub public: bool,
    /// The address of the metrics endpoint.
    pub metrics: Option<SocketAddr>,
    /// The addresses of load balancers, whose connections begin with a PROXY header.
    pub proxies: Vec<IpAddr>,
    /// The look of sessions.
    pub appearance: Appearance,
    /// The limits.
    pub limits: Limits,
}

/// The limits of a server.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Concurrent sessions and commands.
    pub sessions: usize,
    /// Concurrent sessions and commands of one address, and its connections (an IPv6 /64 counts as one
    /// address).
    pub per_address: usize,
    /// Half-open connections: those without a session or command yet.
    pub handshakes: usize,
    /// Commands that run at a time; the others wait.
    pub commands: usize,
    /// Commands of one address that run at a time.
    pub commands_per_address: usize,
    /// How long a command may wait before it runs.
    pub turn: Duration,
    /// Open channels of a connection.
    pub channels: usize,
    /// Rejections after which a connection is closed.
    pub rejections: usize,
    /// How long a connection may be without a session.
    pub login_grace: Duration,
    /// How long a session may be without input.
    pub idle: Duration,
    /// How long the client may take to receive a frame.
    pub stalled: Duration,
    /// The shortest time from one frame to the next.
    pub frame: Duration,
    /// Bytes a second that a client may type or paste, after the first `burst`.
    pub rate: u32,
    /// Bytes that may be typed or pasted at once.
    pub burst: u32,
    /// Bytes a second that a client may send on a connection, whatever they mean, after the first
    /// `connection_burst`.
    pub connection_rate: u32,
    /// Bytes that a client may send on a connection at once.
    pub connection_burst: u32,
    /// The SSH window: bytes that a client may send on a channel before the server confirms them.
    pub window: u32,
    /// The maximum length in bytes of the data of a packet.
    pub packet: u32,
    /// Bytes in either direction after which keys are exchanged again; they also are after an hour.
    pub rekey: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Limits {
    /// The default limits.
    pub const DEFAULT: Self = Self {
        sessions: 1000,
        per_address: 32,
        handshakes: 128,
        commands: 16,
        commands_per_address: 4,
        turn: Duration::from_secs(10),
        channels: 4,
        rejections: 32,
        login_grace: Duration::from_secs(20),
        idle: Duration::from_secs(600),
        stalled: Duration::from_secs(30),
        frame: Duration::from_millis(8),
        rate: 4 * 1024,
        burst: 16 * 1024,
        connection_rate: 64 * 1024,
        connection_burst: 256 * 1024,
        window: 64 * 1024,
        packet: 32 * 1024,
        rekey: 1 << 28,
    };

    pub(super) fn rekeying(&self) -> russh::Limits {
        russh::Limits::new(self.rekey, self.rekey, Duration::from_secs(3600))
    }
}

/// The data to serve, and the commands on it: the server knows neither files nor commands.
pub struct Source {
    /// Reads the data; called again on each reload.
    pub load: Box<dyn Fn() -> Result<Catalog, String> + Send + Sync>,
    /// Runs a command.
    pub exec: ExecHandler,
}
