//! Reads a list of names as CSV or TSV into a dataset without values, to browse and search.
//!
//! The headings are id, section, name and unit; only name is required. Without a unit column, text in
//! brackets after a name is its unit. Such lists can be long (all names of a country), so reading is
//! optimised for speed.

use std::collections::HashMap;
use std::fmt::Write as _;

use foldhash::fast::RandomState;
use memchr::memchr;

use super::delimited_text::{Records, first_record, unclosed_quote};
use super::diagnostics::quota::Collected;
use super::file_name::file_name;
use super::line_parts::in_parts;
use super::{Diagnostic, Diagnostics, NamesProblem, OpenError, table, value_rules};
use crate::model::{Dataset, Indicators, Place, Section};
use crate::text::fold::fold;

const HEADINGS: [&str; 4] = ["id", "section", "name", "unit"];

/// Returns the separator of a list of names, if the first line has a heading `name`.
pub(super) fn separator(bytes: &[u8]) -> Option<u8> {
    let has_name = |separator: &u8| {
        let headings = first_record(bytes, *separator);
        headings.iter().any(|heading| heading.trim().eq_ignore_ascii_case("name"))
    };
    [b'\t', b',', b';'].into_iter().find(has_name)
}

/// Reads a list of names.
pub(super) fn read(file: &str, text: &[u8], separator: u8) -> Result<Dataset, OpenError> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let text = simdutf8::compat::from_utf8(text).map_err(|error| {
        let line = 1 + text[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        Diagnostic::of_line(NamesProblem::NotUtf8, (file, line))
    })?;
    if memchr(b'"', text.as_bytes()).is_some() {
        return read_quoted(file, text, separator);
    }
    read_plain(file, text, char::from(separator))
}

/// Reads a list without quotes: a line is a record, and text between separators is a cell.
fn read_plain(file: &str, text: &str, separator: char) -> Result<Dataset, OpenError> {
    let (headings, records) = text.split_once('\n').unwrap_or((text, ""));
    let columns = Columns::of(headings.split(separator), file)?;
    let part = |line, part: &str| List::of_lines(file, &columns, (line, part), separator);
    let lists = in_parts(records, 2, part);
    // Errors are listed in order, up to a limit for the whole file.
    if lists.iter().any(|list| !list.found.kept.is_empty()) {
        return part(2, records).finish();
    }
    let mut list = List::new(file, &columns, 0);
    lists.into_iter().for_each(|part| list.append(part));
    list.finish()
}

fn read_quoted(file: &str, text: &str, separator: u8) -> Result<Dataset, OpenError> {
    if let Some((line, _)) = unclosed_quote::first_open(text, separator) {
        return Err(Diagnostic::of_line(NamesProblem::UnclosedQuote, (file, line)).into());
    }
    let mut records = Records::of(text, separator);
    let headings = records.next().map(|(_, cells)| cells).unwrap_or_default();
    let columns = Columns::of(headings.iter().map(AsRef::as_ref), file)?;
    let mut list = List::new(file, &columns, text.len() / 64);
    for (line, cells) in records {
        list.add(line, &cells.iter().map(AsRef::as_ref).collect::<Vec<_>>());
    }
    list.finish()
}

/// The positions of the columns, from 0.
#[derive(Clone)]
struct Columns {
    id: Option<usize>,
    section: Option<usize>,
    name: usize,
    unit: Option<usize>,
    count: usize,
}

impl Columns {
    fn of<'a>(headings: impl Iterator<Item = &'a str>, file: &str) -> Result<Self, Diagnostics> {
        let headings: Vec<&str> = headings.map(str::trim).collect();
        let at = |name: &str| headings.iter().position(|h| h.eq_ignore_ascii_case(name));
        let is_known = |heading: &str| HEADINGS.iter().any(|h| heading.eq_ignore_ascii_case(h));
        if let Some(unknown) = headings.iter().find(|heading| !is_known(heading)) {
            let known = HEADINGS.map(str::to_owned).to_vec();
            let problem = NamesProblem::UnknownHeading { heading: (*unknown).to_owned(), known };
            return Err(Diagnostic::of_line(problem, (file, 1)).into());
        }
        // A `name` heading exists, since `separator` detected the format by it.
        let (name, count) = (at("name").unwrap_or_default(), headings.len());
        Ok(Self { id: at("id"), section: at("section"), name, unit: at("unit"), count })
    }
}

