//! The order of options: those before the command, as in `chitieu --format json list`, are moved behind it,
//! where clap accepts them. `chitieu help list` becomes `chitieu list --help`, which accepts options too.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};

/// Moves the command before its options. The first argument is the program. Without a command, or with a file
/// before it, the arguments stay in their order.
pub(super) fn command_first(program: &Command, mut arguments: Vec<OsString>) -> Vec<OsString> {
    if let Some(at) = command_at(program, &arguments) {
        arguments[1..=at].rotate_right(1);
    }
    arguments
}

/// Replaces `help` and a command by the command and `--help`, and `help` alone by `--help`. Other arguments, such as
/// `--lang`, stay: clap's own `help` refuses them.
pub(super) fn help_as_option(program: &Command, mut arguments: Vec<OsString>) -> Vec<OsString> {
    let Some(help) = next_name(program, &arguments, 1) else { return arguments };
    if arguments[help] != "help" {
        return arguments;
    }
    match next_name(program, &arguments, help + 1) {
        None => arguments[help] = "--help".into(),
        Some(at) if arguments[at].to_str().is_some_and(|name| is_command(program, name)) => {
            arguments.swap(help, at);
            arguments[at] = "--help".into();
        }
        // Not a command, which clap reports.
        Some(_) => {}
    }
    arguments
}

/// The position of the first argument from `at` on that is neither an option nor the value of one.
fn next_name(program: &Command, arguments: &[OsString], mut at: usize) -> Option<usize> {
    loop {
        let argument = arguments.get(at)?.to_str()?;
        if !argument.starts_with('-') {
            return Some(at);
        }
        // After `--` every argument is a file, and `-` is one.
        if matches!(argument, "-" | "--") {
            return None;
        }
        at += if takes_next_argument(program, argument) { 2 } else { 1 };
    }
}

fn is_command(program: &Command, name: &str) -> bool {
    program.find_subcommand(name).is_some()
}

/// The position of the command, if only options are before it.
fn command_at(program: &Command, arguments: &[OsString]) -> Option<usize> {
    let at = next_name(program, arguments, 1)?;
    is_command(program, arguments[at].to_str()?).then_some(at)
}

/// Whether this option, of any command, takes the next argument as its value.
fn takes_next_argument(program: &Command, argument: &str) -> bool {
    let is_named = |option: &Arg| match argument.strip_prefix("--") {
        Some(long) => option.get_long() == Some(long),
        None => argument.len() == 2 && option.get_short() == argument.chars().nth(1),
    };
    let with_value = |option: &Arg| {
        is_named(option) && matches!(option.get_action(), ArgAction::Set | ArgAction::Append)
    };
    std::iter::once(program)
        .chain(program.get_subcommands())
        .any(|command| command.get_arguments().any(with_value))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::arguments::Arguments;

    fn moved(line: &str) -> String {
        let arguments = line.split(' ').map(OsString::from).collect();
        let moved = command_first(&Arguments::command(), arguments);
        moved.join(" ".as_ref()).into_string().unwrap_or_default()
    }

    #[test]
    fn moves_options_behind_the_command() {
        for (line, wanted) in [
            ("c --lang vi list", "c list --lang vi"),
            ("c --format json --ascii list x.csv", "c list --format json --ascii x.csv"),
            ("c --format=json list", "c list --format=json"),
            ("c --data list search q", "c search --data list q"),
            ("c -o x.json convert y.csv", "c convert -o x.json y.csv"),
            ("c list --lang vi", "c list --lang vi"),
        ] {
            assert_eq!(moved(line), wanted);
        }
    }

    #[test]
    fn help_of_a_command_takes_options() {
        let replaced = |line: &str| {
            let arguments = line.split(' ').map(OsString::from).collect();
            let replaced = help_as_option(&Arguments::command(), arguments);
            replaced.join(" ".as_ref()).into_string().unwrap_or_default()
        };
        for (line, wanted) in [
            ("c help list --lang vi", "c list --help --lang vi"),
            ("c --lang vi help list", "c --lang vi list --help"),
            ("c help --lang vi list", "c list --lang vi --help"),
            ("c help --lang vi", "c --help --lang vi"),
            ("c help", "c --help"),
            ("c help nothing", "c help nothing"),
            ("c list help", "c list help"),
            ("c -- help", "c -- help"),
        ] {
            assert_eq!(replaced(line), wanted);
        }
    }

    #[test]
    fn files_stay_where_they_are() {
        for line in ["c x.csv list", "c -- list", "c - list", "c --lang list", "c", "c --lang vi"] {
            assert_eq!(moved(line), line);
        }
    }
}
