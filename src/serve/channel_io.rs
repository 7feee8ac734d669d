//! What an explorer on a channel reads and writes.

use bytes::Bytes;
use ratatui::layout::Size;
use russh::ChannelWriteHalf;
use russh::server::Msg;
use tokio::sync::{mpsc, watch};

use super::close_reason::CloseReason;

/// The two directions of a channel.
pub(super) struct ChannelIo {
    pub(super) write: ChannelWriteHalf<Msg>,
    pub(super) input: ChannelInput,
}

/// What arrives for a session: keys, window sizes, and the reason to close it.
pub(super) struct ChannelInput {
    pub(super) keys: mpsc::Receiver<Bytes>,
    pub(super) size: watch::Receiver<Size>,
    pub(super) close_reason: watch::Receiver<Option<CloseReason>>,
}
