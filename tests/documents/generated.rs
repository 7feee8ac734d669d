//! Parts of the documents that the program gives: tables of keys, the options, outputs of commands.
//!
//! A region between `<!-- generated: NAME -->` and `<!-- end -->` is replaced as a whole. A block of `text`
//! right after a block of `sh` with one command is the output of that command.

use std::fmt::Write;
use std::fs;

use chitieu::app::keymap::on_top;
use chitieu::app::{Action, Lang, Top};
use chitieu::dataset::{Rule, Severity};
use chitieu::ui::Words;
use chitieu::ui::words::key_name;

use super::document::{Document, root};
use super::sandbox::Sandbox;

#[test]
fn generated_parts_are_current() {
    let update = std::env::var_os("UPDATE_DOCS").is_some();
    let mut stale = Vec::new();
    for document in Document::all() {
        let current = with_outputs(&with_regions(&document));
        if current == document.text {
            continue;
        }
        if update {
            fs::write(root().join(&document.path), current).unwrap();
        } else {
            let lines = current.lines().zip(document.text.lines());
            let first = lines.into_iter().find(|(new, old)| new != old);
            stale.push(format!("{}: {first:?}", document.path));
        }
    }
    let help = "UPDATE_DOCS=1 cargo test --test documents writes them again";
    assert!(stale.is_empty(), "{help}: {stale:#?}");
}

/// The text with its regions generated again.
fn with_regions(document: &Document) -> Document {
    const BEGIN: &str = "<!-- generated: ";
    const END: &str = "<!-- end -->";
    let mut text = String::new();
    let mut rest = document.text.as_str();
    while let Some(at) = rest.find(BEGIN) {
        let name_end = at + rest[at..].find(" -->").expect("the end of a comment");
        let name = &rest[at + BEGIN.len()..name_end];
        let end = at + rest[at..].find(END).expect("the end of a region");
        let _ = write!(text, "{} -->\n\n{}\n", &rest[..name_end], region(name, document));
        rest = &rest[end..];
    }
    text.push_str(rest);
    Document { path: document.path.clone(), text }
}

fn region(name: &str, document: &Document) -> String {
    match name {
        "keys" if document.is_vietnamese() => keys(Words(Lang::Vietnamese)),
        "keys" => keys(Words(Lang::English)),
        "commands" => commands(document),
        "rules" if document.is_vietnamese() => rules(Words(Lang::Vietnamese)),
        "rules" => rules(Words(Lang::English)),
        _ => panic!("{}: no generator for {name}", document.path),
    }
}

/// A table of keys for everything that may be on top, as the help of the program lists them.
fn keys(words: Words) -> String {
    let (key, does) = match words.0 {
        Lang::Vietnamese => ("phím", "tác dụng"),
        Lang::English => ("key", "does"),
    };
    let mut text = String::new();
    for top in Top::ALL {
        let _ = write!(text, "## {}\n\n| {key} | {does} |\n| --- | --- |\n", words.top(top));
        let mut rows: Vec<(String, &str)> = Vec::new();
        for binding in on_top(top) {
            let names: Vec<String> =
                binding.keys.iter().map(|key| format!("`{}`", key_name(key))).collect();
            let (names, does) = (names.join(" "), words.action(&binding.action, top));
            assert!(!does.is_empty(), "{:?} has no words", binding.action);
            match rows.last_mut().filter(|(_, last)| *last == does) {
                Some((keys, _)) => *keys = format!("{keys} {names}"),
                None => rows.push((names, does)),
            }
        }
        for (keys, does) in rows {
            let _ = writeln!(text, "| {keys} | {does} |");
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The help of the program and of each command; the options that all commands have only once.
fn commands(document: &Document) -> String {
    let sandbox = Sandbox::new(document);
    let help = |command: &str| {
        let text = sandbox.run(&format!("chitieu {command} --help")).text;
        text.lines().map(|line| format!("{}\n", line.trim_end())).collect::<String>()
    };
    let program = help("");
    let listed = program.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = listed.take_while(|line| line.starts_with("  "));
    let names = names.filter_map(|line| line.split_whitespace().next());
    let common = "      --lang <LANG>";
    let mut text = format!("## chitieu\n\n```text\n{}\n```\n", program.trim_end());
    for name in names.filter(|name| *name != "help") {
        let page = help(name);
        let own = page.split(common).next().unwrap().trim_end();
        let own = own.trim_end_matches("Options:").trim_end();
        let _ = write!(text, "\n## chitieu {name}\n\n```text\n{own}\n```\n");
    }
    text
}

/// The rules of `check`, each with how much a breach matters.
fn rules(words: Words) -> String {
    let (heading, severities) = match words.0 {
        Lang::Vietnamese => ("mã | mức | nội dung", ["lỗi", "cảnh báo", "ghi chú"]),
        Lang::English => ("rule | severity | what it is about", ["error", "warning", "note"]),
    };
    let mut text = format!("| {heading} |\n| --- | --- | --- |\n");
    let order = [Severity::Error, Severity::Warning, Severity::Note];
    for (severity, name) in order.into_iter().zip(severities) {
        for rule in Rule::ALL.iter().filter(|rule| rule.severity() == severity) {
            let _ = writeln!(text, "| `{rule}` | {name} | {} |", words.rule(*rule));
        }
    }
    text
}

/// The text with the outputs of its commands.
fn with_outputs(document: &Document) -> String {
    let blocks = document.blocks();
    let mut sandbox = None;
    let mut text = document.text.clone();
    for pair in blocks.windows(2).rev() {
        let [command, output] = pair else { continue };
        let between = &document.text[command.range.end + 3..output.range.start];
        let follows = between.trim() == "```text";
        if command.kind != "sh" || !follows || command.text.lines().count() != 1 {
            continue;
        }
        let sandbox = sandbox.get_or_insert_with(|| Sandbox::new(document));
        let current = sandbox.run(command.text.trim_end()).text;
        text.replace_range(output.range.clone(), &format!("{}\n", current.trim_end()));
    }
    text
}

#[test]
fn the_keys_of_the_readme_do_what_it_says() {
    let does = |key: &str| {
        let mut bindings = on_top(Top::Panes);
        let bound = bindings.find(|binding| binding.keys.iter().any(|k| key_name(k) == key));
        bound.unwrap_or_else(|| panic!("{key} is not bound")).action.clone()
    };
    assert_eq!(does("/"), Action::Search);
    assert_eq!(does("Enter"), Action::Open);
    assert_eq!(does("Esc"), Action::Back);
    assert_eq!(does("?"), Action::Help);
    assert_eq!(does("q"), Action::Quit);
    for (path, heading) in [("README.md", "## Five keys"), ("README.vi.md", "## Năm phím")] {
        let document = Document::read(path);
        let table = document.section(heading);
        for key in ["/", "Enter", "Esc", "?", "q"] {
            assert!(table.contains(&format!("`{key}`")), "{path}: {key}");
        }
    }
}
