//! Why someone or something is not let in: what is counted, logged and told.

/// Why someone or something was not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rejection {
    /// Too many connections had not come to a visit, and this was the oldest of them.
    Handshakes,
    /// Too many visits are open.
    Visits,
    /// Too many come from one address.
    Address,
    /// Too many channels of one connection are open.
    Channels,
    /// So many commands are being answered that one waited for too long.
    Answers,
    /// A key that is not among the authorized ones.
    Key,
    /// A command that is not offered, or files where there are none.
    Command,
    /// Sftp, or any other subsystem.
    Subsystem,
    /// A display.
    X11,
    /// An agent with the guest's keys.
    Agent,
    /// A port or a socket, of either side.
    Forwarding,
    /// A variable that means nothing here.
    Variable,
    /// Something on a channel that has its visit or its command already.
    Request,
    /// Something was asked for again and again; its connection is ended.
    Often,
    /// A balancer's connection without a PROXY header.
    Proxy,
    /// A connection that came to no visit in time.
    Grace,
}

impl Rejection {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Handshakes => "handshakes",
            Self::Visits => "visits",
            Self::Address => "address",
            Self::Channels => "channels",
            Self::Answers => "answers",
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
