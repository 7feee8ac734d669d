//! Connections that are asked to close, and what a client does to keep them.

use std::time::{Duration, Instant};

use russh::client;
use tokio::time::{sleep, timeout};

use super::{Client, PATIENCE, UNLIMITED, connect, read_to_end, start};
use crate::serve::Limits;
use crate::ui;

/// Each command changes the number of running ones, which must not begin the time to close again.
#[tokio::test]
async fn new_commands_do_not_keep_a_connection_open() {
    let limits = Limits { channels: usize::MAX, ..UNLIMITED };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    server.state.close();
    let start = Instant::now();
    let commands = async {
        while let Ok(mut channel) = handle.channel_open_session().await {
            let _ = channel.exec(false, "list").await;
            read_to_end(&mut channel).await;
            sleep(Duration::from_millis(100)).await;
        }
    };
    assert!(timeout(PATIENCE / 4, commands).await.is_ok(), "it is still open");
    assert!(start.elapsed() > Duration::from_secs(1), "sessions have time for a closing message");
}
