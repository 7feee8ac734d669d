//! A part of a text: some paragraphs that go on with nothing before them, which are read by any processor.

use std::ops::Range;

use super::draft_types::Number;
use super::finished_part::{FinishedPart, finish_part};
use super::paragraph_reader::{ParagraphReader, begins_with_part, goes_on};
use super::text_outline::TextOutline;
use crate::dataset::prose::phrases::text_places::Places;
use crate::dataset::prose::rows::sentence_reader::ReadingState;
use crate::model::Totals;
use crate::text::parse_number::Separators;

/// The fewest bytes of a part: less is read before a thread has begun.
const PART: usize = 32 << 10;

/// What the parts of a text have in common.
pub(super) struct PartReader<'a> {
    pub(super) paragraphs: &'a [String],
    pub(super) outline: &'a TextOutline,
    /// The places of each paragraph.
    pub(super) places: &'a [Places],
    pub(super) style: Separators,
    /// For each paragraph of a text about a month and the months up to it, whether those were named last before it.
    pub(super) cumulated: &'a [bool],
    /// What is known when the first paragraph is read.
    pub(super) beginning: ReadingState,
}

/// What was read out of a part.
pub(super) struct DraftPart {
    /// The paragraphs.
    pub(super) range: Range<usize>,
    pub(super) finished: FinishedPart,
    /// What the part says about all indicators of the text.
    pub(super) totals: Option<Totals>,
    /// Whether a sentence up to its end began with a part of the document's year.
    pub(super) until_said: bool,
    /// Whether it would be read otherwise if that had been said before it.
    pub(super) until_matters: bool,
}

impl PartReader<'_> {
    /// Divides the paragraphs into parts.
    pub(super) fn parts(&self) -> Vec<Range<usize>> {
        let (mut parts, mut start, mut bytes) = (Vec::new(), 0, 0);
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            if bytes >= PART && !goes_on(paragraph) {
                parts.push(start..at);
                (start, bytes) = (at, 0);
            }
            bytes += paragraph.len();
        }
        parts.push(start..self.paragraphs.len());
        parts
    }

    /// Reads a part; `until_said` is whether a sentence before it began with a part of the document's year.
    pub(super) fn read(&self, range: Range<usize>, until_said: bool) -> DraftPart {
        let mut state = ReadingState { until_said, ..self.beginning.clone() };
        let mut numbers: Vec<Number> = Vec::new();
        let mut totals = None;
        for at in range.clone() {
            let outlined = self.outline.paragraphs[at];
            state.places.clone_from(&self.places[at]);
            state.section = outlined.section;
            state.section_period = self.outline.period(&outlined).cloned();
            if !begins_with_part(&self.paragraphs[at]) {
                state.paragraph_period = None;
            }
            state.cumulated = self.cumulated.get(at).copied().unwrap_or_default();
            state.earlier_year_said = false;
            state.some_days_said = false;
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            state.other_period_said = state.leaves_day_for_year(number, &self.paragraphs[at]);
            let mut paragraph_reader = ParagraphReader {
                number,
                text: &self.paragraphs[at],
                heading: outlined.heading,
                is_row: false,
                mood: outlined.mood,
                style: self.style,
                numbers: &mut numbers,
                totals: &mut totals,
            };
            paragraph_reader.read(&mut state);
        }
        DraftPart {
            range,
            finished: finish_part(self.paragraphs, state.rows, numbers, state.language),
            totals,
            until_said: state.until_said,
            until_matters: state.until_matters,
        }
    }
}
