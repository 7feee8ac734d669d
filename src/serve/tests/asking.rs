//! Those who ask for more than there is: channels, commands, forwarding, keys.

use std::sync::Arc;
use std::time::Duration;

use russh::ChannelMsg;
use russh::client;
use tokio::time::timeout;

use super::{
    Client, GATE, LONG, PATIENCE, UNPACED, connect, expect, honest_visit, start, to_the_end, until,
    visit,
};
use crate::serve::Limits;
use crate::serve::rejection::Rejection;
use crate::ui;

/// What OpenSSH's client does not ask for by itself.
#[tokio::test]
async fn nothing_but_sessions_is_opened() {
    let server = start(Limits::default(), ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let port = u32::from(server.address.port());
    assert!(handle.channel_open_direct_tcpip("127.0.0.1", port, "127.0.0.1", 1).await.is_err());
    assert!(handle.channel_open_direct_streamlocal("/tmp/x").await.is_err());
    assert!(handle.channel_open_x11("127.0.0.1", 1).await.is_err());
    assert!(handle.tcpip_forward("127.0.0.1", 0).await.is_err());
    let mut channel = handle.channel_open_session().await.unwrap();
    channel.request_x11(true, false, "MIT-MAGIC-COOKIE-1", "00", 0).await.unwrap();
    channel.request_subsystem(true, "sftp").await.unwrap();
    channel.set_env(true, "LD_PRELOAD", "x").await.unwrap();
    for _ in 0..3 {
        let answer = timeout(PATIENCE, channel.wait()).await.unwrap();
        assert!(matches!(answer, Some(ChannelMsg::Failure)), "{answer:?}");
    }
    let refused = |why| server.house.metrics().refused(why);
    assert_eq!((refused(Rejection::Forwarding), refused(Rejection::X11)), (3, 2));
    assert_eq!((refused(Rejection::Subsystem), refused(Rejection::Variable)), (1, 1));
    // The channel is still good for what is offered, once.
    channel.exec(true, "list").await.unwrap();
    channel.exec(true, "list").await.unwrap();
    assert_eq!(to_the_end(&mut channel).await.1, Some(0));
    until(|| refused(Rejection::Request) == 1).await;
    let mut channel = handle.channel_open_session().await.unwrap();
    channel.exec(true, "evil").await.unwrap();
    to_the_end(&mut channel).await;
    assert_eq!(refused(Rejection::Command), 1);
}

/// Three refusals are free here, and the fourth is waited for.
#[tokio::test]
async fn whoever_asks_for_what_is_refused_waits() {
    let limits = Limits { rate: 1, burst: 4096, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let channel = handle.channel_open_session().await.unwrap();
    for _ in 0..100 {
        channel.request_subsystem(false, "sftp").await.unwrap();
    }
    let refused = || server.house.metrics().refused(Rejection::Subsystem);
    until(|| refused() == 4).await;
    honest_visit(&server).await;
    assert_eq!(refused(), 4);
}

#[tokio::test]
async fn whoever_does_not_stop_asking_is_sent_away() {
    let limits = Limits { rate: u32::MAX, burst: u32::MAX, refusals: 20, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut channel = handle.channel_open_session().await.unwrap();
    for _ in 0..1000 {
        // Once it has ended, nothing can be sent.
        let _ = channel.request_subsystem(false, "sftp").await;
    }
    to_the_end(&mut channel).await;
    let refused = |why| server.house.metrics().refused(why);
    assert_eq!((refused(Rejection::Subsystem), refused(Rejection::Often)), (20, 1));
    honest_visit(&server).await;
}

/// What a guest has sent in advance, and would be read for hours at its pace, is not read when it is cut.
#[tokio::test]
async fn a_connection_that_is_cut_is_not_read_to_its_end() {
    let grace = Duration::from_secs(3);
    let limits = Limits { rate: 1, burst: 4096, login_grace: grace, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let channel = handle.channel_open_session().await.unwrap();
    for _ in 0..50 {
        channel.request_subsystem(false, "sftp").await.unwrap();
    }
    until(|| server.house.metrics().refused(Rejection::Grace) == 1).await;
    // The session has its part of the house only as long as it lives.
    until(|| Arc::strong_count(&server.house) == 2).await;
    assert_eq!(server.house.metrics().refused(Rejection::Subsystem), 4);
}

#[tokio::test]
async fn commands_wait_for_their_turn_and_not_for_ever() {
    let limits = Limits { answers: 1, turn: Duration::from_millis(50), ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut first = handle.channel_open_session().await.unwrap();
    first.exec(false, "wait").await.unwrap();
    until(|| server.house.metrics().answers.get() == 1).await;
    let mut second = handle.channel_open_session().await.unwrap();
    second.exec(false, "list").await.unwrap();
    let (said, status) = to_the_end(&mut second).await;
    assert_eq!(status, Some(1));
    assert!(said.contains("quá nhiều lệnh"), "{said:?}");
    assert_eq!(server.house.metrics().refused(Rejection::Answers), 1);
    // A visit has no need of a turn.
    honest_visit(&server).await;
    *GATE.0.lock().unwrap() = true;
    GATE.1.notify_all();
    assert_eq!(to_the_end(&mut first).await.1, Some(0));
    let mut third = handle.channel_open_session().await.unwrap();
    third.exec(false, "list").await.unwrap();
    assert_eq!(to_the_end(&mut third).await.1, Some(0));
}

#[tokio::test]
async fn thousands_of_channels() {
    let server = start(UNPACED, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut open = Vec::new();
    for _ in 0..2000 {
        if let Ok(channel) = timeout(PATIENCE, handle.channel_open_session()).await.unwrap() {
            open.push(channel);
        }
    }
    assert_eq!(open.len(), Limits::default().channels);
    // One that is closed makes room for another.
    open.pop().unwrap().close().await.unwrap();
    let waiting = async { while handle.channel_open_session().await.is_err() {} };
    timeout(PATIENCE, waiting).await.unwrap();
    honest_visit(&server).await;
}

/// The client tells of each exchange; this one is OpenSSH's, where it is there.
#[tokio::test]
async fn keys_are_exchanged_anew() {
    let server = start(Limits { rekey: 64 * 1024, ..Limits::default() }, ui::draw).await;
    let port = server.address.port().to_string();
    let asked = tokio::task::spawn_blocking(move || {
        std::process::Command::new("ssh")
            .args(["-v", "-F", "none", "-p", &port, "-o", "StrictHostKeyChecking=no"])
            .args(["-o", "UserKnownHostsFile=/dev/null", "-o", "IdentityAgent=none"])
            .args(["-o", "IdentityFile=none", "-o", "BatchMode=yes", "127.0.0.1", "long"])
            .stdin(std::process::Stdio::null())
            .output()
    });
    let Ok(output) = timeout(PATIENCE, asked).await.unwrap().unwrap() else {
        eprintln!("skipped: OpenSSH's client is missing (apt-get install openssh-client)");
        return;
    };
    assert_eq!(output.stdout.len(), LONG);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.matches("SSH2_MSG_KEXINIT received").count() > 2, "{told}");
}

#[tokio::test]
async fn packets_have_a_size() {
    let server = start(Limits { packet: 1000, ..Limits::default() }, ui::draw).await;
    let (_handle, mut channel) = visit(&server, 80).await;
    expect(&mut channel, "GRDP").await;
    assert!(channel.writable_packet_size().await <= 1000);
}
