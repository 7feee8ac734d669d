//! Load by drawing: clients that cause many frames, read them slowly, or make drawing fail.

use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

use russh::client;

use super::{
    Client, PATIENCE, UNLIMITED, connect, expect, honest_session, open_session, read_to_end, start,
    start_explorer, start_with, until,
};
use crate::app::Catalog;
use crate::dataset;
use crate::model::Collection;
use crate::serve::Limits;
use crate::ui;

#[tokio::test]
async fn a_panic_ends_one_session() {
    let server = start(Limits::default(), |app, buffer| {
        assert_ne!(buffer.area.width, 66, "a view that panics");
        ui::draw(app, buffer)
    })
    .await;
    let (_handle, mut other) = open_session(&server, 80).await;
    expect(&mut other, "GRDP").await;
    let (_handle, mut unlucky) = open_session(&server, 80).await;
    expect(&mut unlucky, "GRDP").await;
    unlucky.window_change(66, 24, 0, 0).await.unwrap();
    let (seen, status) = read_to_end(&mut unlucky).await;
    assert_eq!(status, Some(70));
    assert!(seen.contains("\x1b[?1049l") && seen.contains("Có lỗi"), "{seen:?}");
    assert_eq!(server.state.metrics().panics.get(), 1);
    other.data_bytes("?").await.unwrap();
    expect(&mut other, "Trợ giúp").await;
    assert_eq!(server.state.metrics().sessions.get(), 1);
}

/// The user may change the window while the client still asks for the shell.
#[tokio::test]
async fn a_window_that_changes_before_the_shell_is_the_one_that_is_drawn() {
    let server = start(Limits::default(), |app, buffer| {
        assert_eq!((buffer.area.width, buffer.area.height), (97, 31), "the new window");
        ui::draw(app, buffer)
    })
    .await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut channel = handle.channel_open_session().await.unwrap();
    channel.request_pty(false, "xterm", 80, 24, 0, 0, &[]).await.unwrap();
    channel.window_change(97, 31, 0, 0).await.unwrap();
    channel.request_shell(false).await.unwrap();
    expect(&mut channel, "GRDP").await;
    channel.data_bytes("q").await.unwrap();
    assert_eq!(read_to_end(&mut channel).await.1, Some(0));
}

/// A list long enough for sorting to block, and a frame that takes until the test opens the gate.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_slow_frame_blocks_no_other_session() {
    static GATE: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());
    let load = || {
        let names: String = (0..6000).map(|at| format!("GRDP xã {at},%\n")).collect();
        let list = format!("name,unit\n{names}");
        let opened =
            dataset::read("names.csv", list.as_bytes(), None).map_err(|e| e.to_string())?;
        Ok(Catalog::new(Collection::new(opened.datasets)))
    };
    let server = start_with(Box::new(load), Limits::default(), |app, buffer| {
        if buffer.area.width == 66 {
            let open = GATE.0.lock().unwrap();
            drop(GATE.1.wait_timeout_while(open, PATIENCE / 2, |open| !*open).unwrap());
        }
        ui::draw(app, buffer)
    })
    .await;
    let began = Instant::now();
    let (_handle, mut slow) = open_session(&server, 66).await;
    until(|| server.state.metrics().sessions_started.get() == 1).await;
    honest_session(&server).await;
    assert!(began.elapsed() < PATIENCE / 2, "it waited for the other");
    *GATE.0.lock().unwrap() = true;
    GATE.1.notify_all();
    expect(&mut slow, "GRDP").await;
}

#[tokio::test]
async fn a_client_without_an_ssh_window_is_disconnected() {
    let limits = Limits { stalled: Duration::from_millis(300), ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let config = client::Config { window_size: 0, ..client::Config::default() };
    let handle = connect(&server, config, Client).await;
    let _channel = start_explorer(&handle, 80).await;
    until(|| server.state.metrics().sessions_started.get() == 1).await;
    honest_session(&server).await;
    until(|| server.state.metrics().sessions.get() == 0).await;
}

/// A slow reader gets the frames that it can take: nothing is queued for it.
#[tokio::test]
async fn nothing_queues_for_a_slow_reader() {
    let server = start(UNLIMITED, ui::draw).await;
    // So small a window that a whole frame needs many of them.
    let config =
        client::Config { window_size: 512, maximum_packet_size: 512, ..client::Config::default() };
    let handle = connect(&server, config, Client).await;
    let mut channel = start_explorer(&handle, 80).await;
    expect(&mut channel, "GRDP").await;
    let before = server.state.metrics().sent.get();
    // Each key changes the whole screen; a frame of it has some kilobytes.
    const CHANGES: usize = 2000;
    for _ in 0..CHANGES / 20 {
        channel.data_bytes("g".repeat(20)).await.unwrap();
    }
    channel.data_bytes("/xong").await.unwrap();
    expect(&mut channel, "xong").await;
    let sent = server.state.metrics().sent.get() - before;
    assert!(sent < 1_000_000, "{sent} bytes for {CHANGES} changes");
}

/// Drawing is the largest cost: keys in packets of their own do not cost a frame each.
#[tokio::test]
async fn frames_have_a_shortest_interval() {
    let limits = Limits { frame: Duration::from_secs(1), ..UNLIMITED };
    let server = start(limits, ui::draw).await;
    let began = Instant::now();
    let (_handle, mut channel) = open_session(&server, 80).await;
    expect(&mut channel, "GRDP").await;
    for _ in 0..300 {
        channel.data_bytes("g").await.unwrap();
    }
    channel.data_bytes("/xong").await.unwrap();
    expect(&mut channel, "xong").await;
    let frames = server.state.metrics().frames.get();
    assert!(frames <= 2 + began.elapsed().as_secs(), "{frames} frames");
}

/// Many sessions of one address with expensive frames leave processor time to others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_has_a_share_of_the_processors() {
    const SESSIONS: usize = 6;
    const DURATION: Duration = Duration::from_secs(3);
    const FRAME: Duration = Duration::from_millis(20);
    let server = start(UNLIMITED, |app, buffer| {
        let began = Instant::now();
        while buffer.area.width == 66 && began.elapsed() < FRAME {
            std::hint::spin_loop();
        }
        ui::draw(app, buffer)
    })
    .await;
    let mut greedy = Vec::new();
    for _ in 0..SESSIONS {
        greedy.push(open_session(&server, 66).await);
    }
    let before = server.state.metrics().frames.get();
    let began = Instant::now();
    while began.elapsed() < DURATION {
        for (_, channel) in &greedy {
            channel.data_bytes("?").await.unwrap();
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let frames = server.state.metrics().frames.get() - before;
    let processors = std::thread::available_parallelism().unwrap().get() as f64;
    let share = began.elapsed().as_secs_f64() * processors / 4.0 + 0.25;
    let used = frames as f64 * FRAME.as_secs_f64();
    // Work that has begun when an address has used up its share is finished.
    let more = SESSIONS as f64 * 2.0 * FRAME.as_secs_f64();
    assert!(used <= share * 1.2 + more, "{used} s of {share} s");
}
