//! Byte budgets for a slow connection: what key presses cost at 80x24, the usual size over SSH, and in large windows.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::session::Session;

/// Returns the number of bytes that each of some keys costs.
fn costs(session: &mut Session, keys: &[&str]) -> Vec<usize> {
    let cost = |key: &&str| {
        let before = session.raw.len();
        session.send(key).settle_after_output();
        session.raw.len() - before
    };
    keys.iter().map(cost).collect()
}

fn median(mut costs: Vec<usize>) -> usize {
    costs.sort_unstable();
    costs[costs.len() / 2]
}

fn started() -> Session {
    let mut session = Session::start(&[], 80, 24);
    session.expect("q thoát");
    session
}

#[test]
fn budget_of_a_move_in_a_list() {
    let mut session = started();
    session.send("g").expect("thang 0–160 %");
    let overview = costs(&mut session, &["j"; 23]);
    session.send("\x1bhh").expect("Mục");
    assert!(median(overview.clone()) <= 200, "{overview:?}");
    session.send("s").expect("Sắp xếp theo");
    let picker = costs(&mut session, &["j"; 3]);
    assert!(median(picker.clone()) <= 200, "{picker:?}");
}

#[test]
fn budget_of_a_move_that_changes_the_detail() {
    // At 120 columns most lines of the detail are half a sentence, and each is a movement of the cursor more.
    for (columns, rows, most) in [(80, 24, 600), (120, 36, 640), (200, 60, 600)] {
        let mut session = Session::start(&[], columns, rows);
        session.expect("q thoát").settle();
        let costs = costs(&mut session, &["j"; 23]);
        assert!(median(costs.clone()) <= most, "{columns}x{rows}: {costs:?}");
    }
}

/// A table of twenty indicators over five years, with plans.
fn five_years() -> String {
    let years = 2021..=2025_i64;
    let columns: Vec<String> = years.clone().map(|year| format!("KH {year};TH {year}")).collect();
    let mut table = format!("TT;Chỉ tiêu;ĐVT;{}\n", columns.join(";"));
    for row in 1..=20 {
        let cells = years.clone().map(|year| {
            let plan = 900 + row * 731 + (year - 2020) * 53;
            format!("{plan};{}", plan + (row * 37 + year * 11) % 190 - 95)
        });
        let cells: Vec<String> = cells.collect();
        writeln!(table, "{row};Sản phẩm chủ lực thứ {row} của tỉnh;tấn;{}", cells.join(";"))
            .unwrap();
    }
    table
}

#[test]
fn budget_of_a_move_that_changes_a_chart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("nam-nam.csv");
    fs::write(&file, five_years()).unwrap();
    // Without a chart at 80x24; at the other sizes each step draws a new one, and a new table below it.
    for (columns, rows, most) in [(80, 24, 600), (120, 36, 1_400), (200, 60, 1_400)] {
        let mut session = Session::start(&[file.to_str().unwrap()], columns, rows);
        session.expect("q thoát").settle();
        let costs = costs(&mut session, &["j"; 19]);
        assert!(median(costs.clone()) <= most, "{columns}x{rows}: {costs:?}");
        // One that scrolls the list as well.
        assert!(costs.iter().all(|cost| *cost <= 2_560), "{columns}x{rows}: {costs:?}");
    }
}

/// Tables of sixty districts with ten indicators, one for each of three years.
fn districts(folder: &Path) -> Vec<String> {
    const NAMES: [&str; 10] = [
        "Dân số trung bình (nghìn người)",
        "Diện tích gieo trồng lúa (ha)",
        "Sản lượng lương thực (tấn)",
        "Số hộ nghèo (hộ)",
        "Đàn trâu (con)",
        "Đàn bò (con)",
        "Đàn lợn (con)",
        "Số trường học (trường)",
        "Số học sinh phổ thông (học sinh)",
        "Số giường bệnh (giường)",
    ];
    let of_year = |year: u64| {
        let mut table =
            format!("KẾT QUẢ THỰC HIỆN CỦA CÁC HUYỆN NĂM {year}\nHuyện;{}", NAMES.join(";"));
        for district in 1..=60 {
            write!(table, "\nHuyện A{district:02}").unwrap();
            for at in 0..10_u32 {
                let of_one = 7 + (district * 37 + u64::from(at) * 11 + year * 13) % 89;
                write!(table, ";{}", of_one * 10_u64.pow(at % 5)).unwrap();
            }
        }
        let file = folder.join(format!("huyen-{year}.csv"));
        fs::write(&file, table + "\n").unwrap();
        file.to_str().unwrap().to_owned()
    };
    (2022..=2024).map(of_year).collect()
}

