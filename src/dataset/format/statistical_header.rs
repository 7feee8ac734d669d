//! Exports of statistical services as delimited text, told by their headings: long tables of codes, one row a
//! value, of which the reader of office tables would make rows that mean nothing.

use super::Foreign;

/// How many lines may stand above the headings.
const ABOVE: usize = 10;

/// How many rows are looked at for more than one country.
const ROWS: usize = 2000;

/// Headings that tell a format, all of them together.
const KNOWN: &[(&[&str], Foreign)] = &[
    (&["time_period", "obs_value"], Foreign::SdmxCsv),
    (&["time", "obs_value"], Foreign::SdmxCsv),
    (&["seriescode", "timeperiod", "value"], Foreign::UnSdg),
    (&["seriescode", "geoareaname"], Foreign::UnSdg),
    (&["seriescode", "geoareacode"], Foreign::UnSdg),
    (&["dataelement", "period", "orgunit", "value"], Foreign::Dhis2Csv),
    (&["dx", "pe", "ou"], Foreign::Dhis2Csv),
    (&["dataid", "periodid", "organisationunitid"], Foreign::Dhis2Csv),
    (&["area", "element", "item", "year", "value"], Foreign::FaostatCsv),
];

/// The format that headings in the beginning of a text tell.
pub(super) fn foreign(beginning: &str) -> Option<Foreign> {
    let text = beginning.trim_start_matches('\u{feff}');
    if is_px(text) {
        return Some(Foreign::Px);
    }
    let mut lines = text.lines();
    let first = lines.by_ref().find(|line| !line.trim().is_empty())?;
    // The dimensions of Eurostat stand in one cell.
    let dimensions = first.split('\t').next().unwrap_or_default().trim().to_ascii_lowercase();
    if dimensions.ends_with("\\time_period") || dimensions.ends_with("\\time") {
        return Some(Foreign::EurostatTsv);
    }
    let headings = headings(first);
    let known = KNOWN.iter().find(|(known, _)| {
        known.iter().all(|heading| headings.iter().any(|found| found == heading))
    });
    let is_owid = headings.starts_with(&["entity", "code", "year"].map(str::to_owned));
    let known = known.map(|(_, foreign)| *foreign).or(is_owid.then_some(Foreign::OwidCsv));
    known.or_else(|| of_countries(text))
}

/// The headings of a line in small letters, without what SDMX-CSV puts behind a code: `OBS_VALUE: Value`.
fn headings(line: &str) -> Vec<String> {
    let cells = cells(line);
    let code = |cell: &str| cell.split(": ").next().unwrap_or_default().trim().to_ascii_lowercase();
    cells.iter().map(|cell| code(cell)).collect()
}

/// The cells of a line without quotes; the separator is the one that parts it most often.
fn cells(line: &str) -> Vec<&str> {
    let separators = [',', ';', '\t'];
    let separator = separators.into_iter().max_by_key(|separator| line.matches(*separator).count());
    let cells = line.split(separator.unwrap_or(','));
    cells.map(|cell| cell.trim().trim_matches('"').trim()).collect()
}

/// A wide table of the World Bank, where it has more than one country: two rows of one name would be of two
/// countries, and nobody could tell which.
fn of_countries(text: &str) -> Option<Foreign> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let at = lines.by_ref().take(ABOVE).find_map(|line| {
        let headings = headings(line);
        let at = headings.iter().position(|heading| heading == "country code")?;
        let is_bank = headings.iter().any(|h| h == "indicator code" || h == "series code");
        is_bank.then_some(at)
    })?;
    let mut country = None;
    let several = lines.take(ROWS).any(|line| {
        // Names have commas; the code is the first cell of three capitals.
        let own = cells(line)
            .into_iter()
            .skip(at.min(1))
            .find(|cell| cell.len() == 3 && cell.bytes().all(|byte| byte.is_ascii_uppercase()));
        own.is_some_and(|own| *country.get_or_insert_with(|| own.to_owned()) != *own)
    });
    several.then_some(Foreign::WorldBankCsv)
}

/// Whether a text is a PX file: statements of keywords in capitals.
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
