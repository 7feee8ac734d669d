//! What the command line tells of itself: to people, to shells, to man.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

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
