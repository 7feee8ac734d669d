//! Standard input without a name, options before the command, colour, and errors in the user's language: the
//! real binary.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use rust_xlsxwriter::Workbook;

const BOOK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/tables/thu-ngan-sach.xlsx");
const TABLE: &str = "Chỉ tiêu;ĐVT;KH;TH\nSố trạm y tế xã;trạm;12;14\nĐường xe buýt;km;80;75\n";

fn chitieu(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    for name in ["LC_ALL", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR"] {
        command.env_remove(name);
    }
    command.args(arguments).env("LANG", "vi_VN.UTF-8").env("TERM", "xterm").stdin(Stdio::null());
    command
}

fn output(command: &mut Command) -> (String, String, Option<i32>) {
    let Output { stdout, stderr, status } = command.output().unwrap();
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code())
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

/// With a table as a file on standard input.
fn from_file(arguments: &[&str], name: &str, text: &str) -> (String, String, Option<i32>) {
    output(chitieu(arguments).stdin(File::open(file(name, text)).unwrap()))
}

/// With text through a pipe on standard input, after a while.
fn piped(arguments: &[&str], text: &str, after: Duration) -> (String, String, Option<i32>) {
    let mut command = chitieu(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    std::thread::sleep(after);
    // A program that does not read its input may be gone by now.
    let _ = input.write_all(text.as_bytes());
    drop(input);
    let Output { stdout, stderr, status } = child.wait_with_output().unwrap();
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code())
}

/// Complains on standard error, prints nothing, exits 2.
fn complaint(arguments: &[&str]) -> String {
    let (stdout, stderr, code) = output(&mut chitieu(arguments));
    assert_eq!((stdout.as_str(), code), ("", Some(2)), "{stderr}");
    assert!(stderr.starts_with("chitieu: "), "{stderr}");
    stderr
}

#[test]
fn a_file_or_a_pipe_on_standard_input_is_read() {
    for arguments in [&[][..], &["list"], &["search", "tram y te"], &["--lang", "vi", "list"]] {
        let (text, said, code) = from_file(arguments, "input-file.csv", TABLE);
        assert!(text.contains("Số trạm y tế xã") && !text.contains("Trồng rừng mới"), "{text}");
        assert_eq!((said.as_str(), code), ("", Some(0)));
        assert_eq!(piped(arguments, TABLE, Duration::ZERO).0, text, "{arguments:?}");
    }
    assert!(piped(&["list"], TABLE, Duration::from_millis(800)).0.contains("Số trạm y tế xã"));
    let (json, _, _) = piped(&["convert", "--to", "json"], TABLE, Duration::ZERO);
    assert!(json.contains("\"Đường xe buýt\""), "{json}");
    let (text, _, _) = piped(&["check"], TABLE, Duration::ZERO);
    assert!(text.contains("-:1:"), "{text}");
    let (text, _, _) = piped(&["show", "duong-xe-buyt"], TABLE, Duration::ZERO);
    assert!(text.contains("75 km"), "{text}");
    let (text, _, code) = piped(&["search", "--queries", "-"], "papi\n", Duration::ZERO);
    assert!(text.contains("\"id\":\"papi\"") && code == Some(0), "these are queries: {text}");
}

