//! Documents: the bytes of a report to its title, its paragraphs and what was set aside.
//!
//! Text and Markdown, HTML as browsers save it, Word documents, and PDF with a text layer. Nothing is left out
//! silently: what is no paragraph of the report is counted.

mod clean_paragraph;
mod docx;
mod not_prose;
mod old_font;
#[cfg(feature = "pdf")]
mod pdf;
mod plain_text;
mod web_page;
mod word_body;
mod word_content;

pub(crate) use docx::{content as word_content, read as read_docx};
pub use not_prose::NotProse;
#[cfg(feature = "pdf")]
pub(crate) use pdf::read as read_pdf;
pub(crate) use plain_text::read as read_text;
pub(crate) use web_page::read as read_html;
pub(crate) use word_content::{Block, WordTable};

use serde::{Deserialize, Serialize};

/// A report as paragraphs. A process that reads a document for another one hands it over as JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The first line; empty if the text begins with a paragraph.
    pub title: String,
    /// The paragraphs below it: in NFC, one line each, without control characters, not empty.
    pub paragraphs: Vec<String>,
    /// The number of tables, which are no prose.
    pub tables: usize,
    /// What was set aside, with how many of it.
    pub set_aside: Vec<(SetAside, usize)>,
}

/// What is in a document and is no part of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SetAside {
    /// Blocks of a web page for navigation, and lists of links.
    Navigation,
    /// Scripts and styles of a web page.
    Scripts,
    /// Deleted text of tracked changes.
    Deletions,
    /// Hidden text.
    Hidden,
    /// Text in an old font, which was converted.
    OldFont,
    /// Heads, feet and numbers of pages.
    PageFurniture,
    /// Text that is not written from left to right, such as a stamp over a page.
    Turned,
    /// Glyphs of a PDF whose text is not known.
    Unreadable,
}

impl Document {
    /// Makes a document of lines. The first one is the title, or the one that names a kind of document below
    /// the head of an office.
    fn of_lines<S: AsRef<str>>(lines: impl IntoIterator<Item = S>) -> Self {
        let lines = lines.into_iter().filter_map(|line| clean_paragraph::clean(line.as_ref()));
        let mut paragraphs: Vec<String> = lines.collect();
        let title = clean_paragraph::take_title(&mut paragraphs);
        Self { title, paragraphs, ..Self::default() }
    }

    /// Counts something that was set aside.
    fn count(&mut self, what: SetAside, more: usize) {
        if more == 0 {
            return;
        }
        match self.set_aside.iter_mut().find(|(known, _)| *known == what) {
            Some((_, count)) => *count += more,
            None => self.set_aside.push((what, more)),
        }
    }
}
