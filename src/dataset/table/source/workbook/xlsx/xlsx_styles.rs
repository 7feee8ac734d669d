//! Reads XLSX cell styles: number formats, indentation, strikethrough.

use std::collections::HashMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use crate::dataset::WorkbookProblem;
use crate::dataset::table::source::workbook::cell_format::{CellFormat, built_in};
use crate::dataset::table::source::workbook::xml::{Events, attribute, flag, number};

/// The styles of a workbook.
#[derive(Debug, Default)]
pub(super) struct Styles {
    cells: Vec<CellStyle>,
    formats: HashMap<u32, CellFormat>,
    struck_fonts: Vec<bool>,
}

/// A cell style.
#[derive(Debug, Clone, Copy, Default)]
struct CellStyle {
    format: u32,
    font: usize,
    indent: usize,
}

/// The current section of the styles part.
#[derive(Debug, Default, PartialEq)]
enum Within {
    #[default]
    Elsewhere,
    Fonts,
    Cells,
}

impl Styles {
    pub(super) fn read<R: BufRead>(mut events: Events<R>) -> Result<Self, WorkbookProblem> {
        let mut styles = Self::default();
        let mut within = Within::default();
        loop {
            match events.next()? {
                Event::Start(element) | Event::Empty(element) => styles.open(&element, &mut within),
                Event::End(element) => {
                    if matches!(element.local_name().as_ref(), "fonts" | "cellXfs") {
                        within = Within::Elsewhere;
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        let used: Vec<u32> = styles.cells.iter().map(|style| style.format).collect();
        for id in used {
            if let Some(code) = built_in(id).filter(|_| !styles.formats.contains_key(&id)) {
                styles.formats.insert(id, CellFormat::of(code));
            }
        }
        Ok(styles)
    }

    fn open(&mut self, element: &BytesStart<'_>, within: &mut Within) {
        match element.local_name().as_ref() {
            "numFmt" => {
                let id = attribute(element, "numFmtId").and_then(|id| id.parse().ok());
                if let Some((id, code)) = id.zip(attribute(element, "formatCode")) {
                    self.formats.insert(id, CellFormat::of(&code));
                }
            }
            "fonts" => *within = Within::Fonts,
            "font" if *within == Within::Fonts => self.struck_fonts.push(false),
            "strike" if *within == Within::Fonts => {
                let on = attribute(element, "val").is_none() || flag(element, "val");
                if let Some(font) = self.struck_fonts.last_mut() {
                    *font = on;
                }
            }
            "cellXfs" => *within = Within::Cells,
            "xf" if *within == Within::Cells => self.cells.push(CellStyle {
                format: number(element, "numFmtId").and_then(|id| id.try_into().ok()).unwrap_or(0),
                font: number(element, "fontId").unwrap_or(0),
                indent: 0,
            }),
            "alignment" if *within == Within::Cells => {
                if let Some(style) = self.cells.last_mut() {
                    style.indent = number(element, "indent").unwrap_or(0).min(255);
                }
            }
            _ => {}
        }
    }

    /// Returns the number format of a style, unless it is General.
    pub(super) fn format(&self, style: usize) -> Option<&CellFormat> {
        self.formats.get(&self.cells.get(style)?.format)
    }

    /// Returns the indentation of a style.
    pub(super) fn indent(&self, style: usize) -> usize {
        self.cells.get(style).map_or(0, |style| style.indent)
    }

    /// Whether a style is struck out.
    pub(super) fn is_struck(&self, style: usize) -> bool {
        let font = self.cells.get(style).map(|style| style.font);
        font.and_then(|font| self.struck_fonts.get(font)).copied().unwrap_or(false)
    }
}