#[test]
fn without_data_on_standard_input_the_embedded_dataset_stays() {
    let (wanted, said, _) = output(&mut chitieu(&["list"]));
    assert!(wanted.contains("Trồng rừng mới") && said.is_empty());
    for arguments in [&[][..], &["list"]] {
        let (text, said, code) = piped(arguments, "", Duration::ZERO);
        assert_eq!((text, code), (wanted.clone(), Some(0)));
        assert_eq!(
            said,
            "chitieu: đầu vào chuẩn không có dữ liệu; đây là số liệu kèm theo chương trình (Bắc Kạn, năm 2024)\n"
        );
    }
    let (_, said, _) = piped(&["show", "papi", "--lang", "en"], "", Duration::ZERO);
    assert!(said.contains("standard input has no data"), "{said}");
    assert!(piped(&["--restricted"], "", Duration::ZERO).1.is_empty());
    for arguments in [&["check"][..], &["convert"]] {
        let (_, said, _) = piped(arguments, "", Duration::ZERO);
        assert!(!said.contains("kèm theo") && said.contains("thiếu <FILE>"), "{said}");
    }
    let closed = format!("{} list <&-", env!("CARGO_BIN_EXE_chitieu"));
    let closed = output(Command::new("sh").args(["-c", &closed]).env("LANG", "vi_VN.UTF-8"));
    assert_eq!((closed.0, closed.1.as_str()), (wanted.clone(), ""));
    let directory = File::open(env!("CARGO_TARGET_TMPDIR")).unwrap();
    assert_eq!(output(chitieu(&["list"]).stdin(directory)).0, wanted);
    for arguments in [&["check"][..], &["convert"]] {
        assert!(complaint(arguments).contains("thiếu <FILE>"), "{arguments:?}");
    }
}

#[test]
fn a_named_file_comes_before_standard_input() {
    let other = file("named.csv", &TABLE.replace("Đường xe buýt", "Cầu treo"));
    for arguments in [&["list", other.to_str().unwrap()], &["--data", other.to_str().unwrap()]] {
        let (text, _, _) = from_file(arguments, "beside.csv", TABLE);
        assert!(text.contains("Cầu treo") && !text.contains("Đường xe buýt"), "{text}");
    }
}

#[test]
fn an_open_pipe_through_which_nothing_comes_does_not_hold_up() {
    let begun = Instant::now();
    let (text, said, code) = piped_open(&["list"]);
    assert!(text.contains("Trồng rừng mới") && code == Some(0), "{text}");
    assert!(said.starts_with("chitieu: ") && said.contains("`-`"), "{said}");
    assert!(begun.elapsed() < Duration::from_secs(20));
}

/// With a pipe that stays open and silent.
fn piped_open(arguments: &[&str]) -> (String, String, Option<i32>) {
    let mut command = chitieu(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let held = child.stdin.take();
    let Output { stdout, stderr, status } = child.wait_with_output().unwrap();
    drop(held);
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code())
}

#[test]
fn a_guest_is_not_shown_what_the_guest_sends() {
    let (text, _, code) = piped(&["--restricted"], TABLE, Duration::ZERO);
    assert!(text.contains("Trồng rừng mới") && code == Some(0), "{text}");
}

#[test]
fn an_unnamed_input_that_is_no_dataset_is_said_to_be_read() {
    for text in ["", "papi\t1\t2\n"] {
        let (stdout, said, code) = from_file(&["list"], "no-dataset", text);
        assert_eq!((stdout.as_str(), code), ("", Some(2)), "{said}");
        assert!(said.contains("< /dev/null"), "{said}");
    }
}

#[test]
fn options_work_before_and_after_the_command() {
    let list = output(&mut chitieu(&["list", "--lang", "en", "--format", "json"]));
    for arguments in [
        &["--lang", "en", "--format", "json", "list"][..],
        &["--format=json", "list", "--lang=en"],
        &["--lang", "en", "list", "--format", "json"],
    ] {
        assert_eq!(output(&mut chitieu(arguments)), list, "{arguments:?}");
    }
    let ids = output(&mut chitieu(&["--limit", "1", "--format", "id", "search", "papi"])).0;
    assert_eq!(ids, "papi\n");
}

#[test]
fn data_is_named_either_way() {
    let path = file("either-way.csv", TABLE);
    let path = path.to_str().unwrap();
    let shown = output(&mut chitieu(&["show", "duong-xe-buyt", path]));
    assert!(shown.0.contains("75 km"), "{shown:?}");
    for arguments in [
        ["show", "duong-xe-buyt", "--data", path],
        ["show", "--data", path, "duong-xe-buyt"],
        ["--data", path, "show", "duong-xe-buyt"],
    ] {
        assert_eq!(output(&mut chitieu(&arguments)), shown, "{arguments:?}");
    }
    let found = output(&mut chitieu(&["search", "xe", "buyt", "--data", path]));
    assert!(found.0.contains("Đường xe buýt"), "{found:?}");
    assert_eq!(output(&mut chitieu(&["--data", path, "search", "xe", "buyt"])), found);
    assert_eq!(
        output(&mut chitieu(&["list", "--data", path])),
        output(&mut chitieu(&["list", path]))
    );
}

