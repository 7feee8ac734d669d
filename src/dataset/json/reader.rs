//! Reads the values of a JSON text one by one, reports what is wrong with them, and continues.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Deserializer as _;
use serde_json::value::RawValue;

use super::raw_value::{Entries, Text};
use super::syntax_hint;
use super::warning_path::{field, field_of};
use crate::dataset::diagnostics::quota::Collected;
use crate::dataset::file_name::file_name;
use crate::dataset::{
    Choices, Contradiction, Diagnostic, Excerpt, Expected, Found, JsonFault, JsonProblem, Location,
    Problem, Rule,
};
use crate::model::{Indicator, warnings};

/// What was read with its failed checks, or the diagnostics in the order of the file.
pub(super) type ReadResult<T> = Result<(T, Collected<Diagnostic>), Collected<Diagnostic>>;

/// The number of characters quoted of a wrong value.
const QUOTED: usize = 40;

/// A JSON text, the current path in it, and the diagnostics so far.
pub(super) struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    path: Vec<Step<'a>>,
    /// Each with its byte offset in the text.
    diagnostics: Collected<(usize, Diagnostic)>,
    warnings: Collected<Diagnostic>,
    /// The byte offset of each line; computed for the first diagnostic.
    lines: Vec<usize>,
    /// The byte offset and the column of the last diagnostic: a file may have all of its values in one line.
    last_column: (usize, usize),
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
            last_column: (0, 1),
        }
    }

    /// The name of the file without folders.
    pub(super) fn file_name(&self) -> &'a str {
        file_name(self.file)
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
            self.report_value(value, Expected::Object);
            return None;
        }
        let entries = serde_json::Deserializer::from_str(value.get()).deserialize_map(Entries);
        let entries = self.checked(value, entries)?;
        let mut fields: Vec<(Cow<'a, str>, &'a RawValue)> = Vec::with_capacity(entries.len());
        for (key, field) in entries {
            let name = self.checked(key, serde_json::from_str::<Text<'a>>(key.get()))?.0;
            let offset = self.offset(key);
            if fields.iter().any(|(known, _)| *known == name) {
                self.within_field(name, |r| r.report(offset, JsonProblem::DuplicateField));
            } else if known.contains(&&*name) {
                fields.push((name, field));
            } else {
                let known = Choices::of(&name, known);
                self.within_field(name, |r| r.report(offset, JsonProblem::UnknownField(known)));
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
            self.report_value(value, Expected::List);
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
        expected: Expected,
    ) -> Option<T> {
        let Some(value) = object.get(name) else {
            let problem = JsonProblem::MissingField { field: name, expected };
            self.report(self.offset(object.value), problem);
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
    pub(super) fn report_value(&mut self, value: &RawValue, expected: Expected) {
        let problem = JsonProblem::WrongValue { found: found(value.get()), expected };
        self.report(self.offset(value), problem);
    }

    /// Reports that parts of a value contradict each other.
    pub(super) fn contradict(&mut self, value: &RawValue, what: Contradiction) {
        self.report(self.offset(value), JsonProblem::Contradiction(what));
    }

    /// Reports a problem at a byte offset.
    pub(super) fn report(&mut self, offset: usize, problem: impl Into<Problem>) {
        let problem = problem.into();
        if self.diagnostics.admit(problem.rule()) {
            let location = self.location(offset);
            self.diagnostics.kept.push((offset, Diagnostic { location, problem }));
        }
    }

    /// Keeps a problem of a value that is read nevertheless.
    pub(super) fn note(&mut self, value: &'a RawValue, problem: JsonProblem) {
        let problem = Problem::from(problem);
        if self.warnings.admit(problem.rule()) {
            let location = self.location(self.offset(value));
            self.warnings.kept.push(Diagnostic { location, problem });
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
            let location = match field(value, name) {
                Some(found) => self.within_field(Cow::Borrowed(name), |reader| {
                    let offset = reader.offset(found);
                    reader.location(offset)
                }),
                None => self.location(self.offset(value)),
            };
            self.warnings.kept.push(Diagnostic { location, problem: warning.into() });
        }
    }

    fn location(&mut self, offset: usize) -> Location {
        let (line, column) = self.line_and_column(offset);
        let excerpt = self.excerpt(offset, line);
        Location { column, path: self.path(), excerpt, ..Location::of_line(self.file, line) }
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
        self.line_starts();
        let start = error.line().checked_sub(1).and_then(|line| self.lines.get(line)).copied();
        // serde_json counts columns in bytes, and points after the last byte that it read.
        let offset = (start.unwrap_or(0) + error.column().saturating_sub(1)).min(self.text.len());
        let offset = (0..=offset).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        let hint = syntax_hint::hint(self.text, offset);
        self.report(offset, JsonProblem::Syntax { fault: JsonFault::from(error), hint });
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
            let problem = JsonProblem::Syntax { fault: JsonFault::from(&error), hint: None };
            self.report(self.offset(value), problem);
        })
        .ok()
    }

    fn line_and_column(&mut self, offset: usize) -> (usize, usize) {
        self.line_starts();
        let line = self.lines.partition_point(|start| *start <= offset).max(1);
        let start = self.lines[line - 1];
        let (last, column) = self.last_column;
        let (from, first) =
            if (start..=offset).contains(&last) { (last, column) } else { (start, 1) };
        let column = first + self.text.get(from..offset).unwrap_or_default().chars().count();
        self.last_column = (offset, column);
        (line, column)
    }

    fn line_starts(&mut self) {
        if self.lines.is_empty() {
            let after_breaks = self.text.match_indices('\n').map(|(at, _)| at + 1);
            self.lines = std::iter::once(0).chain(after_breaks).collect();
        }
    }
}

/// What a wrong value is: its kind, or its beginning as written.
fn found(text: &str) -> Found {
    match text.chars().next() {
        Some('{') => return Found::Object,
        Some('[') => return Found::List,
        _ => {}
    }
    let mut chars = text.chars();
    let beginning: String = chars.by_ref().take(QUOTED).collect();
    Found::Value(if chars.next().is_some() { format!("{beginning}…") } else { beginning })
}