/// A table of ten indicators in twelve months, with the plan of the year.
fn months(folder: &Path) -> Vec<String> {
    let columns: Vec<String> = (1..=12).map(|month| format!("TH tháng {month}")).collect();
    let mut table = format!(
        "KẾT QUẢ THEO THÁNG NĂM 2024 TỈNH BẮC KẠN\nChỉ tiêu;ĐVT;KH năm 2024;{}\n",
        columns.join(";")
    );
    for row in 1..=10_u32 {
        let scale = 10_u32.pow(row % 4);
        let cells = (1..=12).map(|month| ((row * 7 + month * 31) % 23 + 20) * scale);
        let cells: Vec<String> = cells.map(|cell| cell.to_string()).collect();
        writeln!(table, "Sản phẩm thứ {row};tấn;{};{}", 400 * scale, cells.join(";")).unwrap();
    }
    let file = folder.join("thang.csv");
    fs::write(&file, table).unwrap();
    vec![file.to_str().unwrap().to_owned()]
}

#[test]
fn budget_of_a_step_with_a_chart_a_table_and_places() {
    let folder = tempfile::tempdir().unwrap();
    for files in [districts(folder.path()), months(folder.path())] {
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        for (columns, rows) in [(120, 36), (200, 60)] {
            for (open, key) in [("", "j"), ("", "["), ("v\t", "j")] {
                let mut session = Session::start(&files, columns, rows);
                session.expect("q thoát").settle();
                session.send(open).settle();
                let costs = costs(&mut session, &[key; 7]);
                let at = format!("{open:?} {key} {columns}x{rows}: {costs:?}");
                assert!(median(costs) <= 2_560, "{at}");
            }
        }
    }
}

#[test]
fn budget_of_any_change_of_view() {
    let mut session = started();
    let first = session.raw.len();
    let views = [
        "g", "\x1b", "?", "\x1b", "s", "\x1b", "f", "\x1b", "/", "h", "\x1b", "\t", "\t", "\t",
        "L", "L", "t", "t", "t", "t", "G", "g", "G", "?",
    ];
    let costs: BTreeMap<usize, &str> = costs(&mut session, &views).into_iter().zip(views).collect();
    let (most, key) = costs.last_key_value().unwrap();
    assert!(*most <= 2_560, "{key:?} costs {most}");
    assert!(first <= 3_072, "the first frame costs {first}");
}

#[test]
fn writes_nothing_while_idle_and_one_frame_for_a_burst() {
    let mut session = started();
    session.settle();
    let before = session.raw.len();
    // A key without effect writes nothing.
    session.send("\x1b[I\x1b[O").settle();
    assert_eq!(session.raw.len(), before);
    session.send(&"jk".repeat(500)).settle();
    let burst = session.raw.len() - before;
    assert!(burst < 10_000, "{burst} bytes for a thousand keys in one burst");
}

#[cfg(target_os = "linux")]
#[test]
fn sleeps_while_idle() {
    let mut session = started();
    session.settle();
    let pid = session.child.process_id().unwrap();
    let switches = || {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
        let line =
            |name: &str| status.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
        (line("voluntary_ctxt_switches"), line("Threads"))
    };
    let before = switches();
    assert!(before.1.ends_with("\t1"), "{before:?}");
    std::thread::sleep(std::time::Duration::from_secs(10));
    assert_eq!(switches(), before);
}

#[test]
fn shows_many_cells_at_once() {
    let mut session = started();
    let mark = session.raw.len();
    session.send("g").expect("thang 0–160 %").settle();
    let frame = String::from_utf8_lossy(&session.raw[mark..]).into_owned();
    assert!(frame.starts_with("\x1b[?2026h") && frame.ends_with("\x1b[?2026l"), "{frame:?}");
}

#[test]
fn never_queries_the_terminal() {
    let mut session = started();
    session.send("g?\x1b/ho ngheo\x1bts\x1bq");
    session.wait();
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    // Device status, attributes, colours, modes, names, sizes.
    for question in ["n", "c", "$p", "q", "t", "x", "?u"] {
        let asked = raw.split("\x1b[").skip(1).any(|sequence| {
            let end = sequence.find(|c: char| ('@'..='~').contains(&c)).unwrap_or(0);
            sequence[..=end].ends_with(question)
        });
        assert!(!asked, "CSI {question}");
    }
    assert!(!raw.contains("\x1b]") && !raw.contains("\x1bP") && !raw.contains('\x05'));
}
