//! Files that cannot be opened completely: the messages, what is opened nevertheless, and the exit status.

use std::fs;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    command.args(arguments).env("LANG", "en_GB.UTF-8").env_remove("LC_ALL").output().unwrap()
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn opens_the_other_files_when_one_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (good, bad, missing) = (path("a.csv"), path("b.csv"), path("c.csv"));
    fs::write(&good, "Chỉ tiêu;ĐVT;TH 2024\nTrồng rừng;ha;11\n").unwrap();
    fs::write(&bad, "một dòng chữ\n").unwrap();
    for command in ["list", "search"] {
        let mut line = vec![command];
        let files = [bad.as_str(), &missing, &good];
        match command {
            "search" => line.extend(files.iter().flat_map(|file| ["--data", file]).chain(["rừng"])),
            _ => line.extend(files),
        }
        let output = run(&line);
        let (text, expected) = (utf8(&output.stdout), utf8(&output.stderr));
        assert_eq!(output.status.code(), Some(2), "{command}: {expected}");
        assert!(text.contains("Trồng rừng"), "{command}: {text}");
        assert!(expected.contains("b.csv") && expected.contains("c.csv"), "{command}: {expected}");
    }
    let checked = run(&["check", &missing, &bad, &good]);
    assert_eq!(checked.status.code(), Some(2));
    assert!(utf8(&checked.stdout).contains("no-table"), "{checked:?}");
    assert!(utf8(&checked.stderr).contains("c.csv"), "{checked:?}");
    let none = run(&["list", &missing, &bad]);
    assert_eq!((none.status.code(), none.stdout.len()), (Some(2), 0));
    assert!(utf8(&none.stderr).contains("b.csv") && utf8(&none.stderr).contains("c.csv"));
}

#[test]
fn distinguishes_urls_from_files() {
    for (address, expected) in [
        ("https://example.org/x.csv", "curl -L"),
        ("postgres://user:secret@db/x", "export the table as CSV"),
    ] {
        let output = run(&["list", address]);
        let text = utf8(&output.stderr);
        assert_eq!(output.status.code(), Some(2));
        assert!(text.contains(expected) && !text.contains("secret"), "{text}");
    }
}

#[test]
fn a_lossy_conversion_has_status_2() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (from, to) = (path("a.csv"), path("a.json"));
    fs::write(&from, "TT;Chỉ tiêu;KH;TH\n1;Ngô;3;4\n2;;5;6\n").unwrap();
    let output = run(&["convert", &from, "-o", &to]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(utf8(&output.stderr).contains("1 place"), "{output:?}");
    assert!(fs::read_to_string(&to).unwrap().contains("Ngô"));
}

#[test]
fn recognises_compressed_and_foreign_files_by_content() {
    let folder = tempfile::tempdir().unwrap();
    let open = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        run(&["list", path.to_str().unwrap()])
    };
    let mut compressed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut compressed, "Chỉ tiêu;TH 2024\nThu;5\n".as_bytes()).unwrap();
    let output = open("a.csv", &compressed.finish().unwrap());
    assert!(output.status.success() && utf8(&output.stdout).contains("Thu"), "{output:?}");
    for (name, bytes, expected) in [
        ("a.csv", b"%PDF-1.4\n%\xe2\xe3".as_slice(), "a PDF document"),
        ("b.csv", b"PAR1\x15\x04\x15", "a Parquet file"),
        ("c.csv", b"SQLite format 3\0\x10\0", "a SQLite database"),
        ("d.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
        ("e.csv", b"CHARSET=\"ANSI\";\nSTUB=\"X\";\nDATA=\n1;\n", "a PX file"),
        ("f.csv", b"<?xml version='1.0'?>\n<!-- a -->\n<rows><r/></rows>", "an XML file"),
        ("g.csv", b"dataelement,period,orgunit,value\na,202401,b,5\n", "an export of DHIS2"),
        ("h.csv", b"geo\\TIME_PERIOD\t2021\nVN\t5 p\n", "an export of Eurostat"),
        ("i.csv", b"{\"headers\":[],\"rows\":[[]]}", "an answer of the DHIS2"),
        ("j.csv", b"[{\"page\":1,\"pages\":1,\"per_page\":50},[]]", "JSON of the World Bank"),
        (
            "k.csv",
            b"MIME-Version: 1.0\nContent-Type: multipart/related\n",
            "a web page in one file",
        ),
    ] {
        let output = open(name, bytes);
        let text = utf8(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{name}: {text}");
        assert!(text.contains(expected) && text.contains("not read;"), "{name}: {text}");
    }
}
