//! No data controls the terminal: each class of hostile text is passed through every command and every view,
//! and all output is checked.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use crate::session::Session;

/// A class of characters that a terminal would execute, hide, reorder or misplace, with an example.
const CLASSES: [(&str, &str); 16] = [
    ("C0", "\u{1}\u{7}\u{8}\t\n\r\u{c}"),
    ("ESC", "\x1b[2J\x1b[31m\x1bc"),
    ("OSC", "\x1b]0;title\x07\x1b]52;c;aGk=\x1b\\"),
    ("DCS", "\x1bP+q544e\x1b\\\x1b_x\x1b\\"),
    ("DEL", "\u{7f}"),
    ("C1", "\u{85}\u{9b}31m\u{9d}0;t\u{9c}\u{90}"),
    ("bidi overrides", "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}"),
    ("bidi isolates", "\u{2066}\u{2067}\u{2068}\u{2069}"),
    ("bidi marks", "\u{200e}\u{200f}\u{61c}"),
    ("zero width", "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}"),
    ("soft hyphen, fillers", "\u{ad}\u{34f}\u{3164}\u{ffa0}"),
    ("tags", "\u{e0001}\u{e0041}\u{e007f}"),
    ("variation selectors", "\u{fe0f}\u{e0100}"),
    ("line separators", "\u{2028}\u{2029}"),
    ("unpaired marks", "\u{301}\u{323}"),
    ("interlinear", "\u{fff9}\u{fffa}\u{fffb}"),
];

/// Whether a character must not be output; defined independently of the classes above.
fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0xad | 0x34f | 0x61c | 0x3164 | 0xffa0 | 0x200b..=0x200f | 0x2028..=0x202e
            | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff | 0xfff9..=0xfffb | 0xe0000..=0xe0fff)
}

/// Checks text output: it may contain line ends, but no other control characters.
fn assert_harmless(what: &str, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{what}: not UTF-8"));
    let found = text.chars().find(|c| *c != '\n' && is_hostile(*c));
    assert_eq!(found, None, "{what}: {text:?}");
    let mark = |line: &str| line.starts_with(['\u{301}', '\u{323}']);
    assert!(!text.lines().any(mark), "{what}: a mark without a letter: {text:?}");
}

/// Checks output of the explorer: it may contain the explorer's own sequences, but no other control
/// characters. Text that it copies to the clipboard is checked too.
fn assert_only_own_sequences(what: &str, raw: &[u8]) {
    let text = String::from_utf8(raw.to_vec()).unwrap_or_else(|_| panic!("{what}: not UTF-8"));
    let mut rest = text.as_str();
    while let Some(at) = rest.find(is_hostile) {
        rest = &rest[at..];
        let own = own_sequence(rest)
            .unwrap_or_else(|| panic!("{what}: {:?}", rest.chars().take(40).collect::<String>()));
        if let Some(copied) = own.strip_prefix("\x1b]52;c;") {
            let code = copied.trim_end_matches(['\x07', '\x1b', '\\']);
            assert_harmless(what, &BASE64_STANDARD.decode(code).unwrap());
        }
        rest = &rest[own.len()..];
    }
}

fn own_sequence(text: &str) -> Option<&str> {
    if text.starts_with(['\r', '\n', '\x08']) {
        return Some(&text[..1]);
    }
    if text.starts_with("\x1bM") || text.starts_with("\x1b\\") {
        return Some(&text[..2]);
    }
    if text.starts_with("\x1b]52;c;") {
        let end = text[1..].find(['\x07', '\x1b'])? + 1;
        return Some(&text[..end + if text[end..].starts_with('\x07') { 1 } else { 2 }]);
    }
    let sequence = text.strip_prefix("\x1b[")?;
    let end = sequence.find(|c: char| !c.is_ascii_digit() && !matches!(c, ';' | '?'))?;
    sequence[end..]
        .starts_with(['m', 'H', 'J', 'K', 'X', 'C', 'D', 'r', 'h', 'l'])
        .then(|| &text[..end + 3])
}

/// Returns a dataset that contains a text in every text field.
fn dataset(text: &str) -> Value {
    let t = |name: &str| format!("{name} {text} cuối");
    json!({
        "id": format!("d{}", id(text)), "place": t("Nơi"), "period": t("năm"),
        "source": { "title": t("Báo cáo"), "date": t("2024") },
        "sections": [{ "name": t("Mục"), "indicators": [
            { "id": format!("i{}", id(text)), "name": t("Chỉ tiêu"), "unit": t("tấn"), "actual": 5,
              "plan": { "verdict": t("vượt"), "status": "exceeded" },
              "changes": [{ "period": t("cùng kỳ"), "amount": 2, "unit": "percent" }],
              "ranks": [{ "position": 2, "of": 63, "among": t("tỉnh"), "change": 1, "since": t("2023") }],
              "note": t("ghi chú"), "reference": { "document": t("văn bản"), "paragraph": 1 } },
            { "id": "words", "name": format!("{text}đầu"), "actual": t("Xuất siêu") },
            { "id": "plain", "name": "Chỉ tiêu thường", "actual": 1, "plan": { "value": 2 }, "better": "higher" }
        ] }]
    })
}

