//! Detects delimited exports of statistical services by their headings: long tables of codes, one row for
//! each value. The reader of office tables would turn them into meaningless rows.

use memchr::memchr_iter;

use crate::dataset::Foreign;
use crate::dataset::delimited_text::fields::Fields;

/// Sets of headings that identify a format; all headings of a set must occur.
const KNOWN: &[(&[&str], Foreign)] = &[
    (&["time_period", "obs_value"], Foreign::SdmxCsv),
    (&["time", "obs_value"], Foreign::SdmxCsv),
    (&["dataelement", "period", "orgunit", "value"], Foreign::Dhis2Csv),
    (&["dx", "pe", "ou"], Foreign::Dhis2Csv),
    (&["dataid", "periodid", "organisationunitid"], Foreign::Dhis2Csv),
];

/// Returns the format that the headings at the start of a text identify.
pub(super) fn foreign(beginning: &str) -> Option<Foreign> {
    let text = beginning.trim_start_matches('\u{feff}');
    if is_px(text) {
        return Some(Foreign::Px);
    }
    let mut lines = text.lines();
    let first = lines.by_ref().find(|line| !line.trim().is_empty())?;
    // Eurostat has all dimensions in one cell.
    let dimensions = first.split('\t').next().unwrap_or_default().trim().to_ascii_lowercase();
    if dimensions.ends_with("\\time_period") || dimensions.ends_with("\\time") {
        return Some(Foreign::EurostatTsv);
    }
    let headings = headings(first);
    let known = KNOWN.iter().find(|(known, _)| {
        known.iter().all(|heading| headings.iter().any(|found| found == heading))
    });
    let foreign = known.map(|(_, foreign)| *foreign)?;
    // The headings of SDMX over words are those of a long table.
    let names = |heading: &str| headings.iter().any(|found| found == heading);
    let is_structured = !names("time_period") || STRUCTURES.into_iter().any(names);
    let mut in_words =
        || lines.next().is_some_and(|line| cells(line).iter().any(|cell| is_words(cell)));
    // "indicator.label" is over labels, which need no list of codes.
    let is_labelled = headings.iter().any(|heading| heading.ends_with(LABEL))
        && !STRUCTURES.into_iter().any(names);
    let is_read = is_labelled || !is_structured && in_words();
    (foreign != Foreign::SdmxCsv || !is_read).then_some(foreign)
}

/// The end of a heading over labels in place of codes.
const LABEL: &str = ".label";

/// Headings of SDMX-CSV over the structure that the codes are of.
const STRUCTURES: [&str; 4] = ["dataflow", "structure", "structure_id", "dsd"];

/// Whether a cell contains words, and no code with or without its label.
fn is_words(cell: &str) -> bool {
    cell.contains(' ') && !cell.contains(": ") && cell.contains(|c: char| c.is_lowercase())
}

/// Returns the headings in lower case, without the label that SDMX-CSV adds to a code: `OBS_VALUE: Value`.
fn headings(line: &str) -> Vec<String> {
    let cells = cells(line);
    let code = |cell: &str| cell.split(": ").next().unwrap_or_default().trim().to_ascii_lowercase();
    cells.iter().map(|cell| code(cell)).collect()
}

/// Splits a line into cells, by the separator that occurs most often.
fn cells(line: &str) -> Vec<String> {
    let separators = [b',', b';', b'\t'];
    let count = |separator: &u8| memchr_iter(*separator, line.as_bytes()).count();
    let separator = separators.into_iter().max_by_key(count).unwrap_or(b',');
    Fields::at(line, 0, separator).map(|cell| cell.trim().to_owned()).collect()
}

/// Whether a text is a PX file: statements with keywords in capitals.
fn is_px(text: &str) -> bool {
    const KEYWORDS: [&str; 9] = [
        "CHARSET=",
        "AXIS-VERSION=",
        "CODEPAGE=",
        "LANGUAGE=",
        "LANGUAGES=",
        "MATRIX=",
        "TITLE=",
        "SUBJECT-AREA=",
        "CREATION-DATE=",
    ];
    let start = text.trim_start();
    let begins = KEYWORDS.iter().any(|word| start.starts_with(word));
    let holds = ["STUB", "HEADING", "VALUES(", "AXIS-VERSION="];
    begins && holds.iter().any(|word| text.contains(&format!("\n{word}")))
}