#[test]
fn colour_is_forced_and_forbidden_by_the_known_variables() {
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        output(chitieu(arguments).envs(variables.iter().copied())).0.contains('\u{1b}')
    };
    assert!(!coloured(&["list"], &[]));
    assert!(coloured(&["list"], &[("CLICOLOR_FORCE", "1")]));
    assert!(coloured(&["list"], &[("FORCE_COLOR", "1")]));
    assert!(!coloured(&["list"], &[("CLICOLOR_FORCE", "0")]));
    assert!(!coloured(&["list"], &[("FORCE_COLOR", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured(&["list", "--color", "never"], &[("FORCE_COLOR", "1")]));
    assert!(coloured(&["list", "--color", "always"], &[("NO_COLOR", "1")]));
}

#[test]
fn errors_are_in_the_users_language() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("errors");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("thu-chi.csv"), TABLE).unwrap();
    let missing = folder.join("thu-chj.csv");
    let missing = missing.to_str().unwrap();
    for (arguments, vietnamese, english) in [
        (&["list", missing][..], "không có tệp này; ý bạn là `", "did you mean `"),
        (&["show", "papy"], "không có chỉ tiêu nào mang mã `papy`; ý bạn là `papi`?", "id `papy`"),
        (
            &["list", "--fromat", "x"],
            "không có tham số `--fromat`; ý bạn là `--format`?",
            "there is",
        ),
        (&["list", "--section", "zz"], "không có mục nào tên “zz”; hiện có", "no section “zz”"),
        (&["search"], "thiếu <QUERY>...; xem `chitieu --help`", "is missing; see `chitieu --help`"),
        (&["serch"], "ý bạn là lệnh `search`?", "did you mean the command `search`?"),
        (
            &["list", "--sheet", "Nope", BOOK],
            "không có trang tính “Nope”; hiện có",
            "no sheet “Nope”",
        ),
        (&["list", "-", "-"], "chỉ đọc được một lần", "can be read only once"),
    ] {
        let said = complaint(arguments);
        assert!(said.contains(vietnamese), "{said}");
        let said = complaint(&[arguments, &["--lang", "en"]].concat());
        assert!(said.contains(english) && !said.contains("không"), "{said}");
    }
}

/// A workbook with two sheets, the second of which can be hidden, and some rows and columns of the first.
fn workbook(name: &str, rows: &[u32], columns: &[u16], sheet_is_hidden: bool) -> String {
    let mut workbook = Workbook::new();
    for title in ["Biểu 1", "Nháp"] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(title).unwrap();
        for (column, heading) in (0..).zip(["Chỉ tiêu", "ĐVT", "KH 2024", "TH 2024", "Ghi chú"])
        {
            sheet.write_string(0, column, heading).unwrap();
        }
        for row in 1..=6 {
            sheet.write_string(row, 0, format!("Diện tích vụ {row}")).unwrap();
            sheet.write_string(row, 1, "ha").unwrap();
            sheet.write_number(row, 2, row * 100).unwrap();
            sheet.write_number(row, 3, row * 100 + 20).unwrap();
            sheet.write_string(row, 4, "sơ bộ").unwrap();
        }
    }
    let first = workbook.worksheet_from_index(0).unwrap();
    for row in rows {
        first.set_row_hidden(*row).unwrap();
    }
    for column in columns {
        first.set_column_hidden(*column).unwrap();
    }
    workbook.worksheet_from_index(1).unwrap().set_hidden(sheet_is_hidden);
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    workbook.save(&path).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn what_a_workbook_hides_is_said_by_every_command() {
    let path = workbook("an.xlsx", &[2, 4, 5], &[4], true);
    let path = path.as_str();
    let vietnamese = format!(
        "chitieu: 3 hàng, 1 cột, 1 trang ẩn trong {path} đã bỏ qua; `chitieu check {path}` chỉ ra từng chỗ\n"
    );
    let english = format!(
        "chitieu: 3 hidden rows, 1 hidden column, 1 hidden sheet of {path} were left out; `chitieu check {path}` lists them\n"
    );
    for arguments in [
        &["list", path][..],
        &["search", "dien tich", "--data", path],
        &["show", "dien-tich-vu-1", path],
        &["convert", "--to", "json", path],
    ] {
        let (text, said, code) = output(&mut chitieu(arguments));
        assert!(!text.is_empty() && code == Some(0), "{said}");
        assert_eq!(said, vietnamese, "{arguments:?}");
        let (_, said, _) = output(&mut chitieu(&[arguments, &["--lang", "en"]].concat()));
        assert_eq!(said, english, "{arguments:?}");
    }
    let one = workbook("an-mot-hang.xlsx", &[3], &[], false);
    let said = output(&mut chitieu(&["list", "--lang", "en", "--sheet", "Biểu 1", &one])).1;
    assert!(said.contains("1 hidden row of ") && said.ends_with("lists it\n"), "{said}");
    let none = workbook("khong-an.xlsx", &[], &[], false);
    assert_eq!(output(&mut chitieu(&["list", &none])).1, "");
}

