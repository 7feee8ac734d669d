//! What the one who starts the server decides.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use super::look::Appearance;
use super::question::ExecHandler;
use crate::app::Catalog;

/// Where to listen, who may enter, how much of everything.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where to listen; port 0 takes any free one.
    pub listen: SocketAddr,
    /// The file with the private host key; made if it is missing.
    pub host_key: PathBuf,
    /// The file with the public keys of those who may enter; without it anyone may.
    pub guests: Option<PathBuf>,
    /// Anyone from anywhere may enter, and that is meant.
    pub public: bool,
    /// Where Prometheus can read what is counted.
    pub metrics: Option<SocketAddr>,
    /// The load balancers whose connections begin with a PROXY header.
    pub proxies: Vec<IpAddr>,
    /// How visits begin where the client does not say it.
    pub look: Appearance,
    /// How much of everything.
    pub limits: Limits,
}

/// How much of everything.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Visits and answers at a time.
    pub visits: usize,
    /// Of them, and of connections, from one address (an IPv6 network of 64 bits counts as one).
    pub per_address: usize,
    /// Connections that have not come to a visit yet.
    pub handshakes: usize,
    /// Commands that are answered at a time; the others wait.
    pub answers: usize,
    /// Of them, from one address.
    pub answers_per_address: usize,
    /// How long a command may wait for its turn.
    pub turn: Duration,
    /// Open channels of a connection.
    pub channels: usize,
    /// Refusals after which a connection is ended.
    pub refusals: usize,
    /// How long a connection may be without a visit.
    pub login_grace: Duration,
    /// How long a visit may be without a key.
    pub idle: Duration,
    /// How long a frame may wait to be taken.
    pub stalled: Duration,
    /// The least time from a frame to the next.
    pub frame: Duration,
    /// Bytes a second that a guest may type or paste, after the first `burst`.
    pub rate: u32,
    /// Bytes that may come at once.
    pub burst: u32,
    /// Bytes a second of a connection, whatever they are, after the first `line_burst`.
    pub line_rate: u32,
    /// Bytes of a connection that may come at once.
    pub line_burst: u32,
    /// Bytes that a channel's client may send before it hears that they were taken.
    pub window: u32,
    /// Bytes of a packet's data.
    pub packet: u32,
    /// Bytes in either direction after which keys are exchanged anew; each hour as well.
    pub rekey: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self::USUAL
    }
}

impl Limits {
    /// What is usual.
    pub const USUAL: Self = Self {
        visits: 1000,
        per_address: 32,
        handshakes: 128,
        answers: 16,
        answers_per_address: 4,
        turn: Duration::from_secs(10),
        channels: 4,
        refusals: 32,
        login_grace: Duration::from_secs(20),
        idle: Duration::from_secs(600),
        stalled: Duration::from_secs(30),
        frame: Duration::from_millis(8),
        rate: 4 * 1024,
        burst: 16 * 1024,
        line_rate: 64 * 1024,
        line_burst: 256 * 1024,
        window: 64 * 1024,
        packet: 32 * 1024,
        rekey: 1 << 28,
    };

    pub(super) fn rekeying(&self) -> russh::Limits {
        russh::Limits::new(self.rekey, self.rekey, Duration::from_secs(3600))
    }
}

/// Where the served data comes from, and how commands on it are answered: the server knows neither files
/// nor commands.
pub struct Source {
    /// Reads the data, again on each reload.
    pub load: Box<dyn Fn() -> Result<Catalog, String> + Send + Sync>,
    /// Answers a command.
    pub answer: ExecHandler,
}