/// A list while it is being read.
struct List<'a> {
    file: &'a str,
    columns: Columns,
    sections: Vec<String>,
    /// The index of each section in `sections`.
    numbers: HashMap<String, usize>,
    indicators: Indicators,
    /// The index of the section and the line number of each indicator.
    places: Vec<(usize, usize)>,
    /// A line number as text: the id of an indicator without one.
    number: String,
    found: Collected<Diagnostic>,
}

impl<'a> List<'a> {
    /// Reads lines of a list, from the one with a number.
    fn of_lines(
        file: &'a str,
        columns: &Columns,
        (line, text): (usize, &str),
        separator: char,
    ) -> Self {
        let mut list = Self::new(file, columns, text.len() / 64);
        let mut cells = Vec::new();
        for (line, record) in (line..).zip(text.lines()).filter(|(_, line)| !line.is_empty()) {
            cells.clear();
            cells.extend(record.split(separator));
            list.add(line, &cells);
        }
        list
    }

    /// Appends the indicators of a list of later lines of the file, which has no errors.
    fn append(&mut self, other: Self) {
        if self.indicators.is_empty() {
            *self = other;
            return;
        }
        self.indicators.append(&other.indicators);
        let mut new = HashMap::new();
        for (section, line) in other.places {
            let section =
                *new.entry(section).or_insert_with(|| self.section(&other.sections[section]));
            self.places.push((section, line));
        }
    }

    fn new(file: &'a str, columns: &Columns, expected: usize) -> Self {
        Self {
            file,
            columns: columns.clone(),
            sections: Vec::new(),
            numbers: HashMap::new(),
            indicators: Indicators::new(),
            places: Vec::with_capacity(expected),
            number: String::new(),
            found: Collected::default(),
        }
    }

    fn add(&mut self, line: usize, cells: &[&str]) {
        if cells.len() != self.columns.count {
            let (cells, headings) = (cells.len(), self.columns.count);
            self.report(line, NamesProblem::CellCount { cells, headings });
            return;
        }
        let get = |column: Option<usize>| {
            column
                .and_then(|column| cells.get(column))
                .map(|cell| cell.trim())
                .filter(|c| !c.is_empty())
        };
        let Some(name) = get(Some(self.columns.name)) else {
            self.report(line, NamesProblem::NoName);
            return;
        };
        let own_id = get(self.columns.id);
        if let Some(id) = own_id.filter(|id| !value_rules::is_id(id)) {
            self.report(line, NamesProblem::WrongId { id: id.to_owned() });
            return;
        }
        let in_brackets = match self.columns.unit {
            None if name.ends_with(')') => unit_in_brackets(name),
            _ => None,
        };
        let (name, unit) = match &in_brackets {
            Some((name, unit)) => (name.as_str(), Some(unit.as_str())),
            None => (name, get(self.columns.unit)),
        };
        let section = self.section(get(self.columns.section).unwrap_or_default());
        let id = match own_id {
            Some(id) => id,
            None => {
                self.number.clear();
                // A `String` can always be written to.
                let _ = write!(self.number, "{line}");
                &self.number
            }
        };
        self.indicators.push_named(id, name, unit);
        self.places.push((section, line));
    }

    /// Returns the index of a section. In most lists the rows of a section are consecutive.
    fn section(&mut self, name: &str) -> usize {
        if self.columns.section.is_none() && !self.sections.is_empty() {
            return 0;
        }
        if let Some((last, _)) = self.places.last()
            && self.sections[*last] == name
        {
            return *last;
        }
        let next = self.sections.len();
        let number = *self.numbers.entry(name.to_owned()).or_insert(next);
        if number == next {
            self.sections.push(name.to_owned());
        }
        number
    }

