//! Standard input that is not named, options before the command, colour, and errors in the user's language,
//! with the real binary.

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

/// Runs the program with a file on standard input. Returns standard output, standard error and the exit
/// status.
fn from_file(arguments: &[&str], name: &str, text: &str) -> (String, String, Option<i32>) {
    output(chitieu(arguments).stdin(File::open(file(name, text)).unwrap()))
}

/// Runs the program with text that arrives through a pipe after a delay.
fn piped(arguments: &[&str], text: &str, delay: Duration) -> (String, String, Option<i32>) {
    let mut command = chitieu(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    std::thread::sleep(delay);
    // The program may have ended without reading its input.
    let _ = input.write_all(text.as_bytes());
    drop(input);
    let Output { stdout, stderr, status } = child.wait_with_output().unwrap();
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code())
}

/// Asserts that the program failed with status 2 and printed nothing; returns its error.
fn error_message(arguments: &[&str]) -> String {
    let (stdout, stderr, code) = output(&mut chitieu(arguments));
    assert_eq!((stdout.as_str(), code), ("", Some(2)), "{stderr}");
    assert!(stderr.starts_with("chitieu: "), "{stderr}");
    stderr
}

#[test]
fn reads_a_file_or_a_pipe_on_standard_input() {
    for arguments in [&[][..], &["list"], &["search", "tram y te"], &["--lang", "vi", "list"]] {
        let (text, message, code) = from_file(arguments, "input-file.csv", TABLE);
        assert!(text.contains("Số trạm y tế xã") && !text.contains("Trồng rừng mới"), "{text}");
        assert_eq!((message.as_str(), code), ("", Some(0)));
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
fn uses_the_embedded_dataset_without_data_on_standard_input() {
    let (wanted, message, _) = output(&mut chitieu(&["list"]));
    assert!(wanted.contains("Trồng rừng mới") && message.is_empty());
    for arguments in [&[][..], &["list"]] {
        let (text, message, code) = piped(arguments, "", Duration::ZERO);
        assert_eq!((text, code), (wanted.clone(), Some(0)));
        assert_eq!(
            message,
            "chitieu: đầu vào chuẩn không có dữ liệu; đây là số liệu kèm theo chương trình (Bắc Kạn, năm 2024)\n"
        );
    }
    let (_, message, _) = piped(&["show", "papi", "--lang", "en"], "", Duration::ZERO);
    assert!(message.contains("standard input has no data"), "{message}");
    assert!(piped(&["--restricted"], "", Duration::ZERO).1.is_empty());
    for arguments in [&["check"][..], &["convert"]] {
        let (_, message, _) = piped(arguments, "", Duration::ZERO);
        assert!(!message.contains("kèm theo") && message.contains("thiếu <FILE>"), "{message}");
    }
    let closed = format!("{} list <&-", env!("CARGO_BIN_EXE_chitieu"));
    let closed = output(Command::new("sh").args(["-c", &closed]).env("LANG", "vi_VN.UTF-8"));
    assert_eq!((closed.0, closed.1.as_str()), (wanted.clone(), ""));
    let directory = File::open(env!("CARGO_TARGET_TMPDIR")).unwrap();
    assert_eq!(output(chitieu(&["list"]).stdin(directory)).0, wanted);
    for arguments in [&["check"][..], &["convert"]] {
        assert!(error_message(arguments).contains("thiếu <FILE>"), "{arguments:?}");
    }
}

#[test]
fn a_named_file_has_priority_over_standard_input() {
    let other = file("named.csv", &TABLE.replace("Đường xe buýt", "Cầu treo"));
    for arguments in [&["list", other.to_str().unwrap()], &["--data", other.to_str().unwrap()]] {
        let (text, _, _) = from_file(arguments, "beside.csv", TABLE);
        assert!(text.contains("Cầu treo") && !text.contains("Đường xe buýt"), "{text}");
    }
}

#[test]
fn a_silent_pipe_is_not_waited_for_long() {
    let start = Instant::now();
    let (text, message, code) = piped_open(&["list"]);
    assert!(text.contains("Trồng rừng mới") && code == Some(0), "{text}");
    assert!(message.starts_with("chitieu: ") && message.contains("`-`"), "{message}");
    assert!(start.elapsed() < Duration::from_secs(20));
}

/// Runs the program with a pipe that stays open and silent.
fn piped_open(arguments: &[&str]) -> (String, String, Option<i32>) {
    let mut command = chitieu(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let open_stdin = child.stdin.take();
    let Output { stdout, stderr, status } = child.wait_with_output().unwrap();
    drop(open_stdin);
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code())
}

#[test]
fn restricted_mode_ignores_standard_input() {
    let (text, _, code) = piped(&["--restricted"], TABLE, Duration::ZERO);
    assert!(text.contains("Trồng rừng mới") && code == Some(0), "{text}");
}

#[test]
fn reports_that_standard_input_was_read_when_it_is_no_dataset() {
    for text in ["", "papi\t1\t2\n"] {
        let (stdout, message, code) = from_file(&["list"], "no-dataset", text);
        assert_eq!((stdout.as_str(), code), ("", Some(2)), "{message}");
        assert!(message.contains("< /dev/null"), "{message}");
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
fn accepts_files_as_arguments_and_as_options() {
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
fn follows_no_color_and_force_color() {
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
        (&["show", "papy"], "mang mã hay tên `papy`; ý bạn là `papi` (", "name `papy`"),
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
        let message = error_message(arguments);
        assert!(message.contains(vietnamese), "{message}");
        let message = error_message(&[arguments, &["--lang", "en"]].concat());
        assert!(message.contains(english) && !message.contains("không"), "{message}");
    }
}

/// Writes a workbook with two sheets, the second of which can be hidden, and with hidden rows and columns in
/// the first. Returns its path.
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
fn every_command_reports_hidden_sheets_rows_and_columns() {
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
        let (text, message, code) = output(&mut chitieu(arguments));
        assert!(!text.is_empty() && code == Some(0), "{message}");
        assert_eq!(message, vietnamese, "{arguments:?}");
        let (_, message, _) = output(&mut chitieu(&[arguments, &["--lang", "en"]].concat()));
        assert_eq!(message, english, "{arguments:?}");
    }
    let one = workbook("an-mot-hang.xlsx", &[3], &[], false);
    let said = output(&mut chitieu(&["list", "--lang", "en", "--sheet", "Biểu 1", &one])).1;
    assert!(said.contains("1 hidden row of ") && said.ends_with("lists it\n"), "{said}");
    let none = workbook("khong-an.xlsx", &[], &[], false);
    assert_eq!(output(&mut chitieu(&["list", &none])).1, "");
}

#[test]
fn reports_a_file_at_the_end_of_a_query() {
    let path = file("ngheo.csv", TABLE);
    let mut command = chitieu(&["search", "ho ngheo", "ngheo.csv"]);
    let (_, message, _) = output(command.current_dir(path.parent().unwrap()));
    let hint = "chitieu: “ngheo.csv” là một tệp; để tìm trong tệp hãy dùng --data ngheo.csv\n";
    assert!(message.starts_with(hint), "{message}");
    for arguments in [&["search", "papi"][..], &["search", "tram y te", "--data", "ngheo.csv"]] {
        let mut command = chitieu(arguments);
        let (_, message, code) = output(command.current_dir(path.parent().unwrap()));
        assert_eq!((message.as_str(), code), ("", Some(0)));
    }
}

#[test]
fn reports_a_list_without_indicators() {
    let path = file("khong-dang-thuc-hien.csv", TABLE);
    let path = path.to_str().unwrap();
    let arguments = ["list", "--status", "in_progress", path];
    let (text, message, code) = output(&mut chitieu(&arguments));
    assert_eq!((text.as_str(), code), ("", Some(0)));
    assert_eq!(message, "chitieu: không có chỉ tiêu nào “đang thực hiện”\n");
    let english = [&arguments[..], &["--lang", "en", "--format", "json"]].concat();
    let (text, message, code) = output(&mut chitieu(&english));
    assert_eq!((text.as_str(), code), ("[]\n", Some(0)));
    assert_eq!(message, "chitieu: no indicator is “in progress”\n");
    let within = ["list", "--status", "in_progress", "--section", "kinh te"];
    let (_, message, _) = output(&mut chitieu(&within));
    assert!(message.is_empty() || message.contains(" trong mục “kinh te”"), "{message}");
    assert_eq!(output(&mut chitieu(&["list", "--status", "met"])).1, "");
}

#[cfg(feature = "serve")]
#[test]
fn ignores_a_relative_state_directory() {
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

#[test]
fn check_does_not_call_a_missing_file_right() {
    let (stdout, stderr, status) = output(&mut chitieu(&["check", "--lang", "en", "khong-co.csv"]));
    assert_eq!((status, stdout.as_str()), (Some(2), ""));
    assert!(stderr.contains("cannot read khong-co.csv"), "{stderr}");
}

#[test]
fn a_searched_query_may_have_filters() {
    let found = |query: &[&str]| {
        let mut arguments = vec!["search", "--format", "id", "--limit", "50"];
        arguments.extend(query);
        output(&mut chitieu(&arguments))
    };
    let (all, _, status) = found(&["tt:vuot"]);
    assert_eq!(status, Some(0));
    assert!(all.lines().any(|id| id == "trong-rung-moi"), "{all}");
    let (some, ..) = found(&["rung", "kh>=100"]);
    assert_eq!(some.lines().next(), Some("trong-rung-moi"));
    let (none, _, status) = found(&["rung", "kh<50"]);
    assert_eq!((none.as_str(), status), ("", Some(1)));
    for query in ["tt:xyz", "tt:", "kh<abc"] {
        let (out, error, status) = found(&["rung", query]);
        assert_eq!((out.as_str(), status), ("", Some(2)), "{query}");
        assert!(error.contains(query), "{error}");
    }
    let (out, error, status) = found(&["rung", "abc:def"]);
    assert!(error.contains("không phải bộ lọc") && status.is_some(), "{out}{error}");
}

#[test]
fn in_lines_of_words_a_key_a_number_and_a_query_select() {
    let table = file("plain.csv", TABLE);
    let table = table.to_str().unwrap();
    let typed = "j\nj\n1\n9\n/tram y te\n/khong co gi\ni\nzz\nq\nj\n";
    let (said, errors, status) = piped(&["--plain", table], typed, Duration::ZERO);
    assert_eq!((errors.as_str(), status), ("", Some(0)));
    let lines: Vec<&str> = said.lines().collect();
    let starts = [
        "Enter hoặc j: chỉ tiêu sau.",
        "1/2. Số trạm y tế xã: 14 trạm; Kế hoạch: 12 trạm",
        "2/2. Đường xe buýt: 75 km",
        "Không còn chỉ tiêu nào nữa.",
        "2/2. Đường xe buýt",
        "1/2. Số trạm",
        "Chỉ có chỉ tiêu từ 1 đến 2.",
        "1/2. Số trạm",
        "Không tìm thấy chỉ tiêu nào cho “khong co gi”.",
        "Số trạm y tế xã",
        "Kế hoạch: 12 trạm",
    ];
    for (line, start) in lines.iter().zip(starts) {
        assert!(line.starts_with(start), "{start}: {line}\n{said}");
    }
    assert!(lines.last().unwrap().starts_with("“zz” không phải phím nào."), "{said}");
    let (said, ..) = piped(&["--plain", "--lang", "en", "--ascii", table], "q\n", Duration::ZERO);
    assert!(said.is_ascii() && said.contains("1/2. So tram y te xa: 14 tram; Plan: 12"), "{said}");
}

/// The fields of an indicator that its source gives, and its status.
fn published(list: &str) -> Vec<Vec<serde_json::Value>> {
    const FIELDS: [&str; 21] = [
        "section",
        "name",
        "unit",
        "place",
        "period",
        "actual",
        "actual_text",
        "estimate",
        "better",
        "plan_value",
        "plan_percent",
        "verdict",
        "status",
        "changes",
        "ranks",
        "plan_text",
        "plan_period",
        "scale",
        "count",
        "reference",
        "note",
    ];
    let all: Vec<serde_json::Value> = serde_json::from_str(list).unwrap();
    all.iter().map(|one| FIELDS.iter().map(|field| one[field].clone()).collect()).collect()
}

#[test]
fn the_csv_of_list_is_read_back() {
    let tables = [
        "KẾT QUẢ NĂM 2023\nChỉ tiêu;ĐVT;KH;TH;TH/KH (%);Đánh giá\nSố trạm y tế xã;trạm;12;14;116,7;Vượt\n\
         Đường xe buýt;km;80;75,5;94,4;Không đạt\nTrồng rừng;ha;;ước 120;;\n",
        "Xã;Số hộ nghèo (hộ);Điểm thi đua;Xếp hạng thi đua\nXã Hà Hiệu;41;88,5;2\nXã Chu Hương;66;91;1\n",
        "KẾT QUẢ 9 THÁNG NĂM 2023\nChỉ tiêu;ĐVT;KH năm 2023;TH 9 tháng;So với cùng kỳ (%);So với tháng trước (%);Ghi chú\n\
         Số lượt khám bệnh;lượt;9.000;7.150;104,5;-;Chưa kể xã mới\nĐiện lưới;xã;12/14 xã;13/14 xã;;98,2;\n",
    ];
    for (at, table) in tables.iter().enumerate() {
        let source = file(&format!("listed-{at}.csv"), table);
        let source = source.to_str().unwrap();
        let list = |source: &str, format: &str| {
            output(&mut chitieu(&["list", source, "--format", format])).0
        };
        let copy = file(&format!("listed-{at}-copy.csv"), &list(source, "csv"));
        let copy = copy.to_str().unwrap();
        let (own, read) = (published(&list(source, "json")), published(&list(copy, "json")));
        assert_eq!(own, read);
        assert!(!own.is_empty());
        assert_eq!(output(&mut chitieu(&["check", copy])).2, Some(0));
    }
    // Counts, ranks with totals, scales, words of plans and references. The table has neither quotes nor among whom and
    // since when a rank is.
    let copy = file("embedded.csv", &output(&mut chitieu(&["list", "--format", "csv"])).0);
    let read = output(&mut chitieu(&["list", copy.to_str().unwrap(), "--format", "json"])).0;
    let own = output(&mut chitieu(&["list", "--format", "json"])).0;
    let without_losses = |list: &str| {
        let mut all: serde_json::Value = serde_json::from_str(list).unwrap();
        for one in all.as_array_mut().unwrap() {
            for rank in one["ranks"].as_array_mut().unwrap() {
                (rank["among"], rank["since"]) = Default::default();
            }
            if let Some(reference) = one["reference"].as_object_mut() {
                reference.insert("quote".to_owned(), serde_json::Value::Null);
            }
        }
        published(&all.to_string())
    };
    assert_eq!(without_losses(&own), without_losses(&read));
}

#[test]
fn a_cell_that_list_does_not_print_is_an_error_with_its_line() {
    let listed = output(&mut chitieu(&["list", "--format", "csv"])).0;
    for (column, right, wrong) in
        [("changes", "16.7 percent (", "khoảng 16.7 percent ("), ("ranks", "22/63", "thứ 22")]
    {
        let line = 1 + listed.lines().position(|line| line.contains(right)).unwrap();
        let damaged = file(&format!("{column}.csv"), &listed.replacen(right, wrong, 1));
        let (text, stderr, code) = output(&mut chitieu(&["check", damaged.to_str().unwrap()]));
        assert_eq!((stderr.as_str(), code), ("", Some(2)), "{text}");
        assert!(text.contains(&format!("{column}.csv:{line}")), "{text}");
        assert!(text.contains(&format!("cột `{column}`")) && text.contains(wrong), "{text}");
    }
}

#[test]
fn a_file_that_is_not_there_is_a_finding_for_programs() {
    let (json, stderr, code) =
        output(&mut chitieu(&["check", "--format", "json", "no-such-file.csv"]));
    assert_eq!((stderr.as_str(), code), ("", Some(2)));
    let found: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert_eq!((found[0]["rule"].as_str(), found.len()), (Some("cannot-read"), 1));
    assert_eq!(found[0]["file"], "no-such-file.csv");
    let (text, stderr, _) = output(&mut chitieu(&["check", "no-such-file.csv"]));
    assert_eq!(text, "");
    assert!(stderr.starts_with("chitieu: "), "{stderr}");
}

#[test]
fn a_limit_that_is_too_small_says_the_least_one() {
    assert!(error_message(&["search", "--limit", "0", "a"]).contains("phải từ 1"));
    assert!(error_message(&["--lang", "en", "search", "--limit", "0", "a"]).contains("at least 1"));
}

#[test]
fn force_colour_may_be_off() {
    let source = file("colour-off.csv", TABLE);
    for off in ["0", "false"] {
        let mut command = chitieu(&["list", source.to_str().unwrap()]);
        assert!(!output(command.env("FORCE_COLOR", off)).0.contains('\x1b'), "{off}");
    }
}

#[test]
fn an_indicator_of_many_places_is_found_once() {
    let rows = "Huyện;Dân số (người);Tỷ lệ hộ nghèo (%);Kế hoạch tỷ lệ hộ nghèo (%)\nNa Rì;39.000;18,2;19\nBa Bể;47.000;21;20\nNgân Sơn;29.000;24;22\n";
    let table = file("cac-huyen.csv", rows);
    let table = table.to_str().unwrap();
    let found = |query: &[&str]| {
        let mut arguments = vec!["search", "--data", table];
        arguments.extend(query);
        output(&mut chitieu(&arguments)).0
    };
    let once = found(&["dan so"]);
    assert!(once.lines().count() == 1 && once.contains("Na Rì (và 2 nơi nữa)"), "{once}");
    assert_eq!(found(&["dan so", "--format", "id"]), "dan-so\n");
    // A place or a figure that is asked for distinguishes the places.
    let here = found(&["dan so", "--place", "Ba Bể"]);
    assert!(here.contains("47.000") && !here.contains("nơi nữa"), "{here}");
    let over = found(&["ngheo", "tt:khong-dat"]);
    assert_eq!(
        over.lines().filter(|line| line.contains("Ba Bể") || line.contains("Ngân Sơn")).count(),
        2,
        "{over}"
    );
}
