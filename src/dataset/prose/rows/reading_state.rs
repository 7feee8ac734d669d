//! What is known of the document, the paragraph and the sentence that is read.

use super::draft_row::DraftRow;
use crate::dataset::prose::phrases::period_mentions::Named;
use crate::dataset::prose::phrases::text_places::Places;
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::tokens::report_language::ReportLanguage;
use crate::dataset::prose::tokens::sentences::SentenceAt;
use crate::lexicon::prose_words::SPEAKS_OF_YEAR;
use crate::model::{Period, Span};
use crate::text::lower_case::LowerCase;

/// What is known when a sentence is read, and what it leaves to the next one.
#[derive(Debug, Default)]
pub(in crate::dataset::prose) struct ReadingState {
    pub(in crate::dataset::prose) document: DocumentContext,
    pub(in crate::dataset::prose) paragraph: ParagraphContext,
    pub(in crate::dataset::prose) sentence: SentenceContext,
    pub(in crate::dataset::prose) part_of_year: PartOfYear,
    /// The indicators so far.
    pub(in crate::dataset::prose) rows: Vec<DraftRow>,
}

/// What is known of a document before its first paragraph is read.
#[derive(Debug, Clone, Default)]
pub(in crate::dataset::prose) struct DocumentContext {
    pub(in crate::dataset::prose) language: ReportLanguage,
    pub(in crate::dataset::prose) period: Option<Period>,
    /// Whether the title or the beginning of a sentence gives the period.
    pub(in crate::dataset::prose) period_is_sure: bool,
    /// The sentence that gives the period, if the title does not.
    pub(in crate::dataset::prose) period_said_at: Option<SentenceAt>,
    /// Whether the title names several periods, so that none is surely that of a figure.
    pub(in crate::dataset::prose) several_periods: bool,
    /// The term of the resolution that the title names: "nhiệm kỳ 2020 - 2025".
    pub(in crate::dataset::prose) term: Option<Period>,
    /// Whether the title sets targets.
    pub(in crate::dataset::prose) plans: bool,
    /// The place, if the title names it.
    pub(in crate::dataset::prose) place: Option<String>,
    /// Whether the text is about several places.
    pub(in crate::dataset::prose) several_places: bool,
}

/// What is known of a paragraph; the sentences add to it. `drafting/draft_part.rs` begins it.
#[derive(Debug, Default)]
pub(in crate::dataset::prose) struct ParagraphContext {
    /// The first indicator of the paragraph.
    pub(in crate::dataset::prose) start: usize,
    /// The section of new indicators.
    pub(in crate::dataset::prose) section: usize,
    /// The period that the last heading names, or the line before a list.
    pub(in crate::dataset::prose) section_period: Option<Named>,
    /// The places that distinguish indicators, where a text is about several.
    pub(in crate::dataset::prose) places: Places,
    /// Whether the last of the document's periods that the paragraphs before name is the longer one: "8 tháng", and
    /// not "tháng 8".
    pub(in crate::dataset::prose) cumulated: bool,
    /// The last comparison, which percents without one inherit.
    pub(in crate::dataset::prose) inherited: Option<QuantityRole>,
    /// Whether something was compared with a plan.
    pub(in crate::dataset::prose) plan_said: bool,
    /// The period with which a sentence began.
    pub(in crate::dataset::prose) period: Option<Named>,
    /// The institution with which the paragraph begins before a colon.
    pub(in crate::dataset::prose) owner: Option<String>,
    /// Whether a sentence began with some days, which those behind it may be about as well.
    pub(in crate::dataset::prose) some_days_said: bool,
    /// Whether a figure was of an earlier year than that of the month in the title, which may only be when the report
    /// was published.
    pub(in crate::dataset::prose) earlier_year_said: bool,
    /// Whether another period was named than a day up to which the first sentences count, so that a figure without a
    /// period need not be of that day.
    pub(in crate::dataset::prose) other_period_said: bool,
}

/// What is known of a sentence beyond its words.
#[derive(Debug, Default)]
pub(in crate::dataset::prose) struct SentenceContext {
    pub(in crate::dataset::prose) at: SentenceAt,
    /// Where the sentence begins in its paragraph, in bytes.
    pub(in crate::dataset::prose) offset: usize,
    /// Whether the sentence sets targets.
    pub(in crate::dataset::prose) target: bool,
    /// Whether only a heading that may also head results says so.
    pub(in crate::dataset::prose) perhaps: bool,
}

/// Whether a sentence began with a part of the document's year, such as "đến hết tháng 11", so that a figure without a
/// period need not be that of the year.
#[derive(Debug, Default)]
pub(in crate::dataset::prose) struct PartOfYear {
    said: bool,
    matters: bool,
}

impl PartOfYear {
    /// Whether a sentence before has said so.
    pub(in crate::dataset::prose) fn new(said: bool) -> Self {
        Self { said, matters: false }
    }

    /// Notes how a sentence began.
    pub(super) fn note(&mut self, said: bool) {
        self.said |= said;
    }

    /// Whether a sentence has said so, where that decides something.
    pub(super) fn decides(&mut self) -> bool {
        self.matters |= !self.said;
        self.said
    }

    /// Whether a sentence has said so up to here.
    pub(in crate::dataset::prose) fn is_said(&self) -> bool {
        self.said
    }

    /// Whether anything would be read otherwise if that had been said before.
    pub(in crate::dataset::prose) fn matters(&self) -> bool {
        self.matters
    }
}

impl DocumentContext {
    /// Whether a period is another one than what holds where it is named. Seasons and school years are named by
    /// the year in which they end as well.
    pub(super) fn differs(&self, period: Option<Period>, effective: Option<Period>) -> bool {
        let Some(period) = self.resolved(period).filter(|one| one.first_year().is_some()) else {
            return false;
        };
        let Some(effective) = effective else { return true };
        let seasonal = |one: Period| matches!(one.span(), Span::SplitYear | Span::Season(_));
        let same_end = period.last_year() == effective.last_year();
        let loose = (seasonal(period) && effective.span() == Span::Year)
            || (seasonal(effective) && period.span() == Span::Year);
        period != effective && !(loose && same_end)
    }

    /// Whether the period of the text is a day up to which something is counted, and no title says so.
    pub(super) fn counts_up_to_a_day(&self) -> bool {
        let day = |period: Period| matches!(period.span(), Span::Until(_, day) if day > 0);
        self.period_said_at.is_some() && self.period.is_some_and(day)
    }

    /// Whether a paragraph is about the whole year, where the period of the text is a day that a
    /// paragraph before it names: "Trong năm, toàn huyện trồng 45 ha rừng" is not of that day.
    pub(in crate::dataset::prose) fn leaves_day_for_year(
        &self,
        paragraph: u32,
        text: &str,
    ) -> bool {
        let behind = self.period_said_at.is_some_and(|said| said.paragraph < paragraph);
        let says = |lower: &str| SPEAKS_OF_YEAR.iter().any(|words| lower.contains(words));
        behind && self.counts_up_to_a_day() && says(&text.lower_case())
    }

    /// A period with the year of the document, if its own is not known.
    pub(super) fn resolved(&self, period: Option<Period>) -> Option<Period> {
        period.map(|period| self.period.map_or(period, |document| period.within(document)))
    }
}
