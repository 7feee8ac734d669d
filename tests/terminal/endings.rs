//! However it ends, the terminal is as it was found.

use std::io::Read;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::session::Session;

fn started() -> Session {
    let mut session = Session::start(&[], 80, 24);
    session.expect("GRDP").expect("q thoát");
    session
}

#[test]
fn by_keys() {
    for keys in ["q", "\x03", "/abc\x03", "?\x03", "g\x1b[Bq"] {
        let mut session = started();
        session.send(keys);
        assert_eq!(session.wait(), 0, "{keys:?}");
        session.assert_given_back();
    }
}

#[test]
fn by_signals() {
    for signal in [Signal::SIGTERM, Signal::SIGHUP, Signal::SIGINT, Signal::SIGQUIT] {
        let mut session = started();
        session.signal(signal);
        assert_eq!(session.wait(), 128 + signal as u32, "{signal}");
        session.assert_given_back();
    }
}

#[test]
fn by_a_signal_in_the_middle_of_an_escape_sequence() {
    let mut session = started();
    session.send("\x1b[").signal(Signal::SIGTERM);
    assert_eq!(session.wait(), 128 + Signal::SIGTERM as u32);
    session.assert_given_back();
}

#[test]
fn when_the_line_drops() {
    let size = PtySize { rows: 15, cols: 40, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_chitieu"));
    command.env("TERM", "xterm");
    command.env("LC_ALL", "vi_VN.UTF-8");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (mut seen, mut bytes) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains("GRDP") {
        let length = reader.read(&mut bytes).unwrap();
        seen.extend_from_slice(&bytes[..length]);
    }
    // With its last holder the terminal is gone.
    drop((reader, pair.master));
    let end = Instant::now() + Duration::from_secs(20);
    while child.try_wait().unwrap().is_none() {
        assert!(Instant::now() < end, "it goes on without a terminal");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn suspended_and_continued() {
    // A shell with job control, so that there is somebody to stop for and to be continued by.
    let mut session =
        Session::shell("set -m; $CHITIEU; echo stopped; fg >/dev/null; echo over", 80, 24);
    session.expect("q thoát").send("jj").expect("▸▲ Trồng rừng mới");
    session.send("\x1a").expect("▸▲ Trồng rừng mới");
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    session.send("j").expect("▸▲ Tổng kim ngạch").send("q").expect("over");
    assert_eq!(session.wait(), 0);
    let raw = raw + &String::from_utf8_lossy(&session.raw);
    assert!(raw.contains("stopped"), "the shell had the terminal in between");
    session.assert_given_back();
}
