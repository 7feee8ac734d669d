//! The period of an indicator whose words have none: that of its whole, its clause, its paragraph, its heading or the
//! document, and what makes it doubtful which of them it is.

use super::draft_row::Doubt;
use super::period_scope::{Scope, is_up_to_a_time, named};
use super::sentence_reader::SentenceReader;
use crate::dataset::prose::phrases::clause_period::{is_of_target, is_set_apart};
use crate::dataset::prose::phrases::period_mentions::{Mention, Named, period_of};
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::Sentence;
use crate::model::{Period, Span};

/// The month and the day of a state, or up to which something is counted.
fn day_of(period: Period) -> Option<(u8, u8)> {
    match period.span() {
        Span::Until(month, day) | Span::On(month, day) if day > 0 => Some((month, day)),
        _ => None,
    }
}

/// The month with which a period ends.
fn last_month(period: Period) -> Option<u8> {
    match period.span() {
        Span::Year | Span::SecondHalf => Some(12),
        Span::Quarter(quarter) => Some(quarter.saturating_mul(3)),
        Span::Month(month) | Span::FirstMonths(month) => Some(month),
        _ => None,
    }
}

fn last_year(mention: &Mention) -> Option<u16> {
    mention.period.and_then(Period::last_year)
}

impl SentenceReader<'_, '_> {
    /// The period of an indicator whose first figure is behind a gap and whose words have no period.
    pub(super) fn inherited_period(&self, gap: &Gap, part: bool) -> Scope {
        if let Some(scope) = self.period_of_whole(gap, part) {
            return scope;
        }
        let before = self.periods.before(gap);
        let leading = before
            .iter()
            .rfind(|mention| mention.leading && !self.is_of_target_before(mention, gap));
        let later = self.period_of_later_plan(before);
        let said = leading.or_else(|| self.last_said(before)).or(later);
        let said = said.or_else(|| self.year_in_school_year(before)).map(named);
        let around = || {
            self.state
                .paragraph
                .period
                .clone()
                .or_else(|| self.state.paragraph.section_period.clone())
        };
        let scope = said.or_else(around);
        let effective = match &scope {
            Some(scope) => self.state.document.resolved(scope.period),
            None => self.state.document.period,
        };
        let unknown = match &scope {
            Some(scope) => scope.period.is_none(),
            None => self.may_be_of_another_period(gap),
        };
        let carried = leading.is_none() && self.state.paragraph.period.is_some();
        let open = unknown
            || later.is_some()
            || carried && self.is_carried_too_far(effective)
            || leading.is_some_and(|leading| is_over(self.sentence, leading, gap))
            || self.names_another_period(gap, leading, effective)
            || self.begins_with_two(before);
        Scope { named: scope, open, inherited: true }
    }

    /// The period of the indicator that one is a part of.
    fn period_of_whole(&self, gap: &Gap, part: bool) -> Option<Scope> {
        let leads = self.periods.before(gap).iter().any(|mention| mention.leading);
        let above = || self.whole_above().filter(|_| !leads);
        let whole = match part {
            true => self.row.or_else(|| self.previous()),
            false => self.whole().or_else(above),
        };
        let row = self.state.rows.get(whole?)?;
        let words = row.period.clone();
        let named = words.map(|words| Named { period: period_of(&words), words });
        let open = row.doubts.contains(&Doubt::PeriodOpen);
        Some(Scope { named, open, inherited: true })
    }

