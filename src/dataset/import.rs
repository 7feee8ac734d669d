//! Imports a report in prose: bytes to a draft dataset, with the fate of every number.

use std::collections::HashMap;
use std::sync::Arc;

use super::Foreign;
use super::document::{self, Document, NotProse, SetAside};
use super::file_name::{STDIN, file_name};
use super::format::{self, Format};
use super::prose::{self, Fate, KeptDecisions, Number, NumberRule, ReviewedNumber};
use super::table;
use crate::model::{Dataset, Indicators, Place, Section, Source};

/// The maximum number of bytes of a report.
pub const LARGEST_REPORT: u64 = 64 * 1024 * 1024;

/// How a report is imported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// The place, if it is not the one that the text names.
    pub place: Option<String>,
    /// The period, if it is not the one that the text names.
    pub period: Option<String>,
    /// Whether only indicators without doubts are kept.
    pub only_sure: bool,
    /// Whether the dataset keeps the paragraphs.
    pub keep_text: bool,
}

/// A report that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The draft.
    pub dataset: Dataset,
    /// The paragraphs, also if the dataset does not keep them.
    pub paragraphs: Vec<String>,
    /// Every number of the paragraphs, in order.
    pub numbers: Vec<Number>,
    /// The number of tables, whose numbers are not among them.
    pub tables: usize,
    /// What was set aside.
    pub set_aside: Vec<(SetAside, usize)>,
}

impl Import {
    /// The number of numbers of one fate.
    #[must_use]
    pub fn count(&self, fate: Fate) -> usize {
        self.numbers.iter().filter(|number| number.fate == fate).count()
    }

    /// Carries the decisions of a reviewer about an earlier draft over. The dataset has to have its text.
    pub fn keep_decisions(&mut self, earlier: &Dataset) -> KeptDecisions {
        let (dataset, kept) = prose::with_decisions_of(earlier, self.dataset.clone());
        self.dataset = dataset;
        let reviewed = prose::reviewed_numbers(&self.dataset);
        let place = |number: &ReviewedNumber| (number.paragraph, number.span.start);
        let owners: HashMap<(u32, usize), Option<usize>> =
            reviewed.iter().map(|number| (place(number), number.indicator)).collect();
        for number in &mut self.numbers {
            if let Some(owner) = owners.get(&(number.paragraph, number.span.start)) {
                number.indicator = *owner;
            }
        }
        kept
    }

    /// Leaves the paragraphs out of the dataset.
    pub fn leave_text_out(&mut self) {
        if let Some(source) = self.dataset.source.as_mut().map(Arc::make_mut) {
            (source.text, source.set_aside) = (Vec::new(), Vec::new());
        }
    }

    /// The number of indicators that are to be reviewed.
    #[must_use]
    pub fn to_review(&self) -> usize {
        self.dataset.indicators.iter().filter(|indicator| !indicator.review.is_empty()).count()
    }
}

/// Reads a report; `name` is its file name.
///
/// # Errors
///
/// Says why the file is no report that can be read.
pub fn import(name: &str, bytes: &[u8], options: &ImportOptions) -> Result<Import, NotProse> {
    Ok(import_document(name, read_document(bytes)?, options))
}

/// Whether bytes are a PDF document, which is better read in a process of its own: the code that reads it has no
/// limit of memory.
#[must_use]
pub fn is_pdf(bytes: &[u8]) -> bool {
    format::sniff(bytes) == Format::Foreign(Foreign::Pdf)
}

/// Reads the paragraphs of a report.
///
/// # Errors
///
/// Says why the file is no report that can be read.
pub fn read_document(bytes: &[u8]) -> Result<Document, NotProse> {
    if bytes.len() as u64 > LARGEST_REPORT {
        return Err(NotProse::TooLarge(LARGEST_REPORT >> 20));
    }
    let document = document_of(bytes)?;
    if document.title.is_empty() && document.paragraphs.is_empty() {
        return Err(NotProse::Empty);
    }
    Ok(document)
}

/// Reads the document, whose format is recognised by its content.
fn document_of(bytes: &[u8]) -> Result<Document, NotProse> {
    let text = || table::decoded(bytes);
    match format::sniff(bytes) {
        Format::Foreign(foreign) => match foreign {
            Foreign::Html => Ok(document::read_html(&text())),
            Foreign::Report => Ok(document::read_text(&text())),
            #[cfg(feature = "pdf")]
            Foreign::Pdf => document::read_pdf(bytes),
            #[cfg(not(feature = "pdf"))]
            Foreign::Pdf => Err(NotProse::Pdf),
            Foreign::Doc => Err(NotProse::Doc),
            Foreign::Odt => Err(NotProse::Odt),
            Foreign::Rtf => Err(NotProse::Rtf),
            Foreign::Mhtml => Err(NotProse::Mhtml),
            Foreign::Image => Err(NotProse::Image),
            other => Err(NotProse::Foreign(other)),
        },
        Format::Word => document::read_docx(bytes),
        Format::Html => Ok(document::read_html(&text())),
        Format::Workbook if is_encrypted(bytes) => Err(NotProse::Password),
        Format::Workbook | Format::Gzip | Format::SpreadsheetXml => Err(NotProse::Workbook),
        Format::Json if bytes.trim_ascii_start().starts_with(b"{") => Err(NotProse::Dataset),
        Format::Lossless(_) => Err(NotProse::Dataset),
        Format::Table if is_table(bytes) => Err(NotProse::Table),
        Format::Json | Format::Names(_) | Format::Table => {
            let text = text();
            // Binary data of an unknown format has zero bytes.
            if text.contains('\0') {
                return Err(NotProse::Binary);
            }
            Ok(document::read_text(&text))
        }
    }
}

