//! Text output: when it is coloured, when it is ASCII, and that a closed pipe is no error.

pub(super) mod diagnostics;
pub(super) mod json;
pub(crate) mod progress_line;
pub(super) mod stderr_observer;
pub(super) mod tables;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use anstyle::{AnsiColor, Style};

use ratatui::crossterm::terminal::size;

use super::Error;
use super::arguments::{Options, When};
use crate::app::Lang;
use crate::model::Status;
use crate::terminal::{self, Capabilities};
use crate::text::ascii::ascii;
use crate::ui::Words;

/// Where a command prints and complains, and what is known of who reads it: standard output and the
/// environment, or a channel of a server and what its client says.
pub(crate) struct Console<'a> {
    pub(crate) out: &'a mut dyn Write,
    pub(crate) err: &'a mut dyn Write,
    /// What the terminal can show, if it is one.
    pub(crate) capabilities: Capabilities,
    pub(crate) is_terminal: bool,
    /// How many columns there are, on a terminal.
    pub(crate) columns: Option<usize>,
}

impl Console<'_> {
    /// Does something with standard output and standard error.
    pub(crate) fn standard<T>(act: impl FnOnce(&mut Console<'_>) -> T) -> T {
        let is_terminal = io::stdout().is_terminal();
        let columns = is_terminal.then(size).and_then(Result::ok);
        act(&mut Console {
            out: &mut io::stdout().lock(),
            err: &mut io::stderr(),
            capabilities: capabilities(),
            is_terminal,
            columns: columns.map(|(columns, _)| columns.into()),
        })
    }

    /// The program's words, by the option, else by the locale.
    pub(crate) fn words(&self, options: &Options) -> Words {
        words_or(options.lang.map(Lang::from), self.capabilities)
    }
}

/// How much text is held before it is printed.
const PIECE: usize = 16 * 1024;

/// Printed text.
#[derive(Debug)]
pub(crate) struct Output<W> {
    to: W,
    colour: bool,
    ascii: bool,
    /// How many columns there are, on a terminal.
    columns: Option<usize>,
}

impl<'a> Output<&'a mut dyn Write> {
    /// On a console, as the options and what is known of it have it.
    pub(crate) fn on(console: &'a mut Console<'_>, options: &Options) -> Self {
        let Console { capabilities, is_terminal, columns, .. } = *console;
        let colour = match options.color {
            When::Always => true,
            When::Never => false,
            When::Auto => capabilities.forced_colour || (is_terminal && capabilities.colour),
        };
        let ascii = options.ascii || (is_terminal && capabilities.ascii);
        Self { to: &mut *console.out, colour, ascii, columns }
    }
}

impl<W: Write> Output<W> {
    /// Neither coloured nor turned into ASCII.
    pub(crate) fn plain(to: W) -> Self {
        Self { to, colour: false, ascii: false, columns: None }
    }

    /// How many columns a cell may take that is `widest` wide, when those beside it take `others`: on a
    /// terminal it gives way to them, but never below what can be read; elsewhere one long name does
    /// not make every line long.
    pub(crate) fn room(&self, widest: usize, others: usize) -> usize {
        const READABLE: usize = 20;
        const WIDEST: usize = 100;
        let left = self.columns.map(|columns| columns.saturating_sub(others).max(READABLE));
        left.unwrap_or(WIDEST).min(widest)
    }

    /// Prints text. That nobody reads on is no error.
    pub(crate) fn print(&mut self, text: &str) -> Result<(), Error> {
        unless_closed(self.write(text).and_then(|()| self.to.flush()))
    }

    /// Prints text that is made piece by piece, of which little is held at a time.
    pub(crate) fn print_pieces(
        &mut self,
        make: impl FnOnce(&mut OutputChunks<'_, W>) -> io::Result<()>,
    ) -> Result<(), Error> {
        let mut pieces = OutputChunks { output: self, held: String::new() };
        unless_closed(make(&mut pieces).and_then(|()| pieces.end()))
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        if self.ascii {
            // Line by line: turning into ASCII is for what is shown, not for line ends.
            text.split_inclusive('\n').try_for_each(|line| {
                let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
                self.to
                    .write_all(ascii(line).as_bytes())
                    .and_then(|()| self.to.write_all(end.as_bytes()))
            })
        } else {
            self.to.write_all(text.as_bytes())
        }
    }

    /// Text in the colour of a status, where there is colour.
    pub(crate) fn painted(&self, status: Status, text: &str) -> String {
        let style = match status {
            _ if !self.colour => Style::new(),
            Status::Exceeded => AnsiColor::Cyan.on_default(),
            Status::Met => AnsiColor::Green.on_default(),
            Status::Missed => AnsiColor::Red.on_default().bold(),
            Status::InProgress => Style::new(),
            Status::NotAssessed => Style::new().dimmed(),
        };
        format!("{style}{text}{style:#}")
    }

    /// Text in a style, where there is colour.
    pub(crate) fn styled(&self, style: Style, text: &str) -> String {
        let style = if self.colour { style } else { Style::new() };
        format!("{style}{text}{style:#}")
    }

    /// Bold text, where there is colour.
    pub(crate) fn bold(&self, text: &str) -> String {
        let style = if self.colour { Style::new().bold() } else { Style::new() };
        format!("{style}{text}{style:#}")
    }
}

/// Text on its way to where it is printed.
pub(crate) struct OutputChunks<'a, W> {
    /// Where it goes, which knows what lines look like there.
    pub(crate) output: &'a mut Output<W>,
    held: String,
}

impl<W: Write> OutputChunks<'_, W> {
    /// Adds lines.
    pub(crate) fn push(&mut self, lines: &str) -> io::Result<()> {
        self.held.push_str(lines);
        if self.held.len() >= PIECE { self.send() } else { Ok(()) }
    }

    fn send(&mut self) -> io::Result<()> {
        self.output.write(&self.held)?;
        self.held.clear();
        Ok(())
    }

    fn end(mut self) -> io::Result<()> {
        self.send()?;
        self.output.to.flush()
    }
}

/// A closed pipe ends the output, not the program.
pub(crate) fn unless_closed(written: io::Result<()>) -> Result<(), Error> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(Error::Write),
    }
}

/// What the environment says of the terminal.
pub(crate) fn capabilities() -> Capabilities {
    terminal::capabilities(|name: &str| -> Option<OsString> { std::env::var_os(name) })
}

/// Whether the terminal cannot even move its cursor, so that there is nothing to explore on.
pub(crate) fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// The program's words, by the option, else by the locale.
pub(crate) fn words(options: &Options) -> Words {
    words_or(options.lang.map(Lang::from), capabilities())
}

/// The program's words in a language that is asked for, else by the locale.
pub(crate) fn words_or(asked: Option<Lang>, capabilities: Capabilities) -> Words {
    let of_locale = if capabilities.vietnamese { Lang::Vietnamese } else { Lang::English };
    Words(asked.unwrap_or(of_locale))
}
