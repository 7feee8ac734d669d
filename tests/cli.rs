//! The command line, as scripts use it: the real binary, its output, its exit status.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn chitieu(arguments: &[&str]) -> Output {
    with_input(arguments, "")
}

/// With the program's own words in English.
fn english(arguments: &[&str]) -> Output {
    chitieu(&[arguments, &["--lang", "en"]].concat())
}

fn with_input(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_chitieu"))
        .args(arguments)
        .env("LANG", "vi_VN.UTF-8")
        .env_remove("LC_ALL")
        .env_remove("NO_COLOR")
        .stdin(if input.is_empty() { Stdio::null() } else { Stdio::piped() })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    if let Some(mut stdin) = child.stdin.take() {
        // A program that does not read its input may be gone by now.
        let _ = stdin.write_all(input.as_bytes());
    }
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Complains on standard error, prints nothing, exits 2.
fn complaint(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(output.stdout.is_empty());
    let told = stderr(output);
    assert!(told.starts_with("chitieu: "), "{told}");
    told
}

fn list_json(arguments: &[&str]) -> Vec<Value> {
    let output = chitieu(&[&["list", "--format", "json"], arguments].concat());
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn temporary(name: &str, text: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

const SMALL: &str = r#"{"id":"nho","place":"Nhỏ","period":"năm 1","sections":[{"name":"Một","indicators":[
    {"id":"a","name":"Độ che phủ rừng","unit":"%","actual":16.70,"plan":{"low":7.5,"high":8.0}},
    {"id":"b","name":"Nợ | xấu\u001b[2J","actual":"Xuất siêu","better":"lower"}]}]}"#;

#[test]
fn a_list_in_json_says_which_directions_were_inferred() {
    let list = list_json(&[]);
    assert!(list.iter().all(|one| one["better_inferred"].is_boolean()));
    // Fields are added, never renamed.
    assert!(list.iter().all(|one| one["better_inferred"] == one["better_assumed"]));
    assert!(list.iter().any(|one| one["place"] == "Bắc Kạn"));
}

#[test]
fn without_a_terminal_the_list_is_printed() {
    let output = chitieu(&[]);
    assert!(output.status.success());
    assert!(stdout(&output).contains("Trồng rừng mới"));
    assert!(!stdout(&output).contains('\u{1b}'), "no colour in a pipe");
    assert_eq!(output.stdout, chitieu(&["list"]).stdout);
}

#[test]
fn the_json_list_keeps_its_contract() {
    let list = list_json(&[]);
    assert_eq!(list.len(), 24);
    let fields = [
        "id",
        "section",
        "name",
        "unit",
        "actual",
        "actual_text",
        "estimate",
        "better",
        "plan_percent",
        "plan_value",
        "plan_text",
        "verdict",
        "status",
        "changes",
        "scale",
        "rank",
        "ranks",
        "count",
        "note",
        "warnings",
        "dataset",
        "derived",
    ];
    for indicator in &list {
        for field in fields {
            assert!(indicator.get(field).is_some(), "{field} is missing");
        }
    }
    let find = |id: &str| list.iter().find(|i| i["id"] == id).unwrap();
    let retail = find("tong-muc-ban-le");
    assert_eq!(retail["actual"].to_string(), "10120");
    assert_eq!(retail["plan_percent"].to_string(), "120.6");
    assert_eq!(retail["plan_value"], Value::Null);
    assert_eq!(retail["status"], "exceeded");
    assert_eq!(retail["changes"][0]["amount"].to_string(), "16.7");
    assert_eq!(retail["derived"]["previous"].to_string(), "8672");
    let (low, high) = (&retail["derived"]["target"]["low"], &retail["derived"]["target"]["high"]);
    assert_eq!((low.to_string(), high.to_string()), ("8387.4844".into(), "8395.2717".into()));
    let papi = find("papi");
    assert_eq!(papi["rank"]["position"], 22);
    assert_eq!(papi["rank"]["change"], 8);
    assert_eq!(papi["status"], "none");
    assert_eq!(papi["derived"]["previous"].to_string(), "42.44");
    assert_eq!(papi["derived"]["previous_rank"], 30);
    assert_eq!(find("lao-dong-viec-lam")["actual"], Value::Null);
    assert_eq!(find("tot-nghiep-thpt")["verdict"], "vượt kế hoạch đề ra");
}

