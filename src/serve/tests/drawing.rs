//! What costs most is drawing: those who make much of it, see little of it, or have it fail.

use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

use russh::client;

use super::{
    Client, PATIENCE, UNPACED, connect, expect, explore, honest_visit, start, start_with,
    to_the_end, until, visit,
};
use crate::app::Catalog;
use crate::dataset;
use crate::model::Collection;
use crate::serve::Limits;
use crate::ui;

#[tokio::test]
async fn a_panic_ends_one_visit() {
    let server = start(Limits::default(), |app, buffer| {
        assert_ne!(buffer.area.width, 66, "a view that panics");
        ui::draw(app, buffer)
    })
    .await;
    let (_handle, mut other) = visit(&server, 80).await;
    expect(&mut other, "GRDP").await;
    let (_handle, mut unlucky) = visit(&server, 80).await;
    expect(&mut unlucky, "GRDP").await;
    unlucky.window_change(66, 24, 0, 0).await.unwrap();
    let (seen, status) = to_the_end(&mut unlucky).await;
    assert_eq!(status, Some(70));
    assert!(seen.contains("\x1b[?1049l") && seen.contains("Có lỗi"), "{seen:?}");
    assert_eq!(server.house.metrics().panics.get(), 1);
    other.data_bytes("?").await.unwrap();
    expect(&mut other, "Trợ giúp").await;
    assert_eq!(server.house.metrics().visits.get(), 1);
}

/// As many indicators as take long to sort, and a view that takes as long as it is told to.
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn nobody_waits_for_what_takes_another_long() {
    static SORTED: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());
    let load = || {
        let names: String = (0..6000).map(|at| format!("GRDP xã {at},%\n")).collect();
        let list = format!("name,unit\n{names}");
        let opened =
            dataset::read("names.csv", list.as_bytes(), None).map_err(|e| e.to_string())?;
        Ok(Catalog::new(Collection::new(opened.datasets)))
    };
    let server = start_with(Box::new(load), Limits::default(), |app, buffer| {
        if buffer.area.width == 66 {
            let sorted = SORTED.0.lock().unwrap();
            drop(SORTED.1.wait_timeout_while(sorted, PATIENCE / 2, |sorted| !*sorted).unwrap());
        }
        ui::draw(app, buffer)
    })
    .await;
    let began = Instant::now();
    let (_handle, mut long) = visit(&server, 66).await;
    until(|| server.house.metrics().visits_begun.get() == 1).await;
    honest_visit(&server).await;
    assert!(began.elapsed() < PATIENCE / 2, "it waited for the other");
    *SORTED.0.lock().unwrap() = true;
    SORTED.1.notify_all();
    expect(&mut long, "GRDP").await;
}

#[tokio::test]
async fn a_client_that_gives_no_window_is_not_waited_for() {
    let limits = Limits { stalled: Duration::from_millis(300), ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let config = client::Config { window_size: 0, ..client::Config::default() };
    let handle = connect(&server, config, Client).await;
    let _channel = explore(&handle, 80).await;
    until(|| server.house.metrics().visits_begun.get() == 1).await;
    honest_visit(&server).await;
    until(|| server.house.metrics().visits.get() == 0).await;
}

/// A slow reader gets the frames that it can take: what it missed is never queued.
#[tokio::test]
async fn nothing_queues_for_a_slow_reader() {
    let server = start(UNPACED, ui::draw).await;
    // So small a window that a whole frame needs many of them.
    let config =
        client::Config { window_size: 512, maximum_packet_size: 512, ..client::Config::default() };
    let handle = connect(&server, config, Client).await;
    let mut channel = explore(&handle, 80).await;
    expect(&mut channel, "GRDP").await;
    let before = server.house.metrics().sent.get();
    // Each of these changes the whole screen; a frame of it has some kilobytes.
    const CHANGES: usize = 2000;
    for _ in 0..CHANGES / 20 {
        channel.data_bytes("g".repeat(20)).await.unwrap();
    }
    channel.data_bytes("/xong").await.unwrap();
    expect(&mut channel, "xong").await;
    let sent = server.house.metrics().sent.get() - before;
    assert!(sent < 1_000_000, "{sent} bytes for {CHANGES} changes");
}

/// What costs most is drawing: a key a packet does not cost a frame a key.
#[tokio::test]
async fn frames_keep_their_distance() {
    let limits = Limits { frame: Duration::from_secs(1), ..UNPACED };
    let server = start(limits, ui::draw).await;
    let began = Instant::now();
    let (_handle, mut channel) = visit(&server, 80).await;
    expect(&mut channel, "GRDP").await;
    for _ in 0..300 {
        channel.data_bytes("g").await.unwrap();
    }
    channel.data_bytes("/xong").await.unwrap();
    expect(&mut channel, "xong").await;
    let frames = server.house.metrics().frames.get();
    assert!(frames <= 2 + began.elapsed().as_secs(), "{frames} frames");
}

/// Many visits from one address, whose frames take long, leave the processors to others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_has_a_share_of_the_processors() {
    const VISITS: usize = 6;
    const WHILE: Duration = Duration::from_secs(3);
    const FRAME: Duration = Duration::from_millis(20);
    let server = start(UNPACED, |app, buffer| {
        let began = Instant::now();
        while buffer.area.width == 66 && began.elapsed() < FRAME {
            std::hint::spin_loop();
        }
        ui::draw(app, buffer)
    })
    .await;
    let mut greedy = Vec::new();
    for _ in 0..VISITS {
        greedy.push(visit(&server, 66).await);
    }
    let before = server.house.metrics().frames.get();
    let began = Instant::now();
    while began.elapsed() < WHILE {
        for (_, channel) in &greedy {
            channel.data_bytes("?").await.unwrap();
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let frames = server.house.metrics().frames.get() - before;
    let processors = std::thread::available_parallelism().unwrap().get() as f64;
    let share = began.elapsed().as_secs_f64() * processors / 4.0 + 0.25;
    let taken = frames as f64 * FRAME.as_secs_f64();
    // What is on its way when an address has used up its share is finished.
    let more = VISITS as f64 * 2.0 * FRAME.as_secs_f64();
    assert!(taken <= share * 1.2 + more, "{taken} s of {share} s");
}
