//! A draft whose parts are collected in the order of the text.

use super::draft_ids::Ids;
use super::draft_part::DraftPart;
use super::draft_types::{Draft, Number};
use super::finished_part::FinishedPart;
use crate::model::{Indicator, Section, Totals};

/// A draft to which parts are added in the order of the text.
#[derive(Default)]
pub(super) struct CollectedDraft {
    indicators: Vec<Indicator>,
    sections: Vec<usize>,
    numbers: Vec<Number>,
    totals: Option<Totals>,
    ids: Ids,
}

impl CollectedDraft {
    /// A draft with the numbers of the title.
    pub(super) fn of(numbers: Vec<Number>) -> Self {
        Self { numbers, ..Self::default() }
    }

    /// Adds what was read out of the next part.
    pub(super) fn add(&mut self, part: DraftPart) {
        let before = self.indicators.len();
        let FinishedPart { indicators, sections, numbers } = part.finished;
        let ids = &mut self.ids;
        self.indicators.extend(
            indicators
                .into_iter()
                .map(|indicator| Indicator { id: ids.take(indicator.id), ..indicator }),
        );
        self.sections.extend(sections);
        self.numbers.extend(
            numbers.into_iter().map(|number| Number {
                indicator: number.indicator.map(|at| at + before),
                ..number
            }),
        );
        self.totals = self.totals.take().or(part.totals);
    }

    /// The draft of the whole text; `sections` are the names.
    pub(super) fn finish(
        self,
        title: &str,
        period: Option<String>,
        place: Option<String>,
        paragraphs: Vec<String>,
        sections: &[String],
    ) -> Draft {
        Draft {
            title: title.to_owned(),
            paragraphs,
            sections: section_ranges(sections, &self.sections),
            indicators: self.indicators,
            place,
            period,
            totals: self.totals,
            numbers: self.numbers,
        }
    }
}

/// The sections of indicators that are given by the indexes of their names.
fn section_ranges(names: &[String], indicators: &[usize]) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    for (at, section) in indicators.iter().enumerate() {
        let name = names.get(*section).map_or("", String::as_str);
        match found.last_mut() {
            Some(section) if section.name == name => section.indicators.end = at + 1,
            _ => found.push(Section { name: name.to_owned(), indicators: at..at + 1 }),
        }
    }
    found
}