    /// The period that was named last, if the text distinguishes several: "Trong đó, thu nội địa lũy kế 8 tháng
    /// 16.703 tỷ đồng; …, số thu đạt 9.812 tỷ đồng".
    fn last_said<'m>(&self, before: &'m [Mention]) -> Option<&'m Mention> {
        let goes_on = |last: &&Mention| self.distinguishes_periods() && !last.of_plan;
        before.last().filter(goes_on).filter(|last| !is_up_to_a_time(last))
    }

    /// The year that the sentence named last, where the report is about the school year that ends
    /// with it: "Tỷ lệ tốt nghiệp năm 2023 đạt 98%; điểm trung bình các môn đạt 6,1 điểm".
    fn year_in_school_year<'m>(&self, before: &'m [Mention]) -> Option<&'m Mention> {
        let document = self.state.document.period?;
        let ends = |mention: &&Mention| {
            let year = mention.period.is_some_and(|period| period.span() == Span::Year);
            year && !mention.of_plan && last_year(mention) == document.last_year()
        };
        before.last().filter(|_| document.span() == Span::SplitYear).filter(ends)
    }

    /// The later year of a plan, most likely that of what follows as well, if the clause names no
    /// other: "quyết nghị tổng thu năm 2026 là 14.200 tỷ đồng, tổng chi 16.300 tỷ đồng".
    fn period_of_later_plan<'m>(&self, before: &'m [Mention]) -> Option<&'m Mention> {
        let named_otherwise =
            before.iter().any(|mention| mention.leading) || self.last_said(before).is_some();
        let document = self.state.document.period.and_then(Period::last_year);
        let later = before.last().filter(|last| last_year(last) > document);
        later.filter(|_| self.state.sentence.target && !named_otherwise)
    }

    /// Whether an indicator for which no words give a period may be of another one than that of the document.
    fn may_be_of_another_period(&self, gap: &Gap) -> bool {
        self.state.document.several_periods && !self.state.paragraph.cumulated
            || self.state.sentence.target && !self.state.document.plans
            || self.state.paragraph.earlier_year_said
            || self.is_of_another_period(gap)
    }

    /// Whether the period with which a sentence before this one began may be over, where that of
    /// the document is another one: "In June, production rose 14.2%. Coal output was 23.4 million
    /// tonnes": in June, or in the half of the title.
    fn is_carried_too_far(&self, effective: Option<Period>) -> bool {
        let document = self.state.document.period;
        // "Tính chung 5 tháng, … . Tổng thu đạt …": what is summed up goes on.
        let summed =
            effective.is_some_and(|period| period.begins_with_year() && period.is_part_of_year());
        // "By December 20, the province had attracted 92 projects. Disbursement was …": up to that day, or in the
        // period of the report: a stock of a day says nothing about the flows of later sentences.
        let day = effective.and_then(day_of);
        // "As of September 30" in a report of nine months ends with it.
        let last = document.and_then(last_month);
        let same_year =
            effective.and_then(Period::last_year) == document.and_then(Period::last_year);
        let ends_with_document =
            same_year && day.is_some_and(|(month, day)| Some(month) == last && day >= 28);
        let goes_on = (summed || day.is_some()) && (day.is_none() || ends_with_document);
        document.is_some() && !goes_on && self.state.document.differs(effective, document)
    }

    /// Whether another period is named between that of the clause and a figure.
    fn names_another_period(
        &self,
        gap: &Gap,
        leading: Option<&Mention>,
        effective: Option<Period>,
    ) -> bool {
        let first = leading.map_or(0, |mention| mention.items.end);
        self.periods.before(gap).iter().any(|mention| {
            mention.items.start >= first
                && !mention.leading
                && self.state.document.differs(mention.period, effective)
                && !self.is_of_target_before(mention, gap)
        })
    }

    /// Whether a period is only that of a target within a clause before a figure that is no target:
    /// "đạt 93%, phấn đấu đến cuối năm đạt 95%; số giường bệnh đạt …".
    fn is_of_target_before(&self, mention: &Mention, gap: &Gap) -> bool {
        let mut between = mention.items.end..gap.all.end;
        !self.state.sentence.target
            && is_of_target(self.sentence, mention)
            && between.any(|at| self.sentence.is_mark(at, ";"))
    }

    /// Whether a clause begins with two periods next to each other that are not the same.
    fn begins_with_two(&self, before: &[Mention]) -> bool {
        before.windows(2).any(|pair| {
            pair[0].leading
                && pair[1].leading
                && self
                    .state
                    .document
                    .differs(pair[0].period, self.state.document.resolved(pair[1].period))
                && pair[1].items.start == pair[0].items.end + 1
        })
    }

    /// Whether an indicator without a period may be of the year that its paragraph names, where the
    /// period of the text is only a day up to which its first sentences count.
    fn is_of_another_period(&self, gap: &Gap) -> bool {
        let in_year = || (0..gap.all.end).any(|at| self.sentence.lower(at) == "trong năm");
        self.state.document.counts_up_to_a_day()
            && (self.state.paragraph.other_period_said || in_year())
    }

    /// The indicator of the sentence whose parts are listed.
    pub(crate) fn whole(&self) -> Option<usize> {
        let name = self.parts.whole()?;
        self.own_rows().rev().take(100).find(|row| self.state.rows[*row].name == *name)
    }

    /// The indicator before the sentence whose further parts it lists: "Trong đó, thu thuế 12 tỷ
    /// đồng; thu phí 3 tỷ đồng".
    pub(crate) fn whole_above(&self) -> Option<usize> {
        let name = self.parts.whole()?;
        let row = self.own_rows().start.checked_sub(1)?;
        let row = Some(row).filter(|row| *row >= self.state.paragraph.start)?;
        self.state.rows.get(row).filter(|row| row.name == *name).map(|_| row)
    }
}

/// Whether the year of a later clause has ended with it before a figure: "…; riêng năm 2022 đạt 1.240 tỷ đồng; chi
/// đạt 870 tỷ đồng".
fn is_over(sentence: &Sentence<'_>, leading: &Mention, gap: &Gap) -> bool {
    let start = gap.all.start.max(leading.items.end);
    let next_clause = (start..gap.all.end).any(|at| sentence.is_mark(at, ";"));
    next_clause && is_set_apart(sentence, leading)
}
