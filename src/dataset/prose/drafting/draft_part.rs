//! A part of a text: some paragraphs that go on with nothing before them, which are read by any processor.

use std::ops::Range;

use super::draft_types::Number;
use super::finished_part::{FinishedPart, finish_part};
use super::paragraph_reader::{ParagraphReader, begins_with_part, goes_on};
use super::text_outline::TextOutline;
use crate::dataset::prose::phrases::text_places::Places;
use crate::dataset::prose::rows::reading_state::{
    DocumentContext, ParagraphContext, PartOfYear, ReadingState,
};
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
    pub(super) document: DocumentContext,
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
        let mut state = ReadingState {
            document: self.document.clone(),
            part_of_year: PartOfYear::new(until_said),
            ..ReadingState::default()
        };
        let mut numbers: Vec<Number> = Vec::new();
        let mut totals = None;
        for at in range.clone() {
            let outlined = self.outline.paragraphs[at];
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            state.paragraph = self.begin(&mut state, at, number);
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
            finished: finish_part(self.paragraphs, state.rows, numbers, state.document.language),
            totals,
            until_said: state.part_of_year.is_said(),
            until_matters: state.part_of_year.matters(),
        }
    }

    /// What is known of a paragraph before its first sentence is read, and what of the paragraph before it still holds.
    fn begin(&self, state: &mut ReadingState, at: usize, number: u32) -> ParagraphContext {
        let text = &*self.paragraphs[at];
        let outlined = self.outline.paragraphs[at];
        let (goes_on, with_part) = (goes_on(text), begins_with_part(text));
        let before = std::mem::take(&mut state.paragraph);
        ParagraphContext {
            start: state.rows.len(),
            section: outlined.section,
            section_period: self.outline.period(&outlined).cloned(),
            places: self.places[at].clone(),
            cumulated: self.cumulated.get(at).copied().unwrap_or_default(),
            inherited: before.inherited.filter(|_| goes_on),
            plan_said: before.plan_said && goes_on,
            period: before.period.filter(|_| with_part),
            owner: None,
            some_days_said: false,
            earlier_year_said: false,
            other_period_said: state.document.leaves_day_for_year(number, text),
        }
    }
}
