//! A command that a client sends, and the function that runs it.

use std::io::Write;

use super::appearance::Appearance;
use crate::app::Catalog;
use crate::terminal::Capabilities;

/// A command, and the terminal for which its output is written.
pub struct ExecRequest<'a> {
    /// The words of the command line; without any it is `list`.
    pub words: Vec<String>,
    /// The data.
    pub catalog: &'a Catalog,
    /// The capabilities of the client's terminal.
    pub capabilities: Capabilities,
    /// The settings of the operator.
    pub appearance: Appearance,
    /// The number of columns of the client's terminal, if there is one.
    pub columns: Option<u16>,
    /// Standard output; an error when the client no longer reads it.
    pub out: &'a mut dyn Write,
    /// Standard error, which is sent after the output.
    pub err: Vec<u8>,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExecEnd {
    /// It ran, and ended with this exit status.
    Status(u8),
    /// It is not offered here, which is an error in its words.
    NotOffered,
}

/// Runs a command.
pub type ExecHandler = fn(&mut ExecRequest<'_>) -> ExecEnd;
