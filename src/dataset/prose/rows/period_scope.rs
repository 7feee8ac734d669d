//! The period of an indicator, where its own words give none.

use super::draft_row::Doubt;
use super::sentence_reader::SentenceReader;
use super::several_years::{TermOfPlan, five_years_from};
use crate::dataset::prose::phrases::before_figure::BeforeFigure;
use crate::dataset::prose::phrases::clause_period::{is_of_target, is_set_apart};
use crate::dataset::prose::phrases::current_period::end_of_year;
use crate::dataset::prose::phrases::passing_year::is_in_passing;
use crate::dataset::prose::phrases::period_mentions::{Mention, Named, period_of};
use crate::dataset::prose::phrases::some_days::{begins_with_part_of_day, begins_with_some_days};
use crate::dataset::prose::sentence::gap::Gap;
use crate::dataset::prose::sentence::items::Sentence;
use crate::dataset::prose::sentence::mood;
use crate::lexicon::prose::Phrase;
use crate::lexicon::prose_words::{PLANS_OF_TERM, PLANS_OF_YEAR, WordList};
use crate::model::{Period, Span};
use crate::text::lower_case::LowerCase;

/// The period of an indicator, and whether it is open which one it is.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    pub(crate) named: Option<Named>,
    pub(crate) open: bool,
    /// Whether it is that of the whole, the clause, the paragraph, the heading or the document.
    pub(crate) inherited: bool,
}

/// Whether the period of an indicator makes its figures targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aim {
    No,
    Yes,
    /// Nothing but the year says so.
    Perhaps,
}

/// Whether a period only says up to when a figure is: "Tổng số nợ thuế đến ngày 30/4/2024".
pub(super) fn is_up_to_a_time(mention: &Mention) -> bool {
    let up_to = |period: Period| matches!(period.span(), Span::Until(..) | Span::On(..) | Span::By);
    !mention.leading && mention.period.is_some_and(up_to)
}

pub(super) fn named(mention: &Mention) -> Named {
    Named { words: mention.words.clone(), period: mention.period }
}

impl SentenceReader<'_, '_> {
    /// The period of an indicator whose first figure is behind a gap; `own` are the words of its own period.
    pub(crate) fn period_at(&self, own: Option<&str>, gap: &Gap, part: bool) -> Scope {
        if let Some(mention) = own.and_then(|own| self.periods.mentioned(own, gap)) {
            let open = mention.period.is_none();
            return Scope { named: Some(named(mention)), open, inherited: false };
        }
        if let Some(mention) = self.periods.behind(gap, self.current).filter(|_| own.is_none()) {
            return Scope { named: Some(named(mention)), open: false, inherited: false };
        }
        self.inherited_period(gap, part)
    }

    /// Whether the title names the periods that the text distinguishes, so that the last one named goes on.
    pub(super) fn distinguishes_periods(&self) -> bool {
        self.state.document.several_periods && self.state.document.period.is_some()
    }

    /// Makes the figures of a later year than the document's targets: "Đến năm 2030, tỷ lệ đạt 80%".
    pub(crate) fn aims_at(&mut self, scope: &Scope) -> Aim {
        if self.periods.end_future() {
            self.state.sentence.target = false;
        }
        let period = scope.named.as_ref().and_then(|named| named.period);
        let year = period.filter(|period| {
            !matches!(period.span(), Span::SplitYear | Span::Season(_) | Span::Years(_))
        });
        let year = year.and_then(Period::last_year);
        let document = self.state.document.period.and_then(Period::last_year);
        let later = year.zip(document).is_some_and(|(year, document)| year > document);
        if !later
            || !self.state.document.period_is_sure
            || self.state.sentence.target
            || mood::reports_results(&self.sentence.tokens)
        {
            return Aim::No;
        }
        self.state.sentence.target = true;
        self.periods.begin_future();
        // "Đến tháng 3/2024" in a report of 2023 may be a result that came later.
        let until = period.is_some_and(|period| match period.span() {
            Span::By => true,
            Span::Year => {
                scope.named.as_ref().is_some_and(|named| named.words.starts_with(['đ', 'Đ']))
            }
            _ => false,
        });
        if until { Aim::Yes } else { Aim::Perhaps }
    }

