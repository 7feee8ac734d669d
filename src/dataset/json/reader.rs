//! Reads the values of a JSON text one by one, reports what is wrong with them, and continues.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Deserializer as _;
use serde_json::value::RawValue;

use super::raw_value::{Entries, Text};
use super::syntax_hint;
use super::warning_path::{field, field_of};
use crate::dataset::diagnostics::quota::Collected;
use crate::dataset::{Diagnostic, Excerpt, Rule};
use crate::model::{Indicator, Warning, warnings};

/// What was read with its failed checks, or the diagnostics in the order of the file.
pub(super) type ReadResult<T> =
    Result<(T, Collected<(Diagnostic, Warning)>), Collected<Diagnostic>>;

/// The number of characters quoted of a wrong value.
const QUOTED: usize = 40;

/// A JSON text, the current path in it, and the diagnostics so far.
pub(super) struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    path: Vec<Step<'a>>,
    /// Each with its byte offset in the text.
    diagnostics: Collected<(usize, Diagnostic)>,
    warnings: Collected<(Diagnostic, Warning)>,
    /// The byte offset of each line; computed for the first diagnostic.
    lines: Vec<usize>,
}

/// A step of a path: into an object or a list.
#[derive(Debug, Clone)]
enum Step<'a> {
    Field(Cow<'a, str>),
    Item(usize),
}

/// The fields of an object.
pub(super) struct Object<'a> {
    value: &'a RawValue,
    fields: Vec<(Cow<'a, str>, &'a RawValue)>,
}