/// Whether text that looks like a table is read as one, with results of several indicators.
fn is_table(bytes: &[u8]) -> bool {
    const FEWEST: usize = 2;
    let Ok(opened) = super::read(STDIN, bytes, None) else { return false };
    let indicators = opened.datasets.iter().flat_map(|dataset| dataset.indicators.iter());
    indicators.filter(|indicator| indicator.figure().is_some()).nth(FEWEST - 1).is_some()
}

/// Whether a compound file holds an encrypted document of Office.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}

/// Reads the indicators of a document; `name` is its file name.
#[must_use]
pub fn import_document(name: &str, document: Document, options: &ImportOptions) -> Import {
    let Document { title, paragraphs, tables, set_aside } = document;
    let mut draft = prose::read(&title, paragraphs);
    if options.only_sure {
        keep_sure(&mut draft);
    }
    let place = options.place.clone().or(draft.place.take());
    let period = options.period.clone().or(draft.period.take()).unwrap_or_default();
    let text = if options.keep_text { draft.paragraphs.clone() } else { Vec::new() };
    let mut dataset = Dataset {
        id: id(place.as_deref(), &period),
        place: place.map_or_else(|| Place::File(file_name(name).into()), Place::from),
        period,
        source: Some(
            Source { title: title_or_name(title, name), date: None, text, set_aside: Vec::new() }
                .into(),
        ),
        totals: draft.totals.map(Box::new),
        sections: draft.sections.into(),
        indicators: Indicators::new(),
    };
    // "30/4 - 1/5/2025" is no period, but gives the year of those that have none.
    let days = dataset.period.split_whitespace().filter(|word| word.contains('/')).count();
    let of_all = crate::lexicon::period::parse(&dataset.period).filter(|_| days < 2);
    let named = year_in(&dataset.period).filter(|_| of_all.is_none());
    dataset.indicators = draft
        .indicators
        .into_iter()
        .map(|mut indicator| {
            indicator.period = indicator
                .period
                .map(|period| of_all.map_or(period, |whole| period.within(whole)).or_year(named))
                .filter(|period| Some(*period) != of_all);
            indicator.take_period_of(of_all);
            indicator
        })
        .collect();
    Import { dataset, paragraphs: draft.paragraphs, numbers: draft.numbers, tables, set_aside }
}

/// The last year that the words of a period name.
fn year_in(words: &str) -> Option<u16> {
    let numbers = words.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 4);
    numbers.filter_map(|number| number.parse().ok()).rfind(|year| (1900..2100).contains(year))
}

/// Leaves out the indicators with doubts; their numbers are then not read.
fn keep_sure(draft: &mut prose::Draft) {
    let sure: Vec<bool> =
        draft.indicators.iter().map(|indicator| indicator.review.is_empty()).collect();
    let new_index: Vec<Option<usize>> = sure
        .iter()
        .scan(0, |next, sure| {
            let index = sure.then_some(*next);
            *next += usize::from(*sure);
            Some(index)
        })
        .collect();
    for number in &mut draft.numbers {
        let Some(old) = number.indicator else { continue };
        number.indicator = new_index.get(old).copied().flatten();
        if number.indicator.is_none() {
            (number.fate, number.rule) = (Fate::Unread, NumberRule::LeftOutBySure);
        }
    }
    let mut start = 0;
    let mut sections = Vec::new();
    for section in std::mem::take(&mut draft.sections) {
        let count = sure
            .get(section.indicators.clone())
            .unwrap_or_default()
            .iter()
            .filter(|sure| **sure)
            .count();
        if count > 0 {
            sections.push(Section { name: section.name, indicators: start..start + count });
            start += count;
        }
    }
    draft.sections = sections;
    draft.indicators.retain(|indicator| indicator.review.is_empty());
}

/// An id of place and period: "bac-kan-2024".
fn id(place: Option<&str>, period: &str) -> String {
    let text = [place.unwrap_or("ban-nhap"), period].join(" ");
    let folded = crate::text::fold::fold(&text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// The title, or the name of the file if the text has none.
fn title_or_name(title: String, name: &str) -> String {
    if !title.is_empty() {
        return title;
    }
    match file_name(name) {
        STDIN | "" => "Báo cáo".to_owned(),
        name => name.to_owned(),
    }
}
