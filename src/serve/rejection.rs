//! The reasons for a rejection: each is counted, logged and reported to the client.

/// Why a connection or a request was rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rejection {
    /// The oldest half-open connection, evicted because there were too many.
    Handshakes,
    /// Too many sessions are open.
    Sessions,
    /// Too many connections, sessions or commands come from one address.
    Address,
    /// Too many channels of one connection are open.
    Channels,
    /// A command waited too long, since too many commands were running.
    Busy,
    /// A key that is not authorized.
    Key,
    /// A command that is not offered, or one that names files.
    Command,
    /// SFTP, or any other subsystem.
    Subsystem,
    /// X11 forwarding.
    X11,
    /// Agent forwarding.
    Agent,
    /// Forwarding of a port or a socket, in either direction.
    Forwarding,
    /// A variable that is not used here.
    Variable,
    /// A request on a channel that has its explorer or its command already.
    Request,
    /// Too many rejections on one connection, which is closed.
    Often,
    /// A connection of a balancer without a PROXY header.
    Proxy,
    /// A connection that started no session or command in time.
    Grace,
}

impl Rejection {
    pub(super) const ALL: [Self; 16] = [
        Self::Handshakes,
        Self::Sessions,
        Self::Address,
        Self::Channels,
        Self::Busy,
        Self::Key,
        Self::Command,
        Self::Subsystem,
        Self::X11,
        Self::Agent,
        Self::Forwarding,
        Self::Variable,
        Self::Request,
        Self::Often,
        Self::Proxy,
        Self::Grace,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Handshakes => "handshakes",
            Self::Sessions => "sessions",
            Self::Address => "address",
            Self::Channels => "channels",
            Self::Busy => "busy",
            Self::Key => "key",
            Self::Command => "command",
            Self::Subsystem => "subsystem",
            Self::X11 => "x11",
            Self::Agent => "agent",
            Self::Forwarding => "forwarding",
            Self::Variable => "variable",
            Self::Request => "request",
            Self::Often => "often",
            Self::Proxy => "proxy",
            Self::Grace => "grace",
        }
    }
}