/// Returns the part of a text that is valid in an id, which must not contain spaces or control characters.
fn id(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
}

/// Writes the dataset to a file whose name is unique to the test.
fn file(number: usize, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("hostile-{number}.json"));
    fs::write(&path, serde_json::to_vec(&dataset(text)).unwrap()).unwrap();
    path
}

fn chitieu(arguments: impl IntoIterator<Item = OsString>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    command.args(arguments).env("LANG", "vi_VN.UTF-8").stdin(Stdio::null());
    command.output().unwrap()
}

fn arguments(words: &[&str], last: impl Into<OsString>) -> Vec<OsString> {
    words.iter().map(|word| OsString::from(*word)).chain([last.into()]).collect()
}

#[test]
fn output_of_every_command_is_harmless() {
    for (number, (class, text)) in CLASSES.iter().enumerate() {
        let path = file(number, text);
        let id = format!("i{}", id(text));
        let data = ["--data", path.to_str().unwrap()];
        for command in [
            &["list"][..],
            &["list", "--format", "csv"],
            &["list", "--format", "md"],
            &["list", "--ascii"],
        ] {
            let output = chitieu(arguments(command, &path));
            assert!(
                output.status.success(),
                "{class}: {command:?}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            assert!(output.stdout.len() > 100);
            // CSV may end its lines with CR LF (RFC 4180).
            let shown: Vec<u8> =
                output.stdout.iter().copied().filter(|byte| *byte != b'\r').collect();
            assert_harmless(&format!("{class}: {command:?}"), &shown);
        }
        for command in [
            &["show", "words"][..],
            &["search", "chi tieu"],
            &["search", "chi tieu", "--format", "id"],
        ] {
            let output = chitieu(arguments(&[command, &data[..1]].concat(), data[1]));
            assert!(output.status.success(), "{class}: {command:?}");
            assert_harmless(&format!("{class}: {command:?}"), &output.stdout);
        }
        let shown =
            chitieu(["show".into(), id.clone().into(), "--data".into(), path.clone().into()]);
        assert!(shown.status.success(), "{class}");
        assert_harmless(&format!("{class}: show"), &shown.stdout);
    }
}

#[test]
fn json_and_raw_output_keep_the_text() {
    for (number, (class, text)) in CLASSES.iter().enumerate() {
        let path = file(100 + number, text);
        let wanted = dataset(text)["sections"][0]["indicators"][0].clone();
        for command in [
            vec!["list".into(), "--format".into(), "json".into(), OsString::from(&path)],
            vec![
                "show".into(),
                format!("i{}", id(text)).into(),
                "--format".into(),
                "json".into(),
                "--data".into(),
                OsString::from(&path),
            ],
        ] {
            let output = chitieu(command);
            let found: Value = serde_json::from_slice(&output.stdout).unwrap();
            for field in ["id", "name", "unit", "note"] {
                assert_eq!(found[0][field], wanted[field], "{class}: {field}");
            }
        }
        let name = wanted["name"].as_str().unwrap();
        for command in [&["list", "--raw"][..], &["list", "--raw", "--format", "md"]] {
            let output = chitieu(arguments(command, &path));
            let printed = String::from_utf8(output.stdout).unwrap();
            // Lines may be wrapped and characters escaped, but none is lost.
            for c in text.chars().filter(|c| is_hostile(*c)) {
                assert!(printed.contains(c), "{class}: {command:?}: {c:?}");
            }
        }
        let shown = chitieu([
            "show".into(),
            "--raw".into(),
            format!("i{}", id(text)).into(),
            "--data".into(),
            OsString::from(&path),
        ]);
        assert!(String::from_utf8(shown.stdout).unwrap().contains(name), "{class}");
    }
}

#[test]
fn arguments_and_error_messages_are_harmless() {
    for (class, text) in CLASSES {
        for command in [
            vec!["show".to_owned(), format!("no{text}where")],
            vec!["list".to_owned(), "--section".to_owned(), format!("no{text}where")],
            vec!["search".to_owned(), format!("zz{text}qx")],
            vec![format!("/no/such/{text}/file.json")],
            vec!["list".to_owned(), format!("/no/such/{text}/file.json")],
            vec!["search".to_owned(), "--queries".to_owned(), format!("/no/{text}")],
            vec![format!("--no-such{text}option")],
            vec!["list".to_owned(), "--format".to_owned(), format!("te{text}xt")],
        ] {
            let output = chitieu(command.iter().map(OsString::from));
            assert!(!output.status.success(), "{class}: {command:?}");
            assert!(!output.stderr.is_empty(), "{class}: {command:?}");
            assert_harmless(&format!("{class}: {command:?}"), &output.stderr);
            assert_harmless(&format!("{class}: {command:?}"), &output.stdout);
        }
        // Diagnostics quote the data.
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile-diagnostic.json");
        let broken = json!({ "id": 1, "place": [text], text: text, "period": { text: 1 }, "sections": text });
        fs::write(&path, serde_json::to_vec(&broken).unwrap()).unwrap();
        let output = chitieu(arguments(&["list"], &path));
        assert_eq!(output.status.code(), Some(2), "{class}");
        assert_harmless(&format!("{class}: diagnostics"), &output.stderr);
    }
}

#[test]
fn bytes_that_are_not_text_are_harmless() {
    for bytes in [&b"\xff\xfe"[..], b"a\xc3", b"\xe1\xbb", b"\x1b\xff[2J"] {
        let argument = OsString::from_vec(bytes.to_vec());
        for command in [&["show"][..], &["list"], &["search"], &["list", "--section"], &[]] {
            let output = chitieu(arguments(command, argument.clone()));
            assert!(!output.status.success(), "{command:?}");
            assert_harmless(&format!("{command:?}"), &output.stderr);
        }
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile-bytes.json");
        let text =
            [&b"{\"id\":\"x\",\"place\":\""[..], bytes, b"\",\"period\":\"p\",\"sections\":[]}"]
                .concat();
        fs::write(&path, text).unwrap();
        let output = chitieu(arguments(&["list"], &path));
        assert_eq!(output.status.code(), Some(2));
        assert_harmless("diagnostic", &output.stderr);
    }
}

#[test]
fn every_view_is_harmless() {
    // The sessions mostly wait for their terminals, so they run concurrently.
    std::thread::scope(|scope| {
        for (number, (class, text)) in CLASSES.iter().enumerate() {
            scope.spawn(move || view_all(class, &file(200 + number, text)));
        }
    });
}

fn view_all(class: &str, path: &Path) {
    let path = path.to_str().unwrap();
    let mut session = Session::start(&[path, path], 120, 36);
    session.settle();
    for (columns, rows) in [(120, 36), (80, 24), (40, 15), (20, 4)] {
        session.resize(columns, rows).settle();
        for keys in ["y", "\t", "\t", "\t", "j", "n", "g", "j", "y", "\x1b", "?", "\x1b"] {
            session.send(keys);
        }
        session.settle();
        for keys in ["L", "t", "s", "\r", "f", "\x1b", "/", "chi tieu", "\x19", "\r", "y"] {
            session.send(keys);
        }
        session.settle();
    }
    session.send("\x03");
    assert_eq!(session.wait(), 0, "{class}");
    assert!(session.raw.windows(5).filter(|bytes| bytes == b"\x1b]52;").count() >= 8, "{class}");
    assert_only_own_sequences(class, &session.raw);
    session.assert_restored();
}

#[test]
fn typed_and_pasted_text_is_harmless() {
    for (class, text) in CLASSES {
        let mut session = Session::start(&[], 80, 24);
        session.expect("q thoát").send("/").expect("Gõ tên");
        session.send(&format!("\x1b[200~zz{text}qx\x1b[201~")).expect("qx");
        session.send("\x03");
        assert_eq!(session.wait(), 0, "{class}");
        assert_only_own_sequences(class, &session.raw);
        session.assert_restored();
    }
    let mut session = Session::start(&[], 80, 24);
    session.expect("q thoát").send("/").expect("Gõ tên");
    session.send_bytes(b"z\xffz\xe1\xbbx\xc2\x9b31m").expect("x‹U+009B›31m").send("\x15");
    session.send_bytes(b"\x1b[200~p\xff\xc0q\x1b[201~").expect("/ p");
    // The emulated terminal drops U+FFFD; the output is checked instead.
    let raw = String::from_utf8_lossy(&session.raw).into_owned();
    assert!(raw.contains('\u{fffd}'));
    session.send("\x03");
    assert_eq!(session.wait(), 0);
    assert_only_own_sequences("bytes", &session.raw);
}
