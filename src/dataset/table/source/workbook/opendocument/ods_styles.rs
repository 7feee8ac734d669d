//! Reads ODS styles: number formats, superscript and strikethrough, hidden sheets.

use std::collections::HashMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::dataset::WorkbookProblem;
use crate::dataset::table::source::workbook::cell_format::{CellFormat, Comparison, Kind, Section};
use crate::dataset::table::source::workbook::rich_text::TextStyle;
use crate::dataset::table::source::workbook::xml::{Events, attribute, number, text_of};

/// The maximum depth of style inheritance.
const DEEPEST: usize = 16;

/// The styles of a workbook, by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<(String, String), Style>,
    formats: HashMap<String, Format>,
    open: Option<(String, String)>,
    open_format: Option<String>,
    in_text: bool,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    format: Option<String>,
    raised: Option<bool>,
    struck: Option<bool>,
    hidden: bool,
}

/// A number format: a section, and the names of formats for numbers that meet a condition.
#[derive(Debug, Default)]
struct Format {
    section: Section,
    others: Vec<((Comparison, Decimal), String)>,
}

impl Styles {
    /// Reads a part that contains only styles.
    pub(super) fn read<R: BufRead>(
        &mut self,
        mut events: Events<R>,
    ) -> Result<(), WorkbookProblem> {
        loop {
            let event = events.next()?;
            if matches!(event, Event::Eof) {
                return Ok(());
            }
            self.take(&event);
        }
    }

    /// Processes an event, if it belongs to a style.
    pub(super) fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => self.open(element, true),
            Event::Empty(element) => self.open(element, false),
            Event::End(element) => match element.local_name().as_ref() {
                "style" | "default-style" => self.open = None,
                "number-style" | "percentage-style" | "currency-style" | "date-style"
                | "time-style" | "text-style" | "boolean-style" => self.open_format = None,
                "text" | "currency-symbol" => self.in_text = false,
                _ => {}
            },
            other if self.in_text => {
                if let (Some(text), Some(format)) = (text_of(other), self.format()) {
                    let digits = format.section.kind == Kind::Digits;
                    let (before, behind) = &mut format.section.text;
                    if digits { behind } else { before }.push_str(&text);
                }
            }
            _ => {}
        }
    }

    fn format(&mut self) -> Option<&mut Format> {
        self.formats.get_mut(self.open_format.as_ref()?)
    }

    fn open(&mut self, element: &BytesStart<'_>, has_content: bool) {
        let name = element.local_name();
        let value = |name| attribute(element, name);
        match name.as_ref() {
            "style" => {
                let key = (value("family").unwrap_or_default(), value("name").unwrap_or_default());
                let (parent, format) = (value("parent-style-name"), value("data-style-name"));
                self.styles.insert(key.clone(), Style { parent, format, ..Style::default() });
                self.open = has_content.then_some(key);
            }
            "text-properties" => {
                let raised = value("text-position").map(|position| {
                    let first = position.split_whitespace().next().unwrap_or_default();
                    first == "super"
                        || first.trim_end_matches('%').parse().is_ok_and(|n: f64| n > 0.0)
                });
                let line = value("text-line-through-style").or(value("text-line-through-type"));
                if let Some(style) = self.open.as_ref().and_then(|key| self.styles.get_mut(key)) {
                    style.raised = raised.or(style.raised);
                    style.struck = line.map(|line| line != "none").or(style.struck);
                }
            }
            "table-properties" => {
                let hidden = value("display").as_deref() == Some("false");
                if let Some(style) = self.open.as_ref().and_then(|key| self.styles.get_mut(key)) {
                    style.hidden = hidden;
                }
            }
            "number-style" | "percentage-style" | "currency-style" | "date-style"
            | "time-style" | "text-style" | "boolean-style" => {
                let percent = name.as_ref() == "percentage-style";
                let words = matches!(name.as_ref(), "number-style" | "currency-style");
                let kind = if words || percent { Kind::Words } else { Kind::AsIs };
                let format = Format {
                    section: Section { percent, kind, ..Section::default() },
                    others: Vec::new(),
                };
                let own = value("name").unwrap_or_default();
                self.formats.insert(own.clone(), format);
                self.open_format = has_content.then_some(own);
            }
            "number" => self.digits(element),
            "scientific-number" | "fraction" => {
                if let Some(format) = self.format() {
                    format.section.kind = Kind::AsIs;
                }
            }
            "text" | "currency-symbol" if self.open_format.is_some() => self.in_text = has_content,
            "map" => {
                let condition = value("condition").and_then(|text| condition(&text));
                let other = condition.zip(value("apply-style-name"));
                if let Some(format) = self.format() {
                    format.others.extend(other);
                }
            }
            _ => {}
        }
    }

    fn digits(&mut self, element: &BytesStart<'_>) {
        let most = number(element, "decimal-places").and_then(|n| u32::try_from(n).ok());
        let least = number(element, "min-decimal-places").and_then(|n| u32::try_from(n).ok());
        let factor = attribute(element, "display-factor").and_then(|f| f.parse::<Decimal>().ok());
        let thousands = factor.and_then(|factor| match factor.to_u64()? {
            1_000 => Some(1),
            1_000_000 => Some(2),
            1_000_000_000 => Some(3),
            _ => None,
        });
        let Some(format) = self.format() else { return };
        let Some(most) = most.map(|most| most.min(20)) else {
            format.section.kind = Kind::AsIs;
            return;
        };
        format.section.kind = Kind::Digits;
        format.section.decimals = (least.unwrap_or(most).min(most), most);
        format.section.thousands = thousands.unwrap_or(0);
    }

    /// Returns the number format of a cell style, if it has one.
    pub(super) fn number_format(&self, name: &str) -> Option<CellFormat> {
        let format = self.inherited("table-cell", name, |style| style.format.as_deref())?;
        let format = self.formats.get(format)?;
        let others = format.others.iter().filter_map(|(condition, name)| {
            let section = self.formats.get(name)?.section.clone();
            Some(Section { condition: Some(*condition), ..section })
        });
        let sections = others.chain([format.section.clone()]).collect();
        Some(CellFormat { sections })
    }

    /// Returns the text style of a style.
    pub(super) fn text_style(&self, family: &str, name: &str) -> TextStyle {
        TextStyle {
            raised: self.inherited(family, name, |style| style.raised).unwrap_or(false),
            struck: self.inherited(family, name, |style| style.struck).unwrap_or(false),
        }
    }

    /// Whether a table style hides its sheet.
    pub(super) fn hides(&self, name: &str) -> bool {
        self.styles.get(&("table".to_owned(), name.to_owned())).is_some_and(|style| style.hidden)
    }

    fn inherited<'s, T>(
        &'s self,
        family: &str,
        name: &str,
        value: impl Fn(&'s Style) -> Option<T>,
    ) -> Option<T> {
        let mut name = name;
        for _ in 0..DEEPEST {
            let style = self.styles.get(&(family.to_owned(), name.to_owned()))?;
            if let Some(value) = value(style) {
                return Some(value);
            }
            name = style.parent.as_deref()?;
        }
        None
    }
}

/// Parses the condition of a number format: `value()>=0`.
fn condition(text: &str) -> Option<(Comparison, Decimal)> {
    Comparison::of(text.trim().strip_prefix("value()")?.trim())
}
