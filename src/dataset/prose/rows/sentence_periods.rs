//! The periods that a sentence names, and those of them that belong to a figure.

use std::ops::Range;

use super::draft_row::DraftRow;
use crate::dataset::prose::phrases::period_mentions::{Mention, mentions_in};
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::{Sentence, What};
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::DONE_WITH_MONEY;
use crate::model::{Period, Span};
use crate::text::lower_case::LowerCase;

/// The periods that a sentence names.
#[derive(Debug)]
pub(crate) struct SentencePeriods<'a, 't> {
    sentence: &'a Sentence<'t>,
    mentions: Vec<Mention>,
    estimate: bool,
    future: bool,
}

impl<'a, 't> SentencePeriods<'a, 't> {
    pub(super) fn of(sentence: &'a Sentence<'t>, document: Option<Period>) -> Self {
        Self {
            sentence,
            mentions: mentions_in(sentence, document),
            estimate: sentence.phrase(0) == Some(Phrase::Estimate),
            future: false,
        }
    }

    /// Whether the sentence begins with an estimate that is for all its figures.
    pub(crate) fn are_estimated(&self) -> bool {
        self.estimate
    }

    /// What follows is no estimate unless it says so itself.
    pub(crate) fn end_estimate(&mut self) {
        self.estimate = false;
    }

    /// Notes that a later year than the document's makes the sentence one that sets targets.
    pub(super) fn begin_future(&mut self) {
        self.future = true;
    }

    /// Whether a later year made the sentence one that sets targets, which it is no more.
    pub(super) fn end_future(&mut self) -> bool {
        std::mem::take(&mut self.future)
    }

    /// All periods, in order.
    pub(super) fn all(&self) -> &[Mention] {
        &self.mentions
    }

    /// The first periods. A sentence may have megabytes.
    pub(super) fn first(&self) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().take(50)
    }

    /// The first period that begins at an item or behind it.
    pub(super) fn from(&self, start: usize) -> Option<&Mention> {
        self.mentions.get(self.mentions.partition_point(|mention| mention.items.start < start))
    }

    /// The last periods that the sentence names before a figure. A sentence may have megabytes.
    pub(super) fn before(&self, gap: &Gap) -> &[Mention] {
        const LAST: usize = 50;
        let end = self.mentions.partition_point(|mention| mention.items.end <= gap.all.end);
        &self.mentions[end.saturating_sub(LAST)..end]
    }

    /// The mention that the words of a name are part of.
    pub(super) fn mentioned(&self, own: &str, gap: &Gap) -> Option<&Mention> {
        self.before(gap).iter().rfind(|mention| {
            let words = self.sentence.text(mention.items.clone());
            words.contains(own) || own.contains(&words)
        })
    }

    /// The period right behind a value: "tăng lên 63,8 triệu đồng năm 2023".
    pub(super) fn behind(&self, gap: &Gap, role: QuantityRole) -> Option<&Mention> {
        let start = gap.all.end + 1;
        let value =
            matches!(role, QuantityRole::Value | QuantityRole::Count | QuantityRole::Earlier);
        // "grew 7.4% year-on-year in the third quarter of 2024".
        let compared = self.sentence.phrase(start) == Some(Phrase::Compare);
        let changed = matches!(role, QuantityRole::Up | QuantityRole::Down)
            && self.sentence.key(start + usize::from(compared)) == "in";
        let start = start + usize::from(changed && compared);
        if value && let Some(mention) = self.in_bracket_behind(start) {
            return Some(mention);
        }
        let value = value || changed;
        // "in the third quarter" may be one phrase.
        let joined = usize::from(matches!(self.sentence.key(start), "trong" | "vào" | "in"));
        let at = self.mentions.partition_point(|mention| mention.items.start < start);
        let near = |mention: &&Mention| mention.items.start <= start + joined;
        let of_whole = |mention: &&Mention| self.is_behind_whole(start..mention.items.start);
        let next = self.mentions.get(at);
        let mention = next.filter(near).or_else(|| next.filter(of_whole));
        mention.filter(|mention| value && mention.period.is_some())
    }

    /// The period that is all there is in a bracket behind a value: "xuống còn 9,8% (năm 2025)".
    fn in_bracket_behind(&self, open: usize) -> Option<&Mention> {
        let at = self.mentions.partition_point(|mention| mention.items.start <= open);
        let mention = self.mentions.get(at)?;
        let alone = self.sentence.is_mark(open, "(")
            && mention.items.start == open + 1
            && self.sentence.is_mark(mention.items.end, ")");
        Some(mention).filter(|mention| alone && mention.period.is_some())
    }

    /// Whether words between a figure and a period only say what it is a share of: "of GDP at end-2024".
    fn is_behind_whole(&self, words: Range<usize>) -> bool {
        const LONGEST: usize = 8;
        let sentence = self.sentence;
        let whole = matches!(sentence.key(words.start), "of" | "gdp" | "grdp");
        let plain = |at: usize| match sentence.items[at].what {
            What::Word => true,
            What::Phrase(phrase) => matches!(phrase, Phrase::Word | Phrase::Prep | Phrase::Reach),
            What::Mark => sentence.is_mark(at, "-"),
            _ => false,
        };
        let dated = |at: usize| {
            matches!(
                sentence.key(at),
                "in" | "at" | "by" | "during" | "-" | "end" | "trong" | "vào"
            )
        };
        let last = words.clone().next_back();
        whole && words.len() <= LONGEST && words.clone().all(plain) && last.is_some_and(dated)
    }

    /// Whether a result has the period of a plan that the sentence begins with: "Tổng kế hoạch vốn năm 2024 là 500 tỷ
    /// đồng, giải ngân 210 tỷ đồng".
    pub(crate) fn are_of_plan_of(&self, row: &DraftRow) -> bool {
        let name = row.name.lower_case();
        let done = DONE_WITH_MONEY.iter().any(|verb| name.contains(verb));
        let of_plan =
            |mention: &Mention| mention.of_plan && row.period.as_ref() == Some(&mention.words);
        done && self.first().any(of_plan)
    }

    /// Whether the sentence gives a figure of a year before that of the title, which is about a month: the month may be
    /// that in which the report was published.
    pub(super) fn name_year_before(&self, document: Option<Period>) -> bool {
        let month = document.filter(|one| matches!(one.span(), Span::Month(_)));
        let year = month.and_then(Period::first_year);
        self.first().any(|mention| {
            let own = mention.period.filter(|period| period.span() == Span::Year);
            own.and_then(Period::first_year).zip(year).is_some_and(|(own, year)| own < year)
        })
    }
}
