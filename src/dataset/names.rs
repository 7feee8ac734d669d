//! A list of names as CSV or TSV: the headings id, section, name and unit, of which only name must be
//! there. It opens as a dataset without figures, to be looked through and searched.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::{Complaint, Complaints, Rule};
use crate::model::{Dataset, Indicator, Section};

const HEADINGS: [&str; 4] = ["id", "section", "name", "unit"];

/// Where the columns stand.
struct Columns {
    id: Option<usize>,
    section: Option<usize>,
    name: usize,
    unit: Option<usize>,
}

/// The separator of a list of names: what its first line parts a heading `name` by.
pub(super) fn separator(text: &[u8]) -> Option<u8> {
    let first = text.split(|byte| *byte == b'\n').next()?;
    let first = String::from_utf8_lossy(first);
    let first = first.trim_start_matches('\u{feff}').trim();
    let has_name = |separator: &char| {
        let mut headings = first.split(*separator);
        headings.any(|heading| heading.trim().trim_matches('"').eq_ignore_ascii_case("name"))
    };
    [('\t', b'\t'), (',', b','), (';', b';')]
        .into_iter()
        .find(|(separator, _)| has_name(separator))
        .map(|(_, byte)| byte)
}

/// Reads a list of names.
pub(super) fn read(file: &str, text: &[u8], separator: u8) -> Result<Dataset, Complaints> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let mut reader = ReaderBuilder::new().delimiter(separator).trim(Trim::All).from_reader(text);
    let headings = reader.headers().map_err(|error| complaints(file, &error))?.clone();
    let columns = Columns::of(&headings, file)?;
    let mut dataset = Dataset {
        id: file.to_owned(),
        place: file.to_owned(),
        period: String::new(),
        source: None,
        totals: None,
        sections: Vec::new(),
        indicators: Vec::new(),
    };
    let mut found = Vec::new();
    let mut record = StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                if let Some(complaint) = add(&mut dataset, &columns, &record, file) {
                    found.push(complaint);
                }
            }
            // Lines of a wrong length are told one by one; anything else ends the reading.
            Err(error) => {
                let goes_on = matches!(error.kind(), csv::ErrorKind::UnequalLengths { .. });
                found.extend(complaints(file, &error).0);
                if !goes_on {
                    break;
                }
            }
        }
    }
    if found.is_empty() { Ok(dataset) } else { Err(Complaints(found)) }
}

impl Columns {
    fn of(headings: &StringRecord, file: &str) -> Result<Self, Complaints> {
        let at = |name: &str| headings.iter().position(|h| h.eq_ignore_ascii_case(name));
        let unknown = headings
            .iter()
            .find(|heading| !HEADINGS.iter().any(|known| heading.eq_ignore_ascii_case(known)));
        if let Some(unknown) = unknown {
            let found = format!("unknown heading `{unknown}`");
            let expected = format!("known are {}", HEADINGS.join(", "));
            return Err(Complaints(vec![complaint(file, 1, found, expected)]));
        }
        // That there is a name is how the file was told to be a list of names.
        let name = at("name").unwrap_or_default();
        Ok(Self { id: at("id"), section: at("section"), name, unit: at("unit") })
    }
}

/// Adds a line; a complaint if it has no name.
fn add(
    dataset: &mut Dataset,
    columns: &Columns,
    record: &StringRecord,
    file: &str,
) -> Option<Complaint> {
    let get = |column: Option<usize>| {
        column.and_then(|column| record.get(column)).filter(|text| !text.is_empty())
    };
    let line = record.position().map_or(0, csv::Position::line);
    let Some(name) = get(Some(columns.name)) else {
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        return Some(complaint(file, line, "the name is empty", "expected a name"));
    };
    let section = get(columns.section).unwrap_or(&dataset.place);
    let at = dataset.indicators.len();
    match dataset.sections.last_mut().filter(|last| last.name == section) {
        Some(last) => last.indicators.end = at + 1,
        None => {
            let section = Section { name: section.to_owned(), indicators: at..at + 1 };
            dataset.sections.push(section);
        }
    }
    dataset.indicators.push(Indicator {
        id: get(columns.id).map_or_else(|| line.to_string(), str::to_owned),
        name: name.to_owned(),
        unit: get(columns.unit).map(str::to_owned),
        ..Indicator::default()
    });
    None
}

fn complaints(file: &str, error: &csv::Error) -> Complaints {
    let line = error.position().map_or(1, csv::Position::line);
    let line = usize::try_from(line).unwrap_or(usize::MAX);
    let found = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} cells under {expected_len} headings")
        }
        csv::ErrorKind::Utf8 { .. } => "text that is not UTF-8".to_owned(),
        _ => error.to_string(),
    };
    Complaints(vec![complaint(file, line, found, "expected a line of a list of names")])
}

fn complaint(
    file: &str,
    line: usize,
    found: impl Into<String>,
    expected: impl Into<String>,
) -> Complaint {
    let (found, expected) = (found.into(), expected.into());
    Complaint {
        rule: Rule::NameList,
        file: file.to_owned(),
        sheet: None,
        line,
        column: 1,
        path: String::new(),
        found,
        expected,
        excerpt: None,
    }
}