#[test]
fn a_file_at_the_end_of_a_query_is_said_not_to_be_searched() {
    let path = file("ngheo.csv", TABLE);
    let mut command = chitieu(&["search", "ho ngheo", "ngheo.csv"]);
    let (_, said, _) = output(command.current_dir(path.parent().unwrap()));
    let hint = "chitieu: “ngheo.csv” là một tệp; để tìm trong tệp hãy dùng --data ngheo.csv\n";
    assert!(said.starts_with(hint), "{said}");
    for arguments in [&["search", "papi"][..], &["search", "tram y te", "--data", "ngheo.csv"]] {
        let mut command = chitieu(arguments);
        let (_, said, code) = output(command.current_dir(path.parent().unwrap()));
        assert_eq!((said.as_str(), code), ("", Some(0)));
    }
}

#[test]
fn a_list_without_indicators_is_said_to_be_one() {
    let path = file("khong-dang-thuc-hien.csv", TABLE);
    let path = path.to_str().unwrap();
    let arguments = ["list", "--status", "in_progress", path];
    let (text, said, code) = output(&mut chitieu(&arguments));
    assert_eq!((text.as_str(), code), ("", Some(0)));
    assert_eq!(said, "chitieu: không có chỉ tiêu nào “đang thực hiện”\n");
    let english = [&arguments[..], &["--lang", "en", "--format", "json"]].concat();
    let (text, said, code) = output(&mut chitieu(&english));
    assert_eq!((text.as_str(), code), ("[]\n", Some(0)));
    assert_eq!(said, "chitieu: no indicator is “in progress”\n");
    let within = ["list", "--status", "in_progress", "--section", "kinh te"];
    let (_, said, _) = output(&mut chitieu(&within));
    assert!(said.is_empty() || said.contains(" trong mục “kinh te”"), "{said}");
    assert_eq!(output(&mut chitieu(&["list", "--status", "met"])).1, "");
}

#[cfg(feature = "serve")]
#[test]
fn a_relative_state_directory_is_ignored() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("state");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut command = chitieu(&["serve", "--listen", "127.0.0.1:0"]);
    command.current_dir(&folder).env_remove("STATE_DIRECTORY").env("HOME", folder.join("home"));
    let mut server =
        command.env("XDG_STATE_HOME", "relative").stderr(Stdio::piped()).spawn().unwrap();
    let key = folder.join("home/.local/state/chitieu/host_key");
    let end = Instant::now() + Duration::from_secs(30);
    while !key.exists() && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(20));
    }
    server.kill().unwrap();
    server.wait().unwrap();
    assert!(key.exists() && !folder.join("relative").exists());
}
