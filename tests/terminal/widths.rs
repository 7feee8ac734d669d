//! Character widths agree with those of real terminals: borders stay aligned whatever text they enclose, in
//! two terminal emulators.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthStr;

use crate::session::Session;

const NAMES: [&str; 12] = [
    "Tỷ lệ hộ nghèo đa chiều",
    "越南統計 chỉ tiêu 人口",
    "ベトナム 베트남 경제",
    "Ｆｕｌｌ ｗｉｄｔｈ 9",
    "👨‍👩‍👧‍👦 gia đình",
    "👩🏽‍🌾 nông dân 🌾🌾",
    "🇻🇳 Việt Nam ❤️ ☎️ 1️⃣",
    "±°§¶·×÷ αβγ ≤≥ ①②③ ★☆ ♥",
    "… – — “trích” ‰ № ™",
    "ก็ไทย हिन्दी العربية",
    "ộ\u{302}\u{323}\u{301} Ư\u{31b} d\u{335}",
    "▇▏█┃│",
];

/// Writes a dataset with these names, composed and decomposed.
fn file() -> PathBuf {
    let indicator = |(at, name): (usize, String)| {
        serde_json::json!({ "id": format!("i{at}"), "name": name, "unit": "漢", "actual": at,
            "plan": { "percent": 100 + at }, "note": name })
    };
    let names = NAMES.iter().flat_map(|name| [(*name).to_owned(), name.nfd().collect()]);
    let indicators: Vec<_> = names.enumerate().map(indicator).collect();
    let dataset = serde_json::json!({ "id": "w", "place": "Nơi 漢字 👨‍👩‍👧", "period": "năm 2024",
        "sections": [{ "name": "Mục 漢 ộ", "indicators": indicators }] });
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("widths.json");
    fs::write(&path, serde_json::to_vec(&dataset).unwrap()).unwrap();
    path
}

/// Checks that every line between two borders of panes ends with a border in the same column.
fn assert_straight(screen: &str, width: usize) {
    let framed: Vec<&str> = screen.lines().filter(|line| line.starts_with(['│', '┃'])).collect();
    assert!(framed.len() > 8, "{screen}");
    for line in framed {
        assert!(line.ends_with(['│', '┃', '▐']), "{line}\n{screen}");
        assert_eq!(line.width(), width, "{line}\n{screen}");
    }
}

#[test]
fn borders_are_aligned_in_vt100() {
    let path = file();
    let mut session = Session::start(&[path.to_str().unwrap()], 120, 24);
    session.expect("q thoát");
    for _ in 0..NAMES.len() * 2 {
        session.settle();
        // Column by column, with the emulator's own widths.
        let right: Vec<String> =
            (1..23).map(|row| session.vt().cell(row, 119).unwrap().contents().to_owned()).collect();
        assert!(
            right
                .iter()
                .all(|cell| matches!(cell.as_str(), "│" | "┃" | "▐" | "┓" | "┛" | "╮" | "╯" | " ")),
            "{right:?}\n{}",
            session.screen()
        );
        session.send("j");
    }
    session.send("/漢 👨‍👩‍👧 hộ").settle();
    session.send("\x03");
    assert_eq!(session.wait(), 0);
}

#[test]
fn borders_are_aligned_in_tmux() {
    if Command::new("tmux").arg("-V").output().is_err() {
        println!("tmux is not here: not tried in it");
        return;
    }
    let path = file();
    let name = format!("chitieu-widths-{}", std::process::id());
    let tmux = |arguments: &[&str]| {
        let mut command = Command::new("tmux");
        command.args(["-u", "-L", &name, "-f", "/dev/null"]).args(arguments);
        command.env("LANG", "C.UTF-8").env("LC_ALL", "C.UTF-8").env_remove("TMUX");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let program = format!("{} --lang vi {}", env!("CARGO_BIN_EXE_chitieu"), path.display());
    tmux(&["new-session", "-d", "-x", "80", "-y", "24", &program]);
    let end = Instant::now() + Duration::from_secs(20);
    while !tmux(&["capture-pane", "-p"]).contains("q thoát") {
        assert!(Instant::now() < end, "{}", tmux(&["capture-pane", "-p"]));
        std::thread::sleep(Duration::from_millis(20));
    }
    for _ in 0..NAMES.len() * 2 {
        let screen = tmux(&["capture-pane", "-p"]);
        assert_straight(&screen, 80);
        tmux(&["send-keys", "j"]);
        std::thread::sleep(Duration::from_millis(60));
    }
    tmux(&["send-keys", "q"]);
    tmux(&["kill-server"]);
}
