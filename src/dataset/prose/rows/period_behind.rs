//! The period behind a figure: "12.6 billion in 2024", "58.9 percent of GDP at end-2024".

use std::ops::Range;

use super::draft_row::Doubt;
use super::sentence_reader::SentenceReader;
use crate::dataset::prose::phrases::period_mentions::{Mention, period_of};
use crate::dataset::prose::roles::role::QuantityRole;
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::What;
use crate::lexicon::prose::Phrase;
use crate::model::{Period, Span};

impl SentenceReader<'_, '_> {
    /// The period right behind a value: "tăng lên 63,8 triệu đồng năm 2023".
    pub(super) fn behind(&self, gap: &Gap) -> Option<&Mention> {
        let start = gap.all.end + 1;
        let value = matches!(
            self.current,
            QuantityRole::Value | QuantityRole::Count | QuantityRole::Earlier
        );
        // "grew 7.4% year-on-year in the third quarter of 2024".
        let compared = self.sentence.phrase(start) == Some(Phrase::Compare);
        let changed = matches!(self.current, QuantityRole::Up | QuantityRole::Down)
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

    /// Takes the period behind a value whose change came first: "rose by 9.3 percent to 12.6 billion in 2024".
    pub(in crate::dataset::prose) fn take_period_behind(&mut self, gap: &Gap) {
        let Some(mention) = self.behind(gap) else { return };
        let (words, period) = (mention.words.clone(), mention.period);
        let document = self.state.document.period;
        let Some(row) = self.row.and_then(|row| self.state.rows.get(row)) else { return };
        let own = row.period.as_deref().and_then(period_of);
        let apart = own.is_some() && self.state.document.differs(period, own.or(document));
        let empty = row.actual.is_none() && row.target.is_none() && row.range.is_none();
        let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)).filter(|_| empty)
        else {
            return;
        };
        row.doubts.retain(|doubt| *doubt != Doubt::PeriodOpen);
        row.period = Some(words);
        if apart {
            row.doubt(Doubt::PeriodOpen);
        }
    }

    /// Doubts the period of an indicator if that of its change is another one: "đạt 12,6 tỷ USD, tăng 9,3% trong năm 2024"
    /// in a report of a month of 2025.
    pub(in crate::dataset::prose) fn doubt_period_behind(
        &mut self,
        complement: &Range<usize>,
        role: QuantityRole,
    ) {
        let said = matches!(
            role,
            QuantityRole::Up
                | QuantityRole::Down
                | QuantityRole::Index
                | QuantityRole::PlanPercent
                | QuantityRole::OverPlan
        );
        let Some(row) = self.row.and_then(|row| self.state.rows.get(row)).filter(|_| said) else {
            return;
        };
        let at = self.mentions.partition_point(|mention| mention.items.start < complement.start);
        let mention = self.mentions.get(at);
        // "over the corresponding quarter of 2023" is what it is compared with.
        let compared = |mention: &&Mention| {
            let before = complement.start..mention.items.start;
            before.into_iter().any(|at| self.sentence.phrase(at) == Some(Phrase::Compare))
        };
        let mention = mention.filter(|mention| mention.items.end <= complement.end);
        let mention = mention.filter(|mention| !compared(mention));
        let own = row.period.as_deref().and_then(period_of).or(self.state.document.period);
        let other = mention.is_some_and(|mention| {
            own.is_some() && self.state.document.differs(mention.period, own)
        });
        if other && let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) {
            row.doubt(Doubt::PeriodOpen);
        }
    }

    /// Whether the sentence gives a figure of a year before that of the title, which is about a month: the month may be
    /// that in which the report was published.
    pub(super) fn names_earlier_year(&self) -> bool {
        let month = self.state.document.period.filter(|one| matches!(one.span(), Span::Month(_)));
        let year = month.and_then(Period::first_year);
        self.mentions.iter().take(50).any(|mention| {
            let own = mention.period.filter(|period| period.span() == Span::Year);
            own.and_then(Period::first_year).zip(year).is_some_and(|(own, year)| own < year)
        })
    }
}
