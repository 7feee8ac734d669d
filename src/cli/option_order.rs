//! The order of options: those before the command, as in `chitieu --format json list`, are moved behind it,
//! where clap accepts them.

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

/// The position of the command, if only options are before it.
fn command_at(program: &Command, arguments: &[OsString]) -> Option<usize> {
    let mut at = 1;
    loop {
        let argument = arguments.get(at)?.to_str()?;
        if !argument.starts_with('-') {
            return program.find_subcommand(argument).map(|_| at);
        }
        // After `--` every argument is a file, and `-` is one.
        if matches!(argument, "-" | "--") {
            return None;
        }
        at += if takes_next_argument(program, argument) { 2 } else { 1 };
    }
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
    fn files_stay_where_they_are() {
        for line in ["c x.csv list", "c -- list", "c - list", "c --lang list", "c", "c --lang vi"] {
            assert_eq!(moved(line), line);
        }
    }
}
