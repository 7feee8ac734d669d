//! Options that stand before the command, `chitieu --format json list`, moved behind it, where clap knows them.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};

/// The arguments, of which the first is the program, with the command before its options. Where no command
/// is named, or a file comes before it, they stay as they are.
pub(super) fn command_first(program: &Command, mut arguments: Vec<OsString>) -> Vec<OsString> {
    if let Some(at) = command_at(program, &arguments) {
        arguments[1..=at].rotate_right(1);
    }
    arguments
}

/// Where the command is named, if only options are before it.
fn command_at(program: &Command, arguments: &[OsString]) -> Option<usize> {
    let mut at = 1;
    loop {
        let argument = arguments.get(at)?.to_str()?;
        if !argument.starts_with('-') {
            return program.find_subcommand(argument).map(|_| at);
        }
        // After `--` everything is a file, and `-` is one.
        if matches!(argument, "-" | "--") {
            return None;
        }
        at += if takes_the_next(program, argument) { 2 } else { 1 };
    }
}

/// Whether an option, of whichever command, has its value in the next argument.
fn takes_the_next(program: &Command, argument: &str) -> bool {
    let is_it = |option: &Arg| match argument.strip_prefix("--") {
        Some(long) => option.get_long() == Some(long),
        None => argument.len() == 2 && option.get_short() == argument.chars().nth(1),
    };
    let with_value = |option: &Arg| {
        is_it(option) && matches!(option.get_action(), ArgAction::Set | ArgAction::Append)
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
    fn options_move_behind_the_command() {
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
