//! Bytes that no client and no terminal sends, and too many of them.

use std::time::Duration;

use russh::Pty;
use russh::client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::{
    Client, PATIENCE, UNLIMITED, connect, expect, honest_session, open_session, read_to_end, start,
};
use crate::serve::Limits;
use crate::serve::rejection::Rejection;
use crate::ui;

#[tokio::test]
async fn input_beyond_the_rate_limit_waits() {
    let limits = Limits { rate: 1, burst: 1024, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let (_handle, mut channel) = open_session(&server, 80).await;
    expect(&mut channel, "GRDP").await;
    channel.data_bytes("?").await.unwrap();
    expect(&mut channel, "Trợ giúp").await;
    // The requests of a session and a few keys are within the burst; a thousand more take minutes, and what
    // follows them waits as long.
    channel.data_bytes("j".repeat(1000)).await.unwrap();
    channel.data_bytes("\x03").await.unwrap();
    let waited = timeout(Duration::from_millis(500), read_to_end(&mut channel)).await;
    assert!(waited.is_err(), "the session continues");
    honest_session(&start(Limits::default(), ui::draw).await).await;
}

#[tokio::test]
async fn survives_many_pty_modes_and_windows_of_any_size() {
    let server = start(Limits::default(), ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut channel = handle.channel_open_session().await.unwrap();
    let modes = vec![(Pty::ECHO, 1); 5000];
    channel.request_pty(true, &"x".repeat(10_000), u32::MAX, 0, 0, 0, &modes).await.unwrap();
    timeout(PATIENCE, async { while channel.wait().await.is_some() {} }).await.unwrap();

    let (_handle, mut channel) = open_session(&server, 0).await;
    expect(&mut channel, "GRDP").await;
    for (columns, rows) in [(u32::MAX, u32::MAX), (1, 1), (0, 0), (3, 400), (80, 24)] {
        channel.window_change(columns, rows, 0, 0).await.unwrap();
    }
    channel.data_bytes("?").await.unwrap();
    expect(&mut channel, "Trợ giúp").await;
    assert_eq!(server.state.metrics().panics.get(), 0);
}

#[tokio::test]
async fn survives_garbage_and_incomplete_handshakes() {
    let limits = Limits { handshakes: 200, per_address: 200, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let mut whole = b"SSH-2.0-x\r\n".to_vec();
    whole.extend((0u32..4000).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()));
    let mut open = Vec::new();
    for at in 0..100 {
        let mut socket = TcpStream::connect(server.address).await.unwrap();
        let bytes = match at % 5 {
            0 => &whole[..],
            1 => &whole[11..],
            2 => &whole[..at],
            3 => b"GET / HTTP/1.1\r\n\r\n",
            _ => b"SSH-1.5-old\r\n",
        };
        let _ = socket.write_all(bytes).await;
        // Half of them stay open and silent.
        if at % 2 == 0 {
            open.push(socket);
        } else {
            let _ = timeout(Duration::from_millis(20), socket.read_to_end(&mut Vec::new())).await;
        }
    }
    honest_session(&server).await;
    drop(open);
    honest_session(&server).await;
    assert_eq!(server.state.metrics().panics.get(), 0);
}

/// A client that has seen the end of its connection finds it in the metrics.
#[tokio::test(flavor = "multi_thread")]
async fn an_evicted_connection_is_counted_before_it_ends() {
    let limits = Limits { handshakes: 1, per_address: usize::MAX, ..UNLIMITED };
    let server = start(limits, ui::draw).await;
    let mut oldest = TcpStream::connect(server.address).await.unwrap();
    for evicted in 1..=300 {
        let next = TcpStream::connect(server.address).await.unwrap();
        let end = timeout(PATIENCE, oldest.read_to_end(&mut Vec::new())).await.unwrap();
        let counted = server.state.metrics().refused(Rejection::Handshakes);
        assert!(counted >= evicted, "{counted} of {evicted}: {end:?}");
        oldest = next;
    }
}

/// Bytes that no terminal sends.
#[tokio::test]
async fn survives_garbage_as_keys() {
    let server = start(UNLIMITED, ui::draw).await;
    let (_handle, mut channel) = open_session(&server, 80).await;
    expect(&mut channel, "GRDP").await;
    let mut seed = 7u32;
    let mut byte = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        // Neither a key that quits nor the search, which is slow without optimisation.
        match (seed >> 24) as u8 {
            b'q' | b'Q' | 3 | 4 | b'/' => b'x',
            other => other,
        }
    };
    for _ in 0..10 {
        let bytes: Vec<u8> = (0..97).map(|_| byte()).collect();
        channel.data_bytes(bytes).await.unwrap();
    }
    channel.data_bytes("\x1b[201~\x1b\\\x03").await.unwrap();
    assert!(read_to_end(&mut channel).await.1.is_some());
    assert_eq!(server.state.metrics().panics.get(), 0);
    honest_session(&server).await;
}
