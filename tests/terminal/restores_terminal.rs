//! Restores the terminal: however the program ends, the terminal is as it was before.

use std::io::{Read, Write};
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
fn restores_after_quitting_by_key() {
    for keys in [
        "q",
        "\x03",
        "/abc\x03",
        "?\x03",
        "g\x1b[Bq",
        // Chains of Esc, in one piece with the next key.
        "\x1b\x1b\x1b\x1bq",
        "/ho ngheo\x1bq",
        "g?\x1b\x1bq",
        "s\x1b\x1b\x1bf\x1bq",
        "/\x1b[A\x1b\x1bq",
        "\x1b[200~q\x1b[201~\x1bq",
    ] {
        let mut session = started();
        session.send(keys);
        assert_eq!(session.wait(), 0, "{keys:?}");
        session.assert_restored();
    }
}

#[test]
fn consumes_the_release_of_a_click_that_quits() {
    let mut session = Session::shell("$CHITIEU; read -r line; echo \"[$line]\"", 80, 24);
    session.expect("q thoát");
    let at = session.screen().lines().last().unwrap().find("q thoát").unwrap();
    let column = session.screen().lines().last().unwrap()[..at].chars().count() + 1;
    session.send(&format!("\x1b[<0;{column};24M"));
    std::thread::sleep(Duration::from_millis(60));
    session.send(&format!("\x1b[<0;{column};24m"));
    session.expect_gone("q thoát").send("over\r").expect("[over]");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

#[test]
fn restores_the_original_settings_not_default_ones() {
    let line = "stty -echo intr ^X erase ^H; stty -g; $CHITIEU; stty -g";
    let mut session = Session::shell(line, 80, 24);
    session.expect("q thoát").send("q");
    assert_eq!(session.wait(), 0);
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    let first = raw.lines().next().unwrap().trim();
    assert!(first.contains(':') && raw.matches(first).count() == 2, "{raw:?}");
}

#[test]
fn restores_after_signals() {
    for signal in [Signal::SIGTERM, Signal::SIGHUP, Signal::SIGINT, Signal::SIGQUIT] {
        let mut session = started();
        session.signal(signal);
        assert_eq!(session.wait(), 128 + signal as u32, "{signal}");
        session.assert_restored();
    }
}

#[test]
fn restores_after_a_signal_within_an_escape_sequence() {
    let mut session = started();
    session.send("\x1b[").signal(Signal::SIGTERM);
    assert_eq!(session.wait(), 128 + Signal::SIGTERM as u32);
    session.assert_restored();
}

#[test]
fn restores_after_a_signal_while_output_is_not_read() {
    for signal in [Signal::SIGTERM, Signal::SIGHUP] {
        let mut session = started();
        session.stop_reading();
        // More than any terminal buffers without being read.
        for _ in 0..120 {
            session.send("t");
            std::thread::sleep(Duration::from_millis(5));
        }
        session.signal(signal);
        session.wait_unread();
        session.read_on();
        assert_eq!(session.wait(), 128 + signal as u32, "{signal}");
        session.assert_restored();
    }
}

#[test]
fn restores_after_an_error_while_drawing() {
    // The terminal that is drawn on disappears; the one that keys come from remains.
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let other = native_pty_system().openpty(size).unwrap();
    let path = other.master.tty_name().unwrap();
    let mut session = Session::shell(&format!("$CHITIEU > {}", path.display()), 80, 24);
    let mut reader = other.master.try_clone_reader().unwrap();
    let (mut seen, mut bytes) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains("GRDP") {
        let length = reader.read(&mut bytes).unwrap();
        seen.extend_from_slice(&bytes[..length]);
    }
    session.settle();
    drop((reader, other));
    session.send("j");
    assert_eq!(session.wait(), 2);
    assert!(
        session.screen().starts_with("chitieu: không dùng được terminal: "),
        "{}",
        session.screen()
    );
    session.assert_restored();
}

#[test]
fn reports_a_full_or_closed_output() {
    for (line, status, message) in [
        ("$CHITIEU > /dev/full", 2, "chitieu: không ghi được kết quả: đĩa đã đầy"),
        (
            "$CHITIEU list --format csv > /dev/full",
            2,
            "chitieu: không ghi được kết quả: đĩa đã đầy",
        ),
        ("$CHITIEU list | head -n 1 > /dev/null", 0, ""),
        ("$CHITIEU >&-", 0, ""),
        ("$CHITIEU show nothing 2>/dev/full", 2, ""),
        ("$CHITIEU show nothing 2>&-", 2, ""),
    ] {
        let mut session = Session::shell(line, 80, 24);
        assert_eq!(session.wait(), status, "{line}");
        assert_eq!(
            session.screen().lines().next().unwrap_or_default().get(..message.len()),
            Some(message),
            "{line}"
        );
        session.assert_restored();
    }
}

/// Runs the explorer until the terminal disappears, while it waits for keys or, if `busy`, while its output
/// is blocked. Returns the exit status.
fn close_terminal(busy: bool) -> Option<portable_pty::ExitStatus> {
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
    if busy {
        let mut writer = pair.master.take_writer().unwrap();
        for _ in 0..120 {
            writer.write_all(b"t").unwrap();
            std::thread::sleep(Duration::from_millis(5));
        }
    }
    // The terminal disappears when its last descriptor is closed.
    drop((reader, pair.master));
    let end = Instant::now() + Duration::from_secs(20);
    while Instant::now() < end {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let _ = child.kill();
    None
}

#[test]
fn ends_when_the_terminal_disappears() {
    for busy in [false, true] {
        let status = close_terminal(busy).expect("it goes on without a terminal");
        assert_eq!(status.exit_code(), 128 + Signal::SIGHUP as u32, "busy: {busy}");
    }
}

#[test]
fn suspends_and_continues() {
    // A shell with job control, which notices the stop and continues the program.
    let mut session =
        Session::shell("set -m; $CHITIEU; echo stopped; fg >/dev/null; echo over", 80, 24);
    session.expect("q thoát").send("jj").expect("▸▲ Trồng rừng mới");
    session.send("\x1a").expect("▸▲ Trồng rừng mới");
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    session.send("j").expect("▸▲ Tổng kim ngạch").send("q").expect("over");
    assert_eq!(session.wait(), 0);
    let raw = raw + &String::from_utf8_lossy(&session.raw);
    assert!(raw.contains("stopped"), "the shell had the terminal in between");
    session.assert_restored();
}

#[test]
fn survives_being_stopped_by_another_process() {
    let mut session = Session::shell(
        "set -m; $CHITIEU & sleep 0.1; fg >/dev/null; echo stopped; fg >/dev/null; echo over",
        80,
        24,
    );
    session.expect("q thoát").settle();
    let pid = session.foreground();
    nix::sys::signal::kill(pid, Signal::SIGTSTP).unwrap();
    session.expect("q thoát").settle();
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    let (before, after) = raw.split_once("stopped").expect("the shell had the terminal in between");
    assert!(before.contains("\x1b[?1049l") && after.contains("\x1b[?1049h"), "{raw:?}");
    session.send("q").expect("over");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

#[test]
fn ignores_suspension_without_a_shell() {
    // As with `ssh -t host chitieu`: the program is the session leader.
    let mut session = started();
    session.send("\x1a").send("j").expect("▸✓ Tổng thu ngân sách");
    session.signal(Signal::SIGTSTP).send("j").expect("▸▲ Trồng rừng mới");
    session.send("?").expect("Trong các khung").send("q").send("q");
    assert_eq!(session.wait(), 0);
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    assert_eq!(raw.matches("\x1b[?1049l").count(), 1, "given back once");
    session.assert_restored();
}
