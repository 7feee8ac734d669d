//! A folder with the files that the documents mention, in which their commands run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::document::Document;

/// The folder; it is removed when this is dropped.
pub struct Sandbox {
    folder: tempfile::TempDir,
    locale: &'static str,
}

/// How a command ended.
pub struct Ended {
    pub status: i32,
    /// Standard output and standard error, as they came.
    pub text: String,
}

impl Sandbox {
    /// Prepares the files that `document` and those next to it mention.
    pub fn new(document: &Document) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let locale = if document.is_vietnamese() { "vi_VN.UTF-8" } else { "en_US.UTF-8" };
        let sandbox = Self { folder, locale };
        sandbox.write("bieu.csv", Document::read("docs/tables.md").block("csv"));
        let example = Document::read("docs/dataset-format.md").block("json").to_owned();
        sandbox.write("vi-du.json", &example);
        for year in ["2023", "2024"] {
            sandbox.write(&format!("{year}.json"), &example.replace("2024", year));
        }
        sandbox.write("bao-cao.txt", Document::read("docs/import.md").block("txt"));
        sandbox.write("ten.csv", "name,unit\nTỷ lệ hộ nghèo,%\nDiện tích rừng trồng mới,ha\n");
        sandbox.write("queries.txt", "ho ngheo\ntrong rung\n");
        sandbox.run("chitieu convert vi-du.json -o vi-du.xlsx").expect("chitieu convert", 0);
        sandbox
    }

    /// Runs a command line as a person types it, without a terminal.
    pub fn run(&self, line: &str) -> Ended {
        let program = Path::new(env!("CARGO_BIN_EXE_chitieu")).parent().unwrap();
        let mut path = vec![program.to_owned()];
        path.extend(["/usr/local/bin", "/usr/bin", "/bin"].map(PathBuf::from));
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1; {line}")])
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", std::env::join_paths(path).unwrap())
            .env("HOME", self.folder.path())
            .env("LC_ALL", self.locale)
            .env("TERM", "xterm-256color")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        Ended { status: output.status.code().unwrap_or(-1), text }
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).unwrap();
    }
}

impl Ended {
    /// Fails unless the command ended with this status.
    pub fn expect(&self, what: &str, status: i32) {
        assert_eq!(self.status, status, "{what}\n{}", self.text);
    }
}
