//! The command line for scripts: the output and the exit status of the real binary.

use crate::every::Every;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn chitieu(arguments: &[&str]) -> Output {
    with_input(arguments, "")
}

/// Runs the program with English texts.
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
        // The program may have ended without reading its input.
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

/// Asserts that the program failed with status 2 and printed nothing; returns its error.
fn error_message(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(output.stdout.is_empty());
    let message = stderr(output);
    assert!(message.starts_with("chitieu: "), "{message}");
    message
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
fn json_list_reports_inferred_directions() {
    let list = list_json(&[]);
    assert!(list.iter().every(|one| one["better_inferred"].is_boolean()));
    // The field of datasets is called otherwise.
    assert!(list.iter().all(|one| one.get("better_assumed").is_none()));
    assert!(list.iter().any(|one| one["place"] == "Bắc Kạn"));
}

#[test]
fn prints_the_list_without_a_terminal() {
    let output = chitieu(&[]);
    assert!(output.status.success());
    assert!(stdout(&output).contains("Trồng rừng mới"));
    assert!(!stdout(&output).contains('\u{1b}'), "no colour in a pipe");
    assert_eq!(output.stdout, chitieu(&["list"]).stdout);
}

#[test]
fn json_list_keeps_its_fields() {
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
fn keeps_published_digits_and_words() {
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
fn escapes_data_in_every_text_format() {
    let file = temporary("hostile.json", SMALL);
    for format in ["text", "csv", "md"] {
        let text = stdout(&chitieu(&["list", "--format", format, &file]));
        assert!(text.contains('␛') && !text.contains('\u{1b}'), "{format}: {text}");
    }
    let markdown = stdout(&chitieu(&["list", "--format", "md", &file]));
    assert!(markdown.contains("Nợ \\| xấu"));
    assert!(!stdout(&chitieu(&["show", "b", "--data", &file])).contains('\u{1b}'));
    let message = error_message(&chitieu(&["show", "\u{1b}[31mx\u{202e}", "--data", &file]));
    assert!(!message.contains('\u{1b}') && !message.contains('\u{202e}'), "{message}");
    let message = error_message(&chitieu(&["list", "/no/\u{1b}[31m"]));
    assert!(!message.contains('\u{1b}'), "{message}");
    let message = error_message(&chitieu(&["list", "--\u{1b}[31m"]));
    assert!(!message.contains('\u{1b}'), "{message}");
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
fn escapes_formulas_in_csv() {
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
fn filters_by_section_and_status() {
    for name in ["Kinh tế", "kinh te", "KINH", "ki"] {
        let list = list_json(&["--section", name]);
        assert!(list.len() == 7 && list.iter().every(|i| i["section"] == "Kinh tế"), "{name}");
    }
    for status in ["exceeded", "met", "none"] {
        let list = list_json(&["--status", status]);
        assert!(list.iter().every(|i| i["status"] == status), "{status}");
    }
    let not_assessed = list_json(&["--status", "none"]);
    for name in ["not-assessed", "not_assessed"] {
        assert_eq!(list_json(&["--status", name]), not_assessed, "{name}");
    }
    assert_eq!(list_json(&["--status", "in-progress"]), list_json(&["--status", "in_progress"]));
    let message = error_message(&chitieu(&["list", "--section", "xyz"]));
    assert!(message.contains("“xyz”") && message.contains("“Kinh tế”"), "{message}");
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
fn reports_no_hits_with_status_1() {
    let output = chitieu(&["search", "zzqx"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(stderr(&output).contains("“zzqx”"));
    assert_eq!(chitieu(&["search", "zzqx", "--format", "id"]).status.code(), Some(1));
}

#[test]
fn runs_many_queries_in_order() {
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
fn shows_everything_or_suggests_the_nearest_id() {
    let text = stdout(&chitieu(&["show", "grdp-binh-quan-dau-nguoi"]));
    for part in
        ["57 triệu đồng/người", "102 %", "≈ 55,9", "55,1 … 56,7", "tính từ", "đoạn 2, câu 2"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    let message = error_message(&english(&["show", "papy"]));
    assert!(message.contains("did you mean `papi` ("), "{message}");
}

#[test]
fn translates_texts_and_not_data() {
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
fn prints_ascii_and_colour_on_request() {
    let text = stdout(&chitieu(&["list", "--ascii"]));
    assert!(text.is_ascii() && text.contains("Trong rung moi"));
    assert!(stdout(&chitieu(&["list", "--color", "always"])).contains('\u{1b}'));
}

#[test]
fn reads_a_dataset_from_a_file_or_standard_input() {
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
    error_message(&with_input(&["list", "-", "-"], SMALL));
}

#[test]
fn reports_the_location_of_what_cannot_be_read() {
    let message = error_message(&english(&["list", "/no/such/file.json"]));
    assert!(
        message.contains("/no/such/file.json") && message.contains("no such file"),
        "{message}"
    );
    let file = temporary("broken.json", "{\n  \"id\": \"x\",\n  \"place\" \"y\"\n}");
    for command in [vec!["list", &file], vec![file.as_str()], vec!["search", "a", "--data", &file]]
    {
        let message = error_message(&chitieu(&command));
        assert!(message.contains("broken.json:3:11"), "{message}");
    }
    let message = error_message(&english(&["serch"]));
    assert!(message.contains("did you mean the command `search`?"), "{message}");
}

#[test]
fn names_unknown_options() {
    let message = error_message(&chitieu(&["list", "--fromat", "json"]));
    assert!(message.contains("--fromat") && message.contains("--format"), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
    error_message(&chitieu(&["--lang", "fr"]));
    error_message(&chitieu(&["search"]));
    error_message(&chitieu(&["list", "--status", "good"]));
}

#[test]
fn help_and_version_succeed() {
    let help = chitieu(&["--help"]);
    assert!(help.status.success() && stdout(&help).contains("search"));
    let version = chitieu(&["--version"]);
    assert_eq!(stdout(&version).trim(), format!("chitieu {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn explains_hits_on_request_only() {
    let plain = chitieu(&["search", "troongf", "ru"]);
    assert!(!stdout(&plain).contains("Telex"));
    let message = stdout(&chitieu(&["search", "troongf", "ru", "--explain"]));
    assert!(
        message.contains("tên bắt đầu như thế · troongf → Trồng (Telex) · ru → rừng (đầu từ)"),
        "{message}"
    );
    let english = stdout(&chitieu(&["search", "trm", "--explain", "--lang", "en"]));
    assert!(english.contains("initials · trm → Trồng rừng mới (initials)"), "{english}");
    let refused = chitieu(&["search", "trm", "--explain", "--format", "json"]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn a_closed_pipe_is_no_error() {
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
fn usage_errors_are_whole_sentences() {
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
        let message = error_message(&chitieu(&[&["--lang", "en"], arguments].concat()));
        assert!(message.contains(wanted), "{arguments:?}: {message}");
        assert!(
            !message.contains(":;") && !message.contains("; <") && !message.contains("; ["),
            "{message}"
        );
        assert_eq!(message.lines().count(), 1, "{message}");
    }
}

#[test]
fn suggests_an_id_for_an_unknown_one() {
    for (id, meant) in [
        ("grdp-binh-quan", "grdp-binh-quan-dau-nguoi"),
        ("GIAM-NGHEO", "giam-ngheo"),
        ("papj", "papi"),
        ("trồng-rừng", "trong-rung-moi"),
    ] {
        let message = error_message(&english(&["show", id]));
        assert!(message.contains(&format!("did you mean `{meant}")), "{id}: {message}");
    }
    assert!(error_message(&english(&["show", "zzqx"])).contains("`chitieu search NAME"));
}

#[test]
fn prints_no_comma_without_a_period() {
    let file = temporary("names-without-period.csv", "name\nTỷ lệ hộ nghèo\n");
    assert!(!stdout(&chitieu(&["list", &file])).contains(", \n"));
    let id = list_json(&[&file])[0]["id"].as_str().unwrap().to_owned();
    assert!(!stdout(&chitieu(&["show", &id, "--data", &file])).contains(", \n"));
}

#[test]
fn text_list_ends_with_the_totals_of_the_source() {
    let list = stdout(&chitieu(&["list"]));
    let last = list.lines().last().unwrap();
    assert_eq!(
        last,
        "Bắc Kạn: 28 chỉ tiêu kế hoạch, ≈23 đạt và vượt, ở đây nêu 12; 5 không đạt (nguồn không nêu tên)"
    );
}

#[test]
fn wraps_a_long_name() {
    let text = SMALL.replace("Độ che phủ rừng", &"rừng ".repeat(1000));
    let file = temporary("long-name.json", &text);
    let list = stdout(&chitieu(&["list", &file]));
    assert!(list.lines().all(|line| line.chars().count() < 200));
    assert_eq!(list.matches("rừng").count(), 1000, "wrapped, not cut");
}

#[test]
fn rejects_a_limit_of_zero() {
    assert!(error_message(&english(&["search", "--limit", "0", "a"])).contains("cannot be `0`"));
}

#[test]
fn shows_former_rank_and_former_value_separately() {
    let shown = stdout(&chitieu(&["show", "papi"]));
    assert_eq!(shown.matches("Kỳ trước").count(), 1, "{shown}");
    assert_eq!(shown.matches("Thứ hạng kỳ trước").count(), 1, "{shown}");
}

fn sample(name: &str) -> String {
    format!("{}/tests/data/tables/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn check_reports_problem_location_and_help() {
    let file = temporary(
        "kiem-tra.csv",
        "Chỉ tiêu;ĐVT;KH;TH;% KH;Đánh giá\nTrồng rừng;ha;3.505;5.257;150,0;Vượt\nThu;tỷ đồng;1.03.5;1.035;103,5;\nVốn;tỷ đồng;100;120;150,0;\n",
    );
    let output = chitieu(&["check", "--lang", "en", &file]);
    assert_eq!(output.status.code(), Some(1));
    let text = stdout(&output).replace(&file, "f.csv");
    let error_message = "\
error[unreadable-number]: “1.03.5” is not a number
 --> f.csv:3:13
  |
3 | Thu;tỷ đồng;1.03.5;1.035;103,5;
  |             ^^^^^^
  = in: KH
  = help: it is kept as text; change it to a number, such as 1.035,5 or trên 4 or 7,5-8,0
";
    assert!(text.contains(error_message), "{text}");
    assert!(text.contains("warning[percent-against-plan]"), "{text}");
    assert!(text.contains("f.csv:4:21"), "{text}");
    assert!(text.contains("“KH” was read as the plan; decimal commas"), "{text}");
    assert!(text.ends_with("errors: 1, warnings: 2\n"), "{text}");
    let json = stdout(&chitieu(&["check", "--format", "json", &file]));
    let json: Vec<Value> = serde_json::from_str(&json).unwrap();
    let error = json.iter().find(|error_message| error_message["severity"] == "error").unwrap();
    assert_eq!(
        (&error["rule"], &error["line"], &error["column"]),
        (&"unreadable-number".into(), &3.into(), &13.into())
    );
    let github = stdout(&chitieu(&["check", "--lang", "en", "--format", "github", &file]));
    assert!(
        github.contains(",line=3,col=13,title=unreadable-number::“1.03.5” is not a number"),
        "{github}"
    );
}

#[test]
fn check_counts_omitted_diagnostics() {
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
    let message = error_message(&chitieu(&["list", "--lang", "en", &file]));
    assert!(message.ends_with("… and 1150 more\n"), "{message}");
}

#[test]
fn check_status_depends_on_the_diagnostics() {
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
    let message = error_message(&english(&["check", "--explain", "percent-agains-plan"]));
    assert!(message.contains("did you mean `percent-against-plan`?"), "{message}");
    let cell = stdout(&chitieu(&["check", &sample("thu-ngan-sach.xlsx")]));
    assert!(cell.contains("thu-ngan-sach.xlsx:Thu NSNN!C3: "), "{cell}");
}

#[test]
fn reads_a_table_from_standard_input() {
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
    assert_eq!(list[2]["parents"][0], "TỔNG THU NSNN TRÊN ĐỊA BÀN");
    assert_eq!(list[2]["parents"][1], "Thu nội địa");
    let message = english(&["list", &sample("xa-nong-thon-moi.csv")]);
    assert!(message.status.success());
    assert!(stderr(&message).contains("1 place of "), "{}", stderr(&message));
}

#[test]
fn the_schema_is_printed() {
    assert_eq!(stdout(&chitieu(&["schema"])), include_str!("../../assets/dataset.schema.json"));
}

#[test]
fn a_table_of_several_periods_lists_the_latest_unless_asked_for_another() {
    let file = temporary(
        "nhieu-ky.csv",
        "SỐ LIỆU HUYỆN BA BỂ;;;;\nChỉ tiêu;ĐVT;KH 2022;TH 2022;KH 2023;TH 2023\nThu ngân sách;tỷ đồng;78;82;86;81\n",
    );
    let list = |arguments: &[&str]| {
        let all = [&["list", &file, "--format", "json"], arguments].concat();
        let rows: Vec<Value> = serde_json::from_str(&stdout(&chitieu(&all))).unwrap();
        rows
    };
    let latest = list(&[]);
    assert_eq!(latest.len(), 1);
    assert_eq!(latest[0]["period"], "năm 2023");
    let series = latest[0]["series"].as_array().unwrap();
    let points: Vec<_> =
        series.iter().map(|one| (&one["period"], &one["plan_value"], &one["actual"])).collect();
    assert_eq!(
        serde_json::json!(points),
        serde_json::json!([["năm 2022", 78, 82], ["năm 2023", 86, 81]])
    );
    assert_eq!(list(&["--period", "2022"])[0]["actual"], 82);
    assert_eq!(list(&["--period", "all", "--place", "huyen ba be"]).len(), 2);
    let unknown = chitieu(&["list", &file, "--period", "2019"]);
    assert_eq!(unknown.status.code(), Some(2));
    let unknown = String::from_utf8(unknown.stderr).unwrap();
    assert!(unknown.contains("2019") && unknown.contains("năm 2022"), "{unknown}");
    let found = stdout(&chitieu(&["search", "--data", &file, "--format", "id", "thu ngan sach"]));
    assert_eq!(found, "thu-ngan-sach\n");
    let converted = stdout(&chitieu(&["convert", &file, "--period", "2022"]));
    assert!(converted.starts_with('{') && converted.contains("năm 2022"), "{converted}");
    assert!(stdout(&chitieu(&["convert", &file])).starts_with('['));
}
