//! A command that a client asks for, and what answers it.

use std::io::Write;

use super::look::Appearance;
use crate::app::Catalog;
use crate::terminal::Capabilities;

/// A command and what is known of who reads the answer.
pub struct ExecRequest<'a> {
    /// The words of the command; none asks for the list.
    pub words: Vec<String>,
    /// The data.
    pub shared: &'a Catalog,
    /// What the reader's terminal can show.
    pub capabilities: Capabilities,
    /// How the server was told to speak.
    pub look: Appearance,
    /// How many columns the reader's terminal has, if it is one.
    pub columns: Option<u16>,
    /// Where to print; it takes nothing more when nobody reads it.
    pub out: &'a mut dyn Write,
    /// What is complained of.
    pub err: Vec<u8>,
    /// Whether something was asked for that is not offered.
    pub refused: bool,
}

/// Answers a question by printing; returns the exit status.
pub type ExecHandler = fn(&mut ExecRequest<'_>) -> u8;
