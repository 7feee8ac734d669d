//! Help, shell completions and manual pages, in both languages.

use crate::every::Every;
use std::process::{Command, Output};

fn chitieu(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chitieu"));
    command.args(arguments).env("LC_ALL", "en_US.UTF-8").output().unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = chitieu(arguments);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The commands, as the help lists them.
fn commands() -> Vec<String> {
    let help = printed(&["--help"]);
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let listed = listed.take_while(|line| line.starts_with("  "));
    let commands: Vec<String> =
        listed.filter_map(|line| Some(line.split_whitespace().next()?.to_owned())).collect();
    assert!(commands.len() > 8 && commands.contains(&"man".to_owned()), "{commands:?}");
    commands
}

#[test]
fn every_command_is_completed_in_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = printed(&["completions", shell]);
        for command in commands() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
        assert!(script.contains("--restricted") || script.contains("-l restricted"), "{shell}");
    }
    let told = chitieu(&["completions", "?"]);
    let told = String::from_utf8(told.stderr).unwrap();
    assert!(told.contains("it can be bash, elvish, fish, powershell, zsh"), "{told}");
}

#[test]
fn the_manual_has_every_command_and_a_page_for_each() {
    let begins = |page: &str| page.starts_with(".ie ") || page.starts_with(".TH ");
    let manual = printed(&["man"]);
    assert!(begins(&manual) && manual.contains("\n.TH chitieu 1"), "{manual}");
    for command in commands() {
        assert!(manual.contains(&format!("chitieu\\-{command}(1)")), "{command}\n{manual}");
        let page = printed(&["man", &command]);
        assert!(begins(&page) && page.contains(&format!("\n.TH chitieu-{command} 1")), "{page}");
    }
    assert!(printed(&["man", "list"]).contains("\\-\\-section"));
    let told = chitieu(&["man", "lsit"]);
    assert_eq!(told.status.code(), Some(2));
    assert!(String::from_utf8(told.stderr).unwrap().contains("did you mean `list`?"));
}

#[test]
fn help_is_in_the_users_language() {
    let vietnamese = printed(&["--help", "--lang", "vi"]);
    for text in
        ["Cách dùng: chitieu [TÙY CHỌN]", "\nLệnh:\n", "Tham số:", "Tùy chọn:", "In trợ giúp"]
    {
        assert!(vietnamese.contains(text), "{text}\n{vietnamese}");
    }
    for english in ["Usage", "Commands:", "Options:", "[default", "[possible", "Print"] {
        assert!(!vietnamese.contains(english), "{english}\n{vietnamese}");
    }
    for command in commands() {
        let help = printed(&["--lang", "vi", &command, "--help"]);
        assert!(help.contains("Cách dùng: chitieu "), "{command}\n{help}");
        let english = ["Usage", "[default", "[possible", "Print ", "Options:", "Arguments:"];
        assert!(english.iter().every(|text| !help.contains(text)), "{command}\n{help}");
    }
    assert!(printed(&["search", "--help", "--lang", "vi"]).contains("[mặc định: 10]"));
    assert!(printed(&["help", "list"]).contains("Usage: chitieu list"));
}

#[test]
fn the_manual_has_examples_keys_environment_exit_status_and_files() {
    let sections = |page: &str| -> Vec<String> {
        let headings = page.lines().filter_map(|line| line.strip_prefix(".SH "));
        headings.map(|heading| heading.trim_matches('"').to_owned()).collect()
    };
    let english = printed(&["man", "--lang", "en"]);
    let wanted = ["EXAMPLES", "KEYS", "ENVIRONMENT", "EXIT STATUS", "FILES"];
    assert!(sections(&english).ends_with(&wanted.map(str::to_owned)), "{english}");
    assert!(english.contains("Ctrl\\-C") && english.contains("quit (In the panes)"), "{english}");
    let vietnamese = printed(&["man", "--lang", "vi"]);
    let wanted = ["VÍ DỤ", "PHÍM", "BIẾN MÔI TRƯỜNG", "MÃ THOÁT", "TỆP"];
    assert!(sections(&vietnamese).ends_with(&wanted.map(str::to_owned)), "{vietnamese}");
    assert_eq!(sections(&vietnamese).len(), sections(&english).len() + 1, "arguments and options");
    assert!(vietnamese.contains("thoát (Trong các khung)"), "{vietnamese}");
    assert!(sections(&printed(&["man", "check"])).contains(&"EXIT STATUS".to_owned()));
}