#[test]
fn published_digits_and_words_survive() {
    let file = temporary("digits.json", SMALL);
    let text = stdout(&chitieu(&["list", "--format", "json", &file]));
    assert!(text.contains("16.70"));
    let list = list_json(&[&file]);
    assert_eq!(list[0]["plan_text"], "7,5–8,0");
    assert_eq!(list[0]["plan_value"], Value::Null);
    assert_eq!(list[0]["status"], "none", "no direction is given");
    assert_eq!(list[1]["actual_text"], "Xuất siêu");
    assert_eq!(list[1]["actual"], Value::Null);
    assert_eq!(list[1]["name"], "Nợ | xấu\u{1b}[2J", "JSON keeps what was read");
}

#[test]
fn no_other_format_lets_data_act() {
    let file = temporary("hostile.json", SMALL);
    for format in ["text", "csv", "md"] {
        let text = stdout(&chitieu(&["list", "--format", format, &file]));
        assert!(text.contains('␛') && !text.contains('\u{1b}'), "{format}: {text}");
    }
    let markdown = stdout(&chitieu(&["list", "--format", "md", &file]));
    assert!(markdown.contains("Nợ \\| xấu"));
    assert!(!stdout(&chitieu(&["show", "b", "--data", &file])).contains('\u{1b}'));
    let told = complaint(&chitieu(&["show", "\u{1b}[31mx\u{202e}", "--data", &file]));
    assert!(!told.contains('\u{1b}') && !told.contains('\u{202e}'), "{told}");
    let told = complaint(&chitieu(&["list", "/no/\u{1b}[31m"]));
    assert!(!told.contains('\u{1b}'), "{told}");
    let told = complaint(&chitieu(&["list", "--\u{1b}[31m"]));
    assert!(!told.contains('\u{1b}'), "{told}");
}

#[test]
fn csv_has_a_row_for_each_indicator() {
    let output = chitieu(&["list", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let headings = reader.headers().unwrap().clone();
    let at = |name: &str| headings.iter().position(|heading| heading == name).unwrap();
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 24);
    let papi = rows.iter().find(|row| &row[0] == "papi").unwrap();
    assert_eq!(&papi[at("ranks")], "22/63 (+8)");
    assert_eq!(&papi[at("changes")], "0.91 points (năm 2022)");
    for (row, object) in rows.iter().zip(list_json(&[])) {
        for field in ["place", "period", "plan_period"] {
            assert_eq!(&row[at(field)], object[field].as_str().unwrap_or_default(), "{field}");
        }
    }
    assert_eq!(&papi[at("place")], "Bắc Kạn");
}

#[test]
fn no_spreadsheet_runs_what_the_csv_list_holds() {
    let text = r#"{"id":"x","place":"x","sections":[{"name":"=1+1","indicators":[
        {"id":"a","name":"- Trong đó","actual":-4.13,"unit":"@x",
         "changes":[{"period":"năm 2023","amount":-2,"unit":"percent"}]}]}]}"#;
    let file = temporary("cong-thuc.json", text);
    let output = chitieu(&["list", "--format", "csv", &file]);
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let row = reader.records().next().unwrap().unwrap();
    assert_eq!([&row[1], &row[2], &row[3], &row[4]], ["'=1+1", "'- Trong đó", "'@x", "-4.13"]);
    assert!(row.iter().any(|cell| cell == "'-2 percent (năm 2023)"), "{row:?}");
}

#[test]
fn text_is_aligned_by_display_width() {
    let text = stdout(&chitieu(&["list", "--section", "kinh te"]));
    let column = |line: &str| {
        let before = line.split(['▲', '✓', '✗']).next().unwrap();
        unicode_width::UnicodeWidthStr::width(before)
    };
    let columns: Vec<_> = text.lines().filter(|l| l.starts_with("  ")).map(column).collect();
    assert_eq!(columns.len(), 7);
    assert!(columns.windows(2).all(|pair| pair[0] == pair[1]), "{text}");
}

