//! What the command line tells of itself to other programs: `chitieu completions SHELL` to shells, `chitieu
//! man` to man.

use std::io;

use clap::CommandFactory;
use clap_mangen::Man;

use crate::cli::arguments::{Arguments, Completions, Manual, Options};
use crate::cli::output;
use crate::cli::output::Output;
use crate::cli::{Error, Outcome};
use crate::text::nearest::nearest;
use crate::text::sanitize::visible;
use crate::ui::Words;

/// The names of all commands.
pub(crate) fn commands() -> Vec<String> {
    built().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// Prints a script that completes commands and options in a shell.
pub(crate) fn complete(completions: &Completions) -> Result<Outcome, Error> {
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut Arguments::command(), "chitieu", &mut script);
    print(&script)
}

/// Prints the page of the program, or that of one of its commands.
pub(crate) fn print_page(manual: &Manual, options: &Options) -> Result<Outcome, Error> {
    let program = built();
    let command = match &manual.command {
        None => program,
        Some(name) => program
            .find_subcommand(name)
            .cloned()
            .ok_or_else(|| unknown(name, output::words(options)))?,
    };
    let mut page = Vec::new();
    Man::new(command).render(&mut page).map_err(Error::Write)?;
    print(&page)
}

/// The command line with the options that every command has.
fn built() -> clap::Command {
    let mut program = Arguments::command();
    program.build();
    program
}

fn unknown(name: &str, words: Words) -> Error {
    let commands = commands();
    let hint = match nearest(name, commands.iter().map(String::as_str)) {
        Some(near) => words.did_you_mean(near),
        None => words.there_are(&commands.join(", ")),
    };
    Error::Unknown(format!("{}; {hint}", words.no_command(&visible(name))))
}

fn print(text: &[u8]) -> Result<Outcome, Error> {
    Output::plain(io::stdout()).print(&String::from_utf8_lossy(text)).map(|()| Outcome::Done)
}
