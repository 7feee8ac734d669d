//! Large files, which take long to read.

use std::fmt::Write;
use std::fs;

use tempfile::TempDir;

use crate::session::Session;

const ROWS: usize = 50_000;

/// Creates a folder with a table of more than 4 MB.
fn large() -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lon.csv");
    let mut text = "TT;Chỉ tiêu;ĐVT;KH 2024;TH 2024;% KH\n".to_owned();
    for row in 1..=ROWS {
        let name = format!("Diện tích rừng trồng mới tập trung của xã số {row} trong kỳ báo cáo");
        writeln!(text, "{row};{name};ha;{};{};{}", row * 2, row * 2, 100).unwrap();
    }
    assert!(text.len() > 4 * 1024 * 1024);
    fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap().to_owned();
    (folder, file)
}

#[test]
fn shows_the_first_rows_at_once_and_adds_the_others() {
    let (_folder, file) = large();
    let mut session = Session::start(&[&file], 100, 30);
    session.expect("xã số 1 trong kỳ").send("jj");
    // The name is wrapped in the detail.
    session.expect("3/50000").expect("trung của xã số 3 trong kỳ").expect_gone("đang đọc");
    session.send("/xa so 49999").expect("của xã số 49999");
    session.send("\r").expect("49999/50000").send("q");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

#[test]
fn ctrl_c_ends_the_explorer_while_it_reads() {
    let (_folder, file) = large();
    let mut session = Session::start(&[&file], 100, 30);
    session.expect("của xã số 1").send("\x03");
    session.wait();
    session.assert_restored();
}

#[test]
fn a_command_shows_its_progress_and_ctrl_c_ends_it() {
    let (_folder, file) = large();
    let line =
        |end: &str| format!("\"$CHITIEU\" list {file} > /dev/null; echo \"ended {end}: $?\"");
    let mut session = Session::shell(&line("by itself"), 80, 24);
    session.expect("chitieu: reading").expect("ended by itself: 0");
    assert!(
        !session.screen().contains("reading"),
        "no progress line remains\n{}",
        session.screen()
    );

    let mut session = Session::shell(&format!("trap : INT; {}", line("by Ctrl-C")), 80, 24);
    session.expect("chitieu: reading").send("\x03").expect("ended by Ctrl-C: 130");
}