#[test]
fn section_and_status_narrow_the_list() {
    for name in ["Kinh tế", "kinh te", "KINH", "ki"] {
        let list = list_json(&["--section", name]);
        assert!(list.len() == 7 && list.iter().all(|i| i["section"] == "Kinh tế"), "{name}");
    }
    for status in ["exceeded", "met", "missed", "none"] {
        assert!(list_json(&["--status", status]).iter().all(|i| i["status"] == status));
    }
    let told = complaint(&chitieu(&["list", "--section", "xyz"]));
    assert!(told.contains("“xyz”") && told.contains("“Kinh tế”"), "{told}");
}

#[test]
fn search_prints_text_ids_or_json() {
    let ids = stdout(&chitieu(&["search", "ho", "ngheo", "--format", "id"]));
    assert!(ids.lines().next().unwrap().contains("ngheo"), "{ids}");
    let found = chitieu(&["search", "giam ngheo", "--limit", "1", "--format", "json"]);
    let found: Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(found["query"], "giam ngheo");
    assert_eq!(found["hits"].as_array().unwrap().len(), 1);
    assert_eq!(found["hits"][0]["id"], "giam-ngheo");
    assert!(stdout(&chitieu(&["search", "papi"])).contains("43,35/80 điểm"));
}

#[test]
fn nothing_found_is_said_and_exits_1() {
    let output = chitieu(&["search", "zzqx"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(stderr(&output).contains("“zzqx”"));
    assert_eq!(chitieu(&["search", "zzqx", "--format", "id"]).status.code(), Some(1));
}

#[test]
fn many_queries_are_answered_in_order() {
    let output = with_input(&["search", "--queries", "-", "--limit", "3"], "papi\n\nzzqx\r\nngheo");
    assert!(output.status.success());
    let answers: Vec<Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let queries: Vec<_> = answers.iter().map(|a| a["query"].as_str().unwrap()).collect();
    assert_eq!(queries, ["papi", "", "zzqx", "ngheo"]);
    assert_eq!(answers[0]["hits"][0]["id"], "papi");
    assert_eq!(answers[1]["hits"].as_array().unwrap().len(), 3, "an empty one lists all");
    assert_eq!(answers[2]["hits"], serde_json::json!([]));
    let scores: Vec<_> = answers[3]["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|h| h["score"].as_i64().unwrap())
        .collect();
    assert!(scores.len() == 2 && scores.is_sorted_by(|a, b| a >= b));
    let file = temporary("queries.txt", "papi\n");
    assert!(stdout(&chitieu(&["search", "--queries", &file])).contains("papi"));
}

#[test]
fn show_tells_everything_or_the_nearest_id() {
    let text = stdout(&chitieu(&["show", "grdp-binh-quan-dau-nguoi"]));
    for part in
        ["57 triệu đồng/người", "102 %", "≈ 55,9", "55,1 … 56,7", "tính từ", "đoạn 2, câu 2"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    let told = complaint(&english(&["show", "papy"]));
    assert!(told.contains("did you mean `papi`?"), "{told}");
}

#[test]
fn english_words_and_vietnamese_data() {
    let text = stdout(&chitieu(&["show", "papi", "--lang", "en"]));
    assert!(text.contains("Section") && text.contains("Chỉ số PAPI"), "{text}");
    let output = Command::new(env!("CARGO_BIN_EXE_chitieu"))
        .args(["show", "papi"])
        .env("LC_ALL", "en_US.UTF-8")
        .output()
        .unwrap();
    assert_eq!(stdout(&output), text);
}

#[test]
fn ascii_and_colour_on_request() {
    let text = stdout(&chitieu(&["list", "--ascii"]));
    assert!(text.is_ascii() && text.contains("Trong rung moi"));
    assert!(stdout(&chitieu(&["list", "--color", "always"])).contains('\u{1b}'));
}

#[test]
fn a_dataset_comes_from_a_file_or_from_standard_input() {
    let file = temporary("small.json", SMALL);
    assert_eq!(list_json(&[&file]).len(), 2);
    let output = with_input(&["list", "--format", "json", "-"], SMALL);
    let list: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(list[0]["dataset"], "nho");
    assert_eq!(list_json(&[&file, &file]).len(), 4, "several files, in order");
    let other = temporary("other.json", &SMALL.replace("\"nho\"", "\"nho-2\""));
    let found = stdout(&chitieu(&["search", "rung", "--data", &file, "--data", &other]));
    assert!(found.contains("  nho\n") && found.contains("  nho-2\n"), "{found}");
    assert!(!stdout(&chitieu(&["search", "rung", "--data", &file])).contains("nho"));
    complaint(&with_input(&["list", "-", "-"], SMALL));
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    let told = complaint(&english(&["list", "/no/such/file.json"]));
    assert!(told.contains("/no/such/file.json") && told.contains("No such file"), "{told}");
    let file = temporary("broken.json", "{\n  \"id\": \"x\",\n  \"place\" \"y\"\n}");
    for command in [vec!["list", &file], vec![file.as_str()], vec!["search", "a", "--data", &file]]
    {
        let told = complaint(&chitieu(&command));
        assert!(told.contains("broken.json:3:11"), "{told}");
    }
    let told = complaint(&english(&["serch"]));
    assert!(told.contains("did you mean the command `search`?"), "{told}");
}

#[test]
fn unknown_flags_are_told_and_named() {
    let told = complaint(&chitieu(&["list", "--fromat", "json"]));
    assert!(told.contains("--fromat") && told.contains("--format"), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    complaint(&chitieu(&["--lang", "fr"]));
    complaint(&chitieu(&["search"]));
    complaint(&chitieu(&["list", "--status", "good"]));
}

#[test]
fn help_and_version_are_answers() {
    let help = chitieu(&["--help"]);
    assert!(help.status.success() && stdout(&help).contains("search"));
    let version = chitieu(&["--version"]);
    assert_eq!(stdout(&version).trim(), format!("chitieu {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_hit_is_explained_only_when_asked() {
    let plain = chitieu(&["search", "troongf", "ru"]);
    assert!(!stdout(&plain).contains("Telex"));
    let told = stdout(&chitieu(&["search", "troongf", "ru", "--explain"]));
    assert!(
        told.contains("tên bắt đầu như thế · troongf → Trồng (Telex) · ru → rừng (đầu từ)"),
        "{told}"
    );
    let english = stdout(&chitieu(&["search", "trm", "--explain", "--lang", "en"]));
    assert!(english.contains("initials · trm → Trồng rừng mới (initials)"), "{english}");
    let refused = chitieu(&["search", "trm", "--explain", "--format", "json"]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn a_closed_pipe_is_quiet() {
    let big: String = (0..5_000)
        .map(|at| format!(r#"{{"id":"{at}","name":"Chỉ tiêu số {at}","actual":{at}}}"#))
        .collect::<Vec<_>>()
        .join(",");
    let json = format!(
        r#"{{"id":"x","place":"x","period":"x","sections":[{{"name":"s","indicators":[{big}]}}]}}"#
    );
    let file = temporary("big.json", &json);
    for format in ["text", "json", "csv", "md"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_chitieu"))
            .args(["list", "--format", format, &file])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.stderr.is_empty(), "{format}: {}", stderr(&output));
    }
}

#[test]
fn a_failed_check_is_marked_after_the_figure() {
    let text = SMALL.replace(r#""id":"a","#, r#""id":"a","count":{"part":1,"whole":2},"#);
    let file = temporary("failed-check.json", &text);
    assert!(stdout(&chitieu(&["list", &file])).contains("16,70 % !"));
    assert!(stdout(&chitieu(&["search", "rung", "--data", &file])).contains("16,70 % !"));
}

#[test]
fn complaints_about_arguments_are_whole_sentences() {
    for (arguments, wanted) in [
        (&["search"][..], "<QUERY>... is missing; see `chitieu --help`"),
        (&["--bogus"], "there is no argument `--bogus`; see `chitieu --help`"),
        (
            &["--asci"],
            "there is no argument `--asci`; did you mean `--ascii`?; see `chitieu --help`",
        ),
        (
            &["list", "--status", "foo"],
            "it can be exceeded, met, missed, in_progress, none; see `chitieu --help`",
        ),
        (&["list", "--format"], "needs a value; it can be text, json, csv, md"),
        (&["search", "--limit", "x", "a"], "cannot be `x`; "),
        (&["search", "a", "--queries", "-"], "cannot be used with"),
    ] {
        let told = complaint(&chitieu(&[&["--lang", "en"], arguments].concat()));
        assert!(told.contains(wanted), "{arguments:?}: {told}");
        assert!(!told.contains(":;") && !told.contains("; <") && !told.contains("; ["), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

#[test]
fn an_unknown_id_gets_the_one_that_was_meant() {
    for (id, meant) in [
        ("grdp", "grdp-binh-quan-dau-nguoi"),
        ("GIAM-NGHEO", "giam-ngheo"),
        ("papj", "papi"),
        ("trồng-rừng", "trong-rung-moi"),
    ] {
        let told = complaint(&english(&["show", id]));
        assert!(told.contains(&format!("did you mean `{meant}")), "{id}: {told}");
    }
    assert!(complaint(&english(&["show", "zzqx"])).contains("lists the ids"));
}

#[test]
fn a_dataset_without_a_period_leaves_no_comma() {
    let file = temporary("names-without-period.csv", "name\nTỷ lệ hộ nghèo\n");
    assert!(!stdout(&chitieu(&["list", &file])).contains(", \n"));
    let id = list_json(&[&file])[0]["id"].as_str().unwrap().to_owned();
    assert!(!stdout(&chitieu(&["show", &id, "--data", &file])).contains(", \n"));
}

#[test]
fn the_text_list_ends_with_what_the_source_counts() {
    let list = stdout(&chitieu(&["list"]));
    let last = list.lines().last().unwrap();
    assert_eq!(
        last,
        "Bắc Kạn: 28 chỉ tiêu kế hoạch, ≈23 đạt và vượt, ở đây nêu 12; 5 không đạt (nguồn không nêu tên)"
    );
}

#[test]
fn a_long_name_does_not_make_every_line_long() {
    let text = SMALL.replace("Độ che phủ rừng", &"rừng ".repeat(1000));
    let file = temporary("long-name.json", &text);
    let list = stdout(&chitieu(&["list", &file]));
    assert!(list.lines().all(|line| line.chars().count() < 200));
    assert_eq!(list.matches("rừng").count(), 1000, "wrapped, not cut");
}

#[test]
fn no_hits_at_all_are_not_asked_for() {
    assert!(complaint(&english(&["search", "--limit", "0", "a"])).contains("cannot be `0`"));
}

#[test]
fn show_tells_the_former_rank_from_the_former_value() {
    let shown = stdout(&chitieu(&["show", "papi"]));
    assert_eq!(shown.matches("Kỳ trước").count(), 1, "{shown}");
    assert_eq!(shown.matches("Thứ hạng kỳ trước").count(), 1, "{shown}");
}

fn sample(name: &str) -> String {
    format!("{}/tests/data/tables/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn check_tells_what_is_wrong_where_and_how_to_mend_it() {
    let file = temporary(
        "kiem-tra.csv",
        "Chỉ tiêu;ĐVT;KH;TH;% KH;Đánh giá\nTrồng rừng;ha;3.505;5.257;150,0;Vượt\nThu;tỷ đồng;1.03.5;1.035;103,5;\nVốn;tỷ đồng;100;120;150,0;\n",
    );
    let output = chitieu(&["check", "--lang", "en", &file]);
    assert_eq!(output.status.code(), Some(1));
    let text = stdout(&output).replace(&file, "f.csv");
    let complaint = "\
error[unreadable-number]: “1.03.5” is not a number
 --> f.csv:3:13
  |
3 | Thu;tỷ đồng;1.03.5;1.035;103,5;
  |             ^^^^^^
  = in: KH
  = help: it is kept as text; expected 1.035,5 or trên 4 or 7,5-8,0
";
    assert!(text.contains(complaint), "{text}");
    assert!(text.contains("warning[percent-against-plan]"), "{text}");
    assert!(text.contains("f.csv:4:21"), "{text}");
    assert!(text.contains("“KH” was read as the plan; decimal commas"), "{text}");
    assert!(text.ends_with("errors: 1, warnings: 1\n"), "{text}");
    let json = stdout(&chitieu(&["check", "--format", "json", &file]));
    let json: Vec<Value> = serde_json::from_str(&json).unwrap();
    let error = json.iter().find(|complaint| complaint["severity"] == "error").unwrap();
    assert_eq!(
        (&error["rule"], &error["line"], &error["column"]),
        (&"unreadable-number".into(), &3.into(), &13.into())
    );
    let github = stdout(&chitieu(&["check", "--format", "github", &file]));
    assert!(
        github.contains(",line=3,col=13,title=unreadable-number::“1.03.5” is not a number"),
        "{github}"
    );
}

#[test]
fn check_counts_what_it_leaves_out() {
    let one = |at: usize| format!("{{\"id\":\"{at}\",\"name\":\"A\",\"actual\":true}}");
    let indicators = (0..1200).map(one).collect::<Vec<_>>().join(",\n");
    let file = temporary(
        "nhieu-loi.json",
        &format!(
            r#"{{"id":"x","place":"x","period":"x","sections":[{{"name":"s","indicators":[{indicators}]}}]}}"#
        ),
    );
    let output = chitieu(&["check", "--lang", "en", &file]);
    assert_eq!(output.status.code(), Some(2));
    let text = stdout(&output);
    assert_eq!(text.matches("error[wrong-value]: found true").count(), 1000);
    assert!(text.contains("error[wrong-value]: and 200 more"), "{text}");
    assert!(text.ends_with("errors: 1200, warnings: 0\n"), "{text}");
    let told = complaint(&chitieu(&["list", &file]));
    assert!(told.ends_with("… and 1150 more\n"), "{told}");
}

#[test]
fn check_ends_by_what_it_found() {
    let code = |arguments: &[&str]| chitieu(arguments).status.code();
    assert_eq!(code(&["check", &sample("thu-ngan-sach.xlsx")]), Some(0), "notes are no complaints");
    assert_eq!(code(&["check", &sample("xa-nong-thon-moi.csv")]), Some(1));
    assert_eq!(code(&["check", "/no/such/file"]), Some(2));
    let report = temporary("bao-cao.pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n");
    let broken = temporary("hong.xlsx", "PK\u{3}\u{4} not a workbook");
    for refused in [&report, &broken] {
        for format in ["text", "json", "github"] {
            let output = chitieu(&["check", "--format", format, refused]);
            assert_eq!(output.status.code(), Some(2), "{output:?}");
            assert!(stdout(&output).contains(refused.as_str()), "{output:?}");
        }
        assert_eq!(code(&["check", &sample("thu-ngan-sach.xlsx"), refused]), Some(2));
        assert_eq!(code(&["check", refused, &sample("xa-nong-thon-moi.csv")]), Some(2));
    }
    let sheet = ["check", "--sheet", "Nope", &sample("thu-ngan-sach.xlsx")];
    assert_eq!(code(&sheet), Some(2));
    assert_eq!(code(&["check", "--explain", "percent-against-plan"]), Some(0));
    let told = complaint(&english(&["check", "--explain", "percent-agains-plan"]));
    assert!(told.contains("did you mean `percent-against-plan`?"), "{told}");
    let cell = stdout(&chitieu(&["check", &sample("thu-ngan-sach.xlsx")]));
    assert!(cell.contains("thu-ngan-sach.xlsx:Thu NSNN!C3: "), "{cell}");
}

#[test]
fn a_table_opens_like_json_from_standard_input_too() {
    let bytes = std::fs::read(sample("thu-ngan-sach.xlsx")).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_chitieu"))
        .args(["list", "--format", "json", "--sheet", "thu nsnn", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&bytes).unwrap();
    let list: Vec<Value> =
        serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(list.len(), 6);
    assert_eq!(list[2]["parents"][0], "Thu nội địa");
    let told = english(&["list", &sample("xa-nong-thon-moi.csv")]);
    assert!(told.status.success());
    assert!(stderr(&told).contains("1 place of "), "{}", stderr(&told));
}

#[test]
fn the_schema_is_printed() {
    assert_eq!(stdout(&chitieu(&["schema"])), include_str!("../assets/dataset.schema.json"));
}