    /// Lets no plan be missed by a percent whose period is not given in full: "đạt 62% kế hoạch năm" in the middle of
    /// it. `words` name the plan.
    pub(crate) fn keep_unfinished_open(&mut self, words: &str) {
        let words = words.lower_case();
        let names = |list: &WordList| list.iter().any(|word| words.contains(word));
        let of_year = names(&PLANS_OF_YEAR);
        let of_term = names(&PLANS_OF_TERM) && !of_year;
        let aims = ["mục tiêu", "chỉ tiêu"].iter().any(|word| words.contains(word));
        let (document, term) = (self.state.document.period, self.state.document.term);
        if let Some(of_plan) = TermOfPlan::of(&words) {
            let row = self.row.and_then(|row| self.state.rows.get(row));
            let own = row.and_then(|row| row.period.as_deref()).and_then(period_of).or(document);
            let plan = match of_plan {
                TermOfPlan::Named(period) => Some(period),
                TermOfPlan::Unnamed => term.or_else(|| own.and_then(five_years_from)),
            };
            if let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) {
                row.plan_period = plan;
                if plan.is_none() {
                    row.doubt(Doubt::PeriodOpen);
                }
            }
            return;
        }
        let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) else { return };
        if let Some(term) = term.filter(|_| of_term || aims) {
            row.plan_period = Some(term);
            return;
        }
        let own = row.period.as_deref().and_then(period_of);
        let effective = own.or(document);
        let whole = effective.is_some_and(|period| {
            matches!(period.span(), Span::Year | Span::By) && !period.is_part_of_year()
        });
        // The plan next to a figure of several years is one of those years.
        let of_years = effective.is_some_and(|period| matches!(period.span(), Span::Years(_)));
        let known = effective.is_some_and(|period| period.is_part_of_year() || whole || of_years);
        let may_be_of_part = own.is_none() && whole && self.state.part_of_year.decides();
        if may_be_of_part || of_term {
            row.doubt(Doubt::PeriodOpen);
        } else if !known {
            row.plan_period = Some(Period::any_year());
        }
    }

    /// Takes the period of a value that follows an earlier one: "đầu năm là 17,9%, cuối năm 2024 còn 14,6%".
    pub(crate) fn take_period(&mut self, found: &BeforeFigure, gap: &Gap) {
        let follows = self.row.and_then(|row| self.state.rows.get(row)).is_some_and(|row| {
            row.actual.is_none()
                && row.target.is_none()
                && (!row.earlier.is_empty() || row.average.is_some())
        });
        if !follows {
            return;
        }
        let own = found.period.clone().map(|words| self.sentence.text(words));
        let mention = own.as_deref().and_then(|own| self.periods.mentioned(own, gap));
        let mention = mention.or_else(|| self.periods.behind(gap, self.current));
        let words = mention.map(|mention| mention.words.clone());
        // "cuối năm" in a report of nine months.
        let unknown = own.is_some() && words.is_none();
        let part = self.state.document.period.is_some_and(Period::is_part_of_year);
        let outer = self.outer_period();
        let Some(row) = self.row.and_then(|row| self.state.rows.get_mut(row)) else { return };
        if words.is_some() {
            row.period = words;
            row.doubts.retain(|doubt| *doubt != Doubt::PeriodOpen);
        } else if unknown && part {
            row.doubt(Doubt::PeriodOpen);
        } else if row.period_of_earlier {
            // "từ 8,7% năm 2020 xuống còn 3,9%": the second value is that of the report.
            row.period = outer;
        }
    }

    /// The words of the period of the sentence, the paragraph or the heading.
    fn outer_period(&self) -> Option<String> {
        let leading = self.periods.first().find(|mention| mention.leading).map(named);
        let outer = leading.or_else(|| self.state.paragraph.period.clone());
        let outer = outer.or_else(|| self.state.paragraph.section_period.clone());
        outer.filter(|outer| outer.period.is_some()).map(|outer| outer.words)
    }

    /// Whether an indicator without a period may be of the days with which its sentence, or one
    /// before it, began: "Trong 5 ngày nghỉ lễ, đón 42.000 lượt khách. Doanh thu đạt 38 tỷ đồng".
    pub(crate) fn is_of_some_days(&self, scope: &Scope) -> bool {
        let said = self.state.paragraph.some_days_said
            || begins_with_some_days(self.sentence, self.state.document.period)
            || begins_with_part_of_day(self.sentence);
        said && scope.named.is_none()
    }

    /// Whether an indicator without a period is before the sentence that gives the document's: "Trồng 45 ha rừng. Năm
    /// 2024, thu ngân sách đạt …".
    pub(crate) fn is_before_period(&self, scope: &Scope) -> bool {
        let before =
            self.state.document.period_said_at.is_some_and(|said| self.state.sentence.at < said);
        before && scope.named.is_none()
    }

    /// Keeps the period with which the sentence began for the next ones of the paragraph.
    pub(crate) fn keep_period(&mut self) {
        let until = self.periods.first().any(|mention| {
            let part = |period: Period| period.is_part_of_year() && period.begins_with_year();
            mention.leading && mention.period.is_some_and(part)
        });
        self.state.part_of_year.note(until);
        let leading = self.periods.first().any(|mention| mention.leading);
        self.state.paragraph.some_days_said &= !leading;
        self.state.paragraph.some_days_said |=
            begins_with_some_days(self.sentence, self.state.document.period);
        self.state.paragraph.earlier_year_said |=
            self.periods.name_year_before(self.state.document.period);
        let other = |mention: &Mention| {
            !mention.of_plan
                && self.state.document.differs(mention.period, self.state.document.period)
        };
        self.state.paragraph.other_period_said |=
            self.state.document.counts_up_to_a_day() && self.periods.first().any(other);
        let several = self.distinguishes_periods();
        let kept = |mention: &&Mention| {
            let of_target = is_of_target(self.sentence, mention);
            let goes_on = mention.leading || several && !is_up_to_a_time(mention);
            // "cuối năm còn 4,8%" in a report of nine months is about that figure.
            let year_end = self.state.document.period.is_some_and(|document| {
                end_of_year(self.sentence, mention.items.clone(), document).is_some()
            });
            let passing = is_in_passing(self.sentence, mention) || year_end;
            goes_on && !mention.of_plan && !of_target && !passing
        };
        // "riêng năm 2022 đạt 1.240 tỷ đồng" is about that figure; the next one may be of another year.
        let apart = |mention: &&Mention| is_set_apart(self.sentence, mention);
        let mut found = self.periods.all().iter().filter(kept);
        if let Some(mention) = found.clone().rfind(|mention| !apart(mention)) {
            self.state.paragraph.period = Some(named(mention));
        } else if let Some(mention) = found.next() {
            self.state.paragraph.period = Some(Named { period: None, ..named(mention) });
        }
    }
}

/// Whether words name the start of a period, so that the value is an earlier one: "đầu năm", "đầu kỳ".
pub(crate) fn is_start(words: &str) -> bool {
    let lower = words.lower_case();
    lower.starts_with("đầu ") && !lower.chars().any(|c| c.is_ascii_digit())
}

/// The words before a figure that name the start of a period.
pub(crate) fn start_in(sentence: &Sentence<'_>, gap: &Gap) -> Option<String> {
    let times = gap.all.clone().filter(|at| sentence.phrase(*at) == Some(Phrase::Time));
    let mut words = times.map(|at| sentence.text(at..at + 1));
    words.find(|words| is_start(words))
}
