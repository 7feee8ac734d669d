//! The review of a draft: decisions are in the file at once, and taken back; an editor gets the file at its line.

use std::fs;
use std::path::Path;

use portable_pty::CommandBuilder;

use crate::session::Session;

/// Imports a report into a file.
fn imported(folder: &Path) -> std::path::PathBuf {
    let report = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/review-report.txt");
    let draft = folder.join("nhap.json");
    let mut import = std::process::Command::new(env!("CARGO_BIN_EXE_chitieu"));
    import.args(["import", report, "-o"]).arg(&draft);
    let output = import.output().unwrap();
    assert!(draft.exists(), "{}", String::from_utf8_lossy(&output.stderr));
    draft
}

#[test]
fn a_decision_is_in_the_file_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let draft = imported(folder.path());
    let before = fs::read_to_string(&draft).unwrap();
    assert!(before.contains("several-plans"));
    let mut session = Session::start(&[draft.to_str().unwrap()], 80, 24);
    session.expect("o văn bản").send("o").expect("Văn bản nguồn").expect("312,4?");
    session.send("a").expect("Đã nhận").expect("312,4✓");
    let after = fs::read_to_string(&draft).unwrap();
    assert!(!after.contains("several-plans"), "{after}");
    session.send("u").expect("Đã hoàn tác").expect("312,4?");
    assert_eq!(fs::read_to_string(&draft).unwrap(), before);
    // Nothing but the draft is in the folder.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    // A file that others changed is not written over.
    fs::write(&draft, before.replace("312.4", "313.4")).unwrap();
    session.send("x").settle();
    let held = fs::read_to_string(&draft).unwrap();
    assert!(held.contains("313.4"), "{held}");
    session.send("q");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

#[test]
fn an_editor_gets_the_file_at_its_line_and_the_terminal_is_taken_again() {
    let folder = tempfile::tempdir().unwrap();
    let draft = imported(folder.path());
    let editor = folder.path().join("editor.sh");
    let seen = folder.path().join("seen");
    fs::write(
        &editor,
        format!(
            "echo \"$1\" > {0}; sed -i 's/\"several-plans\"/\"no-unit\"/' \"$2\"\n",
            seen.display()
        ),
    )
    .unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_chitieu"));
    command.arg(&draft);
    command.env("VISUAL", format!("sh {}", editor.display()));
    let mut session = Session::run(command, 80, 24);
    session.expect("o văn bản").send("o").expect("nhiều kế hoạch");
    session.send("e").expect("không có đơn vị");
    let line: usize = fs::read_to_string(&seen).unwrap().trim()[1..].parse().unwrap();
    let text = fs::read_to_string(&draft).unwrap();
    assert!(text.lines().nth(line - 1).unwrap().contains("\"id\": \"tong-thu"), "{line}");
    session.send("q");
    assert_eq!(session.wait(), 0);
    session.assert_restored();
}

#[test]
fn a_restricted_session_only_reads() {
    let folder = tempfile::tempdir().unwrap();
    let draft = imported(folder.path());
    let before = fs::read_to_string(&draft).unwrap();
    let mut session = Session::start(&["--restricted", draft.to_str().unwrap()], 80, 24);
    session.expect("o văn bản").send("o").expect("312,4?").send("axu+e").expect("chỉ đọc");
    assert_eq!(fs::read_to_string(&draft).unwrap(), before);
    session.send("q");
    assert_eq!(session.wait(), 0);
}