impl<'a> Object<'a> {
    /// Returns the value of a field; null counts as absent.
    pub(super) fn get(&self, name: &str) -> Option<&'a RawValue> {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| *value).filter(|value| value.get() != "null")
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Self {
            file,
            text,
            path: Vec::new(),
            diagnostics: Collected::default(),
            warnings: Collected::default(),
            lines: Vec::new(),
        }
    }

    /// Returns what was read with its failed checks, if there is no diagnostic.
    pub(super) fn finish<T>(self, read: Option<T>) -> ReadResult<T> {
        match read {
            Some(read) if self.diagnostics.kept.is_empty() => Ok((read, self.warnings)),
            _ => Err(self.diagnostics.map(|mut diagnostics| {
                diagnostics.sort_by_key(|(offset, _)| *offset);
                diagnostics.into_iter().map(|(_, diagnostic)| diagnostic).collect()
            })),
        }
    }

    /// Reads an object. Reports fields that are not in `known` and duplicate fields.
    pub(super) fn object(
        &mut self,
        value: &'a RawValue,
        known: &[&'static str],
    ) -> Option<Object<'a>> {
        if !value.get().starts_with('{') {
            self.report_value(value, "expected an object { … }");
            return None;
        }
        let entries = serde_json::Deserializer::from_str(value.get()).deserialize_map(Entries);
        let entries = self.checked(value, entries)?;
        let mut fields: Vec<(Cow<'a, str>, &'a RawValue)> = Vec::with_capacity(entries.len());
        for (key, field) in entries {
            let name = self.checked(key, serde_json::from_str::<Text<'a>>(key.get()))?.0;
            let offset = self.offset(key);
            if fields.iter().any(|(known, _)| *known == name) {
                self.within_field(name, |reader| {
                    reader.report(
                        Rule::DuplicateField,
                        offset,
                        "this field stands here twice",
                        "keep one of them",
                    );
                });
            } else if known.contains(&&*name) {
                fields.push((name, field));
            } else {
                let expected = suggestion(&name, known);
                self.within_field(name, |r| {
                    r.report(Rule::UnknownField, offset, "unknown field", expected)
                });
            }
        }
        Some(Object { value, fields })
    }

    /// Reads a list, each item by `read`.
    pub(super) fn list<T>(
        &mut self,
        value: &'a RawValue,
        mut read: impl FnMut(&mut Self, &'a RawValue) -> Option<T>,
    ) -> Option<Vec<T>> {
        if !value.get().starts_with('[') {
            self.report_value(value, "expected a list [ … ]");
            return None;
        }
        let items = self.checked(value, serde_json::from_str::<Vec<&'a RawValue>>(value.get()))?;
        let mut all = Some(Vec::with_capacity(items.len()));
        for (at, item) in items.into_iter().enumerate() {
            self.path.push(Step::Item(at));
            let item = read(self, item);
            self.path.pop();
            // One wrong item makes the list fail, but the others are still read for their diagnostics.
            match (&mut all, item) {
                (Some(list), Some(item)) => list.push(item),
                _ => all = None,
            }
        }
        all
    }

    /// Reads a required field.
    pub(super) fn required<T>(
        &mut self,
        object: &Object<'a>,
        name: &'static str,
        read: impl FnOnce(&mut Self, &'a RawValue) -> Option<T>,
        expected: &str,
    ) -> Option<T> {
        let Some(value) = object.get(name) else {
            let found = format!("the field `{name}` is missing");
            self.report(
                Rule::MissingField,
                self.offset(object.value),
                found,
                format!("expected {expected}"),
            );
            return None;
        };
        self.within_field(name.into(), |reader| read(reader, value))
    }

    /// Reads an optional field, which may be absent or null. Returns `None` if it is present and wrong.
    pub(super) fn optional<T>(
        &mut self,
        object: &Object<'a>,
        name: &'static str,
        read: impl FnOnce(&mut Self, &'a RawValue) -> Option<T>,
    ) -> Option<Option<T>> {
        match object.get(name) {
            None => Some(None),
            Some(value) => self.within_field(name.into(), |reader| read(reader, value)).map(Some),
        }
    }

    /// Returns the byte offset of a value in the text.
    pub(super) fn offset(&self, value: &RawValue) -> usize {
        // The value is borrowed from the text, so the difference of the addresses is the offset.
        let distance = (value.get().as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        distance.filter(|offset| *offset <= self.text.len()).unwrap_or(0)
    }

    /// Formats the current path, as diagnostics show it.
    pub(super) fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            // Writing to a String cannot fail.
            let _ = match step {
                Step::Field(name) if path.is_empty() => write!(path, "{name}"),
                Step::Field(name) => write!(path, ".{name}"),
                Step::Item(at) => write!(path, "[{at}]"),
            };
        }
        path
    }

    /// Reports a wrong value, which is quoted.
    pub(super) fn report_value(&mut self, value: &RawValue, expected: impl Into<String>) {
        let found = format!("found {}", quoted(value.get()));
        self.report_at(self.offset(value), found, expected);
    }

    /// Reports a wrong value at a byte offset.
    pub(super) fn report_at(
        &mut self,
        offset: usize,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.report(Rule::WrongValue, offset, found, expected);
    }

    /// Reports a violation of a rule at a byte offset.
    pub(super) fn report(
        &mut self,
        rule: Rule,
        offset: usize,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        if self.diagnostics.admit(rule) {
            let diagnostic = self.diagnostic(rule, offset, found.into(), expected.into());
            self.diagnostics.kept.push((offset, diagnostic));
        }
    }

    /// Keeps the failed checks of an indicator, each located at the field concerned.
    pub(super) fn check(&mut self, value: &'a RawValue, indicator: &Indicator) {
        for warning in warnings(indicator) {
            let rule = Rule::of(&warning);
            if !self.warnings.admit(rule) {
                continue;
            }
            let name = field_of(&warning);
            let diagnostic = match field(value, name) {
                Some(found) => self.within_field(Cow::Borrowed(name), |reader| {
                    let offset = reader.offset(found);
                    reader.diagnostic(rule, offset, String::new(), String::new())
                }),
                None => self.diagnostic(rule, self.offset(value), String::new(), String::new()),
            };
            self.warnings.kept.push((diagnostic, warning));
        }
    }

    fn diagnostic(
        &mut self,
        rule: Rule,
        offset: usize,
        found: String,
        expected: String,
    ) -> Diagnostic {
        let (line, column) = self.line_and_column(offset);
        Diagnostic {
            rule,
            file: self.file.to_owned(),
            sheet: None,
            line,
            column,
            path: self.path(),
            found,
            expected,
            excerpt: self.excerpt(offset, line),
            hidden: None,
        }
    }

    /// Returns the excerpt of a line around the word or value at a byte offset.
    fn excerpt(&self, offset: usize, line: usize) -> Option<Excerpt> {
        const FAR: usize = 400;
        let text = self.text;
        let start = self.lines.get(line - 1).copied()?;
        // A dataset may be one long line; only the text around the offset is needed.
        let boundary = |at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at));
        let from = boundary(start.max(offset.saturating_sub(FAR)))?;
        let rest = text.get(offset..)?;
        let quoted = rest.strip_prefix('"').map(|rest| rest.find('"').map_or(1, |end| end + 2));
        let word = quoted.unwrap_or_else(|| rest.find([',', '\n', '}', ']', ' ']).unwrap_or(1));
        let length = rest.get(..word).map_or(1, |word| word.chars().count());
        let end = boundary(text.len().min(offset + FAR))?;
        let piece = text.get(from..end)?.split('\n').next()?;
        Excerpt::of(piece, text.get(from..offset)?.chars().count(), length)
    }

    /// Reports text that is not JSON.
    pub(super) fn report_syntax(&mut self, error: &serde_json::Error) {
        let message = error.to_string();
        let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
        self.line_starts();
        let start = error.line().checked_sub(1).and_then(|line| self.lines.get(line)).copied();
        // serde_json counts columns in bytes, and points after the last byte that it read.
        let offset = (start.unwrap_or(0) + error.column().saturating_sub(1)).min(self.text.len());
        let offset = (0..=offset).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        let hint = syntax_hint::hint(self.text, offset);
        self.report(Rule::Syntax, offset, what, hint);
    }

    fn within_field<T>(&mut self, name: Cow<'a, str>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Field(name));
        let result = read(self);
        self.path.pop();
        result
    }

    /// Returns the result of serde_json, or reports its error.
    pub(super) fn checked<T>(
        &mut self,
        value: &RawValue,
        read: serde_json::Result<T>,
    ) -> Option<T> {
        read.map_err(|error| {
            let message = error.to_string();
            let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
            self.report(Rule::Syntax, self.offset(value), what.to_owned(), "expected JSON");
        })
        .ok()
    }

    fn line_and_column(&mut self, offset: usize) -> (usize, usize) {
        self.line_starts();
        let line = self.lines.partition_point(|start| *start <= offset).max(1);
        let before = self.text.get(self.lines[line - 1]..offset).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    fn line_starts(&mut self) {
        if self.lines.is_empty() {
            let after_breaks = self.text.match_indices('\n').map(|(at, _)| at + 1);
            self.lines = std::iter::once(0).chain(after_breaks).collect();
        }
    }
}

/// Returns "did you mean …" if a known name is similar, else all known names.
pub(super) fn suggestion(name: &str, known: &[&str]) -> String {
    let scored = known.iter().map(|k| (strsim::normalized_damerau_levenshtein(name, k), k));
    match scored.max_by(|a, b| a.0.total_cmp(&b.0)) {
        Some((score, near)) if score > 0.5 => format!("did you mean `{near}`?"),
        _ => format!("known are {}", known.join(", ")),
    }
}

/// Quotes a value in a diagnostic: its beginning, if it is long.
fn quoted(text: &str) -> String {
    let what = match text.chars().next() {
        Some('{') => return "an object".to_owned(),
        Some('[') => return "a list".to_owned(),
        _ => text,
    };
    let mut chars = what.chars();
    let beginning: String = chars.by_ref().take(QUOTED).collect();
    if chars.next().is_some() { format!("{beginning}…") } else { beginning }
}
