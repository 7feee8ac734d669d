//! The commands: explore, list, search, show, check, convert, schema, completions, man, serve; text output.
//! Scripts depend on what they print and on how they end: 0 done, 1 nothing found or something complained
//! of, 2 an error on standard error, also where a part of what was asked for could be done all the same.

mod arguments;
mod check;
mod convert;
mod error;
mod explore;
mod files;
mod flat;
mod list;
mod load;
mod manual;
mod output;
mod reload;
mod replace;
mod report;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod show;
mod tables;
mod usage;
mod waiting;
mod watch;

use std::ffi::OsString;
use std::io::{self, IsTerminal};

pub use error::Error;

use arguments::{Arguments, Command};
use output::Output;

use crate::dataset;

/// How a command ended without a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Done.
    Done,
    /// Nothing was found.
    NothingFound,
    /// Something was complained of.
    Complained,
    /// Done for what could be read; some of what was given could not be, which standard error names.
    Incomplete,
    /// This signal ended the explorer, after the screen was given back.
    Signal(i32),
}

/// Runs the command that the arguments ask for.
///
/// # Errors
///
/// Says what is wrong, where, and what to do; nothing is half done then.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<Ended, Error> {
    let arguments = match Arguments::parse_from(arguments)? {
        Ok(arguments) => arguments,
        Err(text) => {
            return Output::plain(io::stdout()).print(&text).map(|()| Ended::Done);
        }
    };
    let options = &arguments.options;
    match &arguments.command {
        Some(Command::List(list)) => list::run(list, options),
        Some(Command::Search(search)) => search::run(search, options),
        Some(Command::Show(show)) => show::run(show, options),
        Some(Command::Check(check)) => check::run(check, options),
        Some(Command::Convert(convert)) => convert::run(convert, options),
        Some(Command::Schema) => {
            Output::plain(io::stdout()).print(dataset::SCHEMA).map(|()| Ended::Done)
        }
        Some(Command::Completions(completions)) => manual::complete(completions),
        Some(Command::Man(page)) => manual::print_page(page),
        #[cfg(feature = "serve")]
        Some(Command::Serve(serve)) => serve::run(serve, options),
        None if io::stdout().is_terminal() && !output::is_dumb() => explore::run(&arguments),
        None => list::run(&arguments::List::all(&arguments.files), options),
    }
}
