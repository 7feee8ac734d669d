//! Files that cannot be opened, or not wholly: what is said of them, what is opened all the same, and the exit
//! status.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    command.args(arguments).env("LANG", "vi_VN.UTF-8").env_remove("LC_ALL").output().unwrap()
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn one_unreadable_file_of_several_keeps_no_other_from_opening() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (good, bad, gone) = (path("a.csv"), path("b.csv"), path("c.csv"));
    fs::write(&good, "Chỉ tiêu;ĐVT;TH 2024\nTrồng rừng;ha;11\n").unwrap();
    fs::write(&bad, "một dòng chữ\n").unwrap();
    for command in ["list", "search"] {
        let mut line = vec![command];
        let files = [bad.as_str(), &gone, &good];
        match command {
            "search" => line.extend(files.iter().flat_map(|file| ["--data", file]).chain(["rừng"])),
            _ => line.extend(files),
        }
        let output = run(&line);
        let (text, told) = (utf8(&output.stdout), utf8(&output.stderr));
        assert_eq!(output.status.code(), Some(2), "{command}: {told}");
        assert!(text.contains("Trồng rừng"), "{command}: {text}");
        assert!(told.contains("b.csv") && told.contains("c.csv"), "{command}: {told}");
    }
    let checked = run(&["check", &gone, &bad, &good]);
    assert_eq!(checked.status.code(), Some(2));
    assert!(utf8(&checked.stdout).contains("no-table"), "{checked:?}");
    assert!(utf8(&checked.stderr).contains("c.csv"), "{checked:?}");
    let none = run(&["list", &gone, &bad]);
    assert_eq!((none.status.code(), none.stdout.len()), (Some(2), 0));
    assert!(utf8(&none.stderr).contains("b.csv") && utf8(&none.stderr).contains("c.csv"));
}

#[test]
fn addresses_are_named_and_told_from_files() {
    for (address, told) in [
        ("https://example.org/x.csv", "curl -L"),
        ("postgres://user:secret@db/x", "export the table as CSV"),
    ] {
        let output = run(&["list", address]);
        let text = utf8(&output.stderr);
        assert_eq!(output.status.code(), Some(2));
        assert!(text.contains(told) && !text.contains("secret"), "{text}");
    }
}

#[test]
fn a_conversion_that_loses_something_does_not_succeed() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (from, to) = (path("a.csv"), path("a.json"));
    fs::write(&from, "TT;Chỉ tiêu;KH;TH\n1;Ngô;3;4\n2;;5;6\n").unwrap();
    let output = run(&["convert", &from, "-o", &to]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(utf8(&output.stderr).contains("1 place"), "{output:?}");
    assert!(fs::read_to_string(&to).unwrap().contains("Ngô"));
}
