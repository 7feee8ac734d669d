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
pub(crate) struct ReadingState {
    pub(crate) document: DocumentContext,
    pub(crate) paragraph: ParagraphContext,
    pub(crate) sentence: SentenceContext,
    pub(crate) part_of_year: PartOfYear,
    /// The indicators so far.
    pub(crate) rows: Vec<DraftRow>,
}

/// What is known of a document before its first paragraph is read.
#[derive(Debug, Clone, Default)]
pub(crate) struct DocumentContext {
    pub(crate) language: ReportLanguage,
    pub(crate) period: Option<Period>,
    /// Whether the title or the beginning of a sentence gives the period.
    pub(crate) period_is_sure: bool,
    /// The sentence that gives the period, if the title does not.
    pub(crate) period_said_at: Option<SentenceAt>,
    /// Whether the title names several periods, so that none is surely that of a figure.
    pub(crate) several_periods: bool,
    /// The term of the resolution that the title names: "nhiệm kỳ 2020 - 2025".
    pub(crate) term: Option<Period>,
    /// Whether the title sets targets.
    pub(crate) plans: bool,
    /// The place, if the title names it.
    pub(crate) place: Option<String>,
    /// Whether the text is about several places.
    pub(crate) several_places: bool,
}

/// What is known of a paragraph; the sentences add to it. `drafting/draft_part.rs` begins it.
#[derive(Debug, Default)]
pub(crate) struct ParagraphContext {
    /// The first indicator of the paragraph.
    pub(crate) start: usize,
    /// The section of new indicators.
    pub(crate) section: usize,
    /// The period that the last heading names, or the line before a list.
    pub(crate) section_period: Option<Named>,
    /// The places that distinguish indicators, where a text is about several.
    pub(crate) places: Places,
    /// Whether the last of the document's periods that the paragraphs before name is the longer one: "8 tháng", and
    /// not "tháng 8".
    pub(crate) cumulated: bool,
    /// The last comparison, which percents without one inherit.
    pub(crate) inherited: Option<QuantityRole>,
    /// Whether something was compared with a plan.
    pub(crate) plan_said: bool,
    /// The period with which a sentence began.
    pub(crate) period: Option<Named>,
    /// The institution with which the paragraph begins before a colon.
    pub(crate) owner: Option<String>,
    /// Whether a sentence began with some days, which those behind it may be about as well.
    pub(crate) some_days_said: bool,
    /// Whether a figure was of an earlier year than that of the month in the title, which may only be when the report
    /// was published.
    pub(crate) earlier_year_said: bool,
    /// Whether another period was named than a day up to which the first sentences count, so that a figure without a
    /// period need not be of that day.
    pub(crate) other_period_said: bool,
}

/// What is known of a sentence beyond its words.
#[derive(Debug, Default)]
pub(crate) struct SentenceContext {
    pub(crate) at: SentenceAt,
    /// Where the sentence begins in its paragraph, in bytes.
    pub(crate) offset: usize,
    /// Whether the sentence sets targets.
    pub(crate) target: bool,
    /// Whether only a heading that may also head results says so.
    pub(crate) perhaps: bool,
}

/// Whether a sentence began with a part of the document's year, such as "đến hết tháng 11", so that a figure without a
/// period need not be that of the year.
#[derive(Debug, Default)]
pub(crate) struct PartOfYear {
    said: bool,
    matters: bool,
}

impl PartOfYear {
    /// Whether a sentence before has said so.
    pub(crate) fn new(said: bool) -> Self {
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
    pub(crate) fn is_said(&self) -> bool {
        self.said
    }

    /// Whether anything would be read otherwise if that had been said before.
    pub(crate) fn matters(&self) -> bool {
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
    pub(crate) fn leaves_day_for_year(&self, paragraph: u32, text: &str) -> bool {
        let behind = self.period_said_at.is_some_and(|said| said.paragraph < paragraph);
        let says = |lower: &str| SPEAKS_OF_YEAR.iter().any(|words| lower.contains(words));
        behind && self.counts_up_to_a_day() && says(&text.lower_case())
    }

    /// A period with the year of the document, if its own is not known.
    pub(super) fn resolved(&self, period: Option<Period>) -> Option<Period> {
        period.map(|period| self.period.map_or(period, |document| period.within(document)))
    }
}
