//! The generated descriptions of the command line: `chitieu completions SHELL` for shells, `chitieu man` for
//! man.

use std::io;

use clap::CommandFactory;
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};

use crate::app::{Lang, Top, keymap};
use crate::cli::arguments::{Arguments, Completions, Manual, Options};
use crate::cli::output;
use crate::cli::output::Output;
use crate::cli::{Error, Outcome, vietnamese_help};
use crate::text::nearest::nearest;
use crate::text::sanitize::visible;
use crate::ui::Words;
use crate::ui::words::{ManualSection, key_name};

/// The names of all commands.
pub(crate) fn commands() -> Vec<String> {
    built_command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// Prints the completion script of a shell.
pub(crate) fn complete(completions: &Completions) -> Result<Outcome, Error> {
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut Arguments::command(), "chitieu", &mut script);
    print(&script)
}

/// Prints the manual page of the program, or of one of its commands, in the user's language.
pub(crate) fn print_page(manual: &Manual, options: &Options) -> Result<Outcome, Error> {
    let words = output::words(options);
    let program = match words.0 {
        Lang::Vietnamese => vietnamese_help::translate(built_command()),
        Lang::English => built_command(),
    };
    let command = match &manual.command {
        None => program,
        Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| unknown(name, words))?,
    };
    let mut page = Vec::new();
    Man::new(command).render(&mut page).map_err(Error::Write)?;
    let mut page = translated(&String::from_utf8_lossy(&page), words);
    page.push_str(&match manual.command {
        None => sections(words),
        Some(_) => {
            section(words, ManualSection::ExitStatus, &entries(words, ManualSection::ExitStatus))
        }
    });
    print(page.as_bytes())
}

/// A generated page with its headings in the user's language.
fn translated(page: &str, words: Words) -> String {
    let line = |line: &str| match line.strip_prefix(".SH ") {
        Some(heading) => {
            format!(".SH \"{}\"\n", words.generated_heading(heading.trim_matches('"')))
        }
        None => format!("{line}\n"),
    };
    let page: String = page.lines().map(line).collect();
    if words.0 == Lang::Vietnamese { vietnamese_help::translate_usage(&page) } else { page }
}

/// The sections of the program's page after the generated ones.
fn sections(words: Words) -> String {
    use ManualSection::{Environment, Examples, ExitStatus, Files, Keys};
    let all = [Examples, Keys, Environment, ExitStatus, Files].map(|kind| {
        let entries = if kind == Keys { keys(words) } else { entries(words, kind) };
        section(words, kind, &entries)
    });
    all.concat()
}

fn entries(words: Words, kind: ManualSection) -> Vec<(String, String)> {
    let entries = words.manual_entries(kind);
    entries.map(|(term, text)| (term.to_owned(), text.to_owned())).collect()
}

/// The keys for everything that may be on top; neighbours with the same description share an entry.
fn keys(words: Words) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = Vec::new();
    for top in Top::ALL {
        let first = entries.len();
        for binding in keymap::on_top(top) {
            let names: Vec<String> = binding.keys.iter().map(key_name).collect();
            let names = names.join(" ");
            let does = words.action(&binding.action, top);
            match entries[first..].last_mut().filter(|(_, last)| *last == does) {
                Some((keys, _)) => *keys = format!("{keys} {names}"),
                None => entries.push((names, does.to_owned())),
            }
        }
        let within = words.top(top);
        entries[first..].iter_mut().for_each(|(_, does)| *does = format!("{does} ({within})"));
    }
    entries
}

fn section(words: Words, kind: ManualSection, entries: &[(String, String)]) -> String {
    let mut roff = Roff::new();
    roff.control("SH", [words.manual_heading(kind)]);
    for (term, text) in entries {
        roff.control("TP", []);
        roff.text([bold(term.clone())] as [Inline; 1]);
        roff.text([roman(text.clone())]);
    }
    roff.to_roff()
}

/// The command line of clap, with the global options in every command.
fn built_command() -> clap::Command {
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
