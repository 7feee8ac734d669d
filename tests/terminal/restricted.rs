//! The restricted explorer: it can look, search and copy to the user's own clipboard, nothing else.

use std::fs;

use crate::session::Session;

#[test]
fn looks_searches_and_copies() {
    // A shell with job control, for which an unrestricted explorer would stop.
    let mut session = Session::shell("set -m; $CHITIEU --restricted; echo over", 120, 36);
    session.expect("▸▲ GRDP").send("\x1a").send("j").expect("▸✓ Tổng thu ngân sách");
    nix::sys::signal::kill(session.foreground(), nix::sys::signal::Signal::SIGTSTP).unwrap();
    session.send("j").expect("▸▲ Trồng rừng mới");
    session.send("/ho ngheo").expect("2 trong 24").send("\r").expect("▸· Tỷ lệ giảm nghèo");
    session.send("y").expect("Đã chép chỉ tiêu").resize(80, 24).expect("Chi tiết ─");
    session.send("?").expect("Trong các khung");
    for _ in 0..6 {
        assert!(!session.screen().contains("Ctrl-Z"), "{}", session.screen());
        session.send("\x1b[6~").settle();
    }
    session.send("q").send("q").expect("over");
    assert_eq!(session.wait(), 0);
    assert_eq!(String::from_utf8_lossy(&session.raw).matches("\x1b[?1049l").count(), 1);
    session.assert_restored();
}

#[test]
fn ends_at_the_end_of_input() {
    let mut session = Session::start(&["--restricted"], 80, 24);
    // Each key on its own: Esc and what follows it at once would be one key.
    session.expect("q thoát").send("/x\x04").expect("/ x").send("\x1b").expect_gone("/ x");
    session.send("\x04");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

#[test]
fn ends_when_idle() {
    let mut session = Session::start(&["--restricted", "--idle", "2s"], 80, 24);
    session.expect("q thoát").send("j").expect("▸✓ Tổng thu ngân sách");
    assert_eq!(session.wait(), 1);
    session.assert_restored();
    assert!(session.screen().contains("lâu không có phím"), "{}", session.screen());
}

#[cfg(target_os = "linux")]
#[test]
fn gives_up_files_programs_and_privileges() {
    let mut session = Session::start(&["--restricted"], 80, 24);
    session.expect("q thoát");
    let read = |name: &str| {
        let pid = session.child.process_id().unwrap();
        fs::read_to_string(format!("/proc/{pid}/{name}")).unwrap()
    };
    let limits = read("limits");
    for (limit, value) in [
        ("Max open files", "3"),
        ("Max file size", "0"),
        ("Max processes", "0"),
        ("Max core file size", "0"),
    ] {
        let line = limits.lines().find(|line| line.starts_with(limit)).unwrap();
        let values: Vec<&str> = line[limit.len()..].split_whitespace().take(2).collect();
        assert_eq!(values, [value, value], "{line}");
    }
    assert!(read("status").lines().any(|line| line.split_whitespace().eq(["NoNewPrivs:", "1"])));
    session.send("q");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}
