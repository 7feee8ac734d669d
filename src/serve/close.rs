//! The end of a channel: the reason of a rejection or an error, then the exit status.

use std::time::Duration;

use bytes::Bytes;
use russh::ChannelWriteHalf;
use russh::server::Msg;
use tokio::time::timeout;

use super::rejection::Rejection;
use crate::ui::Words;

/// How long the client may take to receive each part.
const TIMEOUT: Duration = Duration::from_secs(2);
/// The number of standard error among the extended data streams (RFC 4254, section 5.2).
pub(super) const STANDARD_ERROR: u32 = 1;
/// The exit status of what ended in a panic: `EX_SOFTWARE` of sysexits.h.
pub(super) const PANIC: u32 = 70;

/// Sends the reason of a rejection, and closes the channel with status 1.
pub(super) async fn send_rejection(
    write: &ChannelWriteHalf<Msg>,
    words: Words,
    rejection: Rejection,
) {
    let message = match rejection {
        Rejection::Address => words.too_many_from_address(),
        Rejection::Busy => words.busy(),
        _ => words.full(),
    };
    send_error(write, message, 1).await;
}

/// Sends an error message on standard error, and closes the channel.
pub(super) async fn send_error(write: &ChannelWriteHalf<Msg>, message: &str, status: u32) {
    let line = Bytes::from(format!("chitieu: {message}\r\n"));
    let _ = timeout(TIMEOUT, write.extended_data_bytes(STANDARD_ERROR, line)).await;
    close_channel(write, Bytes::new(), status).await;
}

/// Sends the last bytes and the exit status, and closes the channel.
pub(super) async fn close_channel(write: &ChannelWriteHalf<Msg>, last: Bytes, status: u32) {
    let closing = async {
        write.data_bytes(last).await?;
        write.exit_status(status).await?;
        write.eof().await
    };
    // A client that is gone cannot receive them.
    let _ = timeout(TIMEOUT, closing).await;
    let _ = timeout(TIMEOUT, write.close()).await;
}
