//! Clients that request more than is offered: channels, commands, forwarding, keys.

use std::sync::Arc;
use std::time::Duration;

use russh::ChannelMsg;
use russh::client;
use tokio::time::timeout;

use super::{
    Client, GATE, LONG_OUTPUT, PATIENCE, UNLIMITED, connect, expect, honest_session, open_session,
    read_to_end, start, until,
};
use crate::serve::Limits;
use crate::serve::rejection::Rejection;
use crate::ui;

/// Requests that OpenSSH's client does not send by itself.
#[tokio::test]
async fn opens_only_session_channels() {
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
    let refused = |why| server.state.metrics().refused(why);
    assert_eq!((refused(Rejection::Forwarding), refused(Rejection::X11)), (3, 2));
    assert_eq!((refused(Rejection::Subsystem), refused(Rejection::Variable)), (1, 1));
    // The channel still accepts what is offered, once.
    channel.exec(true, "list").await.unwrap();
    channel.exec(true, "list").await.unwrap();
    assert_eq!(read_to_end(&mut channel).await.1, Some(0));
    until(|| refused(Rejection::Request) == 1).await;
    let mut channel = handle.channel_open_session().await.unwrap();
    channel.exec(true, "evil").await.unwrap();
    read_to_end(&mut channel).await;
    assert_eq!(refused(Rejection::Command), 1);
}

/// Three rejections are within the burst, and the fourth waits.
#[tokio::test]
async fn rejections_cost_time() {
    let limits = Limits { rate: 1, burst: 4096, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let channel = handle.channel_open_session().await.unwrap();
    for _ in 0..100 {
        channel.request_subsystem(false, "sftp").await.unwrap();
    }
    let refused = || server.state.metrics().refused(Rejection::Subsystem);
    until(|| refused() == 4).await;
    honest_session(&server).await;
    assert_eq!(refused(), 4);
}

#[tokio::test]
async fn too_many_rejections_close_the_connection() {
    let limits = Limits { rate: u32::MAX, burst: u32::MAX, rejections: 20, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut channel = handle.channel_open_session().await.unwrap();
    for _ in 0..1000 {
        // Sending fails once the connection has ended.
        let _ = channel.request_subsystem(false, "sftp").await;
    }
    read_to_end(&mut channel).await;
    let refused = |why| server.state.metrics().refused(why);
    assert_eq!((refused(Rejection::Subsystem), refused(Rejection::Often)), (20, 1));
    honest_session(&server).await;
}

/// Requests that were sent in advance, and that the rate limit would read for hours, are not read after the
/// connection is closed.
#[tokio::test]
async fn a_closed_connection_is_not_read_further() {
    let grace = Duration::from_secs(3);
    let limits = Limits { rate: 1, burst: 4096, login_grace: grace, ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let channel = handle.channel_open_session().await.unwrap();
    for _ in 0..50 {
        channel.request_subsystem(false, "sftp").await.unwrap();
    }
    until(|| server.state.metrics().refused(Rejection::Grace) == 1).await;
    // The session holds a reference to the state only as long as it lives.
    until(|| Arc::strong_count(&server.state) == 2).await;
    assert_eq!(server.state.metrics().refused(Rejection::Subsystem), 4);
}

#[tokio::test]
async fn a_command_waits_for_a_permit_until_a_timeout() {
    let limits = Limits { commands: 1, turn: Duration::from_millis(50), ..Limits::default() };
    let server = start(limits, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut first = handle.channel_open_session().await.unwrap();
    first.exec(false, "wait").await.unwrap();
    until(|| server.state.metrics().commands.get() == 1).await;
    let mut second = handle.channel_open_session().await.unwrap();
    second.exec(false, "list").await.unwrap();
    let (text, status) = read_to_end(&mut second).await;
    assert_eq!(status, Some(1));
    assert!(text.contains("quá nhiều lệnh"), "{text:?}");
    assert_eq!(server.state.metrics().refused(Rejection::Busy), 1);
    // A session needs no permit for commands.
    honest_session(&server).await;
    *GATE.0.lock().unwrap() = true;
    GATE.1.notify_all();
    assert_eq!(read_to_end(&mut first).await.1, Some(0));
    let mut third = handle.channel_open_session().await.unwrap();
    third.exec(false, "list").await.unwrap();
    assert_eq!(read_to_end(&mut third).await.1, Some(0));
}

#[tokio::test]
async fn channels_are_limited() {
    let server = start(UNLIMITED, ui::draw).await;
    let handle = connect(&server, client::Config::default(), Client).await;
    let mut open = Vec::new();
    for _ in 0..2000 {
        if let Ok(channel) = timeout(PATIENCE, handle.channel_open_session()).await.unwrap() {
            open.push(channel);
        }
    }
    assert_eq!(open.len(), Limits::default().channels);
    // A channel that is closed makes room for another.
    open.pop().unwrap().close().await.unwrap();
    let waiting = async { while handle.channel_open_session().await.is_err() {} };
    timeout(PATIENCE, waiting).await.unwrap();
    honest_session(&server).await;
}

/// OpenSSH's client logs each key exchange; skipped where it is not installed.
#[tokio::test]
async fn keys_are_exchanged_again() {
    let server = start(Limits { rekey: 64 * 1024, ..Limits::default() }, ui::draw).await;
    let port = server.address.port().to_string();
    let output = tokio::task::spawn_blocking(move || {
        std::process::Command::new("ssh")
            .args(["-v", "-F", "none", "-p", &port, "-o", "StrictHostKeyChecking=no"])
            .args(["-o", "UserKnownHostsFile=/dev/null", "-o", "IdentityAgent=none"])
            .args(["-o", "IdentityFile=none", "-o", "BatchMode=yes", "127.0.0.1", "long"])
            .stdin(std::process::Stdio::null())
            .output()
    });
    let Ok(output) = timeout(PATIENCE, output).await.unwrap().unwrap() else {
        eprintln!("skipped: OpenSSH's client is missing (apt-get install openssh-client)");
        return;
    };
    assert_eq!(output.stdout.len(), LONG_OUTPUT);
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(log.matches("SSH2_MSG_KEXINIT received").count() > 2, "{log}");
}

#[tokio::test]
async fn packets_have_a_maximum_size() {
    let server = start(Limits { packet: 1000, ..Limits::default() }, ui::draw).await;
    let (_handle, mut channel) = open_session(&server, 80).await;
    expect(&mut channel, "GRDP").await;
    assert!(channel.writable_packet_size().await <= 1000);
}
