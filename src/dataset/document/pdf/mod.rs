//! PDF documents with a text layer: the glyphs of each page to lines, and lines to paragraphs.
//!
//! ```text
//! content streams
//!   → runs of text and rules    content_stream  what is drawn, and where
//!   → lines                     text_lines      runs on one baseline
//!   → tables                    ruled_lines     lines between vertical rules, and rows of figures
//!   → without head and foot     page_furniture  what is repeated on pages, and page numbers
//!   → paragraphs                paragraphs      lines that the margin has broken
//! ```
//!
//! hayro reads the syntax and the fonts. It is code of others that reads untrusted bytes: it runs on a thread of
//! its own with a stack of its own, and its panics are caught. It has no limit of memory: `chitieu import` reads
//! a PDF in a process of its own, whose memory and time are limited.

mod content_stream;
mod page_furniture;
mod page_text;
mod paragraphs;
mod ruled_lines;
mod text_lines;
mod text_state;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use hayro_font::FontCache;
use hayro_font::hayro_syntax::{LoadPdfError, Pdf};

use super::{Document, NotProse, SetAside};
use page_text::PageText;
use text_lines::Line;

/// The maximum number of pages that are read.
const MOST_PAGES: usize = 5000;

/// The stack of the thread that reads, in bytes.
const STACK: usize = 32 << 20;

/// Reads a document: rows of its tables are paragraphs of their own, which are no prose.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, NotProse> {
    let damaged = || NotProse::Damaged("PDF".to_owned());
    let read = thread::scope(|scope| {
        let guarded = || catch_unwind(AssertUnwindSafe(|| read_pages(bytes)));
        let reader = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, guarded);
        reader.ok().and_then(|reader| reader.join().ok()).and_then(Result::ok)
    });
    let mut pages = read.unwrap_or_else(|| Err(damaged()))?;
    let count = |of: fn(&PageText) -> usize| pages.iter().map(of).sum::<usize>();
    let (letters, unreadable) = (count(|page| page.letters), count(|page| page.unreadable));
    let turned = count(|page| page.turned);
    if letters == 0 && unreadable == 0 {
        return Err(NotProse::Scan);
    }
    // Fonts without a map to Unicode: what is left would be other numbers than those on the page.
    if unreadable * 20 > letters {
        return Err(NotProse::NoUnicode);
    }
    let mut furniture = count(|page| page.artifacts);
    let mut lines: Vec<Vec<Line>> = pages.iter_mut().map(text_lines::lines).collect();
    for (page, lines) in pages.iter().zip(&mut lines) {
        ruled_lines::mark(lines, page);
    }
    furniture += page_furniture::remove(&mut lines);
    let (paragraphs, tables) = paragraphs::paragraphs(&lines);
    let mut document = Document::of_lines(paragraphs);
    document.tables = tables;
    document.count(SetAside::PageFurniture, furniture);
    document.count(SetAside::Turned, turned);
    document.count(SetAside::Unreadable, unreadable);
    Ok(document)
}

fn read_pages(bytes: &[u8]) -> Result<Vec<PageText>, NotProse> {
    let pdf = Pdf::new(Arc::new(bytes.to_vec())).map_err(|error| match error {
        LoadPdfError::Decryption(_) => NotProse::Password,
        LoadPdfError::Invalid => NotProse::Damaged("PDF".to_owned()),
    })?;
    let fonts = FontCache::new();
    let pages = pdf.pages().iter();
    if pages.len() > MOST_PAGES {
        return Err(NotProse::TooExpensive);
    }
    let read: Option<Vec<PageText>> =
        pages.map(|page| content_stream::read(page, &fonts)).collect();
    read.ok_or(NotProse::TooExpensive)
}