    fn finish(mut self) -> Result<Dataset, OpenError> {
        self.find_same_ids();
        if !self.found.kept.is_empty() {
            return Err(self.found.into());
        }
        if !self.places.is_sorted_by_key(|(section, _)| section) {
            let mut order: Vec<usize> = (0..self.places.len()).collect();
            order.sort_by_key(|at| self.places[*at].0);
            self.indicators = order.iter().filter_map(|at| self.indicators.get(*at)).collect();
            self.places.sort_by_key(|(section, _)| *section);
        }
        let mut start = 0;
        let mut sections = Vec::new();
        for (number, name) in self.sections.into_iter().enumerate() {
            let end =
                start + self.places[start..].partition_point(|(section, _)| *section == number);
            let name = if name.is_empty() { name_of(self.file) } else { name };
            sections.push(Section { name, indicators: start..end });
            start = end;
        }
        Ok(Dataset {
            id: id_of(self.file),
            place: Place::File(file_name(self.file).into()),
            period: String::new(),
            source: None,
            totals: None,
            sections: sections.into(),
            indicators: self.indicators,
        })
    }

    /// Reports ids that occur twice. Without an id column the line numbers are the ids, which are unique.
    fn find_same_ids(&mut self) {
        if self.columns.id.is_none() {
            return;
        }
        let mut lines =
            HashMap::with_capacity_and_hasher(self.indicators.len(), RandomState::default());
        let mut found = Vec::new();
        for (id, (_, line)) in self.indicators.ids().zip(&self.places) {
            if let Some(first) = lines.insert(id, *line) {
                found.push((*line, NamesProblem::DuplicateId { id: id.to_string(), first }));
            }
        }
        drop(lines);
        for (line, problem) in found {
            self.report(line, problem);
        }
    }

    fn report(&mut self, line: usize, problem: NamesProblem) {
        self.found.keep([Diagnostic::of_line(problem, (self.file, line))]);
    }
}

/// What a list is called that says nothing of itself: as its file. A file may have any name.
fn name_of(file: &str) -> String {
    if value_rules::is_text(file) { file.to_owned() } else { "x".to_owned() }
}

/// The id of a list.
fn id_of(file: &str) -> String {
    let id = file.replace(char::is_control, "-");
    name_of(&id)
}

/// A name without the unit in its last brackets, and that unit. "Tân Lập (xã)" is a place and its kind.
fn unit_in_brackets(name: &str) -> Option<(String, String)> {
    const KINDS: [&str; 6] = ["xa", "huyen", "thon", "ban", "thon, ban", "to"];
    table::unit_in_brackets(name).filter(|(_, unit)| !KINDS.contains(&fold(unit).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a list without splitting it.
    fn whole(text: &str) -> Dataset {
        let (headings, records) = text.split_once('\n').unwrap();
        let columns = Columns::of(headings.split('\t'), "x").unwrap();
        List::of_lines("x", &columns, (2, records), '\t').finish().unwrap()
    }

    #[test]
    fn a_long_list_is_read_the_same_in_parts() {
        let line = |at: usize| {
            let (section, unit) = (at * 7 / 10_000 % 5, ["ha", "%", ""][at / 11 % 3]);
            format!("{section}\tChỉ tiêu dài số {at} của xã\t{unit}\n")
        };
        let with_units: String = (0..60_000).map(line).collect();
        let with_units = format!("section\tname\tunit\n{with_units}");
        let plain: String = (0..60_000).map(|at| format!("Chỉ tiêu dài số {at}\r\n\n")).collect();
        for text in
            [with_units, format!("name\n{plain}"), "name\n".to_owned(), "name\na".to_owned()]
        {
            let parts = read("x", text.as_bytes(), b'\t').unwrap();
            assert!(parts == whole(&text), "{} bytes", text.len());
        }
    }

    #[test]
    fn errors_of_a_long_list_have_their_lines() {
        let mut lines: Vec<String> =
            (0..60_000).map(|at| format!("Chỉ tiêu dài số {at}")).collect();
        for at in [3, 30_000, 59_000] {
            lines[at].push_str("\tx");
        }
        let text = format!("name\n{}", lines.join("\n"));
        let Err(error) = read("x", text.as_bytes(), b'\t') else { panic!("no error") };
        let error = error.to_string();
        for line in ["x:5:", "x:30002:", "x:59002:"] {
            assert!(error.contains(line), "{line} in {error}");
        }
    }
}
