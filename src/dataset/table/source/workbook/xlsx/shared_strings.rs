//! Reads shared strings, and text in runs.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use crate::dataset::WorkbookProblem;
use crate::dataset::table::source::workbook::rich_text::{Rich, TextStyle, VisibleText};
use crate::dataset::table::source::workbook::xml::{Events, attribute, text_of};

/// A shared string.
pub(super) type SharedText = VisibleText;

/// Reads all shared strings.
pub(super) fn read<R: BufRead>(mut events: Events<R>) -> Result<Vec<SharedText>, WorkbookProblem> {
    let mut texts = Vec::new();
    let mut runs = Runs::default();
    loop {
        let event = events.next()?;
        match &event {
            Event::Empty(element) if element.local_name().as_ref() == "si" => {
                texts.push(VisibleText::default());
            }
            Event::End(element) if element.local_name().as_ref() == "si" => {
                texts.push(runs.take());
            }
            Event::Eof => return Ok(texts),
            _ => runs.read(&event),
        }
    }
}

/// Decodes escapes of characters that XML cannot contain: `_x000D_` is a carriage return, `_x005F_` is an
/// underscore before text that only looks like an escape.
fn unescaped(text: &str) -> Cow<'_, str> {
    const LENGTH: usize = 7;
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let character = |from: &str| {
        let digits = from.get(..LENGTH)?.strip_prefix("_x")?.strip_suffix('_')?;
        let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        char::from_u32(u32::from_str_radix(digits, 16).ok().filter(|_| hexadecimal)?)
    };
    let (mut to, mut from) = (String::with_capacity(text.len()), text);
    while let Some(at) = from.find("_x") {
        to.push_str(&from[..at]);
        from = &from[at..];
        let length = match character(from) {
            Some(c) => {
                to.push(c);
                LENGTH
            }
            None => {
                to.push('_');
                1
            }
        };
        from = &from[length..];
    }
    to.push_str(from);
    Cow::Owned(to)
}

/// The runs of a text while they are being read.
#[derive(Debug, Default)]
pub(super) struct Runs {
    rich: Rich,
    text_style: TextStyle,
    in_text: bool,
    keeps_spaces: bool,
    /// The depth of open phonetic runs, which are reading aids of other languages.
    phonetic: usize,
    text: String,
}

impl Runs {
    /// Whether no run was read.
    pub(super) fn is_empty(&self) -> bool {
        self.rich.is_empty()
    }

    /// Takes the text, and resets the runs.
    pub(super) fn take(&mut self) -> VisibleText {
        let written = self.rich.take();
        *self = Self::default();
        written
    }

    /// Processes an event within `si` or `is`.
    pub(super) fn read(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => self.open(element, true),
            Event::Empty(element) => self.open(element, false),
            Event::End(element) => match element.local_name().as_ref() {
                "t" if self.in_text => {
                    let whole = std::mem::take(&mut self.text);
                    let text = match self.keeps_spaces {
                        true => whole.as_str(),
                        false => whole.trim_matches([' ', '\t', '\r', '\n']),
                    };
                    self.rich.push(&unescaped(text), self.text_style);
                    self.in_text = false;
                }
                "r" => self.text_style = TextStyle::default(),
                "rPh" => self.phonetic = self.phonetic.saturating_sub(1),
                _ => {}
            },
            other if self.in_text => {
                if let Some(text) = text_of(other) {
                    self.text.push_str(&text);
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, element: &BytesStart<'_>, has_content: bool) {
        let value = || attribute(element, "val");
        match element.local_name().as_ref() {
            "rPh" if has_content => self.phonetic += 1,
            "t" if has_content && self.phonetic == 0 => {
                self.in_text = true;
                self.keeps_spaces = attribute(element, "space").as_deref() == Some("preserve");
            }
            "strike" | "dstrike" => {
                self.text_style.struck =
                    value().is_none_or(|v| !matches!(v.as_str(), "0" | "false"));
            }
            "vertAlign" => self.text_style.raised = value().as_deref() == Some("superscript"),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_escaped_characters() {
        for (text, expected) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x00é_ _x", "_x00é_ _x"),
            ("_xD800_", "_xD800_"),
            ("x_x0041", "x_x0041"),
        ] {
            assert_eq!(unescaped(text), expected);
        }
    }
}
