//! The commands and their text output: explore, list, search, show, check, convert, import, schema, completions, man,
//! serve.
//!
//! Scripts depend on the output and on the exit status: 0 done; 1 nothing found, or `check` reported
//! something; 2 an error on standard error or a file that cannot be read, even if the rest of the command was
//! done.

pub(crate) mod arguments;
pub(crate) mod commands;
mod default_source;
mod earlier_period;
pub(crate) mod error;
mod option_order;
mod outcome;
pub(crate) mod output;
mod slices;
mod usage_error;
mod vietnamese_help;

use std::ffi::OsString;
use std::io::{self, IsTerminal};

pub use error::Error;
pub use outcome::Outcome;

use arguments::{Arguments, Command, List, Parsed};
use default_source::DefaultSource;
use output::Output;

#[cfg(feature = "serve")]
use self::commands::serve;
use self::commands::{check, convert, explore, import, list, manual, plain, search, show};
use crate::dataset;
use crate::text::ascii::ascii;
use crate::ui::Words;

/// Runs the command of the arguments.
///
/// # Errors
///
/// An error that says what is wrong, where, and what to do. Nothing is written by halves then.
pub fn run(arguments: Vec<OsString>) -> Result<Outcome, Error> {
    let words = words(&arguments);
    let arguments = match Arguments::parse_from(arguments, words)? {
        Parsed::Run(arguments) => *arguments,
        Parsed::Print(text) => {
            let is_ascii = io::stdout().is_terminal() && output::capabilities().ascii;
            let line = |line: &str| format!("{}\n", ascii(line));
            let text = if is_ascii { text.lines().map(line).collect() } else { text };
            return Output::plain(io::stdout()).print(&text).map(|()| Outcome::Done);
        }
    };
    let options = &arguments.options;
    match &arguments.command {
        Some(Command::List(list)) => list::run(list, options),
        Some(Command::Search(search)) => search::run(search, options),
        Some(Command::Show(show)) => show::run(show, options),
        Some(Command::Check(check)) => check::run(check, options),
        Some(Command::Convert(convert)) => convert::run(convert, options),
        Some(Command::Import(import)) => import::run(import, options),
        Some(Command::Schema) => {
            Output::plain(io::stdout()).print(dataset::SCHEMA).map(|()| Outcome::Done)
        }
        Some(Command::Completions(completions)) => manual::complete(completions),
        Some(Command::Man(page)) => manual::print_page(page, options),
        #[cfg(feature = "serve")]
        Some(Command::Serve(serve)) => serve::run(serve, options),
        None if arguments.plain => plain::run(&arguments),
        None if io::stdout().is_terminal() && !output::is_dumb() => explore::run(&arguments),
        None => print_all(arguments),
    }
}

/// Prints the list, or the indicator at a location, when there is no terminal to explore on. With `--restricted`,
/// standard input is not read.
fn print_all(arguments: Arguments) -> Result<Outcome, Error> {
    let Arguments { sources, restricted, options, at, .. } = arguments;
    let list = List::all(sources);
    let sources = match restricted {
        true => DefaultSource::named(list.sources.files()),
        false => DefaultSource::or_stdin(list.sources.files(), &options)?,
    };
    match at {
        Some(location) => show::run_at(&location, &sources, &options),
        None => list::run_on(&sources, &list, &options),
    }
}

/// The texts in the language of `--lang`, else of the locale.
#[must_use]
pub fn words(arguments: &[OsString]) -> Words {
    output::words_or(arguments::lang(arguments), output::capabilities())
}
