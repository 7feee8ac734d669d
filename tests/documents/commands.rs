//! Every command line of the documents runs and ends with the status that its comment states.

use super::document::Document;
use super::sandbox::Sandbox;

/// Command lines that are not run, by their beginning, and why.
const NOT_RUN: &[(&str, &str)] = &[
    ("chitieu serve", "serves until it is ended; tests/serve runs it"),
    ("ssh ", "needs a server; tests/serve and tests/ssh use OpenSSH's client"),
    ("cargo ", "builds the program or runs the tests themselves"),
    ("UPDATE_DOCS=1 cargo ", "changes the documents"),
    ("UPDATE_LAYERS=1 cargo ", "changes the list of exceptions"),
    ("INSTA_UPDATE=always cargo ", "changes the snapshots"),
    (".ci/run", "runs the tests themselves"),
    ("tests/", "scripts that .ci/run calls or that run for minutes"),
    ("benches/", "measurements that run for minutes"),
    ("fuzz/", "runs as long as one likes"),
    ("sudo ", "changes the system"),
];

#[test]
fn every_command_runs() {
    let mut count = 0;
    for document in Document::all() {
        let sandbox = Sandbox::new(&document);
        for line in command_lines(&document) {
            if NOT_RUN.iter().any(|(begin, _)| line.starts_with(begin)) {
                continue;
            }
            let what = format!("{}: {line}", document.path);
            sandbox.run(&line).expect(&what, expected_status(&line));
            count += 1;
        }
    }
    assert!(count > 40, "only {count} commands were found");
}

#[test]
fn what_is_not_run_is_in_some_document() {
    let lines: Vec<String> = Document::all().iter().flat_map(command_lines).collect();
    for (begin, _) in NOT_RUN {
        assert!(lines.iter().any(|line| line.starts_with(begin)), "{begin} can be removed");
    }
}

/// The lines of all `sh` blocks.
fn command_lines(document: &Document) -> Vec<String> {
    let blocks = document.blocks();
    let shell = blocks.iter().filter(|block| block.kind == "sh");
    let lines = shell.flat_map(|block| block.text.lines());
    lines.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The exit status that the comment of a line states; 0 without one.
fn expected_status(line: &str) -> i32 {
    let stated = ["exit status ", "mã thoát "].iter().find_map(|words| line.split_once(words));
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    stated.map_or(0, |(_, rest)| digits(rest).parse().expect("a status"))
}
