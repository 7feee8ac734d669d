//! The command line as types, which clap parses.

mod choices;
mod of_command;
mod options;

use std::ffi::OsString;
use std::time::Duration;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

pub(crate) use choices::{
    CheckFormat, ConvertFormat, ImportFormat, LangName, ListFormat, SearchFormat, ShowFormat, When,
};
#[cfg(feature = "serve")]
pub(crate) use of_command::Serve;
pub(crate) use of_command::{
    Check, Completions, Convert, Import, List, Manual, Search, Show, SliceOptions,
};
pub(crate) use options::{Named, Options, durations};

use super::{Error, option_order, usage_error, vietnamese_help};
use crate::app::Lang;
use crate::ui::Words;

/// Explore socio-economic indicators: plan, actual and the difference between them.
///
/// Without a FILE, a file or a pipe on standard input is read, else the embedded dataset opens. `-`
/// always reads standard input. If standard output is not a terminal, the list is printed, or the
/// indicator of --at.
#[derive(Debug, Parser)]
#[command(name = "chitieu", version, args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) sources: Named,
    /// Open with the comparison of indicators, places and periods
    #[arg(long)]
    pub(crate) compare: bool,
    /// Answer in lines of words instead of drawing a screen: for screen readers
    #[arg(long, conflicts_with_all = ["compare", "at"])]
    pub(crate) plain: bool,
    /// Open at an indicator: its id, then @ and its place, then @ and its period, as far as needed;
    /// accents and case of a place are optional
    #[arg(long, value_name = "ID[@PLACE[@PERIOD]]")]
    pub(crate) at: Option<String>,
    /// Allow viewing only: no suspending, no opening of files, no other programs
    #[arg(long)]
    pub(crate) restricted: bool,
    /// With --restricted, how long the session may be idle: at most 7 days
    #[arg(long, requires = "restricted", value_name = "TIME", default_value = "10m", value_parser = humantime::parse_duration)]
    pub(crate) idle: Duration,
    #[command(flatten)]
    pub(crate) options: Options,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print the indicators
    ///
    /// Files that cannot be opened are reported on standard error and omitted, as long as another one can be
    /// opened; the exit status is then 2.
    List(List),
    /// Find indicators by name
    Search(Search),
    /// Print everything known about one indicator
    Show(Show),
    /// Check files: report what is wrong, and how each was read
    ///
    /// The exit status is 0 if nothing is wrong, 1 if something is, and 2 if a file cannot be read.
    Check(Check),
    /// Convert a file to the dataset format, or to a lossless table
    ///
    /// If values of the file are not in the result, such as those of a row without a name, the result is still
    /// written and the exit status is 2.
    Convert(Convert),
    /// Make a draft dataset of a report in prose
    ///
    /// Text, Markdown, web pages, Word documents (.docx) and PDF documents with a text are read.
    /// Every number of the text is accounted for: the exit status is 0 if all were understood, 1 if
    /// some are listed as not understood, and 2 if the file is refused.
    Import(Import),
    /// Print the JSON Schema of datasets
    Schema,
    /// Print a script that completes commands and options in a shell
    Completions(Completions),
    /// Print the manual page, to be shown by man
    Man(Manual),
    /// Offer the explorer over SSH
    #[cfg(feature = "serve")]
    Serve(Serve),
}

/// What the arguments ask for.
#[derive(Debug)]
pub(crate) enum Parsed {
    /// A command.
    Run(Box<Arguments>),
    /// The text of `--help` or `--version`.
    Print(String),
}

impl Arguments {
    /// Parses the arguments.
    pub(crate) fn parse_from(arguments: Vec<OsString>, words: Words) -> Result<Parsed, Error> {
        let program = Self::command();
        let arguments = option_order::help_as_option(&program, arguments);
        let arguments = option_order::command_first(&program, arguments);
        match Self::try_parse_from(&arguments) {
            Ok(arguments) => Ok(Parsed::Run(Box::new(arguments))),
            Err(error) if !error.use_stderr() => {
                Ok(Parsed::Print(answer(&error, &arguments, words)))
            }
            Err(error) => {
                let one_file = usage_error::second_file(&error, &arguments, words);
                Err(Error::Usage(one_file.unwrap_or_else(|| usage_error::sentence(&error, words))))
            }
        }
    }
}

/// The help or version text that clap returns as an error, in the user's language.
fn answer(error: &clap::Error, arguments: &[OsString], words: Words) -> String {
    if words.0 == Lang::English {
        return error.to_string();
    }
    let program = vietnamese_help::translate(Arguments::command());
    match program.try_get_matches_from(arguments) {
        Err(translated) => vietnamese_help::translate_usage(&translated.to_string()),
        Ok(_) => error.to_string(),
    }
}

/// The language that the arguments ask for, even if the others are invalid.
pub(crate) fn lang(arguments: &[OsString]) -> Option<Lang> {
    let words = arguments.iter().map(|argument| argument.to_string_lossy());
    let mut words = words.take_while(|word| word != "--");
    let name = |value: &str| LangName::from_str(value, true).ok().map(Lang::from);
    while let Some(word) = words.next() {
        if word == "--lang" {
            return name(&words.next()?);
        }
        if let Some(value) = word.strip_prefix("--lang=") {
            return name(value);
        }
    }
    None
}
