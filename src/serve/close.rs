//! What is last on a channel: why there is no place, what is wrong, the exit status.

use std::time::Duration;

use bytes::Bytes;
use russh::ChannelWriteHalf;
use russh::server::Msg;
use tokio::time::timeout;

use super::rejection::Rejection;
use crate::ui::Words;

/// How long a guest may take to read a last line.
const LAST_LINE: Duration = Duration::from_secs(2);
/// SSH's number of the stream that is standard error.
pub(super) const STANDARD_ERROR: u32 = 1;

/// Says why there is no place for a guest.
pub(super) async fn turn_away(write: &ChannelWriteHalf<Msg>, words: Words, refusal: Rejection) {
    let said = match refusal {
        Rejection::Address => words.too_many_from_address(),
        Rejection::Answers => words.busy(),
        _ => words.full(),
    };
    complain(write, said, 1).await;
}

/// Says what is wrong, and closes the channel.
pub(super) async fn complain(write: &ChannelWriteHalf<Msg>, said: &str, status: u32) {
    let line = Bytes::from(format!("chitieu: {said}\r\n"));
    let _ = timeout(LAST_LINE, write.extended_data_bytes(STANDARD_ERROR, line)).await;
    end(write, Bytes::new(), status).await;
}

/// Sends what is last on a channel, and closes it.
pub(super) async fn end(write: &ChannelWriteHalf<Msg>, last: Bytes, status: u32) {
    let ending = async {
        write.data_bytes(last).await?;
        write.exit_status(status).await?;
        write.eof().await
    };
    // Whoever is gone is not told.
    let _ = timeout(LAST_LINE, ending).await;
    let _ = timeout(LAST_LINE, write.close()).await;
}
