//! Text output: colour, ASCII, column widths. A closed pipe is not an error.

mod aligned_rows;
pub(super) mod csv_table;
pub(super) mod diagnostics;
pub(super) mod json;
pub(super) mod json_array;
pub(super) mod json_writer;
mod listed_names;
pub(super) mod other_periods;
pub(crate) mod progress_line;
pub(super) mod ranked_places;
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

/// The output and error streams of a command and the properties of the terminal that shows them: those of the
/// process, or those of a channel of the server and its client.
pub(crate) struct Console<'a> {
    pub(crate) out: &'a mut dyn Write,
    pub(crate) err: &'a mut dyn Write,
    /// The capabilities of the terminal, if there is one.
    pub(crate) capabilities: Capabilities,
    pub(crate) is_terminal: bool,
    /// The number of columns of the terminal, if there is one.
    pub(crate) columns: Option<usize>,
}

impl Console<'_> {
    /// Runs a function with standard output and standard error.
    pub(crate) fn standard<T>(run: impl FnOnce(&mut Console<'_>) -> T) -> T {
        let is_terminal = io::stdout().is_terminal();
        let columns = is_terminal.then(size).and_then(Result::ok);
        run(&mut Console {
            out: &mut io::stdout().lock(),
            err: &mut io::stderr(),
            capabilities: capabilities(),
            is_terminal,
            columns: columns.map(|(columns, _)| columns.into()),
        })
    }

    /// The texts in the language of the option, else of the locale.
    pub(crate) fn words(&self, options: &Options) -> Words {
        words_or(options.lang.map(Lang::from), self.capabilities)
    }
}

/// The number of bytes that are buffered before they are written.
const CHUNK_BYTES: usize = 16 * 1024;

/// A writer for text output.
#[derive(Debug)]
pub(crate) struct Output<W> {
    writer: W,
    colour: bool,
    ascii: bool,
    /// The number of columns of the terminal, if there is one.
    columns: Option<usize>,
}

impl<'a> Output<&'a mut dyn Write> {
    /// Output on a console, with the colours and the characters of the options and the terminal.
    pub(crate) fn on(console: &'a mut Console<'_>, options: &Options) -> Self {
        let Console { capabilities, is_terminal, columns, .. } = *console;
        let colour = match options.color {
            When::Always => true,
            When::Never => false,
            When::Auto => capabilities.forced_colour || (is_terminal && capabilities.colour),
        };
        let ascii = options.ascii || (is_terminal && capabilities.ascii);
        Self { writer: &mut *console.out, colour, ascii, columns }
    }
}

impl<W: Write> Output<W> {
    /// Output without colour and without conversion to ASCII.
    pub(crate) fn plain(writer: W) -> Self {
        Self { writer, colour: false, ascii: false, columns: None }
    }

    /// The width in columns of a cell whose content is `widest` wide, next to cells that take `others`. On a
    /// terminal it shrinks to leave room for them, but stays readable; elsewhere one long name does not make
    /// every line long.
    pub(crate) fn cell_width(&self, widest: usize, others: usize) -> usize {
        const MIN: usize = 20;
        const MAX: usize = 100;
        let available = self.columns.map(|columns| columns.saturating_sub(others).max(MIN));
        available.unwrap_or(MAX).min(widest)
    }

    /// Prints text. A closed pipe is not an error.
    pub(crate) fn print(&mut self, text: &str) -> Result<(), Error> {
        unless_closed(self.write(text).and_then(|()| self.writer.flush()))
    }

    /// Prints text that is produced in chunks, without keeping all of it.
    pub(crate) fn print_chunks(
        &mut self,
        write_chunks: impl FnOnce(&mut OutputChunks<'_, W>) -> io::Result<()>,
    ) -> Result<(), Error> {
        let mut chunks = OutputChunks { output: self, buffer: String::new() };
        unless_closed(write_chunks(&mut chunks).and_then(|()| chunks.finish()))
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        if self.ascii {
            // Line by line: the conversion to ASCII would replace line ends.
            text.split_inclusive('\n').try_for_each(|line| {
                let (line, finish) =
                    line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
                self.writer
                    .write_all(ascii(line).as_bytes())
                    .and_then(|()| self.writer.write_all(finish.as_bytes()))
            })
        } else {
            self.writer.write_all(text.as_bytes())
        }
    }

    /// Text in the colour of a status, if output is coloured.
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

    /// Text in a style, if output is coloured.
    pub(crate) fn styled(&self, style: Style, text: &str) -> String {
        let style = if self.colour { style } else { Style::new() };
        format!("{style}{text}{style:#}")
    }

    /// Bold text, if output is coloured.
    pub(crate) fn bold(&self, text: &str) -> String {
        let style = if self.colour { Style::new().bold() } else { Style::new() };
        format!("{style}{text}{style:#}")
    }
}

/// A buffer in front of an [`Output`].
pub(crate) struct OutputChunks<'a, W> {
    /// The output, whose column widths the text depends on.
    pub(crate) output: &'a mut Output<W>,
    buffer: String,
}

impl<W: Write> OutputChunks<'_, W> {
    /// Adds lines, and writes the buffer when it is full.
    pub(crate) fn push(&mut self, lines: &str) -> io::Result<()> {
        self.buffer.push_str(lines);
        if self.buffer.len() >= CHUNK_BYTES { self.send() } else { Ok(()) }
    }

    fn send(&mut self) -> io::Result<()> {
        self.output.write(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        self.send()?;
        self.output.writer.flush()
    }
}

/// Turns the error of a closed pipe into success: it ends the output, not the program.
pub(crate) fn unless_closed(written: io::Result<()>) -> Result<(), Error> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(Error::Write),
    }
}

/// The capabilities of the terminal by the environment variables.
pub(crate) fn capabilities() -> Capabilities {
    terminal::capabilities(|name: &str| -> Option<OsString> { std::env::var_os(name) })
}

/// Whether the terminal cannot move its cursor, so that the explorer cannot run on it.
pub(crate) fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// The texts in the language of the option, else of the locale.
pub(crate) fn words(options: &Options) -> Words {
    words_or(options.lang.map(Lang::from), capabilities())
}

/// The texts in the given language, else in that of the locale.
pub(crate) fn words_or(lang: Option<Lang>, capabilities: Capabilities) -> Words {
    let locale_lang = if capabilities.vietnamese { Lang::Vietnamese } else { Lang::English };
    Words(lang.unwrap_or(locale_lang))
}
